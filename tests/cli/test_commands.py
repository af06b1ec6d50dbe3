"""The command line in Korean and English, as users run it."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command import KOREAN, children, run_blog, start_blog

HANGUL = re.compile("[가-힣]")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a new blog."""
    assert run_blog(tmp_path, "init", "note", "--yes").returncode == 0
    return tmp_path / "note"


def test_from_nothing_to_a_site(tmp_path: Path) -> None:
    """`init`, `new` and `build` make a site; drafts are reported, and a second build changes nothing."""
    started = run_blog(tmp_path, "init", "note", "--yes", **KOREAN)
    folder = tmp_path / "note"
    made = run_blog(folder, "new", "도커: 시작하기", "--tags", "docker, [x]", "--category", "ops/dev")
    first = run_blog(folder, "build", **KOREAN)
    second = run_blog(folder, "build", **KOREAN)

    assert "blog deploy" in started.stdout
    assert made.stdout.strip() == os.path.join("content", "posts", "ops", "dev", "도커-시작하기.md")
    text = (folder / made.stdout.strip()).read_text(encoding="utf-8")
    assert 'title: "도커: 시작하기"' in text
    assert 'tags: ["docker", "[x]"]' in text
    assert "draft: true" in text
    assert (first.returncode, first.stderr) == (0, "")
    assert "초안 2편" in first.stdout
    assert "변경 없음" in second.stdout
    assert (folder / "site/posts/first-post/index.html").exists()
    assert "도커" not in "".join(path.name for path in (folder / "site").rglob("*"))


def test_init_never_overwrites(project: Path) -> None:
    """A second `init` is an error, and `init` in a folder with files keeps them."""
    (project / "blog.yml").unlink()
    (project / ".gitignore").write_text("mine\n")

    assert run_blog(project, "init", "--yes").returncode == 0
    assert (project / ".gitignore").read_text() == "mine\n"
    assert run_blog(project, "init", "--yes").returncode == 2


def test_init_asks_in_the_terminals_language(tmp_path: Path) -> None:
    """The answers are quoted for YAML, and an address without a scheme gets one."""
    answers = '내 "노트": 하나\nmy blog\nhong/blog\nblog.example.kr\n쓴이\n\n'
    asked = run_blog(tmp_path, "init", "note", stdin=answers, **KOREAN)
    built = run_blog(tmp_path / "note", "build")

    assert asked.returncode == 0
    assert "블로그 제목" in asked.stdout
    assert "`my blog`는 올바른 저장소가 아닙니다" in asked.stderr
    assert "[https://hong.github.io/blog]" in asked.stdout  # what Enter would have taken
    assert 'deploy: {repository: "hong/blog"}' in (tmp_path / "note/blog.yml").read_text(encoding="utf-8")
    assert built.returncode == 0
    assert "<title>내 &#34;노트&#34;: 하나" in (tmp_path / "note/site/index.html").read_text(encoding="utf-8")
    assert "<id>https://blog.example.kr/</id>" in (tmp_path / "note/site/feed.xml").read_text(encoding="utf-8")


def test_an_interrupted_init_writes_nothing(tmp_path: Path) -> None:
    """If the input ends before the last answer, no file is written."""
    asked = run_blog(tmp_path, "init", "note")

    assert asked.returncode == 130
    assert list(tmp_path.iterdir()) == []


def test_new_never_overwrites(project: Path) -> None:
    """An existing file name is an error with a hint."""
    run_blog(project, "new", "글")
    again = run_blog(project, "new", "글", **KOREAN)

    assert again.returncode == 2
    assert "--slug" in again.stderr


@pytest.mark.parametrize("slug", ["../../x", "a/b", "..", "C:\\x", "한" * 100])
def test_new_stays_in_the_project(project: Path, slug: str) -> None:
    """A name that leaves the project, or is invalid on some file system, is an error."""
    before = sorted(project.parent.rglob("*"))

    assert run_blog(project, "new", "글", "--slug", slug).returncode == 2
    assert sorted(project.parent.rglob("*")) == before


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (["bulid"], "`build`"),
        (["build", "--draft"], "`--drafts`"),
        (["lst"], "`list`"),
        (["build", "--exlpain"], "`--explain`"),
    ],
)
def test_a_misspelt_name_gets_a_suggestion(project: Path, words: list[str], near: str) -> None:
    """A usage error exits with 2 and suggests the nearest name, in both languages."""
    english, korean = run_blog(project, *words), run_blog(project, *words, **KOREAN)

    assert (english.returncode, korean.returncode) == (2, 2)
    assert near in english.stderr
    assert near in korean.stderr
    assert HANGUL.search(korean.stderr)
    assert not HANGUL.search(english.stderr)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--help"],
        ["build", "--help"],
        ["new", "--help"],
        ["init", "--help"],
        ["list", "--help"],
        ["clean", "--help"],
    ],
)
def test_help_is_completely_localized(tmp_path: Path, words: list[str]) -> None:
    """Korean help contains no English sentence, and English help no Hangul."""
    english, korean = run_blog(tmp_path, *words), run_blog(tmp_path, *words, **KOREAN)

    assert (english.returncode, korean.returncode) == (0, 0)
    assert not HANGUL.search(english.stdout)
    assert "Options" not in korean.stdout
    assert "Usage" not in korean.stdout
    assert HANGUL.search(korean.stdout)


