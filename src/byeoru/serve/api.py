"""The routes of the client script: its texts, the problems, facts about a page, and the upload of pictures."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from byeoru.base.catalogue import Language, messages_with_prefix, template
from byeoru.base.diagnostic import Location
from byeoru.discover.disk_path import disk_path
from byeoru.model.project import Project
from byeoru.serve.client_script import PREFIX, insert_client
from byeoru.serve.desk import Desks
from byeoru.serve.editor import editor_pattern, editor_url
from byeoru.serve.page_info import page_info
from byeoru.serve.problems import views_of
from byeoru.serve.state import PreviewState
from byeoru.serve.upload import UploadContext, receive_upload

_TEXTS = "preview.client."
_PRIVATE = {"Cache-Control": "no-store"}


class ApiContext(NamedTuple):
    """What the routes need to know about the preview."""

    project: Project
    language: Language
    now: Callable[[], datetime]
    writes: bool  # uploaded pictures are also appended to the source


def routes(context: ApiContext, state: Callable[[], PreviewState], token: str) -> list[Route]:
    """Return the routes that the client script requests."""
    desks = Desks()
    upload_context = UploadContext(context.project, context.language, token, state, context.now, context.writes)

    def texts(_: Request) -> Response:
        text = f"export default {json.dumps(messages_with_prefix(_TEXTS, context.language))};\n"
        return Response(text, media_type="application/javascript", headers=_PRIVATE)

    def problems(request: Request) -> Response:
        path, pattern = request.query_params.get("path", ""), editor_pattern(context.project)
        views = views_of(state().report, context.project, context.language, pattern, path)
        return JSONResponse(views, headers=_PRIVATE)

    def page(request: Request) -> Response:
        return JSONResponse(_page_info(context, state(), request.query_params.get("path", "")), headers=_PRIVATE)

    def names(request: Request) -> Response:
        site = state().site
        if site is None:
            return JSONResponse({"names": [], "orphans": []}, headers=_PRIVATE)
        desk, typed = desks.of(site), request.query_params.get("q", "").strip().removeprefix("[[").strip()
        orphans = [] if typed else [offer._asdict() for offer in desk.orphans()]
        found = [offer._asdict() for offer in desk.names(typed)]
        return JSONResponse({"names": found, "orphans": orphans}, headers=_PRIVATE)

    async def picture(request: Request) -> Response:
        result = await receive_upload(request, upload_context)
        return JSONResponse(result._asdict(), result.status, headers=_PRIVATE)

    return [
        Route(f"{PREFIX}/words.js", texts, methods=["GET"]),
        Route(f"{PREFIX}/problems", problems, methods=["GET"]),
        Route(f"{PREFIX}/page", page, methods=["GET"]),
        Route(f"{PREFIX}/names", names, methods=["GET"]),
        Route(f"{PREFIX}/pictures", picture, methods=["POST"]),
    ]


def _page_info(context: ApiContext, state: PreviewState, path: str) -> dict[str, object]:
    document = state.document(path)
    if document is None:
        return {}
    try:
        with open(disk_path(context.project, document.path), encoding="utf-8-sig", errors="replace") as file:
            source = file.read()
    except OSError:
        return {}
    pattern = editor_pattern(context.project)
    problems = sum(problem.location.path == document.path for problem in state.report.problems)
    return page_info(
        document,
        source,
        problems,
        context.language,
        context.now(),
        lambda path: editor_url(pattern, context.project, Location(path)),
    )


def placeholder_page(context: ApiContext, state: PreviewState, token: str) -> bytes:
    """Return the page that is sent for every address until a build has succeeded."""
    title = template("preview.nothing-yet", context.language)
    page = f'<!doctype html><html lang="{context.language}"><head><meta charset="utf-8"><title>{title}</title></head>'
    page += f'<body><main style="color-scheme:light dark"><h1>{title}</h1></main></body></html>'
    return insert_client(page.encode(), **state.values_of("", token))
