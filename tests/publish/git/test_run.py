"""Errors of git and its servers are explained, and git never prompts, hangs or runs hooks of a repository."""

import contextlib
import os
import re
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from byeoru.base.catalogue import localize
from byeoru.base.credentials import without_credentials
from byeoru.cli.git_repository import init_repository
from byeoru.publish.domain.claim import Claim, read_claim
from byeoru.publish.git.checkout import Checkout, checkout_of
from byeoru.publish.git.errors import GitError, meaning_of
from byeoru.publish.git.provenance import provenance_of
from byeoru.publish.git.remote import origin_of
from byeoru.publish.git.run import run_git
from deploy_test import Bench
from deploy_test import git as plain_git

SAID = {
    "git-publickey": "git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.",
    "git-host-key": "Host key verification failed.\nfatal: Could not read from remote repository.",
    "git-forbidden": "remote: Permission to kim/blog.git denied to lee.\nfatal: unable to access 'https://github.com/kim/blog.git/': The requested URL returned error: 403",
    "git-no-login": "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
    "git-no-repository": "ERROR: Repository not found.\nfatal: Could not read from remote repository.",
    "git-no-network": "ssh: Could not resolve hostname github.com: Temporary failure in name resolution\nfatal: Could not read from remote repository.",
    "git-protected": "remote: error: GH006: Protected branch update failed for refs/heads/gh-pages.\n ! [remote rejected] x -> gh-pages (protected branch hook declined)",
    "git-large-file": "remote: error: GH001: Large files detected.\n ! [remote rejected] x -> gh-pages (pre-receive hook declined)",
    "git-declined": "remote: error: GH013: Repository rule violations found for refs/heads/gh-pages.",
    "deploy-moved": " ! [rejected]        x -> gh-pages (stale info)\nerror: failed to push some refs to 'github.com:kim/blog.git'",
    "git-cut": "fatal: the remote end hung up unexpectedly",
    "git-disk": "error: unable to write file: No space left on device",
    "git-ownership": "fatal: detected dubious ownership in repository at '/srv/blog'",
    "git-failed": "fatal: something that nobody has met yet",
}


@pytest.mark.parametrize("code", SAID)
def test_each_failure_has_a_message(code: str) -> None:
    """It has a hint in both languages, and git's own output is kept as detail."""
    problem = meaning_of("push", SAID[code])

    assert problem.code == code
    assert problem.hint
    assert SAID[code].strip() == problem.argument("detail")
    for language in ("ko", "en"):
        assert localize(f"problem.{code}", language, **dict(problem.arguments))


def test_passwords_are_not_printed() -> None:
    """They are removed from URLs in the settings and from messages of git."""
    problem = meaning_of("push", "fatal: unable to access 'https://kim:ghp_secret@github.com/kim/blog.git/': 500")

    assert "ghp_secret" not in str(problem)
    assert without_credentials("https://ghp_secret@github.com/a/b") == "https://github.com/a/b"


SOURCE = Path(__file__).parents[3] / "src/byeoru"


def fake_git(folder: Path, script: str) -> str:
    """Put a command `git` before the true one; return the path to find it by."""
    place = folder / "bin"
    place.mkdir()
    (place / "git").write_text(f"#!/bin/sh\n{script}\n")
    (place / "git").chmod(0o755)
    return f"{place}{os.pathsep}{os.environ['PATH']}"


def test_a_git_that_hangs_is_killed_with_its_child_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After its time limit, git and the programs that it has started are killed."""
    pids = tmp_path / "pids"
    monkeypatch.setenv("PATH", fake_git(tmp_path, f"sleep 60 & echo $! $$ > {pids}; wait"))
    began = time.monotonic()

    with pytest.raises(GitError) as failed:
        run_git("ls-remote", limit=1)

    assert failed.value.problem.code == "git-hung"
    assert time.monotonic() - began < 20
    limit = time.monotonic() + 5  # one that was killed may still be on its way out
    while (alive := [pid for pid in pids.read_text().split() if is_alive(pid)]) and time.monotonic() < limit:
        time.sleep(0.05)
    assert alive == []


def is_alive(pid: str) -> bool:
    """Tell whether a process runs; one that nobody has waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_the_environment_sets_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A deployment from a git hook, which sets GIT_DIR, does not write to that repository."""
    plain_git(tmp_path, "init", "--quiet", "--bare", "one.git")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "another"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))

    assert run_git("rev-parse", "--git-dir", folder=str(tmp_path / "one.git")).decode().strip() == str(
        tmp_path / "one.git"
    )


def test_no_caller_of_git_inherits_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hooks set variables for another repository; every function that runs git reads the requested one."""
    for name, host in (("mine", "mine.example.kr"), ("theirs", "theirs.example.kr")):
        plain_git(tmp_path, "init", "--quiet", "--initial-branch=gh-pages", name)
        (tmp_path / name / "CNAME").write_text(host)
        plain_git(tmp_path / name, "add", "CNAME")
        plain_git(tmp_path / name, "commit", "--quiet", "-m", name)
    plain_git(tmp_path / "theirs", "remote", "add", "origin", "git@github.com:somebody/else.git")
    for name, place in {"DIR": ".git", "WORK_TREE": "", "INDEX_FILE": ".git/index", "COMMON_DIR": ".git"}.items():
        monkeypatch.setenv(f"GIT_{name}", str(tmp_path / "theirs" / place))
    mine = tmp_path / "mine"

    assert read_claim(str(mine), "gh-pages") == Claim("present", "mine.example.kr")
    assert origin_of(str(mine)) == ""
    assert provenance_of(str(mine)).commit == run_git("rev-parse", "HEAD", folder=str(mine / ".git")).decode().strip()
    checkout = checkout_of(str(mine))
    assert isinstance(checkout, Checkout)
    assert checkout.top == str(mine)
    assert init_repository(str(mine), "", "en") == localize("init.git-inside", "en")


