"""The source line in a message is shortened around the underlined part on a narrow terminal."""

from pathlib import Path

import pytest

from byeoru.cli.console import width
from byeoru.cli.report import excerpt
from command import run_blog


@pytest.mark.parametrize("room", [20, 40, 80])
@pytest.mark.parametrize("at", [0, 5, 250, 499, 500])
def test_the_underlined_part_is_visible(room: int, at: int) -> None:
    """Wherever it is in a long paragraph, the excerpt contains it and fits."""
    text = "".join(chr(0xAC00 + number) for number in range(500))

    shown, start = excerpt(text, at, room)

    assert width(shown) <= room
    assert shown[start : start + 1].strip("…") == text[at : at + 1]


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_a_paragraph_in_one_line_does_not_fill_the_terminal(tmp_path: Path, columns: int) -> None:
    """The caret is below the broken link, and no line of the excerpt is wider than the terminal."""
    (tmp_path / "content").mkdir()
    (tmp_path / "blog.yml").write_text("title: 노트\n", encoding="utf-8")
    (tmp_path / "content/a.md").write_text("긴 문단의 글 " * 60 + "[여기](no.md) " + "뒤의 글 " * 60, encoding="utf-8")

    done = run_blog(tmp_path, "build", COLUMNS=str(columns))

    assert done.returncode == 0
    _, line, carets = done.stderr.splitlines()[:3]
    assert width(line) <= columns
    assert line[: line.index("no.md")].endswith("(")
    assert width(carets.rstrip("^")) == width(line[: line.index("no.md")])
