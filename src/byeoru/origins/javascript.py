"""Read what can be read of JavaScript projects without running them: literals in configuration files, dependencies.

In:  the text of a configuration file in JavaScript or TypeScript, and `package.json`.
Out: string literals and booleans by key; a value that is computed is none.
Must not: run or fully parse a script; every pattern is linear in the text.
"""

import re
from functools import lru_cache

from byeoru.origins.program import Tree
from byeoru.origins.values import read_values

_LIMIT = 256 * 1024  # characters
_COMMENT = re.compile(r"^[ \t]*(?://|\*|/\*).*$", re.MULTILINE)
_LITERAL = r"""["']?[ \t]*[:=][ \t]*(["'`])([^"'`\n]{0,500})\1"""


def literals(text: str, key: str) -> tuple[str, ...]:
    """Return the string literals that follow *key*, in order.

    >>> literals("export default { base: '/notes/', // x", "base"), literals("a: `${b}/c`", "a")
    (('/notes/',), ('${b}/c',))
    """
    return tuple(match[2] for match in _pattern(key, _LITERAL).finditer(_without_comments(text)))


def literal(text: str, key: str, default: str = "") -> str:
    """Return the first string literal that follows *key* and contains no expression, *default* if there is none."""
    return next((value for value in literals(text, key) if "${" not in value), default)


def is_set(text: str, key: str) -> bool:
    """Tell whether *key* is `true`.

    >>> is_set("cleanUrls: true,", "cleanUrls"), is_set("cleanUrls: false", "cleanUrls")
    (True, False)
    """
    return _pattern(key, r"[\"']?[ \t]*[:=][ \t]*true\b").search(_without_comments(text)) is not None


def depends_on(tree: Tree, *names: str) -> bool:
    """Tell whether `package.json` names one of the packages *names* as a dependency."""
    if not tree.text("package.json"):
        return False
    values = read_values("package.json", tree.text("package.json")).value
    known = {name for key in ("dependencies", "devDependencies") for name in values.table(key).root}
    return not known.isdisjoint(names)


@lru_cache(maxsize=64)
def _pattern(key: str, value: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.$-]){re.escape(key)}{value}")


@lru_cache(maxsize=8)
def _without_comments(text: str) -> str:
    return _COMMENT.sub("", text[:_LIMIT])
