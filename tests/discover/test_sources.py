"""Which files a scan finds."""

from pathlib import Path

from byeoru.discover.sources import find_sources
from byeoru.model.project import Project


def test_a_cname_below_static_is_found_once(tmp_path: Path) -> None:
    """A file that is configuration, and lies in a folder that is read anyway, is one file and no clash of names."""
    (tmp_path / "static").mkdir()
    (tmp_path / "static/CNAME").write_text("example.com\n", encoding="utf-8")
    (tmp_path / "blog.yml").write_text("title: x\n", encoding="utf-8")

    scan = find_sources(Project(str(tmp_path)), str(tmp_path / "site"))

    assert not scan.problems
    assert [path for path in scan.files if not path.startswith("byeoru:")] == ["blog.yml", "static/CNAME"]
