"""Translate shortcodes of Hugo and its common themes.

In:  the arguments of a shortcode, and its ``Spot``.
Out: Markdown or the parts of a block, or None for one that cannot be translated and stays as it is.
Must not: know how shortcodes are scanned, or which lines they take.
"""

from byeoru.base.paths import is_external
from byeoru.parse.foreign.arguments import Arguments, joined, read_arguments
from byeoru.parse.foreign.blocks import KINDS, Quote, callout
from byeoru.parse.foreign.jekyll import file_name, vimeo, youtube
from byeoru.parse.foreign.tag import Spot
from byeoru.parse.foreign.writing import (
    Size,
    autolink,
    bare,
    destination,
    embedded,
    image,
    info,
    part,
    plain,
    reference,
)

_FLAGS = {"true", "false", "open", "closed"}


def figure(arguments: Arguments, spot: Spot) -> str | None:
    """Show an image, linked if it has a link."""
    source = arguments.get("src") or arguments.word(0)
    if not source:
        return None
    if spot.is_inside:
        return bare(source)
    caption = " — ".join(filter(None, (arguments.get("title"), arguments.get("caption"))))
    shown = image(source, arguments.get("alt"), caption, Size(arguments.get("width"), arguments.get("height")))
    target = arguments.get("link")
    return f"[{shown}]({destination(target)})" if target else shown


def ref(arguments: Arguments, spot: Spot) -> str | None:
    """Link a page by its path, or by its name if there is no path."""
    target = arguments.get("path") or arguments.word(0)
    path, mark, fragment = target.partition("#")
    if not target:
        return None
    if path.startswith("/"):
        target = path.removesuffix(".md")
    else:
        target = f"@name:{path}" if path and "/" not in path and "." not in path else path
    return reference(file_name(path) or fragment, target + mark + fragment, spot)


def gist(arguments: Arguments, spot: Spot) -> str | None:
    """Link a gist, named by its owner and id."""
    parts = [part(word.text) for word in arguments.words[:2]]
    return embedded("https://gist.github.com/" + "/".join(parts), spot) if parts else None


def tweet(arguments: Arguments, spot: Spot) -> str | None:
    """Link a post on X; old shortcodes have no user name."""
    number = arguments.get("id") or arguments.word(0)
    user = arguments.get("user") or "i"
    return embedded(f"https://x.com/{part(user)}/status/{part(number)}", spot) if number else None


def highlight(arguments: str) -> str:
    """Keep the language and options of a code block."""
    read = read_arguments(arguments)
    words = [word.text for word in read.words]
    language = read.get("lang", "type") or (words.pop(0) if words else "")
    named = [f"{name}={value}" for name, value in read.named if name not in {"lang", "type", "options"}]
    options = ",".join(filter(None, (*words, read.get("options"), *named)))
    return info(language or "text", f"{{{options}}}") if options else info(language)


def box(arguments: Arguments) -> Quote:
    """Show a box of a theme as a callout: first its kind, then its title."""
    words = [word for word in arguments.words if word.text.lower() not in _FLAGS]
    kind = arguments.get("type", "style", "context", "color", "level").lower()
    if not kind and words and words[0].text.lower() in KINDS:
        kind = words.pop(0).text.lower()
    return callout(kind, arguments.get("title", "summary", "text") or joined(words))


def details(arguments: Arguments) -> Quote:
    """Show a foldable section as a callout; its first word is the title."""
    words = [word for word in arguments.words if word.text.lower() not in _FLAGS]
    return callout("note", arguments.get("title", "summary") or joined(words))


def button(arguments: Arguments) -> str:
    """Show the text between the tags of a button; its address follows as a link."""
    address = arguments.get("href", "url", "link", "relref") or arguments.word(0)
    return f"{autolink(address)} " if is_external(address) or address.startswith("/") else ""


def tab(arguments: Arguments) -> str:
    """Show the title of a tab before its text."""
    title = plain(arguments.get("title", "name", "header") or joined(arguments.words))
    return f"**{title}**" if title else ""


def nothing(_: Arguments) -> str:
    """Show only the text between the tags."""
    return ""


def mermaid(_: str) -> str:
    """Keep a diagram as code."""
    return info("mermaid")


def alert(arguments: Arguments) -> Quote:
    """Show a box as a callout; its first word may be the name of an icon, which is dropped."""
    word = arguments.word(0)
    return box(arguments if word.lower() in KINDS else arguments._replace(words=()))


INLINE = {
    "figure": figure,
    "gist": gist,
    "image": figure,
    "img": figure,
    "ref": ref,
    "relref": ref,
    "tweet": tweet,
    "twitter": tweet,
    "vimeo": vimeo,
    "x": tweet,
    "youtube": youtube,
}
QUOTES = {
    "admonition": box,
    "alert": alert,
    "callout": box,
    "details": details,
    "expand": details,
    "hint": box,
    "notice": box,
}
WRAPPERS = {
    **dict.fromkeys(("tabs", "tabpane", "columns", "column", "steps", "cards", "gallery"), nothing),
    **dict.fromkeys(("center", "lead", "rawhtml", "badge"), nothing),
    "button": button,
    "tab": tab,
}
CODE = {"highlight": highlight, "mermaid": mermaid}