def test_git_is_run_in_one_module() -> None:
    """A second one could forget to clean a variable of the environment."""
    modules = {path: path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")}

    assert [path.name for path, text in modules.items() if "subprocess" in text] == ["programs.py"]
    assert [path.name for path, text in modules.items() if re.search(r"""\[["']git["'],""", text)] == ["run.py"]


def test_a_push_counts_if_only_its_response_is_lost(bench: Bench) -> None:
    """After a failure the remote is queried again."""
    true = subprocess.run(["sh", "-c", "command -v git"], capture_output=True, check=True, text=True).stdout.strip()
    script = (
        f'{true} "$@" || exit\n'
        'for word; do [ "$word" = push ] && { echo "fatal: the remote end hung up unexpectedly" >&2; exit 128; }; done\nexit 0'
    )

    answer = bench.deploy(PATH=fake_git(bench.folder, script))

    assert answer.returncode == 0, answer.stderr
    assert "deployed as " in answer.stdout
    assert bench.tip


@pytest.mark.parametrize(
    ("status", "code"), [(401, "git-no-login"), (403, "git-forbidden"), (404, "git-no-repository")]
)
def test_a_server_that_refuses_access(bench: Bench, status: int, code: str) -> None:
    """Git never prompts for a password over HTTP."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            if status == 401:
                self.send_header("WWW-Authenticate", "Basic realm=x")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *words: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        text = (bench.blog / "blog.yml").read_text(encoding="utf-8")
        bench.write("blog.yml", text.replace("../remote.git", f"http://me:s3cret@127.0.0.1:{server.server_port}/r.git"))
        answer = bench.deploy("--verbose")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

    assert answer.returncode == 1
    assert f"error[{code}]" in answer.stderr, answer.stderr
    assert "s3cret" not in answer.stdout + answer.stderr


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def git_daemon(folder: Path) -> Iterator[int]:
    """Serve the repositories of *folder* by git's own protocol."""
    port = free_port()
    words = ["--export-all", "--enable=receive-pack", "--listen=127.0.0.1", f"--port={port}", f"--base-path={folder}"]
    process = subprocess.Popen(
        ["git", "daemon", "--reuseaddr", *words], stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        for _ in range(100):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port
    finally:
        os.killpg(process.pid, 15)
        process.wait()


class Proxy:
    """A way to a server that breaks once *budget* bytes went up; open for ever while that is None."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.budget: int | None = None
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.own_port = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self._accept)
        self.thread.start()

    def close(self) -> None:
        self.port = 0
        with socket.create_connection(("127.0.0.1", self.own_port)) as last:
            last.sendall(b"x")
        self.thread.join()
        self.listener.close()

    def _accept(self) -> None:
        """Serve one connection after the other: git opens no second one while it uses the first."""
        while True:
            client, _ = self.listener.accept()
            with client:
                if not self.port:
                    return
                with socket.create_connection(("127.0.0.1", self.port)) as server:
                    down = threading.Thread(target=self._pump, args=(server, client, False))
                    down.start()
                    self._pump(client, server, True)
                    down.join()

    def _pump(self, source: socket.socket, sink: socket.socket, is_up: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(512):
                if is_up and self.budget is not None:
                    self.budget -= len(data)
                    if self.budget < 0:
                        break
                sink.sendall(data)
        for one in (source, sink):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)


@pytest.mark.slow
def test_a_connection_that_breaks_leaves_the_old_branch_or_the_new_one(tmp_path: Path) -> None:
    """The connection is cut after various numbers of bytes, from the first request to the last byte of the site."""
    bench = Bench.made(tmp_path, posts=10)
    outcomes = set()
    with contextlib.ExitStack() as stack:
        port = stack.enter_context(git_daemon(tmp_path))
        proxy = Proxy(port)
        stack.callback(proxy.close)
        text = (bench.blog / "blog.yml").read_text(encoding="utf-8")
        bench.write("blog.yml", text.replace("../remote.git", f"git://127.0.0.1:{proxy.own_port}/remote.git"))
        bench.deployed()
        for number, budget in enumerate((0, 100, 200, 300, 400, 600, 900, 1500, 3000, 100_000)):
            old = bench.tip
            bench.write("content/posts/p0.md", f"---\ntitle: 회차 {number}\ndate: 2026-01-02\n---\n회차 {number}\n")
            proxy.budget = budget
            answer = bench.deploy()
            proxy.budget = None
            tip = bench.tip
            outcomes.add(answer.returncode)
            assert (answer.returncode == 0) == (tip != old), answer.stderr
            assert answer.returncode == 0 or "error[git-" in answer.stderr
            assert len(bench.files(tip)) == len(bench.files(old))
            plain_git(bench.remote, "fsck", "--strict", "gh-pages")
            bench.deployed()

    assert outcomes == {0, 1}
