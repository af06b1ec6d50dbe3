"""Find outputs with the same path, and suggest what the author can change.

In:  the outputs and their kinds.
Out: an error for each pair that cannot coexist.
Must not: choose one of them.
"""

from collections.abc import Mapping

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.paths import case_folded
from byeoru.model.output import Output
from byeoru.render.kind import Kind


def clashes(outputs: tuple[Output, ...], kinds: Mapping[str, Kind]) -> tuple[Diagnostic, ...]:
    """Report outputs with the same path, also if the paths differ only in letter case or Unicode normal form."""
    problems: list[Diagnostic] = []
    by_path: dict[str, Output] = {}
    folders: dict[str, Output] = {}
    for output in outputs:
        path = case_folded(output.path)
        if (other := by_path.setdefault(path, output)) is not output:
            problems.append(_clash(output, other, kinds))
        parent = path
        while (parent := parent.rpartition("/")[0]) and parent not in folders:
            folders[parent] = output
    problems += [_clash(output, folders[path], kinds) for path, output in by_path.items() if path in folders]
    return tuple(problems)


def _clash(clashing: Output, other: Output, kinds: Mapping[str, Kind]) -> Diagnostic:
    """Report two outputs at the one that is easiest to change; if both are of a kind, at the second."""

    def origin(output: Output) -> str:
        return kinds[output.kind].origin(output)

    first, second = sorted((clashing, other), key=lambda output: (-kinds[output.kind].remedy.effort, origin(output)))
    return error(
        "same-address",
        Location(origin(second)),
        kinds[second.kind].remedy.hint,
        address="/" + second.path.removesuffix("index.html"),
        other=origin(first),
    )
