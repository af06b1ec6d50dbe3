"""A push has no time limit while it makes progress, which a terminal shows; one without progress is killed."""

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from byeoru.publish.git.errors import GitError
from byeoru.publish.git.run import push
from byeoru.publish.progress import Sent
from deploy_test import Bench

HALF = "Writing objects:  50% (1/2), 1.00 MiB | 1.00 MiB/s"


def before_git(folder: Path, script: str) -> str:
    """Put a command `git` before the true one that does *script* first when it pushes; return the path to find it by."""
    true = subprocess.run(["sh", "-c", "command -v git"], capture_output=True, check=True, text=True).stdout.strip()
    place = folder / "bin"
    place.mkdir()
    (place / "git").write_text(
        f'#!/bin/sh\nfor word; do [ "$word" = push ] && {{ {script}; }}; done\nexec {true} "$@"\n'
    )
    (place / "git").chmod(0o755)
    return f"{place}{os.pathsep}{os.environ['PATH']}"


def test_a_push_with_progress_has_no_time_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each progress line of git restarts the time limit, and is reported as numbers."""
    script = f"for i in 1 2 3 4 5 6; do printf '%s\\r' '{HALF}' >&2; sleep 0.3; done; exit 0"
    monkeypatch.setenv("PATH", before_git(tmp_path, script))
    heard: list[Sent] = []
    began = time.monotonic()

    push("push", folder=str(tmp_path), silence=1.2, on_progress=heard.append)

    assert time.monotonic() - began > 1.5
    assert heard == [Sent(1, 2, "1.00 MiB")] * 6


def test_a_push_without_progress_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is killed however much it has sent."""
    monkeypatch.setenv("PATH", before_git(tmp_path, f"printf '%s\\r' '{HALF}' >&2; sleep 60"))
    began = time.monotonic()

    with pytest.raises(GitError) as failed:
        push("push", folder=str(tmp_path), silence=1, on_progress=lambda _: None)

    assert failed.value.problem.code == "git-hung"
    assert time.monotonic() - began < 20


def test_an_error_is_reported_without_progress_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first line of an unknown error is the error itself."""
    said = f"Enumerating objects: 5, done.\\n{HALF.replace('%', '%%')}\\rTotal 3 (delta 0), reused 0\\nremote: Resolving deltas: 100%% (1/1)\\nfatal: never met\\n"
    monkeypatch.setenv("PATH", before_git(tmp_path, f"printf '{said}' >&2; exit 1"))

    with pytest.raises(GitError) as failed:
        push("push", folder=str(tmp_path), silence=20, on_progress=lambda _: None)

    assert failed.value.problem.argument("line") == "fatal: never met"


def test_progress_is_drawn_only_in_a_terminal(bench: Bench) -> None:
    """Progress is drawn on one line, which is removed at the end, and never in a log."""
    path = before_git(bench.folder, f"sleep 1; printf '%s\\r' '{HALF}' >&2; sleep 0.2")
    master, terminal = pty.openpty()
    bench.agree()
    process = subprocess.Popen(
        [sys.executable, "-m", "byeoru", "deploy", "--no-wait"],
        cwd=bench.blog,
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "ko", "LANG": "ko_KR.UTF-8", "PATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=terminal,
    )
    assert process.wait(timeout=100) == 0
    os.close(terminal)
    shown = os.read(master, 65536).decode()
    os.close(master)
    bench.write("content/posts/p0.md", "---\ntitle: 고침\ndate: 2026-01-02\n---\n고침\n")
    log = bench.deploy(PATH=path)

    assert "전송 중: 50% (1/2) · 1.00 MiB" in shown or "uploading: 50% (1/2) · 1.00 MiB" in shown
    assert shown.endswith("\r\033[K")
    assert log.returncode == 0
    assert not any(text in log.stdout + log.stderr for text in ("uploading", "전송 중"))
