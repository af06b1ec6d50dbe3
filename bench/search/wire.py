"""Serve a folder as GitHub Pages does, and count what goes over the wire.

In:  a folder.
Out: a server on the loopback interface; for each request its path, its time and the bytes of its body as sent.
Must not: know what is served.

Text is compressed with gzip; files whose type is unknown are sent as they are. Every answer waits a moment, so that
a request that needs the answer of another one comes visibly later: the rounds can then be counted.
"""

import contextlib
import gzip
import mimetypes
import time
from collections.abc import Iterator, Sequence
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_TEXT = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml", "application/wasm")


class Sent(NamedTuple):
    """One answer."""

    path: str
    start: float
    end: float
    bytes: int


class Server(NamedTuple):
    """A running server."""

    url: str
    sent: list[Sent]

    def taken(self) -> list[Sent]:
        """Return the answers since the last call."""
        found = self.sent[:]
        del self.sent[: len(found)]
        return found


@contextlib.contextmanager
def serving(folder: Path, wait: float = 0.0) -> Iterator[Server]:
    """Serve *folder* until the end of the block; each answer waits *wait* seconds."""
    sent: list[Sent] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            start = time.monotonic()
            path = unquote(urlsplit(self.path).path)
            status, kind, packed, body = _answer(folder, path)
            time.sleep(wait)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "max-age=600")
            self.send_header("Content-Length", str(len(body)))
            sent.append(Sent(path, start, time.monotonic(), len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_port}", sent)
    finally:
        server.shutdown()
        server.server_close()


@lru_cache(maxsize=4096)
def _answer(folder: Path, path: str) -> tuple[int, str, bool, bytes]:
    file = (folder / path.lstrip("/")).resolve()
    if file.is_dir():
        file /= "index.html"
    if not file.is_relative_to(folder.resolve()) or not file.is_file():
        return 404, "text/plain", False, b"not found"
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    packed = kind.startswith(_TEXT)
    data = file.read_bytes()
    return 200, kind, packed, gzip.compress(data, 6) if packed else data


def rounds(sent: Sequence[Sent]) -> int:
    """Count the rounds: one begins with the first request after the end of an answer of the one before.

    >>> rounds([Sent("a", 0, 5, 1), Sent("b", 6, 9, 1), Sent("c", 6, 8, 1), Sent("d", 10, 11, 1)])
    3
    """
    count, end = 0, float("-inf")
    for each in sorted(sent, key=lambda each: each.start):
        if each.start >= end:
            count, end = count + 1, each.end
        else:
            end = min(end, each.end)
    return count
