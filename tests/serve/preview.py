"""Run `blog serve` as a real process in a real folder, for tests and measurements."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from site_test import SiteTest

PATIENCE = 20.0  # seconds; a shared machine stops for some at a time


class Preview:
    """`blog serve` in the folder of a site, until ``close``."""

    program: tuple[str, ...] = ("-m", "byeoru")

    def __init__(self, site: SiteTest, *options: str, port: int = 0) -> None:
        self.site, self.port = site, port or free_port()
        self.log = site.root.parent / "serve.log"  # not in the project, where it would count as a change
        environment = os.environ | {"PYTHONUNBUFFERED": "1", "NO_COLOR": "1"}
        command = [sys.executable, *self.program, "serve", "--port", str(self.port), "--lang", "en", *options]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, cwd=site.root, env=environment, stdout=log, stderr=log)
        wait_for(lambda: self.process.poll() is not None or answers(self.port), "response")
        assert self.process.poll() is None, self.output()

    def url(self, path: str = "/") -> str:
        """Return the URL of a page."""
        return f"http://localhost:{self.port}{quote(path, safe='/%?=&#')}"

    def get(self, path: str, **headers: str) -> tuple[int, bytes]:
        """Return status and body of the response."""
        return self.ask("GET", path, b"", {name.replace("_", "-"): value for name, value in headers.items()})

    def ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
        """Send a request that a browser would not send."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def header(self, path: str, name: str) -> str:
        """Return one header of the response, "" if it is missing."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            return answer.getheader(name) or ""
        finally:
            connection.close()

    def output(self) -> str:
        """Return the output of the process."""
        return self.log.read_text(encoding="utf-8")

    def has_crashed(self) -> bool:
        """Tell whether the process has printed a traceback, or the message of an internal error."""
        return "Traceback" in self.output() or "a bug in Byeoru" in self.output()

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text in a file, like an editor that saves in place."""
        place = self.site.root / path
        text = place.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        place.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def close(self) -> None:
        """Stop the process like Ctrl-C."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(PATIENCE)

    def again(self, *options: str) -> "Preview":
        """Stop it, and start another at the same address."""
        self.close()
        return Preview(self.site, *options, port=self.port)


def answers(port: int) -> bool:
    """Tell whether a preview responds."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/__byeoru__/client.js")
        connection.getresponse().read()
    except OSError:
        return False
    finally:
        connection.close()
    return True


def free_port() -> int:
    """Return an unused port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Wait until *condition* is true; *what* names it in the failure."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"no {what} in {PATIENCE} s"
        time.sleep(0.05)


def post(title: str, body: str, date: str = "2026-01-01", more: str = "") -> str:
    """Return the source of a post."""
    return f"---\ntitle: {title}\ndate: {date}\n{more}---\n\n{body}\n"


def write_post(root: Path, name: str, text: str) -> Path:
    """Write a post, and return its path."""
    place = root / "content" / "posts" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")
    return place
