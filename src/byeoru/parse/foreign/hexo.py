"""Translate tags of Hexo and its common themes.

In:  the arguments of a tag, and its ``Spot``.
Out: Markdown or the parts of a block, or None for a tag that cannot be translated and stays as it is.
Must not: know how tags are scanned, or which lines they take.
"""

import re

from byeoru.base.paths import is_external
from byeoru.parse.foreign.arguments import Arguments, Word, joined, read_arguments
from byeoru.parse.foreign.blocks import KINDS, Quote, callout
from byeoru.parse.foreign.jekyll import file_name
from byeoru.parse.foreign.tag import Spot
from byeoru.parse.foreign.writing import Size, attribute, autolink, bare, image, info, link, plain, reference

_PICTURE = re.compile(r"\.(?:avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp)(?:[?#].*)?$", re.IGNORECASE)
_SIZE = re.compile(r"(?:(?:width|height)=)?(?:\d+(?:px|%)?|auto)")
_OPTION = re.compile(r"(?:diff|first_line|highlight|language_attr|line_number|line_threshold|mark|wrap):\S+")
_ADDRESS = re.compile(r"https?://\S|/\S")
_BOX_STYLES = {"no-icon", "simple", "modern", "flat", "disabled"}
_ICON = re.compile(r"(?:fa[a-z]* )?fa-")
_BOX_COLOURS = {
    **dict.fromkeys(("blue", "pink", "purple"), "default"),
    "green": "success",
    **dict.fromkeys(("orange", "yellow"), "warning"),
    "red": "danger",
}


def codeblock(arguments: str) -> str:
    """Keep the language, title and URL of a code block."""
    words = [word.text for word in read_arguments(arguments).everything]
    language = next((word[5:] for word in words if word.startswith("lang:")), "")
    options = [word for word in words if _OPTION.fullmatch(word)]
    words = [word for word in words if word not in options and not word.startswith("lang:")]
    address = next((word for word in words if _ADDRESS.match(word)), "")
    title = attribute("title", " ".join(word for word in words if word != address))
    rest = info(title, attribute("url", address), *options)
    return info(language or ("text" if rest else ""), rest)


def img(arguments: Arguments, spot: Spot) -> str | None:
    """Show an image; classes before it belong to the theme."""
    words = arguments.everything
    at = _picture(words)
    if at < 0:
        return None
    source, rest = words[at].text, list(words[at + 1 :])
    sizes: list[str] = []
    while rest and len(sizes) < len(Size._fields) and not rest[0].is_quoted and _SIZE.fullmatch(rest[0].text):
        sizes.append(rest.pop(0).text.rpartition("=")[2])
    title, alt = _title_and_alt(tuple(rest))
    return bare(source) if spot.is_inside else image(source, alt, title, Size(*sizes))


def asset_path(arguments: Arguments, spot: Spot) -> str | None:
    """Return the path of a file beside the post."""
    path = joined(arguments.everything)
    return (bare(path) if spot.is_inside else plain(path)) if path else None


def asset_link(arguments: Arguments, spot: Spot) -> str | None:
    """Link a file beside the post."""
    path, title = joined(arguments.everything[:1]), _link_title(arguments.everything[1:])
    return reference(title or path, path, spot) if path else None


def post_link(arguments: Arguments, spot: Spot) -> str | None:
    """Link a post by the name of its file."""
    path, mark, fragment = joined(arguments.everything[:1]).partition("#")
    name, title = file_name(path), _link_title(arguments.everything[1:])
    return reference(title or name, f"@name:{name}{mark}{fragment}", spot) if name else None


def post_path(arguments: Arguments, spot: Spot) -> str | None:
    """Return the reference of a post."""
    return post_link(arguments._replace(everything=arguments.everything[:1]), spot)


def iframe(arguments: Arguments, spot: Spot) -> str | None:
    """Link a page that was shown in a frame."""
    address = joined(arguments.everything[:1])
    return (bare(address) if spot.is_inside else autolink(address)) if address else None


def blockquote(arguments: Arguments) -> Quote:
    """Quote somebody, with author, work and source."""
    words = arguments.everything
    at = next((i for i, word in enumerate(words) if is_external(word.text)), len(words))
    author, title = plain(joined(words[:at])), joined(words[at + 1 :])
    source = link(title or words[at].text, words[at].text) if at < len(words) else ""
    named = ", ".join(filter(None, (author, source)))
    return Quote(by=f"— {named}" if named else "")


def centerquote(_arguments: Arguments) -> Quote:
    """Quote without an author."""
    return Quote()


def note(arguments: Arguments) -> Quote:
    """Show a box of NexT or Butterfly as a callout."""
    words = [word for word in arguments.everything if word.text not in _BOX_STYLES and not _ICON.match(word.text)]
    kind = words[0].text.lower() if words else ""
    kind = _BOX_COLOURS.get(kind, kind)
    return callout(kind, joined(words[1:] if kind in KINDS else words))


def _picture(words: tuple[Word, ...]) -> int:
    """Return the index of the image: the first word with an image extension or a path, else the first word."""
    for test in (_PICTURE.search, re.compile("/").search):
        for index, word in enumerate(words):
            if test(word.text):
                return index
    return 0 if words else -1


def _title_and_alt(words: tuple[Word, ...]) -> tuple[str, str]:
    """Return title and description; old posts put both in one additional pair of quotes."""
    if len(words) == 1 and '"' in words[0].text:
        words = read_arguments(words[0].text).everything
    if words and words[0].is_quoted:
        return words[0].text, joined(words[1:])
    return joined(words), ""


def _link_title(words: tuple[Word, ...]) -> str:
    """Return the text of a link; a final ``true`` or ``false`` is Hexo's escape option."""
    return joined(words[:-1] if words and words[-1].text in {"true", "false"} else words)


INLINE = {
    "asset_img": img,
    "asset_link": asset_link,
    "asset_path": asset_path,
    "iframe": iframe,
    "img": img,
    "post_link": post_link,
    "post_path": post_path,
}
QUOTES = {
    "blockquote": blockquote,
    "centerquote": centerquote,
    "cq": centerquote,
    "note": note,
    "pq": centerquote,
    "pullquote": centerquote,
    "quote": blockquote,
    "tip": note,
}
CODE = {"code": codeblock, "codeblock": codeblock}
