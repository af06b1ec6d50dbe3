"""Links and images as in CommonMark, parsed in one pass over their brackets."""

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from html import escape
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink, normalizeLinkText, validateLink
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from byeoru.base.escaping import escaped
from byeoru.base.paths import is_local
from byeoru.base.patterns import lazy_pattern
from byeoru.model.body import SOURCE, Attribute, Image
from byeoru.parse.markup.brackets import image_at, label_at, link_at
from byeoru.parse.markup.environment import MarkdownEnv, RuleFinding
from byeoru.parse.markup.inline_parser import State
from byeoru.parse.markup.rule import Rule
from byeoru.parse.markup.soft_breaks import joins
from byeoru.parse.markup.text_reader import Hard, TextReader
from byeoru.parse.markup.writer import attributes_of, in_tag, link_tag

# Neither a year nor the number of a step: `![2024](a.png)` and `![12](step-12.png)` are descriptions.
_SIZE = lazy_pattern(
    r"(?:^(?=\s*\d{3})|\|)\s*+(?P<width>[1-9]\d{1,2}|1\d{3})(?:x(?P<height>[1-9]\d{1,3}))?\s*+$",
)
_PLAIN_LINK = re.compile(r'\[([^\[\]\n]*)\]\(([^\s()<>\\&]+)(?: "([^"\\&<\n]*)")?\)')
# A line below it may be a caption.
_PLAIN_IMAGE = lazy_pattern(r"!\[([^\[\]\n]*)\]\(([^\s()<>\\&]+)\)(?! *\n)")
# Targets that need no normalization and are safe.
_PLAIN_TARGET = re.compile(
    r"(?:https?://[a-z0-9.\-]+(?::\d+)?(?=[/?#]|$)|(?![a-zA-Z][a-zA-Z0-9+.\-]*:|//))[A-Za-z0-9/._\-#?=+,;:~@!$'*]*"
)


def _install(parser: MarkdownIt) -> None:
    parser.inline.ruler.at("link", _read_link)
    parser.inline.ruler.at("image", _read_image)


def _read_link(state: StateInline, silent: bool) -> bool:
    assert isinstance(state, State)
    start = state.pos
    target = link_at(state, start) if state.src[start] == "[" else None
    if target is None:
        return False
    if not silent:
        maximum, state.pos, state.posMax = state.posMax, start + 1, label_at(state, start).end
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": target.href}
        if target.title:
            opening.attrSet("title", target.title)
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.push("link_close", "a", -1)
        state.posMax = maximum
    state.pos = target.end
    return True


def _read_image(state: StateInline, silent: bool) -> bool:
    assert isinstance(state, State)
    bracket = state.pos + 1
    is_marked = state.src[state.pos] == "!" and state.src.startswith("[", bracket) and bracket < state.posMax
    if not is_marked or state.is_too_deep(silent=silent):
        return False
    target = image_at(state, bracket)
    if target is None:
        return False
    if not silent:
        end = label_at(state, bracket).end
        children = state.read_within(bracket + 1, end)
        token = state.push("image", "img", 0)
        token.attrs = {"src": target.href, "alt": ""}
        token.children, token.content = children or None, state.src[bracket + 1 : end]
        _take_size(token)
        token.attrs |= {name: value for name, value in zip(("width", "height"), target.size, strict=True) if value}
        if target.title:
            token.attrSet("title", target.title)
    state.pos = target.end
    return True


def _take_size(token: Token) -> None:
    """Read the size of an image at the end of its description, as Obsidian does: `300`, `alt|300` or `alt|300x200`."""
    size = _SIZE.search(token.content)
    if not size:
        return
    token.attrs |= {"width": size["width"]} | ({"height": size["height"]} if size["height"] else {})
    token.content = token.content[: size.start()]
    last = token.children[-1] if token.children else None
    if last and last.type == "text":
        last.content = _SIZE.sub("", last.content)


def _link_open(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    attrs = dict(tokens[at].attrs)
    target = str(attrs.pop("href", "")).strip()
    if is_local(target):
        env.findings.append(local_file(target, env.block))
        env.links.append(None)
        return "<a>"
    return link_tag(target, attrs, env)


def _image(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    token = tokens[at]
    attrs = env.references.loading() | dict(token.attrs)
    target = str(attrs.pop("src", "")).strip()
    alt = str(attrs.pop("alt", "")) or _spoken(token.children or [])
    name: str = token.meta.get("name", "")  # of `![[name]]`
    if not name and is_local(target):
        env.findings.append(local_file(target, env.block))
        return escaped(alt)
    slot = env.references.add_name("embed", name, env.block) if name else env.references.add("image", target, env.block)
    attributes = (Attribute("alt", f' alt="{escaped(alt)}"'), *attributes_of(attrs))
    if slot is None:
        return f'<img src="{escape(target)}"{in_tag(attributes, env)}>'
    return env.pieces.put(Image(slot, (SOURCE, *attributes)))


@lru_cache(maxsize=1 << 12)
def safe_target(target: str) -> str:
    """Return the target of a link as the parser renders it; a target that it may reject needs the parser."""
    if _PLAIN_TARGET.fullmatch(target):
        return target
    href = normalizeLink(target)
    if not validateLink(href) or is_local(href):
        raise Hard
    return href


def shown_url(url: str) -> str:
    """Return a URL as it is shown where it stands for itself: decoded."""
    return url if _PLAIN_TARGET.fullmatch(url) and "xn--" not in url else str(normalizeLinkText(url))


def _quick_link(reader: TextReader) -> None:
    match = _PLAIN_LINK.match(reader.text, reader.at)
    if match is None:
        if reader.has_definitions or reader.text.startswith("[", reader.at + 1) or reader.last_link > reader.at:
            raise Hard
        reader.literal("[")
        return
    words, target, title = match.groups()
    if reader.triggers.find_in_link(words) or target.startswith("[["):
        raise Hard
    reader.at = match.end()
    reader.link(safe_target(target), title or "", words)


def _quick_image(reader: TextReader) -> None:
    match = _PLAIN_IMAGE.match(reader.text, reader.at)
    if match is None:
        raise Hard
    alt, target = match.groups()
    if reader.triggers.find(alt, 0) or _SIZE.search(alt) or joins(alt[:1], alt[:1]):
        raise Hard  # a line break before it may depend on the description
    token = Token("image", "img", 0, attrs={"src": safe_target(target), "alt": alt})
    reader.at = match.end()
    reader.later(partial(_image, (token,), 0))


def local_file(target: str, lines: tuple[int, int]) -> RuleFinding:
    """Return the finding that *target* is on the author's computer alone; its path may contain the author's name."""
    written = unquote(target)
    name = re.split(r"[\\/]", written)[-1]
    return RuleFinding("local-file", lines, {"target": written, "name": name}, written, "copy-beside")


def _spoken(children: Sequence[Token]) -> str:
    """Return the plain text of an image description."""
    words = []
    for child in children:
        match child.type:
            case "text" | "code_inline" | "html_inline":
                words.append(child.content)
            case "image":
                words.append(_spoken(child.children or []))
            case "softbreak" | "hardbreak":
                words.append("\n")
    return "".join(words)


RULE = Rule(
    "links",
    _install,
    starts=("[", "!["),
    quick_texts={"[": _quick_link, "![": _quick_image},
    stops="]",
    blocks={"reference": "["},
    html={"link_open": _link_open, "link_close": "</a>", "image": _image},
)
