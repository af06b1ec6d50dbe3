"""The style sheet of highlighted code, from two styles of Pygments: one for light pages, one for dark ones."""

from functools import lru_cache

from pygments.style import Style
from pygments.styles import get_style_by_name
from pygments.token import STANDARD_TYPES, _TokenType

LIGHT, DARK = "friendly", "github-dark"
# Background of a marked line of code in the default theme, where contrast is lowest; colours are adjusted to it.
PAPER, INK = "e3d6ce", "3b302c"
CONTRAST = 7.1  # WCAG 2.2 AAA requires 7, and browsers round mixed colours


def stylesheet() -> str:
    """Return one rule per token class; ``light-dark()`` follows the colour scheme of the page."""
    light, dark = get_style_by_name(LIGHT), get_style_by_name(DARK)
    rules = []
    for kind, name in STANDARD_TYPES.items():
        declarations = _declarations(light, dark, kind)
        if name and declarations:
            rules.append(f".highlight .{name} {{ {'; '.join(declarations)} }}\n")
    return "".join(rules)


def _declarations(light: type[Style], dark: type[Style], kind: _TokenType) -> list[str]:
    """Return the declarations for one token type; comments are not italic, which is illegible in Hangul."""
    colours = [_readable(style.style_for_token(kind)["color"], back) for style, back in ((light, PAPER), (dark, INK))]
    declarations = []
    if any(colours):
        by_day, by_night = (f"#{colour}" if colour else "inherit" for colour in colours)
        if "inherit" not in (by_day, by_night):
            declarations.append(f"color: light-dark({by_day}, {by_night})")
    if light.style_for_token(kind)["bold"]:
        declarations.append("font-weight: bold")
    return declarations


@lru_cache(maxsize=1 << 7)  # the 80 token types have few colours
def _readable(colour: str | None, background: str) -> str | None:
    """Adjust a colour (six hexadecimal digits) until its contrast with the background is sufficient.

    >>> _readable("ffffff", "ffffff")
    '585858'
    """
    if colour is None:
        return None
    parts = _channels(colour)
    goal = 255 if _luminance(_channels(background)) < 0.5 else 0
    while _contrast(parts, _channels(background)) < CONTRAST:
        parts = [round(part + (goal - part) * 0.04 + (0.5 if goal else -0.5)) for part in parts]
    return "".join(f"{min(255, max(0, part)):02x}" for part in parts)


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (0, 2, 4)]


def _luminance(channels: list[int]) -> float:
    """Return the relative luminance of a colour, as WCAG 2 defines it."""
    linear = [c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(colour: list[int], other: list[int]) -> float:
    darker, lighter = sorted((_luminance(colour), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
