"""The application: pages of the preview, the event stream, and the routes of the client script.

In:  requests.
Out: the responses of GitHub Pages, with two differences: the browser revalidates each file (`no-cache` instead of ten
     minutes), and other sites must not read it (no `Access-Control-Allow-Origin: *`, because drafts are shown here).
Must not: open a file that no build wrote.
"""

import asyncio
import os
from collections.abc import Callable
from email.utils import formatdate
from importlib.resources import files as resources
from typing import NamedTuple

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from byeoru.serve.api import ApiContext, placeholder_page, routes
from byeoru.serve.client_script import PREFIX, insert_client
from byeoru.serve.files import open_file, send_file
from byeoru.serve.hub import Hub
from byeoru.serve.lookup import Malformed, NotFound, Redirect, ServedFile, find
from byeoru.serve.state import PreviewState, build_message
from byeoru.serve.types import type_of

FRESH = {"Cache-Control": "no-cache"}


class AppContext(NamedTuple):
    """What all requests to one server share."""

    output: str  # folder of the preview
    state: Callable[[], PreviewState]  # returns the current state
    hub: Hub
    token: str  # proves that a request comes from a page of this preview
    api: ApiContext
    rescan: Callable[[], None]  # requests a full rescan
    is_current: Callable[[str], bool]  # tells whether a file is that of the last build
    wait_for_rest: Callable[[], None]  # returns when all files are
    sent: Callable[[str], None]  # called with the path of each page that is sent


def application(context: AppContext) -> Starlette:
    """Return the application."""

    async def stream(_: Request) -> Response:
        events = context.hub.listen(lambda: build_message(context.state(), (), is_building=context.hub.is_building))
        return StreamingResponse(events, media_type="text/event-stream", headers=FRESH)

    async def rescan(request: Request) -> Response:
        if (
            request.headers.get("sec-fetch-site", "same-origin") != "same-origin"
        ):  # another site must not trigger rescans
            return Response("403\n", 403, media_type="text/plain")
        context.rescan()
        return Response(None, 204, headers=FRESH)

    async def client_script(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _CLIENT_SCRIPTS:
            return Response("404\n", 404, media_type="text/plain")
        data = resources("byeoru.serve").joinpath("client", name).read_bytes()
        return Response(data, media_type=type_of(name), headers=FRESH)

    async def page(request: Request) -> Response:
        raw_path, state = request.scope["raw_path"], context.state()
        found = find(raw_path, state.base, state.files)
        if not isinstance(found, ServedFile) or not context.is_current(found.path):
            await asyncio.to_thread(context.wait_for_rest)
        return respond(context, raw_path, request)

    return Starlette(
        routes=[
            Route(f"{PREFIX}/events", stream, methods=["GET"]),
            Route(f"{PREFIX}/rescan", rescan, methods=["GET"]),
            *routes(context.api, context.state, context.token),
            Route(f"{PREFIX}/{{name}}", client_script, methods=["GET"]),
            Route("/{path:path}", page, methods=["GET"]),
        ]
    )


_CLIENT_SCRIPTS = frozenset(
    f"{name}.js"
    for name in (
        *("addresses", "align", "assets", "bar", "client", "desk"),
        *("morph", "overlay", "pictures", "storage", "stream", "styles", "tools"),
    )
)


def respond(context: AppContext, raw_path: bytes, request: Request) -> Response:
    """Respond to a request for a page or a file of the preview."""
    state = context.state()
    match find(raw_path, state.base, state.files):
        case ServedFile(path):
            return _send(context, state, path, request, 200)
        case Redirect(address):
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(address + query, 301, headers=FRESH)
        case Malformed():
            return Response("400\n", 400, media_type="text/plain", headers=FRESH)
        case NotFound() if not state.files:
            page = placeholder_page(context.api, state, context.token)
            return Response(page, 500, media_type=type_of(".html"), headers=FRESH)
        case NotFound():
            return _send(context, state, "404.html", request, 404)


def _send(context: AppContext, state: PreviewState, path: str, request: Request, status: int) -> Response:
    try:
        if not path.endswith((".html", ".htm")):
            return send_file(context.output, path, request, status, FRESH)
        with open_file(context.output, path) as file:
            data = file.read()
            short_time = os.fstat(file.fileno()).st_mtime
    except OSError:
        return Response("404\n", 404, media_type="text/plain", headers=FRESH)
    tag = f'"{state.files.get(path, "")}-{state.run}-{state.number}"'
    headers = FRESH | {"ETag": tag, "Last-Modified": formatdate(short_time, usegmt=True)}
    if status == 200 and request.headers.get("if-none-match") == tag:
        return Response(None, 304, headers=headers)
    page = insert_client(data, **state.values_of(path, context.token))
    context.sent(path)
    return Response(page, status, media_type=type_of(path), headers=headers)
