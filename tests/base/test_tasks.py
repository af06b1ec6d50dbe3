"""What workers are given."""

from collections.abc import Iterable

from byeoru.base.tasks import NO_SHARED_VALUE, Work


def test_an_item_is_prepared_when_its_turn_comes() -> None:
    """A worker has the inputs of one item of its batch in memory at a time."""
    steps = []

    def prepare(item: str) -> str:
        steps.append(f"prepare {item}")
        return item

    def do(_: object, items: Iterable[str]) -> list[str]:
        done = []
        for item in items:
            steps.append(f"do {item}")
            done.append(item)
        return done

    Work(do, NO_SHARED_VALUE, prepare)(["a", "b"])

    assert steps == ["prepare a", "do a", "prepare b", "do b"]
