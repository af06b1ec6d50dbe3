"""What is correct is not warned about."""

from pathlib import Path

from cases.case import build_case


def test_an_autolink_below_an_image_is_a_link(tmp_path: Path) -> None:
    """A line with `<img>` begins a block of HTML; `<https://…>` in it is no tag."""
    case = build_case("folders/img-then-autolink", tmp_path)

    assert case.problems == ()
    assert '<a href="https://example.com/%EA%B8%80">https://example.com/글</a>' in case.everything()
