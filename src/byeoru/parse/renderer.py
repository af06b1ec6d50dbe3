"""Tokens to HTML with holes for references, in one pass.

In:  the tokens of one document.
Out: HTML with one MARK for each piece that the site or the page decides, and what was noted on the way.
Must not: look at a token twice, or at anything but its document.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from markdown_it.common.utils import unescapeAll
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from byeoru.model.body import SOURCE, Anchor, Attribute, Attributes, Fragment, Heading, HeadingEnd, Image, Link
from byeoru.parse import code
from byeoru.parse.escaping import escaped
from byeoru.parse.pieces import MARK, Pieces
from byeoru.parse.raw_html import RawHtml
from byeoru.parse.references import References
from byeoru.parse.rules.callouts import TITLES
from byeoru.parse.rules.headings import contents
from byeoru.parse.rules.math import formula
from byeoru.parse.rules.soft_breaks import joins
from byeoru.parse.words import simple_of


class Notes(NamedTuple):
    """What rendering needs besides the tokens, and what it finds."""

    references: References
    pieces: Pieces
    raw: RawHtml
    blocks: code.Blocks
    language: str
    headings: Sequence[Heading]
    problems: list[tuple[str, int, dict[str, str]]]  # code, 0-based line, arguments


_INLINE = {
    **{f"{name}_open": f"<{tag}>" for name, tag in (("em", "em"), ("strong", "strong"), ("s", "s"), ("mark", "mark"))},
    **{f"{name}_close": f"</{name}>" for name in ("em", "strong", "s", "mark", "figcaption")},
    "link_close": "</a>",
    "hardbreak": "<br>\n",
}
# The box of a task, and what it is called; in another language than Korean it is called in English.
_TICKS = {
    "open": ("disabled", "할 일", "to do"),
    "done": ("disabled checked", "끝난 일", "done"),
}


def _box(state: str, language: str) -> str:
    attributes, korean, english = _TICKS[state]
    name = korean if language.startswith("ko") else english
    return f'<input type="checkbox" {attributes} aria-label="{name}"> '


def _tag(tokens: Sequence[Token], idx: int, token: Token, env: Any) -> str:
    """Return the tag of a block, with the line breaks that the library puts around it.

    Half of all tokens come through here; the library's own way makes six calls for each.
    """
    before = "\n" if token.block and token.nesting != -1 and idx and tokens[idx - 1].hidden else ""
    after = "\n" if token.block else ""
    if token.nesting == 1 and idx + 1 < len(tokens):
        following = tokens[idx + 1]
        is_empty = following.nesting == -1 and following.tag == token.tag
        if following.type == "inline" or following.hidden or is_empty:
            after = ""
    attributes = _in_tag(_attributes(token.attrs), env) if token.attrs else ""
    return f"{before}<{'/' if token.nesting == -1 else ''}{token.tag}{attributes}>{after}"


class Renderer(RendererHTML):
    """HTML of the tokens that need more than the library's own way; the rest is as the library has it."""

    def prefer_own(self) -> None:
        """Put these methods in the place of what plugins have installed."""
        others = {"render", "renderInline", "inline", "prefer_own"}
        self.rules |= {name: getattr(self, name) for name in vars(Renderer) if name[0] != "_" and name not in others}

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: Any) -> str:
        result = []
        rules = self.rules
        for idx, token in enumerate(tokens):
            if token.type == "inline":
                env["block"] = tuple(token.map or env["block"])
                result.append(self.inline(token, options, env))
            elif token.type in rules:
                result.append(rules[token.type](tokens, idx, options, env))
            elif not token.hidden:
                result.append(_tag(tokens, idx, token, env))
        return "".join(result)

    def inline(self, token: Token, options: OptionsDict, env: Any) -> str:
        box = _box(token.meta["box"], env["language"]) if "box" in token.meta else ""
        found = simple_of(token)
        if found is None:
            return box + self.renderInline(token.children or [], options, env)
        if not found.links:
            return box + found.html
        parts = found.html.split(MARK)
        html = [box, parts[0]]
        for (target, title), part in zip(found.links, parts[1:], strict=True):
            html += [_link(target, {"title": title} if title else {}, env), part]
        return "".join(html)

    def renderInline(self, tokens: Sequence[Token], options: OptionsDict, env: Any) -> str:  # noqa: N802
        result = []
        for idx, token in enumerate(tokens):
            kind = token.type
            if kind == "text":
                result.append(escaped(token.content))
            elif kind in _INLINE and not token.attrs:
                result.append(_INLINE[kind])
            elif kind in self.rules:
                result.append(self.rules[kind](tokens, idx, options, env))
            else:
                result.append(_tag(tokens, idx, token, env))
        return "".join(result)

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        attrs = dict(tokens[idx].attrs)
        return _link(str(attrs.pop("href", "")).strip(), attrs, env)

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        token = tokens[idx]
        references: References = env["notes"].references
        attrs = references.loading() | dict(token.attrs)
        target = str(attrs.pop("src", "")).strip()
        slot = references.add("image", target, env["block"])
        alt = str(attrs.pop("alt", "")) or self.renderInlineAsText(token.children or [], options, env)
        attributes = (Attribute("alt", f' alt="{escaped(alt)}"'), *_attributes(attrs))
        if slot is None:
            return f'<img src="{escape(target)}"{_in_tag(attributes, env)}>'
        return str(env["notes"].pieces.put(Image(slot, (SOURCE, *attributes))))

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        token = tokens[idx]
        heading: Heading = token.meta["heading"]
        before = "\n" if idx and tokens[idx - 1].hidden else ""
        attributes = _attributes({name: value for name, value in token.attrs.items() if name != "id"})
        return before + str(env["notes"].pieces.put(heading._replace(attributes=attributes)))

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return str(env["notes"].pieces.put(HeadingEnd(int(tokens[idx].tag[1]))))

    def softbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        if options.breaks:
            return "<br>\n"
        before = tokens[idx - 1].content[-1:] if idx else ""
        after = tokens[idx + 1].content[:1] if idx + 1 < len(tokens) else ""
        return "" if joins(before, after) else "\n"

    def code_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return f"<code{_in_tag(_attributes(tokens[idx].attrs), env)}>{escaped(tokens[idx].content)}</code>"

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        token = tokens[idx]
        info = unescapeAll(token.info) if token.info else ""
        return str(env["notes"].blocks.fenced(token.content, info, token.meta.get("kramdown", ""), token.map))

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return str(env["notes"].blocks.indented(tokens[idx].content))

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return f'<div class="table"><table{_in_tag(_attributes(tokens[idx].attrs), env)}>\n'

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return f"<{_head(tokens[idx + 1])}{_in_tag(_attributes(tokens[idx].attrs), env)}>"

    def th_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return f"</{_head(tokens[idx - 1])}>\n"

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "</table></div>\n"

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return str(env["notes"].raw.read(tokens[idx].content, tuple(tokens[idx].map or (0, 0))))

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return str(env["notes"].raw.read(tokens[idx].content, env["block"]))

    def caption_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "<figcaption>"

    def caption_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "</figcaption>"

    def ruby(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        token = tokens[idx]
        reading = escaped(token.meta["reading"])
        return f"<ruby>{escaped(token.content)}<rp>(</rp><rt>{reading}</rt><rp>)</rp></ruby>"

    def toc(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return contents(env["notes"].headings, env["notes"].pieces)

    def embed(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return tokens[idx].content

    def math_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return self._formula(tokens[idx], env, is_display=False)

    def math_inline_double(self, tokens: list[Token], idx: int, options: OptionsDict, env: Any) -> str:
        # Alone on its line it stands alone; in a sentence it is a part of that, as kramdown's authors mean it.
        around = tokens[max(0, idx - 1) : idx] + tokens[idx + 1 : idx + 2]
        is_alone = all(token.type in {"softbreak", "hardbreak"} for token in around)
        return self._formula(tokens[idx], env, is_display=is_alone)

    def math_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        env["block"] = tuple(tokens[idx].map or env["block"])
        return f'<div class="math">{self._formula(tokens[idx], env, is_display=True)}</div>\n'

    def _formula(self, token: Token, env: Any, *, is_display: bool) -> str:
        found = formula(token.content, is_display=is_display)
        if found.problem:
            env["notes"].problems.append(("bad-formula", env["block"][0], {"reason": found.problem}))
        return found.html

    def callout_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        meta = tokens[idx].meta
        css = f'class="callout {meta["kind"]}"'
        if not meta["fold"]:
            return f"<div {css}>\n"
        return f"<details {css}{' open' if meta['fold'] == '+' else ''}>\n"

    def callout_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "</details>\n" if tokens[idx].meta["fold"] else "</div>\n"

    def callout_title_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        meta = tokens[idx].meta
        korean, english = TITLES.get(meta["kind"], (meta["said"], meta["said"]))
        own = tokens[idx + 1].content
        words = "" if own else escaped(korean if env["notes"].language.startswith("ko") else english)
        return f"<summary>{words}" if meta["fold"] else f'<p class="callout-title">{words}'

    def callout_title_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "</summary>\n" if tokens[idx].meta["fold"] else "</p>\n"

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        meta = tokens[idx].meta
        number = meta["id"] + 1
        again = f"-{meta['subId'] + 1}" if meta.get("subId") else ""
        put = env["notes"].pieces.put
        href, name = put(Fragment(f"fn:{number}")), put(Anchor(f"fnref:{number}{again}"))
        return f'<sup class="fnref"><a href="{href}"{name}>{number}</a></sup>'

    def footnote_block_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return '<section class="footnotes">\n<ol>\n'

    def footnote_block_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "</ol>\n</section>\n"

    def footnote_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        number = tokens[idx].meta["id"] + 1
        return f"<li{env['notes'].pieces.put(Anchor(f'fn:{number}'))}>"

    def footnote_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        return "</li>\n"

    def footnote_anchor(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        meta = tokens[idx].meta
        if meta["id"] in env["unused_footnotes"]:
            return ""
        again = f"-{meta['subId'] + 1}" if meta.get("subId") else ""
        label = "본문으로" if env["notes"].language.startswith("ko") else "Back to the text"
        href = env["notes"].pieces.put(Fragment(f"fnref:{meta['id'] + 1}{again}"))
        return f' <a href="{href}" class="fnback" aria-label="{label}">↩</a>'


def _head(content: Token) -> str:
    """Return the element of a cell in the head of a table: an empty one heads nothing, and would be read aloud."""
    return "th" if content.content else "td"


def _link(target: str, attrs: Mapping[str, Any], env: Any) -> str:
    """Return the opening tag of a link."""
    attributes = _attributes(attrs) if attrs else ()
    slot = env["notes"].references.add("link", target, env["block"])
    if slot is None:
        return f'<a href="{escape(target)}"{_in_tag(attributes, env)}>'
    return str(env["notes"].pieces.put(Link(slot, attributes)))


def _attributes(attrs: Mapping[str, Any]) -> Attributes:
    """Return the attributes of a token as they are written."""
    pairs = [(name, escape(str(value))) for name, value in attrs.items()]
    return tuple([Anchor(text) if name == "id" else Attribute(name, f' {name}="{text}"') for name, text in pairs])


def _in_tag(attributes: Attributes, env: Any) -> str:
    """Return attributes for a tag that is text; what names an anchor is a piece."""
    put = env["notes"].pieces.put
    return "".join([one.text if isinstance(one, Attribute) else put(one) for one in attributes])
