"""`blog list`: pages with their state, newest first."""

import json
from pathlib import Path

import pytest

from byeoru.cli.console import width
from command import run_blog


def write(folder: Path, texts: dict[str, str]) -> None:
    """Write files by their paths in a folder."""
    for path, text in texts.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a blog with a page in each state."""
    texts = {
        "blog.yml": "title: 노트\n",
        "content/posts/old.md": "---\ntitle: 옛 글\ndate: 2020-01-02\ntags: [a, b]\ncategory: x/y\n---\n",
        "content/posts/new.md": "---\ntitle: 새 글\ndate: 2021-01-02 10:30\ntags: [a]\nseries: 묶음\n---\n",
        "content/posts/draft.md": "---\ntitle: 초안\ndate: 2022-01-01\ndraft: true\n---\n",
        "content/posts/later.md": "---\ntitle: 예약\ndate: 2999-01-01\nauthors: [홍길동]\n---\n",
        "content/posts/hidden.md": "---\ntitle: 숨김\ndate: 2019-01-01\nunlisted: true\n---\n",
        "content/notes/note.md": "# 노트\n",
        "content/pages/about.md": "# 소개\n",
    }
    write(tmp_path, texts)
    return tmp_path


def test_posts_are_listed_by_default(project: Path) -> None:
    """The newest comes first; each line has the path and the state, and paths are aligned."""
    lines = run_blog(project, "list").stdout.splitlines()

    assert [line.split("content/posts/")[1] for line in lines] == [
        "later.md  [scheduled]",
        "draft.md  [draft]",
        "new.md",
        "old.md",
        "hidden.md  [unlisted]",
    ]
    assert lines[2].startswith("2021-01-02 10:30  새 글")
    assert len({width(line.split("content/")[0]) for line in lines}) == 1


@pytest.mark.parametrize(
    ("what", "found"),
    [
        ("notes", ["content/notes/note.md"]),
        ("pages", ["content/pages/about.md"]),
        ("drafts", ["content/posts/draft.md"]),
        ("future", ["content/posts/later.md"]),
        ("unlisted", ["content/posts/hidden.md"]),
    ],
)
def test_each_kind_of_page(project: Path, what: str, found: list[str]) -> None:
    """Pages can be listed by section or by state."""
    assert [row["path"] for row in json.loads(run_blog(project, "list", what, "--format", "json").stdout)] == found
    assert all(path in run_blog(project, "list", what).stdout for path in found)


@pytest.mark.parametrize(
    ("what", "found"),
    [
        ("tags", [["a", 2], ["b", 1]]),
        ("categories", [["x/y", 1]]),
        ("series", [["묶음", 1]]),
        ("authors", [["홍길동", 1]]),
    ],
)
def test_each_taxonomy(project: Path, what: str, found: list[list[object]]) -> None:
    """Terms are listed with their number of pages, largest first."""
    rows = json.loads(run_blog(project, "list", what, "--format", "json").stdout)

    assert [[row["name"], row["count"]] for row in rows] == found


def test_an_empty_list(project: Path) -> None:
    """It is a message in text, and an empty list in JSON."""
    (project / "content/notes/note.md").unlink()

    assert run_blog(project, "list", "notes").stdout == "none\n"
    assert run_blog(project, "list", "notes", "--format", "json").stdout == "[]\n"


def test_posts_of_the_same_minute_are_in_order_of_creation(project: Path) -> None:
    """`blog new` writes seconds, so that the later of two posts comes first."""
    for name in ("a", "b"):
        path = project / run_blog(project, "new", name).stdout.strip()
        text = path.read_text(encoding="utf-8")
        assert len(text.split("date: ")[1].splitlines()[0]) == len("2026-11-29 10:00:00")
        path.write_text(text.replace(text.split("date: ")[1][:19], f"2026-11-29 10:00:0{ord(name) - 96}"))

    found = [row["path"] for row in json.loads(run_blog(project, "list", "--format", "json").stdout)]

    assert found[1:3] == ["content/posts/b.md", "content/posts/a.md"]


def test_a_verbose_build_prints_reasons_and_timings(project: Path) -> None:
    """It prints files with reasons, stages with seconds, and all drafts and scheduled posts."""
    said = run_blog(project, "build", "-v").stdout

    assert "posts/old/index.html: new" in said
    assert "render" in said
    assert " s\n" in said
    assert "posts/old/index.html" not in run_blog(project, "build").stdout


def test_a_failed_first_build_mentions_no_previous_site(project: Path) -> None:
    """There is no previous site that could be unchanged."""
    (project / "blog.yml").write_text("title: [a\n", encoding="utf-8")

    first = run_blog(project, "build")
    assert "site was not created" in first.stdout
    (project / "site").mkdir()
    assert "site is unchanged" in run_blog(project, "build").stdout


def test_what_needs_attention_among_links(tmp_path: Path) -> None:
    """Notes without links to them, broken and ambiguous links, and links to private notes are listed with places."""
    texts = {
        "blog.yml": "title: 노트\n",
        "content/notes/a.md": "# 가\n\n[[b]] [[없음]] [[계획]] [[비밀]] [b](b.md#없는-절)\n",
        "content/notes/b.md": "# 나\n",
        "content/notes/x/계획.md": "# 하나\n",
        "content/notes/y/계획.md": "# 둘\n",
        "content/notes/비밀.md": "---\ntitle: 비밀\npublish: false\n---\n",
    }
    write(tmp_path, texts)

    def listed(what: str) -> list[str]:
        rows = json.loads(run_blog(tmp_path, "list", what, "--format", "json").stdout)
        return [f"{row['path']}:{row['line']}:{row['code']}" if "code" in row else row["path"] for row in rows]

    assert listed("orphans") == ["content/notes/a.md", "content/notes/y/계획.md"]
    assert listed("broken") == ["content/notes/a.md:3:missing-note", "content/notes/a.md:3:dead-anchor"]
    assert listed("ambiguous") == ["content/notes/a.md:3:ambiguous-link"]
    assert listed("private-links") == ["content/notes/a.md:3:unpublished-link"]
    assert not (tmp_path / "site").exists()
