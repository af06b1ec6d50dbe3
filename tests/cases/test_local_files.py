"""Files that are only on the author's computer."""

from pathlib import Path

from cases.case import build_case


def test_a_picture_of_the_author_s_computer_is_reported_and_not_published(tmp_path: Path) -> None:
    """The path, with the author's name in it, is on no page; its description is."""
    case = build_case("reports/46-local-picture-in-silence", tmp_path)

    assert case.at("local-file") == ["content/posts/a.md:5"]
    assert "hong" not in case.everything()
    assert "내 그림" in case.main("/posts/a/")
