"""Split expressions of templates into words.

In:  an expression of Hugo or Liquid.
Out: words and signs, each with whether it is quoted, and the value of a word.
Must not: know the functions of either language.
"""

import re

from byeoru.parse.foreign.template_values import CannotRead, Names, Value

_TOKEN = re.compile(r"""\s*(?:"((?>(?:[^"\\]|\\.)*))"|'([^']*+)'|`([^`]*+)`|([()|])|([^\s()|"'`]++))""", re.DOTALL)


def tokens_of(expression: str) -> list[tuple[str, bool]]:
    """Split *expression* into words and signs, each with whether it is quoted."""
    tokens, at = [], 0
    while at < len(expression.rstrip()):
        match = _TOKEN.match(expression, at)
        if not match:
            raise CannotRead
        quoted = next((text for text in match.groups()[:3] if text is not None), None)
        quoted = quoted.replace('\\"', '"') if quoted and match[1] else quoted
        tokens.append((quoted, True) if quoted is not None else (match[4] or match[5], False))
        at = match.end()
    return tokens


def operand(word: str, names: Names) -> Value:
    """Return the value of a word: a number, a truth value, or what it names."""
    if word in {"true", "false"}:
        return word == "true"
    return word if word.lstrip("-").replace(".", "", 1).isdigit() else names(word)
