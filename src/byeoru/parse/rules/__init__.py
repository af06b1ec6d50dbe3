"""All rules of Markdown, one module each: a module that is put into this package is a rule of every document.

Each module has a ``RULE``. A rule is installed behind those that it names in ``after``, and else by its name.
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
    """Return *rules* so that each stands behind those that it names.

    >>> [rule.name for rule in in_order([Rule("a", after=("b",)), Rule("b"), Rule("c")])]
    ['b', 'a', 'c']
    """
    found: dict[str, Rule] = {}
    waiting = list(rules)
    while waiting:
        rule = next(rule for rule in waiting if all(name in found for name in rule.after))
        waiting.remove(rule)
        found[rule.name] = rule
    return tuple(found.values())


RULES = in_order(tuple(_collected()))
