"""A preview of a real folder by a real process: the bench of the tests of `blog serve`, and a start for measuring it."""

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
        self.log = site.root.parent / "serve.log"  # not in the folder: it would be a change
        environment = os.environ | {"PYTHONUNBUFFERED": "1", "NO_COLOR": "1"}
        command = [sys.executable, *self.program, "serve", "--port", str(self.port), "--lang", "en", *options]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, cwd=site.root, env=environment, stdout=log, stderr=log)
        wait_for(lambda: self.process.poll() is not None or answers(self.port), "an answer")
        assert self.process.poll() is None, self.said()

    def url(self, path: str = "/") -> str:
        """Return the address of a page."""
        return f"http://localhost:{self.port}{quote(path, safe='/%?=&#')}"

    def get(self, path: str, **headers: str) -> tuple[int, bytes]:
        """Return status and body of what is answered."""
        return self.ask("GET", path, b"", {name.replace("_", "-"): value for name, value in headers.items()})

    def ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
        """Ask as no browser would."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def header(self, path: str, name: str) -> str:
        """Return one header of what is answered, "" for none."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            return answer.getheader(name) or ""
        finally:
            connection.close()

    def said(self) -> str:
        """Return what the process has written to its terminal."""
        return self.log.read_text(encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        """Change one text of a file, as an editor that saves in place does."""
        place = self.site.root / path
        text = place.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        place.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def close(self) -> None:
        """End the process as Ctrl-C does."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(PATIENCE)

    def again(self, *options: str) -> "Preview":
        """End it, and begin another at the same address."""
        self.close()
        return Preview(self.site, *options, port=self.port)


def answers(port: int) -> bool:
    """Tell whether a preview listens."""
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
    """Return a port on which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(happens: Callable[[], bool], what: str) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < end, f"no {what} in {PATIENCE} s"
        time.sleep(0.02)


def post(title: str, body: str, date: str = "2026-01-01", more: str = "") -> str:
    """Return the text of a post."""
    return f"---\ntitle: {title}\ndate: {date}\n{more}---\n\n{body}\n"


def write_post(root: Path, name: str, text: str) -> Path:
    """Write a post among the others."""
    place = root / "content" / "posts" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")
    return place
