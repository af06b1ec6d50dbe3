"""`blog theme`: list themes, list options, eject files."""

import json
import os
import re
from pathlib import Path

import pytest

from byeoru.render.blocks import blocks_of
from command import KOREAN, run_blog
from site_test import files_below

TEMPLATES = Path(__file__).parents[2] / "themes/hanji/templates"
HANGUL = re.compile("[가-힣]")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a blog with its own theme in addition to the built-in one."""
    write(tmp_path, "blog.yml", "title: 시험\nbase_url: https://example.com\ntheme: {name: mine, accent: teal}\n")
    write(tmp_path, "themes/mine/theme.yml", "extends: hanji\ndescription: {ko: 내 테마, en: My theme}\n")
    write(tmp_path, "themes/mine/templates/card.html", "카드\n")
    write(
        tmp_path,
        "content/posts/a.md",
        "---\ntitle: 글\ndate: 2026-01-01\ncategory: os\ntags: [x]\n---\n## 가\n\n## 나\n\n## 다\n",
    )
    write(tmp_path, "content/posts/b.md", "---\ntitle: 글 둘\ndate: 2026-01-02\ncategory: os\n---\n글\n")
    write(tmp_path, "content/notes/n.md", "# 노트\n")
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def test_themes_are_listed_in_the_language_of_the_terminal(project: Path) -> None:
    """Each has a description, its location and its parent theme; a star marks the one in use."""
    english, korean = run_blog(project, "theme", "list"), run_blog(project, "theme", "list", **KOREAN)
    rows = json.loads(run_blog(project, "theme", "list", "--format", "json").stdout)

    assert "* mine  (themes/mine, extends hanji)\n    My theme\n" in english.stdout
    assert "  hanji  (built-in)\n" in english.stdout
    assert "* mine  (themes/mine, hanji를 상속)\n    내 테마\n" in korean.stdout
    assert not HANGUL.search(english.stdout)
    assert [(row["name"], row["used"], row["builtin"], row["extends"]) for row in rows] == [
        ("hanji", False, True, ""),
        ("mine", True, False, "hanji"),
    ]


def test_options_are_printed_with_their_values(project: Path) -> None:
    """A star marks options that the settings set; those of a theme that is not in use have their defaults."""
    shown = run_blog(project, "theme", "options").stdout
    rows = {
        row["name"]: row
        for row in json.loads(run_blog(project, "theme", "options", "--format", "json").stdout)["options"]
    }

    assert re.search(r"^\* accent +teal +#9a4a3c +color$", shown, re.MULTILINE)
    assert re.search(r"^  fonts +system +system +system, serif$", shown, re.MULTILINE)
    assert "강조색" in run_blog(project, "theme", "options", **KOREAN).stdout
    assert (rows["accent"]["value"], rows["accent"]["set"], rows["toc"]["value"]) == ("teal", True, True)
    assert "teal" not in run_blog(project, "theme", "options", "hanji").stdout
    wrong = run_blog(project, "theme", "options", "hanjy", **KOREAN)
    assert (wrong.returncode, "`hanji`" in wrong.stderr) == (2, True)


def test_outside_of_a_project_nothing_can_be_ejected(tmp_path: Path) -> None:
    """`list` and `options` print the built-in theme; `eject` is a usage error."""
    assert "hanji" in run_blog(tmp_path, "theme", "list").stdout
    assert "accent" in run_blog(tmp_path, "theme", "options", "hanji").stdout
    assert "accent" in run_blog(tmp_path, "theme", "options").stdout
    ejected = run_blog(tmp_path, "theme", "eject", "post.html")
    assert (ejected.returncode, "blog init" in ejected.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_eject_never_overwrites(project: Path) -> None:
    """A template is copied to `templates/`, a static file to the theme of the site; existing files stay."""
    made = run_blog(project / "content", "theme", "eject", "post.html", "static/hanji.css", "card.html")

    assert made.stdout.split() == [
        os.path.join("..", "templates", "post.html"),
        os.path.join("..", "themes", "mine", "static", "hanji.css"),
        os.path.join("..", "templates", "card.html"),
    ]
    assert (project / "templates/post.html").read_bytes() == (TEMPLATES / "post.html").read_bytes()
    write(project, "templates/post.html", "나의 것")
    again = run_blog(project, "theme", "eject", "post.html", "page.html", **KOREAN)
    assert (again.returncode, again.stdout) == (2, "")
    assert "templates/post.html" in again.stderr.replace(os.sep, "/")
    rest = run_blog(project, "theme", "eject", "--all")
    assert rest.returncode == 0
    assert "post.html" not in rest.stdout
    assert "post.html" in rest.stderr
    assert (project / "templates/post.html").read_text(encoding="utf-8") == "나의 것"
    assert (project / "templates/base.html").exists()
    assert re.search(r"^\* base.html +title, icon", run_blog(project, "theme", "eject", "--list").stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["psot.html"], "post.html"),
        (["static/hanji.cs"], "static/hanji.css"),
        (["post.html", "--block", "mian"], "main"),
        (["post.html", "--block", "zzz"], "footer"),
        (["static/hanji.css", "--block", "main"], ""),
        (["--block", "main"], "--list"),
        (["post.html", "page.html", "--block", "main"], "--block main"),
        (["../blog.yml"], ""),
        ([], "--list"),
    ],
)
def test_a_name_that_cannot_be_ejected_gets_a_hint(project: Path, words: list[str], near: str) -> None:
    """It is a usage error with exit code 2 in both languages, and nothing is written."""
    english, korean = run_blog(project, "theme", "eject", *words), run_blog(project, "theme", "eject", *words, **KOREAN)

    assert (english.returncode, korean.returncode) == (2, 2)
    assert near in english.stderr
    assert near in korean.stderr
    assert not HANGUL.search(english.stderr)
    assert HANGUL.search(korean.stderr)
    assert not (project / "templates").exists()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(path.name, marks=() if path.name == "post.html" else pytest.mark.slow)
        for path in sorted(TEMPLATES.glob("*.html"))
    ],
)
def test_an_ejected_block_changes_nothing_at_first(project: Path, name: str) -> None:
    """A template that overrides one block with its copy renders the same pages."""
    assert run_blog(project, "build").returncode == 0
    before = files_below(project / "site")
    for block in blocks_of((TEMPLATES / name).read_text(encoding="utf-8")):
        made = run_blog(project, "theme", "eject", name, "--block", block)
        assert made.returncode == 0, made.stderr
        assert f'{{% extends "theme:{name}" %}}' in (project / "templates" / name).read_text()
        built = run_blog(project, "build")
        assert (built.returncode, built.stderr) == (0, ""), block
        assert files_below(project / "site") == before, block
        (project / "templates" / name).unlink()


def test_an_inherited_block_can_be_ejected_for_posts_only(project: Path) -> None:
    """A block that a template inherits from the one it extends can be ejected too."""
    run_blog(project, "theme", "eject", "post.html", "--block", "footer")
    place = project / "templates/post.html"
    place.write_text(place.read_text(encoding="utf-8").replace("site-footer", "mine"), encoding="utf-8")
    run_blog(project, "build")

    assert 'class="mine"' in (project / "site/posts/a/index.html").read_text(encoding="utf-8")
    assert 'class="mine"' not in (project / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [[], ["list"], ["options"], ["eject"]])
def test_help_is_completely_localized(tmp_path: Path, words: list[str]) -> None:
    """Korean help contains no English sentence, and English help no Hangul."""
    english = run_blog(tmp_path, "theme", *words, "--help")
    korean = run_blog(tmp_path, "theme", *words, "--help", **KOREAN)

    assert (english.returncode, korean.returncode) == (0, 0)
    assert not HANGUL.search(english.stdout)
    assert HANGUL.search(korean.stdout)
    assert "Usage" not in korean.stdout


def test_a_shell_completes_names(project: Path) -> None:
    """Themes, templates, and the blocks of the given template."""

    def completed(line: str) -> str:
        words = line.split(" ")
        return run_blog(project, _BLOG_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1)).stdout

    assert "plain,mine" in completed("blog theme options m")
    assert "plain,post.html" in completed("blog theme eject po")
    assert "plain,footer" in completed("blog theme eject post.html --block f")
