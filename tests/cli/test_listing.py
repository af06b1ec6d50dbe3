"""`blog list`: what there is, newest first, with its state."""

import json
from pathlib import Path

import pytest

from byeoru.cli.console import width
from command import run_blog


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a blog with a page of every state."""
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
    for path, text in texts.items():
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return tmp_path


def test_alone_it_lists_posts(project: Path) -> None:
    """The newest stands first, each with its path and what keeps it from the lists; paths stand below each other."""
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
    """A kind is a section or a state."""
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
def test_each_kind_of_group(project: Path, what: str, found: list[list[object]]) -> None:
    """A group has a name and a number of pages, most first."""
    rows = json.loads(run_blog(project, "list", what, "--format", "json").stdout)

    assert [[row["name"], row["count"]] for row in rows] == found


def test_nothing_is_said_so(project: Path) -> None:
    """An empty list is a word in text, and an empty list in JSON."""
    (project / "content/notes/note.md").unlink()

    assert run_blog(project, "list", "notes").stdout == "none\n"
    assert run_blog(project, "list", "notes", "--format", "json").stdout == "[]\n"


def test_posts_of_one_minute_stand_in_the_order_they_were_made(project: Path) -> None:
    """`blog new` writes the second, so that the later of two stands first."""
    for name in ("a", "b"):
        path = project / run_blog(project, "new", name).stdout.strip()
        text = path.read_text(encoding="utf-8")
        assert len(text.split("date: ")[1].splitlines()[0]) == len("2026-11-29 10:00:00")
        path.write_text(text.replace(text.split("date: ")[1][:19], f"2026-11-29 10:00:0{ord(name) - 96}"))

    found = [row["path"] for row in json.loads(run_blog(project, "list", "--format", "json").stdout)]

    assert found[1:3] == ["content/posts/b.md", "content/posts/a.md"]


def test_a_verbose_build_says_what_it_made_and_how_long_it_took(project: Path) -> None:
    """The files with their reasons, the stages with their seconds, and every page that waits."""
    said = run_blog(project, "build", "-v").stdout

    assert "posts/old/index.html: new" in said
    assert "render" in said
    assert " s\n" in said
    assert "posts/old/index.html" not in run_blog(project, "build").stdout


def test_a_build_that_fails_first_claims_no_site(project: Path) -> None:
    """What is not there cannot be as it was."""
    (project / "blog.yml").write_text("title: [a\n", encoding="utf-8")

    first = run_blog(project, "build")
    assert "site was not created" in first.stdout
    (project / "site").mkdir()
    assert "site is unchanged" in run_blog(project, "build").stdout
