"""Write values as Markdown with all special characters escaped.

In:  plain values from tags.
Out: Markdown in which no value begins a link, ends a title or becomes HTML.
Must not: know tags.
"""

import re
from typing import NamedTuple
from urllib.parse import quote

from byeoru.parse.foreign.tag import Spot

_SPECIAL = re.compile(r"[\\\[\]`*_~$|]")
# Percent-encoded in every target: characters that end or escape it, or begin a tag or a code span.
_UNSAFE = re.compile(r"[<>\"\\`|\x00-\x1f\x7f]")
_UNSAFE_BARE = re.compile(r"[<>\"'\\`|\s()\x00-\x1f\x7f]")
_SPACED = re.compile(r"[\s()]")
_SCHEME = re.compile(r"https?://")
_BACKTICKS = re.compile(r"`+")

# What attributes of an image can express; a height in percent has no meaning.
_WIDTH = re.compile(r"(\d{1,5}%?)(?:px)?")
_HEIGHT = re.compile(r"(\d{1,5})(?:px)?")


class Size(NamedTuple):
    """The width and height of an image, as written; "" for none."""

    width: str = ""
    height: str = ""


def plain(value: str) -> str:
    r"""Write *value* as text on one line.

    >>> plain("a [b] <script>")
    'a \\[b\\] &lt;script>'
    """
    return _SPECIAL.sub(r"\\\g<0>", " ".join(value.split())).replace("<", "&lt;")


def destination(target: str) -> str:
    """Write *target* between the parentheses of a link.

    >>> destination("그림 (1).png")
    '<그림 (1).png>'
    """
    target = _UNSAFE.sub(_percent, " ".join(target.split()))
    return f"<{target}>" if _SPACED.search(target) or not target else target


def bare(target: str) -> str:
    """Write *target* inside an existing target: in parentheses, angle brackets or an attribute."""
    return _UNSAFE_BARE.sub(_percent, " ".join(target.split()))


def titled(title: str) -> str:
    r"""Write *title* after a destination; "" without a title.

    >>> titled('a "b"')
    ' "a \\"b\\""'
    """
    title = " ".join(title.split()).replace("\\", "\\\\").replace('"', '\\"').replace("<", "&lt;")
    return f' "{title}"' if title else ""


def image(source: str, alt: str, title: str = "", size: Size = Size()) -> str:  # noqa: B008  (immutable)
    """Write an image; the title is its description if there is no other.

    >>> image("a.png", "b", size=Size("33%", "20px")), image("a.png", "b", size=Size("auto"))
    ('![b](a.png){width=33% height=20}', '![b](a.png)')
    """
    lengths = {"width": _WIDTH.fullmatch(size.width.strip()), "height": _HEIGHT.fullmatch(size.height.strip())}
    attributes = " ".join(f"{name}={length[1]}" for name, length in lengths.items() if length)
    written = f"![{plain(alt or title)}]({destination(source)}{titled(title)})"
    return f"{written}{{{attributes}}}" if attributes else written


def link(text: str, target: str, title: str = "") -> str:
    """Write a link; its text is the target if there is no other."""
    return f"[{plain(text or target)}]({destination(target)}{titled(title)})"


def reference(text: str, target: str, spot: Spot) -> str | None:
    """Write *target* if the tag is within a target, else as a link.

    In the middle of a target it cannot be written: the text before it would change its meaning.
    """
    if spot.is_target:
        return bare(target)
    return None if spot.is_inside else link(text, target)


def embedded(url: str, spot: Spot) -> str:
    """Write a URL alone if it has its own line, else as a link."""
    return bare(url) if spot.is_inside or (spot.is_alone and _SCHEME.match(url)) else autolink(url)


def autolink(url: str) -> str:
    """Write a URL as an autolink.

    >>> autolink("https://a.kr/b c"), autolink("/b")
    ('<https://a.kr/b%20c>', '[/b](/b)')
    """
    return f"<{bare(url)}>" if _SCHEME.match(url) else link(url, url)


def part(value: str) -> str:
    """Write *value* as one segment of a URL.

    >>> part("dQw4w9WgXcQ"), part("a/../<b>")
    ('dQw4w9WgXcQ', 'a%2F..%2F%3Cb%3E')
    """
    return quote(value, safe="")


def info(*words: str) -> str:
    """Write the info string of a fence, which cannot contain a backtick."""
    return " ".join(" ".join(words).replace("`", "'").split())


def attribute(name: str, value: str) -> str:
    """Write a value with its name, for an ``info``; "" for no value."""
    quoted = value.replace('"', "'")
    return f'{name}="{quoted}"' if value else ""


def span(code: str) -> str:
    """Write *code* as a span in a line.

    >>> span("a`b"), span("")
    ('``a`b``', '')
    """
    if not code.strip():
        return code
    fence = "`" * (_longest(code) + 1) if "`" in code else "`"
    padding = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{fence}{padding}{code}{padding}{fence}"


def fence(code: str) -> str:
    """Return a fence that nothing in *code* closes."""
    return "`" * max(3, _longest(code) + 1)


def _longest(code: str) -> int:
    return max((len(run) for run in _BACKTICKS.findall(code)), default=0)


def _percent(match: re.Match[str]) -> str:
    return quote(match[0], safe="")
