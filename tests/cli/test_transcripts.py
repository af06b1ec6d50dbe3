"""The complete output of the command line: each file of `transcripts/` holds the output of some commands.

`make golden` regenerates them; review the diff before you commit it.
"""

import re
import signal
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from byeoru import __version__
from byeoru.cli.app import COMMANDS
from command import KOREAN, run_blog, start_blog
from serve.preview import PATIENCE, answers, free_port, wait_for
from zone_test import GOOD, served

TRANSCRIPTS = Path(__file__).parent / "transcripts"
LANGUAGES = {"en": {}, "ko": KOREAN}
STATE = "state"  # beside the blog: the state directory of the user

POST = "---\ntitle: 첫 글\ndate: 2026-01-02\ntags: [도커]\n---\n글\n"
SETTINGS = "title: 시험 노트\nbase_url: https://blog.example.kr\n"
WARNINGS = "---\ntitle: 글\ndate: 2026-01-03\ncategroies: [a]\n---\n한글 [여기](frist.md) ![그림](none.png)\n"
MANY = (
    "---\ntitle: 글\ndate: 2026-01-0{0}\nlayuot: x\n---\n| 가 | 나 |\n|---|---|\n| 1 | 2 | 3 |\n\n[여기](none{0}.md)\n"
)
CACHE = "---\ntitle: 캐시\ndate: 2026-01-03\ntags: [도커]\n---\n캐시에서는 값을 다시 읽는다.\n"
FAULTY = "---\ntitle: 글\nslug: ../x\ndate: 2026-01-01\naliases: [/posts/first/]\n---\n글\n"

Files = dict[str, str]
Line = tuple[str, ...]  # the words of one command, without `blog`


class Scenario(NamedTuple):
    """A folder, and the commands that are run in it."""

    files: Files
    lines: list[Line]


