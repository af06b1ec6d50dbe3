"""Evaluate expressions of Hugo's templates: calls, parentheses and pipes.

In:  an expression, and the values of names.
Out: a ``Value``.
Must not: call anything but the functions below; ``CannotRead`` is raised for all others.
"""

import re
from collections.abc import Callable, Sequence

from byeoru.parse.foreign.template_values import (
    CannotRead,
    Markdown,
    Names,
    Value,
    address,
    call,
    encoded,
    is_true,
    markdown,
    plain,
    replace,
    safe,
    same,
    slug,
    strip,
    text_of,
)
from byeoru.parse.foreign.template_words import operand, tokens_of

MAX_DEPTH = 20  # of parentheses

_PLACEHOLDER = re.compile(r"%[svdq]")


def hugo_value(expression: str, names: Names) -> Value:
    """Return the value of an expression of Hugo.

    >>> hugo_value('printf "%s!" (.Get 0) | upper', lambda name: "가a")
    '가A!'
    """
    tokens = tokens_of(expression)
    value, at = _pipeline(tokens, 0, names, 0)
    if at < len(tokens):
        raise CannotRead
    return value


def _pipeline(tokens: Sequence[tuple[str, bool]], at: int, names: Names, depth: int) -> tuple[Value, int]:
    """Evaluate calls up to a closing parenthesis or the end; the value of each is the last argument of the next."""
    if depth > MAX_DEPTH:
        raise CannotRead
    value: Value = None
    is_first = True
    while True:
        operands: list[Value] = []
        name = ""
        begin = at
        while at < len(tokens) and tokens[at] not in {("|", False), (")", False)}:
            word, is_quoted = tokens[at]
            if (word, is_quoted) == ("(", False):
                inner, at = _pipeline(tokens, at + 1, names, depth + 1)
                if at >= len(tokens):
                    raise CannotRead
                operands.append(inner)
            elif at == begin and not is_quoted and _is_call(word, tokens, at):
                name = word
            else:
                operands.append(word if is_quoted else operand(word, names))
            at += 1
        value = _called(name, operands if is_first else [*operands, value], names)
        is_first = False
        if at >= len(tokens) or tokens[at][0] == ")":
            return value, at
        at += 1


def _is_call(word: str, tokens: Sequence[tuple[str, bool]], at: int) -> bool:
    if word in {".Get", "$.Get"} or word.rpartition(".")[2] == "RenderString":
        return True
    return word[0].isalpha() and word not in {"true", "false"} and (word in _FUNCTIONS or at < len(tokens))


def _called(name: str, operands: list[Value], names: Names) -> Value:
    if not name:
        if len(operands) != 1:
            raise CannotRead
        return operands[0]
    if name in {".Get", "$.Get"}:
        return names(f".Get {text_of(operands[0])}") if len(operands) == 1 else None
    if name.rpartition(".")[2] == "RenderString":
        return Markdown(text_of(operands[-1])) if operands else None
    return call(_FUNCTIONS.get(name), operands)


def _printf(form: Value, *values: Value) -> Value:
    """Return *form* with its placeholders replaced."""
    left = list(values)
    filled = _PLACEHOLDER.sub(lambda _: text_of(left.pop(0)) if left else "", text_of(form))
    if "%" in _PLACEHOLDER.sub("", text_of(form)):
        raise CannotRead
    return filled


def _default(fallback: Value, value: Value = None) -> Value:
    return value if value not in {None, ""} else fallback


def _all(*values: Value) -> Value:
    return next((value for value in values if not is_true(value)), values[-1])


def _any(*values: Value) -> Value:
    return next((value for value in values if is_true(value)), values[-1])


def _equal(first: Value, *others: Value) -> Value:
    return any(text_of(first) == text_of(other) for other in others)


_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "absLangURL": address,
    "absURL": address,
    "and": _all,
    "chomp": strip,
    "cond": lambda test, yes, no: yes if is_true(test) else no,
    "default": _default,
    "eq": _equal,
    "htmlEscape": same,
    "lower": lambda text: text_of(text).lower(),
    "markdownify": markdown,
    "ne": lambda first, second: text_of(first) != text_of(second),
    "not": lambda value: not is_true(value),
    "or": _any,
    "plainify": plain,
    "print": lambda *values: "".join(map(text_of, values)),
    "printf": _printf,
    "relLangURL": address,
    "relURL": address,
    "replace": replace,
    "safeCSS": same,
    "safeHTML": safe,
    "safeHTMLAttr": safe,
    "safeURL": same,
    "string": text_of,
    "strings.HasPrefix": lambda text, start: text_of(text).startswith(text_of(start)),
    "strings.HasSuffix": lambda text, end: text_of(text).endswith(text_of(end)),
    "strings.Replace": replace,
    "strings.ToLower": lambda text: text_of(text).lower(),
    "strings.ToUpper": lambda text: text_of(text).upper(),
    "strings.TrimSpace": strip,
    "transform.Markdownify": markdown,
    "trim": strip,
    "upper": lambda text: text_of(text).upper(),
    "urlize": slug,
    "urlquery": encoded,
}
