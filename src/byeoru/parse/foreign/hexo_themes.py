"""Translate the tags of themes of Hexo: NexT, Butterfly, Fluid, Volantis and those that are derived from them.

In:  the arguments of a tag, and its ``Spot``; these themes separate arguments by commas.
Out: Markdown, the parts of a block, or what is written in place of a tag around Markdown.
Must not: know how tags are scanned, or which lines they take.
"""

from collections.abc import Callable

from byeoru.parse.foreign.arguments import Arguments, joined
from byeoru.parse.foreign.blocks import KINDS, Quote, callout
from byeoru.parse.foreign.tag import Spot
from byeoru.parse.foreign.writing import autolink, embedded, image, info, link, part, plain

Inline = Callable[[Arguments, Spot], str | None]

_COLOURS = {"red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink", "default", "primary", "info"}
_STATES = {"checked", "true", "false", "plus", "minus", "times", "incline", *_COLOURS}


def _parts(arguments: Arguments) -> list[str]:
    """Return the arguments between commas."""
    return [text.strip() for text in joined(arguments.everything).split(",")]


def button(arguments: Arguments, _: Spot) -> str | None:
    """Link an address with the text of a button."""
    address, *rest = _parts(arguments)
    return link(rest[0] if rest else "", address) if address else None


def label(arguments: Arguments, _: Spot) -> str | None:
    """Show the text of a label: behind an `@`, or before its colour."""
    text = joined(arguments.everything)
    before, mark, after = text.partition("@")
    words = (after if mark and " " not in before.strip() else text).split()
    if not mark and len(words) > 1 and words[-1] in _COLOURS:
        words.pop()
    return plain(" ".join(words)) if words else None


def styled(arguments: Arguments, _: Spot) -> str | None:
    """Show text that the theme only colours or hides until it is clicked."""
    parts = _parts(arguments)
    while len(parts) > 1 and (parts[0] in _STATES or not parts[0]):
        parts.pop(0)
    return plain(parts[0]) or None


def phrase(arguments: Arguments, _: Spot) -> str | None:
    """Show text that is all of the arguments."""
    return plain(joined(arguments.everything)) or None


def keyboard(arguments: Arguments, _: Spot) -> str | None:
    """Show keys."""
    keys = plain(joined(arguments.everything))
    return f"<kbd>{keys}</kbd>" if keys else None


def check(arguments: Arguments, _: Spot) -> str | None:
    """Show a box that is checked or not, and its text."""
    parts = _parts(arguments)
    words = [text for text in parts if text not in _STATES]
    return f"{'☑' if {'checked', 'true'} & set(parts) else '☐'} {plain(', '.join(words))}" if words else None


def picture(arguments: Arguments, _: Spot) -> str | None:
    """Show an image; sizes and styles behind it belong to the theme."""
    source, _mark, rest = joined(arguments.everything).replace(",", " ").strip().partition(" ")
    words = [word for word in rest.split() if not word.startswith(("height", "width", "class"))]
    alt = " ".join(words) if not all(word.rstrip("px%").isdigit() for word in words) else ""
    return image(source, alt) if source else None


def media(arguments: Arguments, spot: Spot) -> str | None:
    """Link a video, a sound or a document."""
    address = _parts(arguments)[0].partition(" ")[0]
    return (
        (embedded if address.startswith("http") else lambda url, _: autolink(url))(address, spot) if address else None
    )


def caniuse(arguments: Arguments, _: Spot) -> str | None:
    """Link the support of a feature in browsers."""
    feature = _parts(arguments)[0].partition("@")[0].strip()
    return autolink(f"https://caniuse.com/{part(feature)}") if feature else None


def toggle(arguments: Arguments) -> Quote:
    """Show a foldable section as a callout; its first argument is the title."""
    return callout("note", _parts(arguments)[0])


def fold(arguments: Arguments) -> Quote:
    """Show a foldable section of Fluid or Volantis: a kind or colour, and the title behind `@` or a comma."""
    text = joined(arguments.everything)
    before, mark, title = text.partition("@" if "@" in text else ",")
    words = [word for word in before.split() if word not in _COLOURS | {"open"} or word in KINDS]
    kind = words.pop(0) if words and words[0] in KINDS else "note"
    return callout(kind, title.strip() if mark else " ".join(words))


def _nothing(_: Arguments) -> str:
    return ""


def _title(arguments: Arguments) -> str:
    title = plain(joined(arguments.everything))
    return f"**{title}**" if title else ""


def _first(arguments: Arguments) -> str:
    title = plain(_parts(arguments)[0])
    return f"**{title}**" if title and not title.isdigit() else ""


def mermaid(_: str) -> str:
    """Keep a diagram as code."""
    return info("mermaid")


INLINE: dict[str, Inline] = {
    "audio": media,
    "btn": button,
    "button": button,
    "can": caniuse,
    "caniuse": caniuse,
    "cb": check,
    "checkbox": check,
    "del": phrase,
    "emp": phrase,
    "fi": picture,
    "fullimage": picture,
    "hideInline": styled,
    "inlineImg": picture,
    "inlineimage": picture,
    "jsfiddle": lambda arguments, spot: embedded(f"https://jsfiddle.net/{part(arguments.word(0))}/", spot),
    "kbd": keyboard,
    "key": keyboard,
    "label": label,
    "pdf": media,
    "psw": phrase,
    "radio": check,
    "span": styled,
    "u": phrase,
    "video": media,
    "wavy": phrase,
}
QUOTES: dict[str, Callable[[Arguments], Quote]] = {
    "fold": fold,
    "folding": fold,
    "hideBlock": toggle,
    "hideToggle": toggle,
}
WRAPPERS: dict[str, Callable[[Arguments], str]] = {
    **dict.fromkeys(("tabs", "subtabs", "subsubtabs", "gallery", "grouppicture", "gp", "gi"), _nothing),
    **dict.fromkeys(("grid", "cell", "center"), _nothing),
    "timeline": _first,
    "timenode": _title,
}
CODE = {"mermaid": mermaid}
