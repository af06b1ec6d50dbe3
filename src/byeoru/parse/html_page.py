"""A page that is written in HTML, as importers for Jekyll and Hugo write them, to the pieces of a body.

In:  the text below the front matter.
Out: ``Rendered``: the HTML as written, with its references as slots, and its plain words for summary and reading time.
Must not: read anything in it as Markdown.
"""

import re
from html import unescape

from markdown_it.token import Token

from byeoru.base.patterns import lazy_pattern
from byeoru.model.content import Dialect
from byeoru.parse.code_blocks.document import CodeBlocks
from byeoru.parse.markdown import Rendered, parser_of
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.references import References
from byeoru.parse.markup.writer import write

_NO_WORDS = lazy_pattern(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)|<[^<>]*+>", re.DOTALL | re.IGNORECASE
)
_MORE = lazy_pattern(r"<!--\s*more\s*-->", re.IGNORECASE)
_PARAGRAPH = lazy_pattern(r"</p\s*>|<br\s*/?>\s*<br\s*/?>|</div\s*>", re.IGNORECASE)
_TITLE = lazy_pattern(r"<h1\b[^<>]*+>(.{0,500}?)</h1>", re.DOTALL | re.IGNORECASE)


def is_html_page(path: str, text: str, dialect: Dialect) -> bool:
    """Tell whether a text is HTML; one with tags of templates, or whose HTML must not be published, is Markdown."""
    return dialect.html and path.lower().endswith((".html", ".htm")) and "{%" not in text


def render_html(text: str, first_line: int, sites: tuple[str, ...]) -> Rendered:
    """Return *text*, which begins at *first_line* of its file, with the URLs of *sites* resolved."""
    parser = parser_of(Dialect())
    references = References(text, first_line, sites)
    env = MarkdownEnv(language="", breaks=False, references=references, code=CodeBlocks(()), words=parser.words)
    block = Token("html_block", "", 0, content=text, map=[0, text.count("\n") + 1])
    title = _TITLE.search(text)
    more = _MORE.search(text)
    openings = (text[: more.start()],) if more else _PARAGRAPH.split(text)
    return Rendered(
        env.pieces.body(write([block], env, parser.html)),
        tuple(references.slots),
        words_of(title[1]) if title else "",
        next(filter(None, map(words_of, openings)), ""),
        words=words_of(text),
        pictures=sum(slot.kind == "image" for slot in references.slots),
    )


def words_of(html: str) -> str:
    """Return the words that HTML shows.

    >>> words_of("<p>a <b>b</b> &amp; c<script>x</script></p>")
    'a b & c'
    """
    return " ".join(unescape(_NO_WORDS.sub("", html)).split())
