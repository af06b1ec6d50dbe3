"""An internal error is reported for the file on which it occurred, with a traceback in a file, and the build continues."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from byeoru import rendering
from byeoru.base.diagnostic import Outcome
from byeoru.model.content import Parsed, ParseOptions, Source
from byeoru.parse import document
from byeoru.parse.document import parse
from byeoru.render.kind import RenderContext, Task
from byeoru.render.kinds import KINDS
from command import children
from picture_test import exif, picture
from site_test import SiteTest

SECRET = "hunter2-secret"


def failing_parse(source: Source, options: ParseOptions) -> Outcome[Parsed | None]:
    """Parse, but fail on the texts that ask for it in one of the ways that a fault of ours can have."""
    text = source.data.decode()
    if "RECURSION" in text:
        return failing_parse(source, options)
    if "MEMORY" in text:
        raise MemoryError
    if "KEY" in text:
        raise KeyError("https://user:password@example.com/")
    return parse(source, options)


def failing_render(task: Task, context: RenderContext) -> bytes | Iterator[bytes]:
    """Render a page, but fail on those that ask for it."""
    if "broken" in task.output.subject:
        raise ValueError("page")
    return KINDS["page"].render(task, context)


@pytest.fixture
def told(site: SiteTest) -> Callable[[], str]:
    """Return what reads the file of tracebacks."""
    return lambda: (site.root / ".blog/crash.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("jobs", [pytest.param(1, marks=pytest.mark.slow), 2])
def test_documents_on_which_the_parser_fails_are_reported(
    site: SiteTest, told: Callable[[], str], monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    """All of them are reported at once, the published site stays, and the next build tries again."""
    site.jobs = jobs
    filling = "글 " * 2000
    for number in range(60):
        site.write(f"content/posts/{number}.md", f"# {number}\n\n{filling}\n")
    site.build().must_succeed()
    before = site.files()
    with monkeypatch.context() as planted:
        planted.setattr(document, "parse", failing_parse)
        planted.setenv("GH_TOKEN", SECRET)
        site.write("content/posts/30.md", f"# {filling * 40} RECURSION\n")
        site.write("content/posts/40.md", f"# {filling * 40} MEMORY\n")
        site.write("content/posts/50.md", f"# {filling * 40} KEY\n[없음](none.md)\n")
        built = site.build()

        named = [f"content/posts/{number}.md internal-error" for number in (30, 40, 50)]
        assert sorted(built.problems) == named
        assert {one.severity for one in built.report.problems} == {"error"}
        assert site.files() == before
        assert sorted(site.build().problems) == named  # it is not taken for known
    for word in ("RecursionError", "MemoryError", "KeyError", "content/posts/30.md", "failing_parse"):
        assert word in told()
    assert SECRET not in told()
    assert "password" not in told()
    assert "broken-link" in "".join(site.build().must_succeed().problems)  # mended, it is read as ever


@pytest.mark.parametrize("jobs", [pytest.param(1, marks=pytest.mark.slow), 2])
def test_pages_on_which_the_renderer_fails_are_reported(
    site: SiteTest, told: Callable[[], str], monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    """All their documents are reported at once, in this process and in workers."""
    site.jobs = jobs
    for number in range(320):
        site.write(f"content/posts/{number}.md", f"# {number}\n")
    for number in range(3):
        site.write(f"content/posts/broken{number}.md", f"# {number}\n")
    monkeypatch.setattr(rendering, "KINDS", KINDS | {"page": KINDS["page"]._replace(render=failing_render)})
    built = site.build()

    assert sorted(built.problems) == [f"content/posts/broken{number}.md internal-error" for number in range(3)]
    assert not built.report.is_written
    assert told().count("ValueError: page") == 3


def test_a_list_on_which_the_renderer_fails_is_reported(site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """An output without a document is reported with its address."""
    site.write("content/posts/a.md", "# a\n")

    def broken(*_: object) -> bytes:
        raise AssertionError

    planted = {name: KINDS[name]._replace(render=broken) for name in ("sitemap", "atom")}
    monkeypatch.setattr(rendering, "KINDS", KINDS | planted)

    assert sorted(site.build().problems) == [
        "/atom.xml internal-error",
        "/feed.xml internal-error",
        "/sitemap.xml internal-error",
    ]


@pytest.mark.parametrize(("path", "severity"), [("content/posts/a.jpg", "error"), ("static/a.jpg", "warning")])
def test_an_image_whose_metadata_cannot_be_removed_is_reported(
    site: SiteTest, told: Callable[[], str], monkeypatch: pytest.MonkeyPatch, path: str, severity: str
) -> None:
    """It is not published with its GPS metadata; in `static/` it is published and reported."""
    site.write(path, picture("JPEG", exif=exif()))

    def broken(_: object) -> Iterator[bytes]:
        raise IndexError
        yield b""

    monkeypatch.setattr("byeoru.media.gps.by_name._image", broken)
    [problem] = site.build().report.problems

    assert (problem.code, str(problem.location), problem.severity) == ("internal-error", path, severity)
    assert "IndexError" in told()


def run(site: SiteTest, code: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run a Python text that ends in the command, as a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=site.root,
        env={**os.environ, "LANG": "en_US.UTF-8", "LC_ALL": "en_US.UTF-8", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


PLANTED = """
import sys
import byeoru.session
def broken(*_, **__):
    raise RuntimeError("planted https://user:password@example.com/")
