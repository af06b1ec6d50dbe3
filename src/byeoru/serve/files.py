"""Send a file of the preview's folder, or the requested range of it.

In:  the folder, the path of a file in it, and the request.
Out: a response; ``OSError`` if the file is missing or is a symlink.
Must not: open the file again after its size was read. A build may remove or replace it while it is sent.
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

_AT_ONCE = 1 << 18  # bytes; a smaller file is read at once instead of streamed
_CHUNK = 1 << 16
_RANGE = re.compile(r"bytes=(?:(\d{1,18})-(\d{1,18})?|-(\d{1,18}))", re.ASCII)


def open_file(folder: str, path: str) -> BinaryIO:
    """Open the file *path* in *folder*, without following a symlink."""
    with Rooted(folder) as tree:
        return open(tree.open(path), "rb")


def send_file(folder: str, path: str, request: Request, status: int, headers: dict[str, str]) -> Response:
    """Return the response to *request*: the file *path*, a range of it, or 304."""
    file = open_file(folder, path)
    status_info = os.fstat(file.fileno())
    tag = f'"{status_info.st_mtime_ns:x}-{status_info.st_size:x}"'
    response_headers = headers | {
        "ETag": tag,
        "Last-Modified": formatdate(status_info.st_mtime, usegmt=True),
        "Accept-Ranges": "bytes",
    }
    if status == 200 and request.headers.get("if-none-match") == tag:
        file.close()
        return Response(None, 304, headers=response_headers)
    start, end = 0, status_info.st_size
    if status == 200 and request.headers.get("if-range", tag) in {tag, response_headers["Last-Modified"]}:
        start, end = _requested_range(request.headers.get("range", ""), status_info.st_size)
        if start >= end and request.headers.get("range") and status_info.st_size:
            file.close()
            return Response(None, 416, headers=headers | {"Content-Range": f"bytes */{status_info.st_size}"})
        if (start, end) != (0, status_info.st_size):
            status, response_headers["Content-Range"] = 206, f"bytes {start}-{end - 1}/{status_info.st_size}"
    response_headers["Content-Length"] = str(end - start)
    content_type = type_of(path)
    if request.method == "HEAD":
        file.close()
        return Response(None, status, headers=response_headers, media_type=content_type)
    if end - start > _AT_ONCE:
        return StreamingResponse(_chunks(file, start, end), status, headers=response_headers, media_type=content_type)
    with file:
        return Response(b"".join(_chunks(file, start, end)), status, headers=response_headers, media_type=content_type)


def _requested_range(text: str, size: int) -> tuple[int, int]:
    """Return start and end of the range in a Range header; the whole file for no range, or for several.

    >>> [_requested_range(s, 10) for s in ("", "bytes=2-3", "bytes=8-", "bytes=-3", "bytes=0-0,2-3", "bytes=2-99")]
    [(0, 10), (2, 4), (8, 10), (7, 10), (0, 10), (2, 10)]
    """
    match = _RANGE.fullmatch(text.strip())
    if match is None:
        return 0, size
    first, last, tail = match.groups()
    if tail is not None:
        return (max(size - int(tail), 0), size) if int(tail) else (size, size)
    end = min(int(last) + 1, size) if last is not None else size
    return int(first), end


def _chunks(file: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    with file:
        file.seek(start)
        while start < end and (chunk := file.read(min(_CHUNK, end - start))):
            start += len(chunk)
            yield chunk
