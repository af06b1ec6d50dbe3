"""Evaluate expressions and conditions of Liquid: values with filters.

In:  an expression, and the values of names.
Out: a ``Value``.
Must not: call anything but the filters below; ``CannotRead`` is raised for all others.
"""

import re
from collections.abc import Callable
from html import escape
from urllib.parse import quote

from byeoru.parse.foreign.template_values import (
    CannotRead,
    Names,
    Safe,
    Value,
    address,
    call,
    encoded,
    is_true,
    markdown,
    plain,
    replace,
    same,
    slug,
    strip,
    text_of,
)
from byeoru.parse.foreign.template_words import operand, tokens_of

_FILTERS: dict[str, Callable[..., Value]] = {
    "absolute_url": address,
    "append": lambda text, end: text_of(text) + text_of(end),
    "capitalize": lambda text: text_of(text).capitalize(),
    "cgi_escape": encoded,
    "default": lambda value, fallback: fallback if not is_true(value) else value,
    "downcase": lambda text: text_of(text).lower(),
    "escape": lambda text: Safe(escape(text_of(text))),
    "escape_once": lambda text: Safe(escape(text_of(text))),
    "lstrip": strip,
    "markdownify": markdown,
    "prepend": lambda text, start: text_of(start) + text_of(text),
    "relative_url": address,
    "remove": lambda text, old: replace(text, old, ""),
    "replace": replace,
    "rstrip": strip,
    "slugify": slug,
    "smartify": same,
    "strip": strip,
    "strip_html": plain,
    "strip_newlines": lambda text: text_of(text).replace("\n", ""),
    "upcase": lambda text: text_of(text).upper(),
    "uri_escape": lambda text: quote(text_of(text), safe="/:?#&=%+,;@!$'()*"),
    "url_encode": encoded,
    "xml_escape": lambda text: Safe(escape(text_of(text))),
}
_COMPARED = re.compile(r"\s*([!=]=)\s*")
_LIQUID_VALUE = re.compile(r"""\s*(?:"([^"]*+)"|'([^']*+)'|([^\s"',|]++))\s*""")


def liquid_value(expression: str, names: Names) -> Value:
    """Return the value of an expression of Liquid.

    >>> liquid_value('include.x | default: "가" | append: "나"', lambda name: None)
    '가나'
    """
    first, *filters = _split(expression, "|")
    value = _liquid_operand(first, names)
    for written in filters:
        name, _, arguments = written.partition(":")
        operands = [_liquid_operand(part, names) for part in _split(arguments, ",")] if arguments.strip() else []
        value = call(_FILTERS.get(name.strip()), [value, *operands])
    return value


def liquid_condition(expression: str, names: Names) -> bool:
    """Tell whether a condition of Liquid is true; `and` and `or` are read from the right, as there.

    >>> liquid_condition('include.x == "a" or true', lambda name: "b")
    True
    """
    tokens = tokens_of(_COMPARED.sub(r" \1 ", expression))
    words = [f'"{word}"' if is_quoted else word for word, is_quoted in tokens]
    result: bool | None = None
    end = len(words)
    for at in range(len(words) - 1, -2, -1):
        if at >= 0 and words[at] not in {"and", "or"}:
            continue
        test = _comparison(words[at + 1 : end], names)
        if result is not None:
            test = (test and result) if words[end] == "and" else (test or result)
        result = test
        end = at
    return bool(result)


def _comparison(words: list[str], names: Names) -> bool:
    if len(words) == 1:
        value = _liquid_operand(words[0], names)
        return value is not None and value is not False
    if len(words) != 3:
        raise CannotRead
    first, second = _liquid_operand(words[0], names), _liquid_operand(words[2], names)
    match words[1]:
        case "==":
            return text_of(first) == text_of(second)
        case "!=":
            return text_of(first) != text_of(second)
        case "contains":
            return text_of(second) in text_of(first)
    raise CannotRead


def _liquid_operand(written: str, names: Names) -> Value:
    match = _LIQUID_VALUE.fullmatch(written)
    if not match:
        raise CannotRead
    quoted = match[1] if match[1] is not None else match[2]
    if quoted is not None:
        return quoted
    word = match[3]
    if word in {"nil", "null", "blank", "empty"}:
        return None
    return operand(word, names)


def _split(text: str, sign: str) -> list[str]:
    """Split *text* at *sign* outside of quotes."""
    parts, start, quote_mark = [], 0, ""
    for at, character in enumerate(text):
        if quote_mark:
            quote_mark = "" if character == quote_mark else quote_mark
        elif character in "\"'":
            quote_mark = character
        elif character == sign:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]
