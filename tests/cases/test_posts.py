"""What is a post, and what its category is, in folders of other programs."""

from pathlib import Path

from cases.case import build_case


def test_a_dated_text_in_any_folder_is_a_post(tmp_path: Path) -> None:
    """Home, feed and archive list it with its date, at the address that its folder gives."""
    case = build_case("folders/home-empty", tmp_path)

    assert case.problems == ()
    assert 'href="/dev/hello/"' in case.main("/")
    assert "<published>2024-05-01" in case.page("/feed.xml")
    assert 'href="/dev/hello/"' in case.main("/archive/")


def test_folders_that_are_dates_are_no_category(tmp_path: Path) -> None:
    """Of `_posts/2024/05/a/` only `a` is a category."""
    case = build_case("folders/category-date-folder", tmp_path)

    assert case.has("/categories/a/")
    assert not case.has("/categories/2024/")
