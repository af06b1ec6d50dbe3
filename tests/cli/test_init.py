"""Create and deploy a blog with `blog init` and `blog deploy`, with real git."""

import os
import subprocess
from pathlib import Path

import pytest

from command import run_blog

GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "hong",
    "GIT_AUTHOR_EMAIL": "hong@localhost",
}


def blog(folder: Path, *words: str, answers: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run `blog` in *folder* with *answers* as input, isolated from the user's git configuration."""
    return run_blog(folder, *words, stdin=answers, **GIT, **environment)


def git(folder: Path, *words: str) -> str:
    """Run git and return its output."""
    done = subprocess.run(["git", "-C", folder, *words], capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def test_two_commands_publish_a_blog(tmp_path: Path) -> None:
    """After `blog init` with a repository and `blog deploy` the branch contains the site."""
    subprocess.run(["git", "init", "--quiet", "--bare", tmp_path / "remote.git"], check=True)

    made = blog(tmp_path, "init", "note", "--yes", "--repository", "./remote.git", "--address", "blog.example.kr")
    published = blog(tmp_path / "note", "deploy", "--yes", "--no-wait")

    assert (made.returncode, made.stderr) == (0, "")
    assert published.returncode == 0, published.stdout + published.stderr
    shown = git(tmp_path / "remote.git", "show", "gh-pages:index.html")
    assert "First post" in shown
    assert "https://blog.example.kr/" in shown


def test_the_new_blog_is_a_repository(tmp_path: Path) -> None:
    """It has the branch `main`, the given origin and no commit; generated files are ignored."""
    blog(tmp_path, "init", "note", "--yes", "--repository", "hong/blog")
    blog(tmp_path / "note", "build")
    folder = tmp_path / "note"

    assert git(folder, "symbolic-ref", "--short", "HEAD") == "main"
    assert git(folder, "remote", "get-url", "origin") == "https://github.com/hong/blog.git"
    assert git(folder, "status", "--porcelain") == "?? .gitignore\n?? blog.yml\n?? content/"
    assert 'base_url: "https://hong.github.io/blog"' in (folder / "blog.yml").read_text(encoding="utf-8")


def test_init_inside_a_repository_creates_none(tmp_path: Path) -> None:
    """Nested repositories are rarely intended; the outer one stays unchanged."""
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)

    made = blog(tmp_path, "init", "note", "--yes", "--repository", "hong/blog")

    assert "Already inside a git repository" in made.stdout
    assert not (tmp_path / "note/.git").exists()
    assert git(tmp_path, "remote") == ""


@pytest.mark.parametrize(
    ("words", "answer"), [(["--no-git", "--yes"], ""), ([], "n"), ([], "what\nㅜ"), ([], "아니요")]
)
def test_git_can_be_declined(tmp_path: Path, words: list[str], answer: str) -> None:
    """By an option, or by answering no, also with a Korean keyboard layout."""
    made = blog(tmp_path, "init", "note", *words, answers=f"\n\n\n\n{answer}\n")

    assert made.returncode == 0, made.stderr
    assert (tmp_path / "note/blog.yml").exists()
    assert not (tmp_path / "note/.git").exists()


def test_a_folder_with_posts_becomes_a_repository_only_on_request(tmp_path: Path) -> None:
    """In a folder that contains posts `--yes` creates no repository, but `--git` does."""
    (tmp_path / "note").mkdir()
    (tmp_path / "note/a.md").write_text("# a\n")

    blog(tmp_path, "init", "note", "--yes")
    assert not (tmp_path / "note/.git").exists()
    (tmp_path / "note/blog.yml").unlink()
    blog(tmp_path, "init", "note", "--yes", "--git")
    assert (tmp_path / "note/.git").exists()


def test_without_git_the_blog_is_created_with_a_message(tmp_path: Path) -> None:
    """Only deployment needs git."""
    (tmp_path / "bin").mkdir()

    made = blog(tmp_path, "init", "note", "--yes", PATH=str(tmp_path / "bin"))

    assert made.returncode == 0
    assert "git" in made.stdout
    assert (tmp_path / "note/blog.yml").exists()


def test_values_of_options_are_not_prompted_for(tmp_path: Path) -> None:
    """A script that gives all options needs no terminal, and each value is written unchanged."""
    given = ["--title", '"큰": 노트', "--author", "홍: 길동", "--repository", "", "--address", "", "--no-git"]

    made = blog(tmp_path, "init", "my note", *given, "--lang", "ko")

    assert (made.returncode, made.stderr) == (0, "")
    assert 'cd "my note"' in made.stdout
    text = (tmp_path / "my note/blog.yml").read_text(encoding="utf-8")
    assert 'title: "\\"큰\\": 노트"' in text
    assert 'author: "홍: 길동"' in text
    assert "language: ko" in text
    assert blog(tmp_path / "my note", "build", "--strict").returncode == 0


@pytest.mark.parametrize(
    "given", [["--repository", "--upload-pack=x"], ["--repository", "my blog"], ["--address", "http://"]]
)
def test_an_invalid_option_writes_nothing(tmp_path: Path, given: list[str]) -> None:
    """It is a usage error with a hint, reported before any file is written."""
    made = blog(tmp_path, "init", "note", "--yes", *given)

    assert made.returncode == 2
    assert "\n  = " in made.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_the_folder_is_not_followed(tmp_path: Path) -> None:
    """If `content` is a symlink out of the folder, nothing is written there."""
    (tmp_path / "victim").mkdir()
    (tmp_path / "note").mkdir()
    (tmp_path / "note/content").symlink_to(tmp_path / "victim")

    blog(tmp_path, "init", "note", "--yes")

    assert list((tmp_path / "victim").iterdir()) == []


def test_the_configuration_of_another_program_gives_the_defaults(tmp_path: Path) -> None:
    """Title, address and author of a Jekyll blog are those of its `_config.yml`, unless options say otherwise."""
    configuration = "title: 옛 블로그\nurl: https://old.example.kr\nbaseurl: /blog\nauthor: {name: 홍길동}\nlang: ja\n"
    (tmp_path / "_config.yml").write_text(configuration, encoding="utf-8")
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_posts/2024-05-01-a.md").write_text("글\n", encoding="utf-8")

    assert blog(tmp_path, "init", "--yes", "--title", "새 이름").returncode == 0

    settings = (tmp_path / "blog.yml").read_text(encoding="utf-8")
    for line in ('title: "새 이름"', 'base_url: "https://old.example.kr/blog"', 'author: "홍길동"', "language: ja"):
        assert line in settings