@pytest.mark.parametrize(
    "words",
    [["build", "--format", "xml"], ["build", "--jobs", "many"], ["list", "all"], ["new"], ["init", "x", "-r", "no"]],
)
def test_a_bad_value_is_explained_in_both_languages(project: Path, words: list[str]) -> None:
    """On a Korean terminal no English message of a library is printed."""
    english, korean = run_blog(project, *words), run_blog(project, *words, **KOREAN)

    assert (english.returncode, korean.returncode) == (2, 2)
    assert not HANGUL.search(english.stderr)
    assert not re.search(r"[A-Za-z]{4,} [a-z]{3,} [a-z]{2,}", korean.stderr)


@pytest.mark.parametrize("alias", ["g", "generate"])
def test_aliases_of_hexo_build(project: Path, alias: str) -> None:
    """The names of Hexo's build command work."""
    assert run_blog(project, alias).returncode == 0
    assert (project / "site/index.html").exists()


@pytest.mark.parametrize("alias", ["s", "server"])
def test_aliases_of_hexo_start_the_preview(project: Path, alias: str) -> None:
    """The names of Hexo's preview command work."""
    assert "--port" in run_blog(project, alias, "--help").stdout


def test_problems_are_printed_with_their_source_line(project: Path) -> None:
    """Location, line, a caret below wide Hangul, and hint; then the summary."""
    (project / "content/posts/a.md").write_text("---\ntitle: 가\n---\n한글 [여기](frist-post.md)\n", encoding="utf-8")
    built = run_blog(project, "build", **KOREAN)

    assert built.stderr.splitlines()[:4] == [
        "content/posts/a.md:4:9: 경고[broken-link]: `frist-post.md`에 해당하는 페이지나 파일이 없습니다",
        "    4 │ 한글 [여기](frist-post.md)",
        "      │             ^^^^^^^^^^^^^",
        "      = 혹시 `first-post.md`인가요?",
    ]
    assert built.returncode == 0
    assert "경고 1개" in built.stdout.splitlines()[-1]


def test_errors_are_exit_code_one_and_strict_too(project: Path) -> None:
    """A site with errors is not written; with `--strict` neither is one with warnings."""
    (project / "content/posts/a.md").write_text("[x](no.md)\n", encoding="utf-8")

    assert run_blog(project, "build", "--strict").returncode == 1
    assert not (project / "site/index.html").exists()
    (project / "content/posts/a.md").write_text("---\naliases: [/archive/]\n---\n", encoding="utf-8")
    assert run_blog(project, "build").returncode == 1


def test_json_is_one_object_and_github_is_commands(project: Path) -> None:
    """Editors and CI get the same problems in their own formats."""
    (project / "content/posts/a.md").write_text("[x](no.md)\n", encoding="utf-8")
    found = json.loads(run_blog(project, "build", "--format", "json").stdout)
    lines = run_blog(project, "build", "--format", "github").stdout.splitlines()

    assert (found["problems"][0]["path"], found["problems"][0]["line"], found["problems"][0]["code"]) == (
        "content/posts/a.md",
        1,
        "broken-link",
    )
    assert found["written"]
    assert set(found["timings"]) >= {"discover", "parse", "render", "emit"}
    assert lines == [
        "::warning file=content/posts/a.md,line=1,col=5,title=broken-link::no page or file at `no.md` (check the path; relative paths start in the folder of this file)"
    ]


def test_explain_timings_quiet_and_lists(project: Path) -> None:
    """Each option changes the output as documented."""
    run_blog(project, "build")
    (project / "content/pages/about.md").write_text("# 소개\n\n다시.\n", encoding="utf-8")

    explained = run_blog(project, "build", "--explain", "--timings").stdout
    assert "about/index.html: page `content/pages/about.md`" in explained
    assert "parse" in explained
    assert run_blog(project, "build", "--quiet").stdout == ""
    assert "work-in-progress.md" in run_blog(project, "list", "drafts").stdout
    assert run_blog(project, "list", "future").stdout == "none\n"
    assert (
        "시작" in run_blog(project, "list", "tags", **KOREAN).stdout
        or "start" in run_blog(project, "list", "tags").stdout
    )


def test_clean_removes_only_what_was_built(project: Path) -> None:
    """An unmanaged file in `site` stays."""
    run_blog(project, "build")
    (project / "site/mine.txt").write_text("x")
    run_blog(project, "clean")

    assert [path.name for path in (project / "site").rglob("*")] == ["mine.txt"]
    assert [path.name for path in (project / ".blog").iterdir()] == ["site.lock"]


