"""Addresses of pages: file names, and what happens where two want one."""

from pathlib import Path

from cases.case import build_case


def test_a_name_with_a_dot_is_a_folder(tmp_path: Path) -> None:
    """Only `.html`, `.htm`, `.xml`, `.txt` and `.json` end a file name; hosts send `node.js` as a script."""
    case = build_case("reports/31-permalink-with-dot", tmp_path)

    assert case.problems == ()
    assert case.has("/release/v1.2/")
    assert case.has("/blog/node.js/")


def test_a_pattern_of_a_section_may_end_in_html(tmp_path: Path) -> None:
    """The default addresses of Jekyll, and of many Hexo sites, are accepted."""
    case = build_case("reports/38-html-pattern", tmp_path)

    assert case.problems == ()
    assert case.has("/2026/01/02/hello.html")
