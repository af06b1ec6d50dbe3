"""Send a file of the preview's folder, or the part of it that was asked for.

In:  the folder, the path of a file in it, and the request.
Out: a response; ``OSError`` where there is no such file, or a symlink in its place.
Must not: open the file again once its size is told. A build may remove it or put another one there while it is sent.
"""

import os
import re
from collections.abc import Iterator
from email.utils import formatdate
from typing import BinaryIO

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from byeoru.base.rooted import Rooted
from byeoru.serve.types import type_of

_AT_ONCE = 1 << 18  # bytes that are read before the answer begins, without a thread
_CHUNK = 1 << 16
_RANGE = re.compile(r"bytes=(?:(\d{1,18})-(\d{1,18})?|-(\d{1,18}))", re.ASCII)


def open_file(folder: str, path: str) -> BinaryIO:
    """Open the file *path* in *folder*, without following a symlink."""
    with Rooted(folder) as tree:
        return open(tree.open(path), "rb")


def send_file(folder: str, path: str, request: Request, status: int, headers: dict[str, str]) -> Response:
    """Return the answer to *request*: the file *path*, a part of it, or that the browser has it already."""
    file = open_file(folder, path)
    found = os.fstat(file.fileno())
    tag = f'"{found.st_mtime_ns:x}-{found.st_size:x}"'
    response_headers = headers | {
        "ETag": tag,
        "Last-Modified": formatdate(found.st_mtime, usegmt=True),
        "Accept-Ranges": "bytes",
    }
    if status == 200 and request.headers.get("if-none-match") == tag:
        file.close()
        return Response(None, 304, headers=response_headers)
    start, end = 0, found.st_size
    if status == 200 and request.headers.get("if-range", tag) in {tag, response_headers["Last-Modified"]}:
        start, end = _requested_range(request.headers.get("range", ""), found.st_size)
        if start >= end and request.headers.get("range") and found.st_size:
            file.close()
            return Response(None, 416, headers=headers | {"Content-Range": f"bytes */{found.st_size}"})
        if (start, end) != (0, found.st_size):
            status, response_headers["Content-Range"] = 206, f"bytes {start}-{end - 1}/{found.st_size}"
    response_headers["Content-Length"] = str(end - start)
    kind = type_of(path)
    if request.method == "HEAD":
        file.close()
        return Response(None, status, headers=response_headers, media_type=kind)
    if end - start > _AT_ONCE:
        return StreamingResponse(_parts(file, start, end), status, headers=response_headers, media_type=kind)
    with file:
        return Response(b"".join(_parts(file, start, end)), status, headers=response_headers, media_type=kind)


def _requested_range(text: str, size: int) -> tuple[int, int]:
    """Return where the part begins and ends that a Range header asks for; all of it for none, or for several.

    >>> [_requested_range(s, 10) for s in ("", "bytes=2-3", "bytes=8-", "bytes=-3", "bytes=0-0,2-3", "bytes=2-99")]
    [(0, 10), (2, 4), (8, 10), (7, 10), (0, 10), (2, 10)]
    """
    asked = _RANGE.fullmatch(text.strip())
    if asked is None:
        return 0, size
    first, last, tail = asked.groups()
    if tail is not None:
        return (max(size - int(tail), 0), size) if int(tail) else (size, size)
    end = min(int(last) + 1, size) if last is not None else size
    return int(first), end


def _parts(file: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    with file:
        file.seek(start)
        while start < end and (part := file.read(min(_CHUNK, end - start))):
            start += len(part)
            yield part
