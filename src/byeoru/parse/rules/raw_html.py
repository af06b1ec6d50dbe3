"""Raw HTML: its references, images and anchors become pieces.

In:  HTML as its author wrote it.
Out: the same text, with pieces for what the site or the page decides.
Must not: change scripts, styles, comments or any other attribute.

An autolink such as `<https://…>` is no HTML; in a block that an image begins, browsers would take it for a tag and
show nothing, so it becomes a link there too.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape, unescape
from typing import Literal

from markdown_it.common.normalize_url import normalizeLink, validateLink
from markdown_it.token import Token

from byeoru.base.paths import is_local
from byeoru.base.patterns import lazy_pattern
from byeoru.model.body import SOURCE, Address, Addresses, Anchor, Attribute, Image
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.rule import NO_WORDS, Rule
from byeoru.parse.markup.text_reader import Hard, TextReader
from byeoru.parse.rules.links import local_file, safe_target, shown_url

AUTOLINK = lazy_pattern(r"<((?:https?|ftp|mailto):[^\s<>]++)>", re.IGNORECASE)
# Tags of elements that are shown in a line, without attributes.
_ELEMENT = lazy_pattern(r"</?(?:b|code|del|em|i|ins|kbd|mark|s|small|strong|sub|sup|u)>|<br */?>")
# An autolink; a comment; an element whose content is not HTML; or a tag with attributes in any quoting style.
_TAG = lazy_pattern(
    AUTOLINK.pattern + r"|<!--.*?(?:-->|\Z)|<(?:script|style)\b.*?(?:</(?:script|style)\s*>|\Z)"
    r"""|<[a-zA-Z][^\s/<>]*+(?>(?:\s++[^\s=<>/"']++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]++))?)*)\s*+/?>""",
    re.DOTALL | re.IGNORECASE,
)
# Matches whole attributes, so that text within the value of another attribute is not one.
_ATTRIBUTE = lazy_pattern(
    r"""(?<!\s)(?P<before>\s)\s*+(?P<name>[^\s=>/"']++)(?:\s*+=\s*+(?:"(?P<a>[^"]*+)"|'(?P<b>[^']*+)'|(?P<c>[^\s"'>]++)))?"""
)
_LOADED = lazy_pattern(r"\s(?:loading|decoding)[\s=>/]", re.IGNORECASE)
_KINDS: dict[str, Literal["link", "image"]] = {
    "href": "link",
    **dict.fromkeys(
        ("src", "poster", "data", "data-src", "data-original"), "image"
    ),  # `data-…` of scripts that load late
}
_SOURCE_SETS = {"srcset", "data-srcset", "imagesrcset"}
_CANDIDATE = lazy_pattern(r"[\s,]*+([^\s]++)([^,]*+)")
# Attributes that define an anchor or refer to anchors of the same document.
_ANCHORS = {"id", "for", "headers", "list", "aria-controls", "aria-describedby", "aria-labelledby", "aria-owns"}


class _RawHtml:
    """Parses one span of raw HTML."""

    def __init__(self, env: MarkdownEnv, block: tuple[int, int]) -> None:
        self._references, self._pieces, self._findings, self._block = env.references, env.pieces, env.findings, block

    def read(self, html: str) -> str:
        """Return *html* with its pieces extracted."""
        return _TAG.sub(lambda match: _autolink(match[1]) if match[1] else self._tag(match[0]), html)

    def _tag(self, tag: str) -> str:
        name = tag[1:7].lower()
        if name.startswith(("script", "style", "!")):
            return tag
        if name[:3] == "img" and name[3:4].isspace():
            return self._image(tag)
        return self._other(tag)

    def _other(self, tag: str) -> str:
        is_link = tag[1].lower() == "a" and tag[2].isspace()
        return _ATTRIBUTE.sub(lambda match: self._attribute(match, is_link=is_link), tag)

    def _attribute(self, match: re.Match[str], *, is_link: bool) -> str:
        name, value = match["name"].lower(), _value(match)
        if name == "markdown":  # for the program that reads Markdown in HTML
            return ""
        if value is None:
            return match[0]
        if name in _ANCHORS or (name == "name" and is_link):
            return self._pieces.put(Anchor(_quotable(value), name))
        if name not in _KINDS and name not in _SOURCE_SETS:
            return match[0]
        parts = [part if isinstance(part, str) else self._pieces.put(part) for part in self._parts(name, value)]
        if parts == [""]:
            return ""
        return f'{match["before"]}{match["name"]}="{"".join(parts)}"'

    def _parts(self, name: str, value: str) -> Iterator[str | Address]:
        """Yield the parts of an attribute with addresses, and the text between them."""
        if name in _SOURCE_SETS:
            for number, (url, descriptor) in enumerate(_candidates(unescape(value))):
                yield from ((", ",) if number else ())
                yield self._part("image", url)
                yield escape(descriptor)
        else:
            yield self._part(_KINDS[name], unescape(value).strip())

    def _part(self, kind: Literal["link", "image"], target: str) -> str | Address:
        if is_local(target):
            self._findings.append(local_file(target, self._block))
            return ""
        slot = self._references.add(kind, target, self._block)
        return escape(target) if slot is None else Address(slot)

    def _image(self, tag: str) -> str:
        """Return an image: a piece if it is in the site, else unchanged except for loading attributes."""
        matches = list(_ATTRIBUTE.finditer(tag))
        source = next((match for match in matches if match["name"].lower() == "src"), None)
        target = unescape(_value(source) or "").strip() if source else ""
        if is_local(target):
            self._findings.append(local_file(target, self._block))
            return escape(
                unescape(next((_value(match) or "" for match in matches if match["name"].lower() == "alt"), ""))
            )
        slot = self._references.add("image", target, self._block)
        waiting = self._references.loading().items()
        loading = () if _LOADED.search(tag) else [Attribute(name, f' {name}="{value}"') for name, value in waiting]
        if slot is None:
            return tag[:4] + "".join([attribute.text for attribute in loading]) + self._other(tag)[4:]
        written = [SOURCE if match is source else self._written(match) for match in matches]
        end = tag[matches[-1].end() : -1]
        return self._pieces.put(Image(slot, (*loading, *written, *([Attribute("", end)] if end else []))))

    def _written(self, match: re.Match[str]) -> Attribute | Anchor | Addresses:
        name, value = match["name"].lower(), _value(match)
        if value is None:
            return Attribute(name, match[0])
        if name in _ANCHORS:
            return Anchor(_quotable(value), name)
        if name in _SOURCE_SETS or (name in _KINDS and name != "src"):
            return Addresses(name, tuple(self._parts(name, value)))
        return Attribute(name, match[0])


def _candidates(text: str) -> Iterator[tuple[str, str]]:
    """Yield the URLs of a `srcset`, each with its descriptor and the space before that.

    >>> list(_candidates("a.png 1x,b.png 2x, c.png"))
    [('a.png', ' 1x'), ('b.png', ' 2x'), ('c.png', '')]
    """
    at = 0
    while match := _CANDIDATE.match(text, at):
        url, descriptor = match.groups()
        is_alone = url.endswith(",")
        at = match.end(1) if is_alone else match.end()
        yield url.rstrip(","), "" if is_alone else descriptor.rstrip()


def _autolink(address: str) -> str:
    href = normalizeLink(unescape(address))
    return f'<a href="{escape(href)}">{escape(unescape(address))}</a>' if validateLink(href) else escape(f"<{address}>")


def _quotable(value: str) -> str:
    return value.replace('"', "&quot;")


def _value(match: re.Match[str]) -> str | None:
    return next((match[group] for group in "abc" if match[group] is not None), None)


def _block(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    first, behind = tokens[at].map or (0, 0)
    return _RawHtml(env, (first, behind)).read(tokens[at].content)


def _inline(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return _RawHtml(env, env.block).read(tokens[at].content)


def _quick(reader: TextReader) -> None:
    if autolink := AUTOLINK.match(reader.text, reader.at):
        url = autolink[1]
        reader.link(safe_target(url), "", shown_url(url))
        reader.at = autolink.end()
        return
    element = _ELEMENT.match(reader.text, reader.at) if reader.triggers.has_html else None
    if element is not None:
        reader.html.append(element[0])
        reader.at = element.end()
        return
    following = reader.text[reader.at + 1 : reader.at + 2]
    if following.isalpha() or following in {"/", "!", "?"}:
        raise Hard
    reader.literal("<")


RULE = Rule(
    "raw_html",
    starts=("<",),
    quick_texts={"<": _quick},
    blocks={"html_block": "<"},
    html={"html_block": _block, "html_inline": _inline},
    words={"html_inline": NO_WORDS},
)
