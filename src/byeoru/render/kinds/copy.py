"""The author's files, copied unmodified or without GPS metadata."""

from collections.abc import Iterator

from byeoru.base.paths import is_inside
from byeoru.media.gps.by_name import gps_stripper
from byeoru.media.streams import unchanged
from byeoru.model.facts import Facts
from byeoru.model.output import Output, SourceFile
from byeoru.model.site import File
from byeoru.model.theme import Theme
from byeoru.render.kind import Kind, Remedy, RenderContext, Task

_VERBATIM = "static/"  # everything below it is published unmodified


def _outputs(facts: Facts) -> Iterator[Output]:
    """Yield one output for several files with the same bytes and address.

    The first counts, which is the one below `content`: its images are published without GPS metadata.
    """
    distinct: dict[tuple[str, str], File] = {}
    for file in sorted(facts.site.files, key=lambda file: file.path):
        distinct.setdefault((file.address, file.digest), file)
    return (Output(file.address[1:], "copy", file.path) for file in distinct.values())


def _source(output: Output, _: Theme) -> SourceFile:
    return SourceFile(output.subject, ("file", output.subject))


def _render(task: Task, context: RenderContext) -> Iterator[bytes]:
    path = task.output.subject
    strip = None if path.startswith(_VERBATIM) else gps_stripper(path)
    return (strip or unchanged)(context.read)


def _origin(output: Output) -> str:
    return output.subject


def _leaves(path: str) -> bool:
    """Tell whether a path leads out of the folder; a copy keeps its name, so `%2e` is no dot."""
    return not is_inside(path)


KIND = Kind("copy", _outputs, _render, source=_source, origin=_origin, leaves=_leaves, remedy=Remedy("rename-file", 2))
