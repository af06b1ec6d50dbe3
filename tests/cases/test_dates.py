"""Dates of posts as other programs write them."""

from pathlib import Path

from cases.case import build_case


def test_dates_in_english_are_read(tmp_path: Path) -> None:
    """All five posts are of 2022-07-08; the first form is that of Astro's blog starter."""
    case = build_case("reports/07-dates-in-english", tmp_path)

    assert case.problems == ()
    assert case.page("/feed.xml").count("<published>2022-07-08") == 5
