"""The author's files that are published as they are, or without GPS metadata."""

from collections.abc import Iterator

from byeoru.base.paths import is_inside
from byeoru.media.gps.by_name import gps_stripper
from byeoru.media.streams import unchanged
from byeoru.model.output import Output, SourceFile
from byeoru.model.queries.facts import Facts
from byeoru.model.site import File
from byeoru.model.theme import Theme
from byeoru.render.kind import Kind, Remedy, RenderContext, Task

_VERBATIM = "static/"  # below it everything is published byte for byte


def _outputs(facts: Facts) -> Iterator[Output]:
    """Yield one output for files with the same bytes and address, as a reader sees no difference.

    The first is the one below `content`, of which an image is published without GPS metadata.
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
    """Tell whether a path leads out: a copy has the name that it has on the disk, whatever an address would mean."""
    return not is_inside(path)


KIND = Kind("copy", _outputs, _render, source=_source, origin=_origin, leaves=_leaves, remedy=Remedy("rename-file", 2))
