"""The page that a host shows for addresses that do not exist."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.reserved import Reserved
from byeoru.render.kind import Kind, RenderContext, Task
from byeoru.render.template_context import show


def _outputs(_: Facts) -> Iterator[Output]:
    yield Output("404.html", "missing")


def _render(task: Task, context: RenderContext) -> bytes:
    return show(task, context, "404.html")


KIND = Kind("missing", _outputs, _render, Reserved(once=("/404.html",)), gives_way=True)
