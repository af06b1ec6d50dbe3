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


def test_instructions_for_agents_are_no_texts(tmp_path: Path) -> None:
    """What a repository of notes tells programs that write code is not published, wherever it lies."""
    for path in ("go/a.md", "go/SKILL.md", "_agent/rules/git.md", "go/CLAUDE.md", "skill.md", "AGENTS.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("# 글\n", encoding="utf-8")
    (tmp_path / "blog.yml").write_text("title: x\n", encoding="utf-8")

    scan = find_sources(Project(str(tmp_path)), str(tmp_path / "site"))

    assert [path for path in scan.files if path.endswith(".md") and ":" not in path] == ["go/a.md", "skill.md"]