BLOG: Files = {"blog.yml": SETTINGS, "content/posts/first.md": POST}
STATES: Files = {
    "content/posts/draft.md": "---\ntitle: 초안\ndate: 2026-01-01\ndraft: true\n---\n글\n",
    "content/posts/later.md": "---\ntitle: 예약\ndate: 2999-01-01\n---\n글\n",
    "content/posts/hidden.md": "---\ntitle: 숨김\ndate: 2019-01-01\nunlisted: true\n---\n글\n",
}
SCENARIOS: dict[str, Scenario] = {
    "help": Scenario({}, [(), ("-h",), *((name, "-h") for name in COMMANDS)]),
    "help-theme": Scenario({}, [("theme", name, "-h") for name in ("list", "options", "eject")]),
    "help-domain": Scenario({}, [("domain", name, "-h") for name in ("set", "check")]),
    "version": Scenario({}, [("--version",)]),
    "usage": Scenario(
        BLOG,
        [
            *(("bulid",), ("build", "--draft"), ("build", "extra"), ("build", "--format", "xml")),
            *(("build", "--jobs", "many"), ("list", "nothing"), ("new",), ("theme", "eject", "psot.html")),
            *(("theme", "eject"), ("domain", "set", "localhost"), ("serve", "--port", "x"), ("deploy", "--setup", "x")),
        ],
    ),
    "no-blog": Scenario({}, [("build",), ("list",), ("clean",), ("deploy",)]),
    "init": Scenario({}, [("init", "--yes", "--no-git"), ("init", "--yes"), ("init", "x", "--address", "http://")]),
    "new": Scenario(
        BLOG,
        [("new", "도커: 시작하기", "--tags", "docker"), ("new", "도커: 시작하기"), ("new", "글", "--slug", "../x")],
    ),
    "build": Scenario(
        {**BLOG, **STATES},
        [("build",), ("build",), ("build", "--drafts", "--future"), ("build", "--explain"), ("clean",)],
    ),
    "build-warnings": Scenario(
        {**BLOG, "content/posts/w.md": WARNINGS},
        [("build",), ("build", "--strict"), ("build", "--format", "github"), ("build", "--quiet")],
    ),
    "build-flood": Scenario(
        {**BLOG, **{f"content/posts/{number}.md": MANY.format(number) for number in range(1, 7)}}, [("build",)]
    ),
    "build-flood-errors": Scenario(
        {
            **BLOG,
            **{f"content/posts/{number}.md": MANY.format(number) for number in range(1, 7)},
            "content/posts/e.md": FAULTY,
        },
        [("build",)],
    ),
    "build-errors": Scenario({**BLOG, "content/posts/e.md": FAULTY}, [("build",), ("build",)]),
    "settings-errors": Scenario({"blog.yml": "title: [a\n"}, [("build",), ("list",)]),
    "list": Scenario(
        {**BLOG, **STATES},
        [("list",), *(("list", what) for what in ("drafts", "future", "unlisted", "notes", "tags", "categories"))],
    ),
    "search": Scenario(
        {**BLOG, **STATES, "content/posts/cache.md": CACHE},
        [
            *(("search", "캐시"), ("search",), ("search", " "), ("build", "--quiet"), ("search", "캐시에서는")),
            *(("search", "캐시", "도커", "--limit", "1"), ("search", "zotl"), ("search", "#도커"), ("search", "숨김")),
            *(
                ("search", "zotl", "--format", "json"),
                ("search", "글", "--limit", "0"),
                ("search", "글", "--edition", "fr"),
            ),
        ],
    ),
    "search-off": Scenario(
        {**BLOG, "blog.yml": f"{SETTINGS}search: false\n"}, [("build", "--quiet"), ("search", "글")]
    ),
    "theme": Scenario(
        BLOG,
        [("theme", "list"), ("theme", "options"), ("theme", "eject", "--list"), ("theme", "eject", "post.html")],
    ),
    "deploy": Scenario(
        {**BLOG, "blog.yml": f"{SETTINGS}deploy: {{target: folder, path: ../html}}\n"},
        [
            *(("deploy", "--no-wait"), ("deploy", "--dry-run"), ("deploy", "--no-wait", "--yes")),
            *(("deploy", "--no-wait"), ("deploy", "--list"), ("deploy", "--rollback")),
        ],
    ),
    "deploy-nowhere": Scenario({"blog.yml": "title: 글\n", **STATES}, [("deploy",), ("deploy", "--no-wait", "--yes")]),
    "domain": Scenario(
        {**BLOG, "blog.yml": "title: 시험\ndeploy: {repository: hong/blog}\n"},
        [("domain", "check"), ("domain", "set", "example.kr"), ("domain", "set", "example.kr")],
    ),
    "completion": Scenario({}, [("completion", "tcsh")]),
}


def written(files: Files, folder: Path) -> Path:
    """Write *files* into a new folder."""
    folder.mkdir()
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def normal(text: str, folder: Path) -> str:
    """Replace what differs between runs: folders, times, today's date, stamps, ports, versions."""
    text = text.replace(str(folder.parent), "…").replace(__version__, "<version>")
    text = re.sub(r"\d+\.\d+( s\b|초)", r"<time>\1", text)
    text = re.sub(r"\b[0-9a-f]{8}\b", "<stamp>", text)
    text = re.sub(r"(127\.0\.0\.1|localhost):\d+", r"\1:<port>", text)
    return re.sub(rf"{datetime.now(UTC):%Y-%m-%d}([ T]\d\d:\d\d(:\d\d)?)?", "<date>", text)


def entry(line: Line, code: int, out: str, err: str) -> str:
    """Return a command with its output; lines of standard error begin with `2>`."""
    words = " ".join(f"'{word}'" if " " in word or not word else word for word in ("blog", *line))
    marked = "".join(f"2> {text}".rstrip() + "\n" for text in err.splitlines())
    return f"$ {words}\n{out}{marked}[{code}]\n"


def played(name: str, language: str, folder: Path) -> str:
    """Run the commands of a scenario; return its transcript."""
    scenario = SCENARIOS[name]
    blog = written(scenario.files, folder / "blog")
    entries = []
    for line in scenario.lines:
        environment = {"COLUMNS": "100", "XDG_STATE_HOME": str(folder / STATE), **LANGUAGES[language]}
        done = run_blog(blog, *line, **environment)
        entries.append(entry(line, done.returncode, normal(done.stdout, blog), normal(done.stderr, blog)))
    return "\n".join(entries)