byeoru.session.Session.run = broken
sys.argv = ["blog", "build"]
from byeoru.__main__ import main
main()
"""


def test_an_internal_error_outside_of_all_stages_is_one_line(site: SiteTest) -> None:
    """The exit code is 70, the line has the path of the traceback, and no secret is printed."""
    ended = run(site, PLANTED, GH_TOKEN=SECRET)

    place = site.root / ".blog/crash.txt"
    assert ended.returncode == 70
    [line] = ended.stderr.splitlines()
    assert str(place) in line
    assert "Traceback" not in ended.stderr + ended.stdout
    text = place.read_text(encoding="utf-8")
    assert "RuntimeError: planted" in text
    assert "Traceback" in text
    assert SECRET not in text
    assert "password" not in text


@pytest.mark.parametrize("kind", ["outside", "a link", "a file"])
def test_the_traceback_is_written_to_the_temporary_folder(site: SiteTest, tmp_path: Path, kind: str) -> None:
    """If there is no project, or if its state directory is a symlink out of it, the temporary folder is used."""
    there = tmp_path / "tmp"
    there.mkdir()
    victim = tmp_path / "victim"
    victim.mkdir()
    if kind == "outside":
        (site.root / "blog.yml").unlink()
    elif kind == "a link":
        (site.root / ".blog").symlink_to(victim)
    else:
        site.write(".blog", "")
    code = PLANTED.replace(
        "byeoru.session.Session.run = broken", "import byeoru.cli.build\nbyeoru.cli.build.session = broken"
    )
    code = code.replace(
        "import sys", "import sys, byeoru.cli.project as p\np.require_project = lambda l: p.find_project()", 1
    )
    ended = run(site, code.replace("broken\nsys", "broken\nbyeoru.cli.build.run = broken\nsys"), TMPDIR=str(there))

    assert ended.returncode == 70
    [written] = there.glob("byeoru-crash-*.txt")
    [line] = ended.stderr.splitlines()
    assert str(written) in line
    assert "RuntimeError" in written.read_text(encoding="utf-8")
    assert not list(victim.iterdir())


INTERRUPTED = """
import sys, os, signal, threading
signal.signal(signal.SIGINT, signal.default_int_handler)  # a runner may ignore it
left = int(sys.argv.pop(1))
def hook(event, arguments):
    global left
    if event == "import" and threading.current_thread() is threading.main_thread():
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGINT)
sys.argv = ["blog", "build"]
sys.addaudithook(hook)
from byeoru.__main__ import main
main()
"""
FIRST = 3  # imports of this package itself, before there is anything that could answer


@pytest.mark.parametrize("every", [5, pytest.param(1, marks=pytest.mark.slow)])
def test_an_interrupt_during_imports_is_one_line(site: SiteTest, every: int) -> None:
    """Ctrl-C while any module is imported ends with exit code 130 and one line, without a traceback."""
    site.write("content/posts/a.md", "---\ntitle: a\ndate: 2026-01-01\n---\n```python\nx = 1\n```\n")
    ends = []
    for left in [*range(FIRST, 30, 3), *range(30, 400, 17)][::every]:
        ended = subprocess.run(
            [sys.executable, "-c", INTERRUPTED, str(left)],
            cwd=site.root,
            env={**os.environ, "LC_ALL": "en_US.UTF-8"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        if ended.returncode == 0:  # fewer modules than that
            break
        assert ended.returncode == 130, (left, ended.stderr)
        assert len(ended.stderr.strip().splitlines()) <= 1, (left, ended.stderr)
        assert "Traceback" not in ended.stderr, (left, ended.stderr)
        ends.append(left)
    assert len(ends) > 15 // every


@pytest.mark.parametrize("rounds", [2, pytest.param(6, marks=pytest.mark.slow)])
def test_an_interrupt_while_workers_start_is_one_line(site: SiteTest, rounds: int) -> None:
    """Worker processes that are being started, by fork or by spawn, print no traceback."""
    for number in range(400):
        site.write(f"content/posts/{number}.md", f"# {number}\n\n" + "글 " * 600)
    said = set()
    for round_ in range(rounds):
        process = subprocess.Popen(
            [sys.executable, "-m", "byeoru", "build", "--jobs", "6"],
            cwd=site.root,
            env={**os.environ, "LC_ALL": "en_US.UTF-8"},
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
        )
        while process.poll() is None and not children(process.pid):
            time.sleep(0.001)
        time.sleep(round_ * 0.01)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        _, errors = process.communicate(timeout=60)
        assert "Traceback" not in errors
        said.add(process.returncode)
    assert 130 in said
