"""Recognize CSS colours.

In:  a text.
Out: whether it is a colour that is safe in a style sheet. Only characters of numbers, names and colour functions are
allowed, so it cannot end the declaration, the rule or the element around it.
"""

import re

from byeoru.base.patterns import lazy_pattern

_HEX = lazy_pattern(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_FUNCTION = lazy_pattern(r"([a-z-]+)\([\w\s.,%/#()-]+\)", re.ASCII | re.IGNORECASE)
_CALLS = lazy_pattern(r"([\w-]*)\(", re.ASCII)

_FUNCTIONS = set("rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark".split())  # noqa: SIM905
_LIST = """
    aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown
    burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan
    darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred
    darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink
    deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold
    goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush
    lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey
    lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow
    lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen
    mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin
    navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise
    palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue
    saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow
    springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen
    currentcolor transparent
"""
NAMES = frozenset(_LIST.split())


def is_color(text: str) -> bool:
    """Tell whether *text* is a colour.

    >>> [is_color(text) for text in ("#9a4a3c", "Teal", "oklch(62% .1 30 / 50%)", "light-dark(#111, rgb(0 0 0))")]
    [True, True, True, True]
    >>> [is_color(text) for text in ("#12345", "reed", "red;}", "rgb(0)</p>", "rgb(rgb(0)", "rgb(url(x))", "rgb(0/*)")]
    [False, False, False, False, False, False, False]
    """
    if _HEX.fullmatch(text) or text.lower() in NAMES:
        return True
    is_call = _FUNCTION.fullmatch(text) is not None
    return is_call and _is_closed(text) and {name.lower() for name in _CALLS.findall(text)} <= _FUNCTIONS


def _is_closed(text: str) -> bool:
    """Tell whether the first opening bracket is closed by the last character."""
    depth = 0
    for index, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == ")" and depth == 0:
            return index == len(text) - 1
    return False
