"""The page at an old address that redirects to the new one."""

from collections.abc import Iterator

from byeoru.base.paths import encode, file_of
from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import addresses, settings
from byeoru.render.kind import Kind, Remedy, RenderContext, Task
from byeoru.render.template_context import base_path, show
from byeoru.render.views import absolute


def _outputs(facts: Facts) -> Iterator[Output]:
    return (Output(file_of(old), "redirect", path) for old, path in facts.site.redirects)


def _render(task: Task, context: RenderContext) -> bytes:
    trace = context.trace
    address = trace.query(addresses.address, task.output.subject)
    site = trace.query(settings.base_url)
    return show(
        task,
        context,
        "redirect.html",
        target=base_path(trace) + encode(address),
        target_absolute=absolute(site, address) if site else "",
    )


def _document(output: Output) -> str:
    return output.subject


KIND = Kind("redirect", _outputs, _render, origin=_document, remedy=Remedy("remove-alias", 1))
