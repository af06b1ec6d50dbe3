"""Render outputs: the part of stage 3 that runs in workers.

In:  a task and a context.
Out: the bytes and their dependencies, or ``Failed`` with the problem.
Must not: read or write files, or know about other outputs; so it could run on another machine.
"""

import json
from collections.abc import Mapping

from byeoru.base.codec import from_plain, to_plain
from byeoru.base.crash import internal_error, traceback_of
from byeoru.model.output import Failed, RenderedBytes
from byeoru.model.queries import QUERIES
from byeoru.model.results import Results
from byeoru.model.site import Site
from byeoru.model.theme import Theme
from byeoru.render.kind import Kind, SiteContext, Task, context_of
from byeoru.render.mistakes import problem_of


def site_to_bytes(site: Site, theme: Theme) -> bytes:
    """Serialise a site and its theme for another process."""
    rows = [to_plain(Site)(site), to_plain(Theme)(theme)]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def context_from_bytes(data: bytes, kinds: Mapping[str, Kind]) -> SiteContext:
    """Read the result of ``site_to_bytes``, and return the context of that site."""
    site, theme = json.loads(data)
    return context_of(Results(from_plain(Site)(site), from_plain(Theme)(theme), QUERIES), kinds)


def rendered(task: Task, site_context: SiteContext) -> RenderedBytes | Failed:
    """Render one output; a problem is located in the template, an internal error at the page."""
    context = site_context.for_output()
    output = task.output
    kind = context.kinds[output.kind]
    try:
        data = kind.render(task, context)
        return RenderedBytes(output, data if isinstance(data, bytes) else b"".join(data), context.trace.dependencies)
    except Exception as problem:  # noqa: BLE001  (templates raise what they like)
        location = kind.location(output)
        diagnostic = problem_of(problem, location, site_context.results.theme, context.environment.named)
        if diagnostic is None:  # internal error: no template caused it
            return Failed(output.path, (internal_error(location, problem),), traceback_of(problem))
        return Failed(output.path, (diagnostic,))
