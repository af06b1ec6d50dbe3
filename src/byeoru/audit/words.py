"""Read the words of a text: of a page, a feed, JSON, a shard of the search index, or Markdown.

In:  the text of one file.
Out: its words in order, in one spelling: NFC, small letters, without markup, references and escapes.
Must not: know what is hidden.
"""

import re
from html import unescape
from unicodedata import normalize
from urllib.parse import unquote

Words = list[str]

_WORD = re.compile(r"[^\W_]+")
# Tags within a word: `<strong>비밀</strong>은` is one word, as in Markdown without its marks.
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|mark|q|ruby|s|small|span|strong|sub|sup|u|var|wbr)\b[^<>]*>"
)
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_VALUE = re.compile(
    r"""\b(?:href|src|srcset|poster|alt|title|content|id|name|value|label|aria-\w+|data-[\w-]+)=("[^"]*"|'[^']*'|[^\s>"']+)"""
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([nrtbf])|(.))", re.DOTALL)
_KEY = re.compile(r"""(?<=[{,])\s*"[\w$@-]{1,40}"\s*:""")
_WIKILINK = re.compile(r"!?\[\[(?:[^\[\]|\n]*\|)?([^\[\]\n]*)\]\]")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_FENCE = re.compile(r"^[ \t>]*(?:```|~~~).*$", re.MULTILINE)
_END_OF_CODE = " endofcode "  # a word of its own: code is often the same, and no sentence goes on behind it
_MARKS = re.compile(r"[*`]+|~~|==")


def words(text: str) -> Words:
    """Return the words of a plain text.

    >>> words("2026년의 Secret_plan, «회의»")
    ['2026년의', 'secret', 'plan', '회의']
    """
    return _WORD.findall(normalize("NFC", text).casefold())


def words_of_markdown(text: str) -> Words:
    r"""Return the words of Markdown as a page shows them.

    >>> words_of_markdown("**비밀**은 [[a/계획|그 계획]]과 [값](b.md)")
    ['비밀은', '그', '계획과', '값']
    >>> words_of_markdown("글\n\n```python title='a.py'\nreturn 1\n```\n")
    ['글', 'return', '1']
    """
    bare = _LINK.sub(r"\1", _WIKILINK.sub(r"\1", _FENCE.sub("", text)))
    return words(unescape(_TAG.sub(" ", _INLINE.sub("", _MARKS.sub("", bare)))))


def words_of_html(text: str) -> Words:
    """Return the words that a page shows, then those in the values of its attributes, decoded.

    >>> words_of_html('<p>비<em>밀</em> 글</p><a class="x" href="/%EA%B8%80/">a</a>')
    ['비밀', '글', 'a', '글']
    """
    shown = unescape(_TAG.sub(" ", _INLINE.sub("", text).replace("</pre>", _END_OF_CODE)))
    return words(shown) + words(unquote(unescape(" \n ".join(dict.fromkeys(_VALUE.findall(text))))))


def words_of_xml(text: str) -> Words:
    """Return the words of a feed or sitemap, whose texts contain escaped HTML.

    >>> words_of_xml("<title>글</title><content>&lt;p&gt;비&lt;b&gt;밀&lt;/b&gt;&lt;/p&gt;</content>")
    ['글', '비밀']
    """
    return words_of_html(unescape(_TAG.sub(lambda tag: f" {unquote(_values(tag[0]))} ", text)))


def words_of_json(text: str) -> Words:
    r"""Return the words of JSON, whose texts may contain HTML; its keys are the program's.

    >>> words_of_json('{"title": "\\ube44\\ubc00\\n글", "html": "<b>글<\\/b>은"}')
    ['비밀', '글', '글은']
    """
    return words_of_html(unquote(_ESCAPE.sub(_unescaped, _KEY.sub(" ", text))))


def words_of_shard(text: str) -> Words:
    """Return the terms of a shard of the search index, without their postings."""
    return words("\n".join(line.partition("\t")[0] for line in text.split("\n")))


def _values(tag: str) -> str:
    return " ".join(_VALUE.findall(tag))


def _unescaped(match: re.Match[str]) -> str:
    number, space, character = match.groups()
    return chr(int(number, 16)) if number else " " if space else character