def checked_domain(language: str, folder: Path) -> str:
    """Return the transcript of a DNS check, successful and failed."""
    settings = "title: 시험\nbase_url: https://example.kr\ndeploy: {repository: hong/blog, branch: x}\n"
    blog = written({"blog.yml": settings}, folder / "blog")
    entries = []
    for zone in (GOOD, GOOD + "@ IN A 203.0.113.7\n"):
        with served(zone) as server:
            line = ("domain", "check", "--dns-only", "--nameserver", f"127.0.0.1:{server.port}")
            done = run_blog(blog, *line, COLUMNS="100", **LANGUAGES[language])
        shown = entry(line, done.returncode, done.stdout, done.stderr)
        entries.append(normal(shown, blog))
    return "\n".join(entries)


def previewed(language: str, folder: Path) -> str:
    """Return the transcript of a preview that is started and stopped with Ctrl-C."""
    blog, port = written({**BLOG, "content/posts/w.md": WARNINGS}, folder / "blog"), free_port()
    line = ("serve", "--port", str(port))
    options = {
        "stderr": subprocess.STDOUT,
        "preexec_fn": lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    }
    process = start_blog(blog, *line, options=options, COLUMNS="100", PYTHONUNBUFFERED="1", **LANGUAGES[language])
    assert process.stdout is not None
    guard = threading.Timer(PATIENCE, process.kill)
    guard.start()
    try:
        lines = [process.stdout.readline()]
        while lines[-1] and "Ctrl-C" not in lines[-1]:
            lines.append(process.stdout.readline())
        wait_for(lambda: process.poll() is not None or answers(port), "an answer")
        process.send_signal(signal.SIGINT)
        out = "".join(lines) + process.communicate(timeout=PATIENCE)[0]
    finally:
        guard.cancel()
        with suppress(ProcessLookupError):
            process.kill()
    return normal(entry(("serve", "--port", "<port>"), process.returncode, out, ""), blog).replace(str(port), "<port>")


PLAYERS: dict[str, Callable[[str, Path], str]] = {
    **{name: lambda language, folder, name=name: played(name, language, folder) for name in SCENARIOS},  # type: ignore[misc]
    "domain-check": checked_domain,
    "serve": previewed,
}
CASES = [(name, language) for name in PLAYERS for language in LANGUAGES]


def place_of(name: str, language: str) -> Path:
    """Return the file of a transcript."""
    return TRANSCRIPTS / f"{name}.{language}.txt"


@pytest.mark.parametrize(("name", "language"), CASES)
def test_a_command_prints_what_it_printed(name: str, language: str, tmp_path: Path) -> None:
    """Exit codes and both output streams equal those of the transcript."""
    expected = place_of(name, language).read_text(encoding="utf-8")

    assert PLAYERS[name](language, tmp_path) == expected


def test_each_transcript_has_a_scenario() -> None:
    """There is no transcript that is not compared."""
    assert {path.name for path in TRANSCRIPTS.iterdir()} == {place_of(*case).name for case in CASES}


@pytest.mark.parametrize("place", sorted(TRANSCRIPTS.glob("*.en.txt")), ids=lambda place: place.name)
def test_an_english_transcript_has_no_korean_sentence(place: Path) -> None:
    """Hangul appears only in quotes, file names and titles, which are the author's words."""
    ours = {
        word for text in (POST, SETTINGS, WARNINGS, CACHE, *STATES.values()) for word in re.findall("[가-힣]+", text)
    }
    words = set(re.findall("[가-힣]+", place.read_text(encoding="utf-8")))

    assert words <= ours | {"도커", "시작하기", "글", "블로그"}


def write_expected() -> None:
    """Regenerate all transcripts."""
    import tempfile

    for place in TRANSCRIPTS.glob("*.txt"):
        place.unlink()
    for name, language in CASES:
        with tempfile.TemporaryDirectory() as folder:
            text = PLAYERS[name](language, Path(folder).resolve())
        place_of(name, language).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_expected()
