"""Receive a picture over the wire: who sends it, how large it is, and what it is, before any of it reaches a folder.

In:  the one POST request of the preview.
Out: what came of it, in words.
Must not: trust a name, a type or a length that the request claims.
"""

import hmac
import os
import tempfile
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from byeoru.base.messages import Language, say
from byeoru.model.content import Document
from byeoru.model.project import Project
from byeoru.serve.guard import is_loopback
from byeoru.serve.pictures import Refused, kind_of, mention, store

LIMIT_MB = 25


class Answer(NamedTuple):
    """What the script is told."""

    status: int
    message: str
    markdown: str = ""
    written: bool = False  # it is also mentioned in the text


async def received(
    request: Request,
    token: str,
    document: Document | None,
    project: Project,
    language: Language,
    now: datetime,
    *,
    writes: bool,
) -> Answer:
    """Store the picture of *request* beside the source of the page that it was given to."""

    def refuse(status: int, code: str, **arguments: object) -> Answer:
        return Answer(status, say(f"preview.{code}", language, **arguments))

    if not _is_ours(request, token):
        return refuse(403, "stranger")
    if not is_loopback(request.client.host if request.client else ""):
        return refuse(403, "not-here")
    if document is None:
        return refuse(404, "no-post")
    os.makedirs(project.workroom, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix="picture-", dir=project.workroom)
    try:
        with open(handle, "wb") as file:  # noqa: ASYNC230  (some megabytes, on a disk of this machine)
            if not await _taken(request, file.write):
                return refuse(413, "too-large", limit=LIMIT_MB)
        ending = kind_of(draft)
        if not ending:
            return refuse(415, "no-picture")
        name = request.query_params.get("name", "")
        return await run_in_threadpool(_kept, draft, name, ending, document, project, language, now, writes)
    finally:
        os.unlink(draft)


def _kept(
    draft: str,
    name: str,
    ending: str,
    document: Document,
    project: Project,
    language: Language,
    now: datetime,
    writes: bool,  # noqa: FBT001  (handed on)
) -> Answer:
    try:
        path = store(draft, name, ending, document.path, project, now)
        markdown = f"![]({path.rpartition('/')[2]})"
        if writes:
            mention(project.file(document.path), markdown)
    except (Refused, OSError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        return Answer(500, say("preview.unwritable", language, path=document.path, reason=reason))
    parts = [say("preview.stored", language, path=path)] + [say("preview.appended", language)] * writes
    return Answer(201, ". ".join(parts), markdown, writes)


def _is_ours(request: Request, token: str) -> bool:
    """Tell whether a page of this preview sends it: no other site can know the token, or say that it is this one."""
    origin = urlsplit(request.headers.get("origin", ""))
    site = request.headers.get("sec-fetch-site", "same-origin")
    given = request.headers.get("x-byeoru-token", "")
    is_same = origin.netloc == request.headers.get("host") and origin.scheme == request.url.scheme
    return is_same and site == "same-origin" and hmac.compare_digest(given.encode(), token.encode())


async def _taken(request: Request, take: object) -> bool:
    """Hand on what comes, and stop at once when it is too much."""
    limit = LIMIT_MB * 1024 * 1024
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > limit:
        return False
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            return False
        take(chunk)  # type: ignore[operator]
    return True
