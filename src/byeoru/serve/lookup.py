"""Find the file for an address by the rules of GitHub Pages, so that what works here works there.

In:  the raw path of a request, and the files of the preview.
Out: a file, a redirect, "not found", or "malformed".
Must not: access the disk. Only paths that the build wrote can be found, so no request can leave the folder.

Measured there: `/a` is served from `a`, else from `a.html`, else redirected to `/a/` if `a/index.html` exists.
"""

from collections.abc import Container
from typing import NamedTuple
from urllib.parse import quote, unquote_to_bytes

_LONGEST = 4096  # bytes of a decoded path; no file system has longer ones
_SAFE = "/:@!$&'()*+,;=~-._"


class ServedFile(NamedTuple):
    """The file to send, by its path in the preview."""

    path: str


class Redirect(NamedTuple):
    """Another address, percent-encoded."""

    address: str


class NotFound(NamedTuple):
    """There is no such file."""


class Malformed(NamedTuple):
    """The request is not a valid path."""


Lookup = ServedFile | Redirect | NotFound | Malformed


def find(raw_path: bytes, base: str, files: Container[str]) -> Lookup:
    """Return the file or redirect for *raw_path*; *base* is the decoded path of the site: "" or "/notes".

    >>> files = {"index.html", "posts/a/index.html", "about.html", "404.html"}
    >>> find(b"/posts/a", "", files), find(b"/about", "", files), find(b"/none", "", files)
    (Redirect(address='/posts/a/'), ServedFile(path='about.html'), NotFound())
    """
    data = unquote_to_bytes(raw_path)
    if len(data) > _LONGEST or b"\0" in data or b"\\" in data:
        return Malformed()
    try:
        path = data.decode()
    except UnicodeDecodeError:
        return Malformed()
    if path == base and base:
        return Redirect(_encoded(f"{base}/"))
    if not path.startswith(f"{base}/"):
        return Redirect(_encoded(f"{base}/")) if path == "/" else NotFound()
    return _inside(path, path[len(base) + 1 :], files)


def _inside(path: str, name: str, files: Container[str]) -> Lookup:
    if any(part in {"", ".", ".."} for part in name.split("/")[:-1]) or name.rpartition("/")[2] in {".", ".."}:
        return NotFound()
    if not name or name.endswith("/"):
        index = f"{name}index.html"
        return ServedFile(index) if index in files else NotFound()
    if name in files:
        return ServedFile(name)
    if f"{name}.html" in files:
        return ServedFile(f"{name}.html")
    return Redirect(_encoded(f"{path}/")) if f"{name}/index.html" in files else NotFound()


def _encoded(path: str) -> str:
    return quote(path, safe=_SAFE)
