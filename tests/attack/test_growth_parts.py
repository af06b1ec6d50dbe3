"""What is known of all parts of a text costs work in proportion to the text, however its parts are arranged."""

from collections.abc import Callable

import pytest

from byeoru.model.parts import Divided
from growth_test import LIMIT, TIMED, growth
from markdown_test import rendered

TEXTS: dict[str, Callable[[int], str]] = {
    "sections": lambda n: "## 절\n\n글\n\n" * n,
    "blocks": lambda n: "".join(f"글 ^b{at}\n\n" for at in range(n)),
    "items": lambda n: "".join(f"- 글 ^b{at}\n" for at in range(n)),
    "footnotes": lambda n: "".join(f"## 절\n\n글[^{at}]\n\n[^{at}]: 주석\n\n" for at in range(n)),
    "a chain of footnotes": lambda n: "".join(f"## 절\n\n글[^{at}]\n\n[^{at}]: 주석[^{at + 1}]\n\n" for at in range(n)),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_cutting_all_parts_costs_linear_work(name: str) -> None:
    """Each part is cut once, with few footnotes of footnotes."""

    def prepare(size: int) -> Callable[[], object]:
        body = rendered(TEXTS[name](size)).body
        return lambda: [divided.row("a.md", part.id) for divided in [Divided(body)] for part in body.parts]

    found = growth(prepare, 30)

    assert found.counted <= LIMIT
    assert found.timed <= TIMED