def test_outside_of_a_blog(tmp_path: Path) -> None:
    """`blog` prints the next steps; `blog build` is a usage error."""
    assert "blog init" in run_blog(tmp_path).stdout
    assert run_blog(tmp_path, "build").returncode == 2


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "cp949"},
        *(
            pytest.param(one, marks=pytest.mark.slow)
            for one in ({"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"NO_COLOR": "1", "LANG": ""})
        ),
    ],
)
def test_a_limited_terminal_encoding_is_no_error(project: Path, environment: dict[str, str]) -> None:
    """Characters that a terminal cannot encode are replaced."""
    (project / "content/posts/a.md").write_text("---\ntitle: 🎉 가\ndraft: true\nx: 1\n---\n", encoding="utf-8")
    words = [sys.executable, "-m", "byeoru", "--lang", "ko", "build", "--explain"]
    done = subprocess.run(words, cwd=project, env={**os.environ, **environment}, capture_output=True, check=False)

    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_a_closed_pipe_is_quiet(project: Path) -> None:
    """`blog build --explain | head -1` ends without a traceback."""
    child = start_blog(project, "build", "--explain")
    assert child.stdout
    assert child.stderr
    child.stdout.close()
    error = child.stderr.read()
    child.stderr.close()
    child.wait()

    assert "Traceback" not in error
    assert "Exception" not in error


BAR = """
import sys, time
from byeoru.cli.progress import BAR_DELAY, Listener
for is_closed in (False, True):
    listener = Listener("ko", draws=True)
    if is_closed:
        listener.close()
    time.sleep(BAR_DELAY + 0.1)
    with listener.stage("parse"):
        listener.expect(3)
        listener.advance()
    listener.close()
    print("next", file=sys.stderr, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_removed_progress_bar_is_not_drawn_again() -> None:
    """A preview uses the listener after its first build too, and no rebuild leaves a bar on the terminal."""
    import pty  # not on Windows

    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", BAR], stderr=theirs):
        os.close(theirs)
        seen = b""
        while chunk := _read(ours):
            seen += chunk
    os.close(ours)

    drawn, closed, _ = seen.decode().split("next")
    assert ("━" in drawn, "━" in closed) == (True, False)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_long_build_draws_a_bar_on_a_terminal_only(project: Path) -> None:
    """On a terminal a progress bar appears after a delay, in a pipe never."""
    for number in range(900):
        code = "\n\n".join("```python\ndef f(x):\n    return [y for y in x]\n```" for _ in range(60))
        (project / f"content/posts/p{number}.md").write_text(f"# {number}\n\n{code}\n", encoding="utf-8")
    import pty  # not on Windows

    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "byeoru", "build"], cwd=project, stderr=theirs, stdout=subprocess.PIPE
    )
    os.close(theirs)
    seen = b""
    while chunk := _read(ours):
        seen += chunk
    assert child.stdout
    child.stdout.close()
    child.wait()
    os.close(ours)

    assert "━".encode() in seen
    run_blog(project, "clean")
    assert run_blog(project, "build").stderr == ""


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # the other end is closed
        return b""


@pytest.mark.skipif(sys.platform == "win32", reason="needs process groups")
def test_ctrl_c_ends_at_once_and_leaves_no_process(project: Path) -> None:
    """An interrupted build prints a message, exits with 130, and leaves no worker."""
    for number in range(400):
        (project / f"content/posts/p{number}.md").write_text(
            f"# {number}\n\n" + "글 **굵게** `x`\n\n" * 200, encoding="utf-8"
        )
    child = subprocess.Popen(
        [sys.executable, "-m", "byeoru", "build", "--jobs", "2"],
        cwd=project,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509  (a runner may ignore it)
        stderr=subprocess.PIPE,
    )
    end = time.monotonic() + 20
    while child.poll() is None and not children(child.pid) and time.monotonic() < end:
        time.sleep(0.001)
    time.sleep(0.2)  # a part of the work
    os.killpg(child.pid, 2)
    started_at = time.monotonic()
    assert child.stderr
    said = child.stderr.read()
    child.stderr.close()

    assert child.wait() == 130
    assert time.monotonic() - started_at < 5  # a guard against hanging
    assert b"Traceback" not in said
    with pytest.raises(ProcessLookupError):
        os.killpg(child.pid, 0)


def test_completion_scripts(tmp_path: Path) -> None:
    """The script of each shell mentions the command."""
    for shell in ("bash", "zsh", "fish"):
        assert "_BLOG_COMPLETE" in run_blog(tmp_path, "completion", shell).stdout
    asked = run_blog(tmp_path, _BLOG_COMPLETE="bash_complete", COMP_WORDS="blog bu", COMP_CWORD="1")
    assert "build" in asked.stdout
