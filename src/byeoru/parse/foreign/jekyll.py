"""Translate tags and expressions of Jekyll and its common themes.

In:  the arguments of a tag, and its ``Spot``.
Out: Markdown, or None for a tag that cannot be translated and stays as it is.
Must not: know how tags are scanned, or which lines they take.
"""

import re

from byeoru.base.paths import is_external
from byeoru.parse.foreign.arguments import Arguments, joined
from byeoru.parse.foreign.tag import Spot
from byeoru.parse.foreign.writing import Size, bare, embedded, image, info, part, plain, reference

_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-(?=.)")
_MARKDOWN = re.compile(r"\.(?:md|markdown|mkd|mkdown)$", re.IGNORECASE)
_QUOTED = re.compile(r"""(["'])([^"'|]+)\1""")
_FILTER = re.compile(r"(relative_url|absolute_url)|prepend: ?site\.(?:baseurl|url)")
_UNKNOWN = re.compile(r"[^\W\d][\w-]*(?:\.[\w-]+)+|(?:page|site)\.[\w.-]+\s*\|.*")
_IMAGES = {"figure", "image", "img"}
_VIDEOS = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}


def highlight(arguments: str) -> str:
    """Keep the language and options of a code block."""
    return info(arguments)


def file_name(path: str) -> str:
    """Return the name of a post without folders and ending.

    >>> file_name("_posts/os/2016-01-08-zombie.md")
    '2016-01-08-zombie'
    """
    return _MARKDOWN.sub("", path.rpartition("/")[2])


def post_url(arguments: Arguments, spot: Spot) -> str | None:
    """Link a post by the name of its file."""
    name = file_name(joined(arguments.words))
    return reference(_DATE.sub("", name, count=1), f"@name:{name}", spot) if name else None


def link(arguments: Arguments, spot: Spot) -> str | None:
    """Link a source by its path; Hexo's tag of this name has a text and a URL."""
    if len(arguments.words) > 1:
        address = next((i for i, word in enumerate(arguments.words) if i and is_external(word.text)), 0)
        text = joined(arguments.words[:address])
        return reference(text, arguments.word(address), spot) if address else None
    path = arguments.word(0)
    if _MARKDOWN.search(path):
        return post_url(arguments, spot)
    return reference(path.rpartition("/")[2], "/" + path.lstrip("/"), spot) if path else None


def include(arguments: Arguments, spot: Spot) -> str | None:
    """Show an image or a video; other includes cannot be translated."""
    name = arguments.word(0).rpartition("/")[2].partition(".")[0].lower()
    if name in _IMAGES:
        return _included_image(arguments)
    service = arguments.get("provider").lower() if name == "video" else name
    return _video(service, arguments.get("id"), spot)


def youtube(arguments: Arguments, spot: Spot) -> str | None:
    """Show a YouTube video."""
    return _video("youtube", arguments.get("id") or arguments.word(0), spot)


def vimeo(arguments: Arguments, spot: Spot) -> str | None:
    """Show a Vimeo video."""
    return _video("vimeo", arguments.get("id") or arguments.word(0), spot)


def gist(arguments: Arguments, spot: Spot) -> str | None:
    """Link a gist, named by its id, with or without its owner."""
    parts = [part(piece) for piece in arguments.word(0).split("/") if piece]
    return embedded("https://gist.github.com/" + "/".join(parts), spot) if parts else None


def expression(text: str, spot: Spot) -> str | None:
    """Return the translation of ``{{ text }}``, None if there is none."""
    if text in {"site.baseurl", "site.url"}:
        return _root(spot) if spot.is_target else None
    if text == "page.url":
        return _this_page(spot) if spot.is_target else None
    path = _filtered(text)
    if not path:
        return None
    return bare(path) if spot.is_inside else plain(path)


def is_expression(text: str) -> bool:
    """Report whether ``{{ text }}`` is a template expression, and not an example in prose.

    >>> is_expression("page.title"), is_expression("message"), is_expression("a + b")
    (True, False, False)
    """
    return _UNKNOWN.fullmatch(text) is not None


def _filtered(text: str) -> str:
    """Return a quoted path that is followed only by URL filters; "" for anything else."""
    first, *filters = (" ".join(part.split()) for part in text.split("|"))
    quoted = _QUOTED.fullmatch(first)
    known = [_FILTER.fullmatch(name) for name in filters]
    if not quoted or not filters or None in known:
        return ""
    path = quoted[2]
    makes_address = any(match and match[1] for match in known)
    return "/" + path.lstrip("/") if makes_address and not is_external(path) else path


def _root(spot: Spot) -> str:
    return "" if spot.after.startswith(("/", "{{", "{%")) else "/"


def _this_page(spot: Spot) -> str:
    return "" if spot.after.startswith("#") else "#"


def _included_image(arguments: Arguments) -> str | None:
    source = arguments.get("src", "url", "image_path", "path", "file", "image", "img") or arguments.word(1)
    # A value without quotes may be a variable, such as `page.cover`, of the old site.
    if not source or source.startswith(("page.", "site.", "include.")):
        return None
    caption = arguments.get("caption", "description", "title")
    return image(source, arguments.get("alt"), caption, Size(arguments.get("width"), arguments.get("height")))


def _video(service: str, name: str, spot: Spot) -> str | None:
    service = "youtube" if service.startswith("youtube") else service
    if service not in _VIDEOS or not name:
        return None
    return embedded(_VIDEOS[service] + part(name), spot)


INLINE = {
    "gist": gist,
    "include": include,
    "link": link,
    "post_url": post_url,
    "vimeo": vimeo,
    "youtube": youtube,
}
