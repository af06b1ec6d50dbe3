"""Which problems come first."""

from byeoru.base.catalogue import message_tables
from byeoru.base.diagnostic import Diagnostic, Location, error, warning
from byeoru.base.gravity import ranked_codes
from byeoru.base.problem_text import EXAMPLES, group_problems, kinds_of


def some(code: str, number: int) -> list[Diagnostic]:
    """Return problems of one kind."""
    return [warning(code, Location("a.md", line + 1), key=f"key{line}") for line in range(number)]


def test_codes_with_a_rank_exist() -> None:
    """A code that was renamed would otherwise lose its rank in silence."""
    codes = {code for table in message_tables() for code in table}

    assert [code for code in ranked_codes() if f"problem.{code}" not in codes] == []


def test_kinds_come_by_gravity_and_then_by_frequency() -> None:
    """Errors before lost content before a broken link before an unused key; each with two examples and the rest."""
    problems = [*some("unknown-key", 9), *some("broken-link", 1), *some("lost-cell", 2), *some("vanishing-tag", 5)]

    kinds = kinds_of(group_problems(problems))

    assert [(kind.problem.code, kind.total, kind.hidden) for kind in kinds] == [
        ("vanishing-tag", 5, 3),
        ("lost-cell", 2, 0),
        ("broken-link", 1, 0),
        ("unknown-key", 9, 7),
    ]
    assert max(len(kind.examples) for kind in kinds) == EXAMPLES


def test_warnings_are_only_counted_beside_errors() -> None:
    """Nothing is built until the errors are fixed, so they must not be buried."""
    kinds = kinds_of(group_problems([*some("lost-cell", 20), error("leaves-the-site", Location("b.md"))]))

    assert [(kind.problem.code, len(kind.examples), kind.hidden) for kind in kinds] == [
        ("leaves-the-site", 1, 0),
        ("lost-cell", 0, 20),
    ]
