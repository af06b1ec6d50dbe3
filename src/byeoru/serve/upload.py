"""Receive a picture: check sender, size and format before it is stored in the project.

In:  a POST request.
Out: the result, with a localized message.
Must not: trust the name, type or length that the request claims.
"""

import asyncio
import errno
import hmac
import re
import time
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request

from byeoru.base.catalogue import Language, localize
from byeoru.base.digest import digest
from byeoru.base.paths import relative_path
from byeoru.base.program import program_digest
from byeoru.base.rooted import SymlinkError
from byeoru.base.source_file import SourceChangedError, replace_source
from byeoru.cache.documents import key_of, stamp_of
from byeoru.discover.disk_path import disk_path
from byeoru.model.content import Document
from byeoru.model.project import Project
from byeoru.serve.host_guard import is_loopback
from byeoru.serve.pictures import StoredPicture, append_markdown, extension_of, store
from byeoru.serve.state import PreviewState
from byeoru.serve.temporary_upload import TemporaryUpload

_ENDING_A_TARGET = re.compile(r"[ ()<>%]")  # characters that the name of a folder can have
LIMIT_MB = 25
_STALL_TIMEOUT = 30.0  # seconds without data after which an upload is aborted
_BUILD_TIMEOUT = 2.0  # seconds to wait for a build of the source as it was saved last
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class UploadResult(NamedTuple):
    """The response to the client script."""

    status: int
    message: str
    markdown: str = ""
    written: bool = False  # it was also appended to the source


class UploadContext(NamedTuple):
    """What the upload route needs to know about the preview."""

    project: Project
    language: Language
    token: str
    state: Callable[[], PreviewState]
    now: Callable[[], datetime]
    writes: bool  # uploaded pictures are also appended to the source

    def result(self, status: int, code: str, **arguments: object) -> UploadResult:
        """Return a result with a localized message."""
        return UploadResult(status, localize(f"preview.{code}", self.language, **arguments))

    def store(self, upload: TemporaryUpload, name: str, extension: str, document: Document) -> StoredPicture:
        """Store a picture of *document*, in a vault where its settings say."""
        site = self.state().site
        setting = site.settings.origin.value("attachments") if site else ""
        return store(upload, name, extension, document.path, self.project, self.now(), setting)


async def receive_upload(request: Request, context: UploadContext) -> UploadResult:
    """Store the picture in *request* next to the source of its page."""
    if not _is_authorized(request, context.token):
        return context.result(403, "forbidden")
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
        return UploadResult(408, "")  # the client is gone
    except OSError as problem:
        return _failure(problem, document.path, context)


async def _receive(
    upload: TemporaryUpload, request: Request, page: str, document: Document, context: UploadContext
) -> UploadResult:
    if not await _read_body(request, upload.write):
        return context.result(413, "too-large", limit=LIMIT_MB)
    extension = extension_of(upload.finish())
    if not extension:
        return context.result(415, "no-picture")
    name = request.query_params.get("name", "")
    store_picture = _store_and_append if context.writes else _store
    return await run_in_threadpool(store_picture, upload, name, extension, page, document, context)


def _failure(problem: OSError, path: str, context: UploadContext) -> UploadResult:
    """Return the result for an error; nothing has been changed."""
    match problem:
        case SourceChangedError():
            return context.result(409, "changed", path=path)
        case SymlinkError():
            return context.result(403, "outside", path=path)
        case _ if problem.errno in _FULL:
            return context.result(507, "no-space")
    return context.result(500, "unwritable", path=path, reason=problem.strerror or str(problem))


def _store(
    upload: TemporaryUpload, name: str, extension: str, _: str, document: Document, context: UploadContext
) -> UploadResult:
    """Store the picture."""
    stored = context.store(upload, name, extension, document)
    return UploadResult(
        201, localize("preview.stored", context.language, path=stored.path), _markdown(stored, document)
    )


def _store_and_append(
    upload: TemporaryUpload, name: str, extension: str, page: str, document: Document, context: UploadContext
) -> UploadResult:
    """Store the picture and append it to the source, or do neither."""
    absolute_path = disk_path(context.project, document.path)
    text = _source_of_page(absolute_path, page, document.path, context)
    stored = context.store(upload, name, extension, document)
    try:
        replace_source(context.project.root, absolute_path, append_markdown(text, _markdown(stored, document)), text)
    except BaseException:
        stored.delete(context.project)
        raise
    sentences = [
        localize("preview.stored", context.language, path=stored.path),
        localize("preview.appended", context.language),
    ]
    return UploadResult(201, ". ".join(sentences), _markdown(stored, document), written=True)


def _markdown(stored: StoredPicture, document: Document) -> str:
    target = relative_path(stored.path, document.path.rpartition("/")[0])
    return f"![]({_ENDING_A_TARGET.sub(lambda match: quote(match[0]), target)})"


def _source_of_page(absolute_path: str, page: str, path: str, context: UploadContext) -> bytes:
    """Return the source if it is the one the page was built from; raises ``SourceChangedError`` otherwise.

    So a source that an editor has just truncated is not overwritten. A build that is still running is waited for.
    """
    end = time.monotonic() + _BUILD_TIMEOUT
    while True:
        with open(absolute_path, "rb") as file:
            data = file.read()
        state = context.state()
        document = state.document(page)
        if document is not None and state.site is not None and document.path == path:
            stamp = stamp_of(state.site.settings.parsing, program_digest())
            if document.key == key_of(path, digest(data), stamp):
                return data
        if time.monotonic() > end:
            raise SourceChangedError(absolute_path)
        time.sleep(0.05)


def _is_authorized(request: Request, token: str) -> bool:
    """Tell whether a page of this preview sent it: another site knows no token and cannot forge the origin."""
    origin = urlsplit(request.headers.get("origin", ""))
    site = request.headers.get("sec-fetch-site", "same-origin")
    given = request.headers.get("x-byeoru-token", "")
    is_same = origin.netloc == request.headers.get("host") and origin.scheme == request.url.scheme
    return is_same and site == "same-origin" and hmac.compare_digest(given.encode(), token.encode())


async def _read_body(request: Request, take: Callable[[bytes], object]) -> bool:
    """Pass the body to *take*; return False as soon as it is too large."""
    limit = LIMIT_MB * 1024 * 1024
    length = request.headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()) or int(length) > limit:
        return False
    size = 0
    chunks = request.stream()
    while chunk := await asyncio.wait_for(anext(chunks, b""), _STALL_TIMEOUT):
        size += len(chunk)
        if size > limit:
            return False
        take(chunk)
    return True
