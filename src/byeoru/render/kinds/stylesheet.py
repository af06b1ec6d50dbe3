"""The style sheet of highlighted code."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.render.kind import Kind, RenderContext, Task


def _outputs(_: Facts) -> Iterator[Output]:
    yield Output("theme/code.css", "stylesheet")


def _render(_: Task, __: RenderContext) -> bytes:
    from byeoru.render.styles import stylesheet  # imported late with Pygments, as this output is rarely stale

    return stylesheet().encode()


KIND = Kind("stylesheet", _outputs, _render)
