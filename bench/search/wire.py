"""Serve a folder as GitHub Pages does, and count what goes over the wire.

In:  a folder.
Out: a server on the loopback interface; for each answer its path and the bytes of its body as sent.
Must not: know what is served.

Text is compressed with gzip; files whose type is unknown are sent as they are. Answers can be made to wait a moment, as
they do on a network, so that requests which need the answer of another one come visibly later.
"""

import contextlib
import gzip
import mimetypes
import time
from collections.abc import Iterator
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
            path = unquote(urlsplit(self.path).path)
            status, kind, packed, body = _answer(folder, path)
            time.sleep(wait)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "max-age=600")
            self.send_header("Content-Length", str(len(body)))
            sent.append(Sent(path, len(body)))
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
