"""Receive a picture over the wire: who sends it, how large it is, and what it is, before any of it reaches a folder.

In:  the one POST request of the preview.
Out: what came of it, in words.
Must not: trust a name, a type or a length that the request claims.
"""

import asyncio
import errno
import hmac
import time
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from byeoru.base.catalogue import Language, localize
from byeoru.base.digest import digest
from byeoru.base.program import program_digest
from byeoru.base.rooted import SymlinkError
from byeoru.base.source_file import SourceChangedError, replace_source
from byeoru.cache.documents import key_of, stamp_of
from byeoru.discover.disk_path import disk_path
from byeoru.model.content import Document
from byeoru.model.project import Project
from byeoru.serve.host_guard import is_loopback
from byeoru.serve.pictures import StoredPicture, append_markdown, kind_of, store
from byeoru.serve.state import PreviewState
from byeoru.serve.temporary_upload import TemporaryUpload

LIMIT_MB = 25
_STALLED = 30.0  # seconds without a byte after which nobody is waited for
_CATCHING_UP = 2.0  # seconds that a build is waited for which shows the text as it was saved last
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class UploadResult(NamedTuple):
    """What the script is told."""

    status: int
    message: str
    markdown: str = ""
    written: bool = False  # it is also mentioned in the text


class UploadContext(NamedTuple):
    """Where pictures are taken in: whose preview it is, and what it shows."""

    project: Project
    language: Language
    token: str
    state: Callable[[], PreviewState]
    now: Callable[[], datetime]
    writes: bool  # pictures are also mentioned at the end of the text

    def result(self, status: int, code: str, **arguments: object) -> UploadResult:
        """Return an answer in words."""
        return UploadResult(status, localize(f"preview.{code}", self.language, **arguments))


async def receive_upload(request: Request, context: UploadContext) -> UploadResult:
    """Store the picture of *request* beside the source of the page that it was given to."""
    if not _is_authorized(request, context.token):
        return context.result(403, "stranger")
    if not is_loopback(request.client.host if request.client else ""):
        return context.result(403, "not-here")
    page = request.query_params.get("path", "")
    document = context.state().document(page)
    if document is None:
        return context.result(404, "no-post")
    try:
        with TemporaryUpload(context.project) as upload:
            return await _receive(upload, request, page, document, context)
    except (ClientDisconnect, TimeoutError):
        return UploadResult(408, "")  # nobody reads it
    except OSError as problem:
        return _failure(problem, document.path, context)


async def _receive(
    upload: TemporaryUpload, request: Request, page: str, document: Document, context: UploadContext
) -> UploadResult:
    if not await _read_body(request, upload.write):
        return context.result(413, "too-large", limit=LIMIT_MB)
    ending = kind_of(upload.finish())
    if not ending:
        return context.result(415, "no-picture")
    name = request.query_params.get("name", "")
    keep = _store_and_append if context.writes else _store
    return await run_in_threadpool(keep, upload, name, ending, page, document, context)


def _failure(problem: OSError, path: str, context: UploadContext) -> UploadResult:
    """Tell why nothing was done; the text and its folder are as they were."""
    match problem:
        case SourceChangedError():
            return context.result(409, "changed", path=path)
        case SymlinkError():
            return context.result(403, "outside", path=path)
        case _ if problem.errno in _FULL:
            return context.result(507, "no-space")
    return context.result(500, "unwritable", path=path, reason=problem.strerror or str(problem))


def _store(
    upload: TemporaryUpload, name: str, ending: str, _: str, document: Document, context: UploadContext
) -> UploadResult:
    """Store the picture."""
    stored = store(upload, name, ending, document.path, context.project, context.now())
    return UploadResult(201, localize("preview.stored", context.language, path=stored.path), _markdown(stored))


def _store_and_append(
    upload: TemporaryUpload, name: str, ending: str, page: str, document: Document, context: UploadContext
) -> UploadResult:
    """Store the picture and mention it in the text, or neither."""
    place = disk_path(context.project, document.path)
    text = _source_of_page(place, page, document.path, context)
    stored = store(upload, name, ending, document.path, context.project, context.now())
    try:
        replace_source(context.project.root, place, append_markdown(text, _markdown(stored)), text)
    except BaseException:
        stored.delete(context.project)
        raise
    sentences = [
        localize("preview.stored", context.language, path=stored.path),
        localize("preview.appended", context.language),
    ]
    return UploadResult(201, ". ".join(sentences), _markdown(stored), written=True)


def _markdown(stored: StoredPicture) -> str:
    return f"![]({stored.path.rpartition('/')[2]})"


def _source_of_page(place: str, page: str, path: str, context: UploadContext) -> bytes:
    """Return the bytes of a text that are those its page was made of; raises ``SourceChangedError`` if they are others.

    An editor that truncates and writes is caught in the middle by this; a save that is being built is waited for.
    """
    end = time.monotonic() + _CATCHING_UP
    while True:
        with open(place, "rb") as file:
            data = file.read()
        state = context.state()
        document = state.document(page)
        if document is not None and state.site is not None and document.path == path:
            stamp = stamp_of(state.site.settings.parsing, program_digest())
            if document.key == key_of(path, digest(data), stamp):
                return data
        if time.monotonic() > end:
            raise SourceChangedError(place)
        time.sleep(0.05)


def _is_authorized(request: Request, token: str) -> bool:
    """Tell whether a page of this preview sends it: no other site can know the token, or say that it is this one."""
    origin = urlsplit(request.headers.get("origin", ""))
    site = request.headers.get("sec-fetch-site", "same-origin")
    given = request.headers.get("x-byeoru-token", "")
    is_same = origin.netloc == request.headers.get("host") and origin.scheme == request.url.scheme
    return is_same and site == "same-origin" and hmac.compare_digest(given.encode(), token.encode())


async def _read_body(request: Request, take: Callable[[bytes], object]) -> bool:
    """Hand on what comes, and stop at once when it is too much."""
    limit = LIMIT_MB * 1024 * 1024
    length = request.headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()) or int(length) > limit:
        return False
    size = 0
    chunks = request.stream()
    while chunk := await asyncio.wait_for(anext(chunks, b""), _STALLED):
        size += len(chunk)
        if size > limit:
            return False
        take(chunk)
    return True
