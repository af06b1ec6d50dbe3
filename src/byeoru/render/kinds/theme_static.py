"""The static files of the theme, copied unmodified."""

from collections.abc import Iterator

from byeoru.media.streams import unchanged
from byeoru.model.facts import Facts
from byeoru.model.output import Output, SourceFile
from byeoru.model.theme import Theme
from byeoru.render.kind import Kind, Remedy, RenderContext, Task


def _outputs(facts: Facts) -> Iterator[Output]:
    return (Output(f"theme/{static.name}", "static", static.name) for static in facts.theme.statics)


def _source(output: Output, theme: Theme) -> SourceFile:
    return SourceFile(theme.static_paths[output.subject], ("static", output.subject))


def _render(_: Task, context: RenderContext) -> Iterator[bytes]:
    return unchanged(context.read)


KIND = Kind("static", _outputs, _render, source=_source, remedy=Remedy("rename-file", 3))
