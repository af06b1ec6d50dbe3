"""A host on this machine that serves a folder as GitHub Pages does.

That is: `404.html` for whatever is not there, a redirect for a folder without its slash, `gzip` for texts, ten minutes of
caching, and a project's site below a path of its own.
"""

import gzip
import mimetypes
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote, unquote, urlsplit

TEXTS = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")
TYPES = {
    ".js": "application/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


class Pages(BaseHTTPRequestHandler):
    """Answers one reader."""

    folder: ClassVar[Path]
    prefix: ClassVar[str]
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(f"{self.prefix}/"):
            self.answer(HTTPStatus.NOT_FOUND, ".txt", b"another site")
            return
        place = self.folder / path.removeprefix(self.prefix).lstrip("/")
        if not place.resolve().is_relative_to(self.folder):
            self.answer(HTTPStatus.BAD_REQUEST, ".txt", b"outside")
        elif place.is_dir() and not path.endswith("/"):
            self.answer(HTTPStatus.MOVED_PERMANENTLY, ".txt", b"", Location=quote(f"{path}/"))
        else:
            place = place / "index.html" if place.is_dir() else place
            found = place.is_file()
            place = place if found else self.folder / "404.html"
            self.answer(HTTPStatus.OK if found else HTTPStatus.NOT_FOUND, place.suffix, place.read_bytes())

    do_HEAD = do_GET  # noqa: N815 (the library's name)

    def answer(self, status: HTTPStatus, suffix: str, data: bytes, **headers: str) -> None:
        """Send a status, what the kind of file demands, and the bytes."""
        kind = TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
        kind = "text/html; charset=utf-8" if suffix == ".html" else kind
        if kind.startswith(TEXTS) and "gzip" in self.headers.get("Accept-Encoding", ""):
            data = gzip.compress(data)
            headers["Content-Encoding"] = "gzip"
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "max-age=600")
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is the library's)
        """Say nothing: a test's output is its own."""


class Host(ThreadingHTTPServer):
    """Forgets the readers who hang up in the middle of an answer, as browsers do."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def hosted(folder: Path, prefix: str = "") -> Iterator[str]:
    """Serve *folder* below *prefix* until the end of the block; give the address, without a slash at its end."""
    pages = type("PagesOfOneSite", (Pages,), {"folder": folder.resolve(), "prefix": prefix})
    with Host(("127.0.0.1", 0), pages) as host:
        thread = threading.Thread(target=host.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{host.server_port}{quote(prefix)}"
        finally:
            host.shutdown()
            thread.join()
