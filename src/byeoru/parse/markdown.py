"""Markdown to HTML with slots.

In:  the text below the front matter.
Out: ``Rendered``: the body, its slots, headings, and plain words for a summary.
Must not: know where anything is published, or keep tokens after a document is done (a list of all token lists
makes the collector of garbage walk them again and again, which nearly doubles the time).
"""

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from byeoru.base.digest import digest_text
from byeoru.model.content import Body, Code, Heading, Slot
from byeoru.parse.headings import heading_id
from byeoru.parse.references import MARK, References

# The presets stop at 20 levels and drop the words below in silence; Python's recursion would end at 490.
MAX_NESTING = 300


class Rendered(NamedTuple):
    """What came of the Markdown of one document."""

    body: Body
    slots: tuple[Slot, ...]
    title: str  # of a first-level heading, which then is not part of the body; "" if there is none or none was wanted
    opening: str  # plain text of the first paragraph
    code: Code = ()  # highlighted blocks
    too_deep: int = 0  # 1-based line of the file at which nesting was cut off; 0 if it was not


def render(text: str, first_line: int, *, html: bool, breaks: bool, wants_title: bool, code: Code = ()) -> Rendered:
    """Render *text*, which begins at *first_line* of its file; *code* are blocks that are highlighted already."""
    parser = _parser(html, breaks)
    tokens = parser.parse(text, {})
    title = _take_title(tokens) if wants_title else ""
    references = References(text, first_line)
    env: dict[str, Any] = {"references": references, "headings": [], "ids": {}, "block": (0, 0)}
    env |= {"known": dict(code), "code": {}}
    parts = tuple(parser.renderer.render(tokens, parser.options, env).split(MARK))
    too_deep = _too_deep(tokens)
    return Rendered(
        Body(parts, tuple(env["headings"])),
        tuple(references.slots),
        title,
        _opening(tokens),
        tuple(env["code"].items()),
        too_deep + first_line if too_deep >= 0 else 0,
    )


@lru_cache(maxsize=4)
def _parser(html: bool, breaks: bool) -> MarkdownIt:  # noqa: FBT001  (a cached function takes no keywords twice)
    parser = MarkdownIt(
        "commonmark",
        {"html": html, "breaks": breaks, "maxNesting": MAX_NESTING, "typographer": False, "xhtmlOut": False},
        renderer_cls=_Renderer,
    )
    return parser.enable(["table", "strikethrough"])


_INLINE = {
    **{f"{name}_open": f"<{name}>" for name in ("em", "strong", "s")},
    **{f"{name}_close": f"</{name}>" for name in ("em", "strong", "s")},
    "link_close": "</a>",
}


def _tag(tokens: Sequence[Token], idx: int, token: Token) -> str:
    """Return the tag of a block without attributes, with the line breaks that the library puts around it.

    Half of all tokens come through here; the library's own way makes six calls for each.
    """
    before = "\n" if token.block and token.nesting != -1 and idx and tokens[idx - 1].hidden else ""
    after = "\n" if token.block else ""
    if token.nesting == 1 and idx + 1 < len(tokens):
        following = tokens[idx + 1]
        is_empty = following.nesting == -1 and following.tag == token.tag
        if following.type == "inline" or following.hidden or is_empty:
            after = ""
    return f"{before}<{'/' if token.nesting == -1 else ''}{token.tag}>{after}"


class _Renderer(RendererHTML):
    """HTML of the tokens that need more than the library's own way; the rest is as the library has it."""

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: Any) -> str:
        result = []
        for idx, token in enumerate(tokens):
            if token.type == "inline":
                env["block"] = tuple(token.map or env["block"])
                result.append(self.renderInline(token.children or [], options, env))
            elif token.type in self.rules:
                result.append(self.rules[token.type](tokens, idx, options, env))
            elif token.attrs:
                result.append(self.renderToken(tokens, idx, options, env))
            elif not token.hidden:
                result.append(_tag(tokens, idx, token))
        return "".join(result)

    def renderInline(self, tokens: Sequence[Token], options: OptionsDict, env: Any) -> str:  # noqa: N802
        result = []
        for idx, token in enumerate(tokens):
            kind = token.type
            if kind == "text":
                result.append(escape(token.content))
            elif kind in _INLINE and not token.attrs:
                result.append(_INLINE[kind])
            elif kind in self.rules:
                result.append(self.rules[kind](tokens, idx, options, env))
            else:
                result.append(self.renderToken(tokens, idx, options, env))
        return "".join(result)

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        token = tokens[idx]
        href = env["references"].add("link", str(token.attrs.get("href", "")), env["block"])
        title = token.attrs.get("title")
        return f'<a href="{href}" title="{escape(str(title))}">' if title else f'<a href="{href}">'

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        token = tokens[idx]
        src = env["references"].add("image", str(token.attrs.get("src", "")), env["block"])
        alt = escape(self.renderInlineAsText(token.children or [], options, env))
        title = token.attrs.get("title")
        titled = f' title="{escape(str(title))}"' if title else ""
        return f'<img src="{src}" alt="{alt}"{titled} loading="lazy">'

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        text = self.renderInlineAsText(tokens[idx + 1].children or [], options, env)
        name = heading_id(text, env["ids"])
        tag = tokens[idx].tag
        env["headings"].append(Heading(int(tag[1]), name, text))
        return f'<{tag} id="{escape(name)}">'

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        words = tokens[idx].info.split(maxsplit=1)
        language = words[0] if words else ""
        css = f' class="language-{escape(language)}"' if language else ""
        code = _highlighted(tokens[idx].content, language, env)
        return f'<div class="highlight"><pre><code{css}>{code}</code></pre></div>\n'

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        code = escape(tokens[idx].content, quote=False)
        return f'<div class="highlight"><pre><code>{code}</code></pre></div>\n'

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return '<div class="table"><table>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "</table></div>\n"

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return str(env["references"].in_html(tokens[idx].content, tuple(tokens[idx].map or (0, 0))))

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return str(env["references"].in_html(tokens[idx].content, env["block"]))


def _highlighted(code: str, language: str, env: Any) -> str:
    """Return a block of code as HTML, from what is known or by its lexer."""
    if not language:
        return escape(code, quote=False)
    key = digest_text(f"{language}\n{code}")
    html = env["known"].get(key)
    if html is None:
        from byeoru.parse.highlight import highlight  # imported late: with all blocks known, Pygments is not needed

        html = highlight(code, language)
    env["code"][key] = html
    return str(html)


def _take_title(tokens: list[Token]) -> str:
    """Remove the first first-level heading that is not inside anything, and return its text."""
    for idx, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h1" and token.level == 0:
            text = _plain(tokens[idx + 1].children or [])
            del tokens[idx : idx + 3]
            return text
    return ""


def _too_deep(tokens: Sequence[Token]) -> int:
    """Return the 0-based line of the first block at the limit of nesting, where reading stops; -1 if there is none."""
    return next((token.map[0] for token in tokens if token.level >= MAX_NESTING - 1 and token.map), -1)


def _opening(tokens: Sequence[Token]) -> str:
    """Return the words of the first paragraph that has any."""
    for idx, token in enumerate(tokens):
        if token.type == "paragraph_open" and token.level == 0:
            text = " ".join(_plain(tokens[idx + 1].children or []).split())
            if text:
                return text
    return ""


def _plain(children: Sequence[Token]) -> str:
    """Return the text of inline tokens without any markup."""
    texts = []
    for child in children:
        if child.type in {"text", "code_inline"}:
            texts.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            texts.append(" ")
    return "".join(texts)
