"""All Markdown rules, one per module: a module added to this package is a rule of every document.

Each module has a ``RULE``. Rules are installed in the order of their names, after those in their ``after``.
"""

from collections.abc import Collection, Iterator
from importlib import import_module
from pkgutil import iter_modules

from byeoru.parse.markup.rule import Rule


def _collected() -> Iterator[Rule]:
    for name in sorted(module.name for module in iter_modules(__path__)):
        rule: Rule = import_module(f"{__name__}.{name}").RULE
        yield rule


def in_order(rules: Collection[Rule]) -> tuple[Rule, ...]:
    """Return *rules* sorted so that each follows those in its ``after``.

    >>> [rule.name for rule in in_order([Rule("a", after=("b",)), Rule("b"), Rule("c")])]
    ['b', 'a', 'c']
    """
    ordered: dict[str, Rule] = {}
    waiting = list(rules)
    while waiting:
        rule = next(rule for rule in waiting if all(name in ordered for name in rule.after))
        waiting.remove(rule)
        ordered[rule.name] = rule
    return tuple(ordered.values())


RULES = in_order(tuple(_collected()))
