"""Find outputs that claim one place, and say what their author can do about each pair.

In:  the outputs.
Out: an error for each two that cannot both be.
Must not: choose one of them.
"""

from byeoru.base.diagnostic import Diagnostic, Place, error
from byeoru.base.paths import folded
from byeoru.model.output import Output
from byeoru.model.site import INDEXES

# What can be done about an output, by its kind; of two, that of the kind which comes first here. An alias costs least
# to give up, a file has no front matter, and what the program makes is moved by moving the other.
_CURES = {"redirect": "remove-alias", "copy": "rename-file", "static": "rename-file", "page": "write-slug"}
_ORDER = [*_CURES]


def clashes(outputs: tuple[Output, ...]) -> tuple[Diagnostic, ...]:
    """Report outputs in one place, also where only letter case or the normal form of Hangul tells them apart."""
    problems: list[Diagnostic] = []
    taken: dict[str, Output] = {}
    folders: dict[str, Output] = {}
    for output in outputs:
        place = folded(output.path)
        if (other := taken.setdefault(place, output)) is not output:
            problems.append(_clash(output, other))
        parent = place
        while (parent := parent.rpartition("/")[0]) and parent not in folders:
            folders[parent] = output
    problems += [_clash(output, folders[place]) for place, output in taken.items() if place in folders]
    return tuple(problems)


def _clash(one: Output, other: Output) -> Diagnostic:
    """Report two outputs at the one that its author can change most easily, of two alike at the second."""
    first, second = sorted((one, other), key=lambda output: (-_rank(output), origin(output)))
    return error(
        "same-address",
        Place(origin(second)),
        _CURES.get(second.kind, "rename-one"),
        address="/" + second.path.removesuffix("index.html"),
        other=origin(first),
    )


def _rank(output: Output) -> int:
    return _ORDER.index(output.kind) if output.kind in _ORDER else len(_ORDER)


def origin(output: Output) -> str:
    """Return what an output is made of, as its author knows it."""
    match output.kind:
        case "page" | "redirect" | "copy":
            return output.subject
        case "tag" | "category" | "series" | "author":
            return f"{output.kind} {output.subject.partition(f'/{INDEXES[output.kind]}/')[2].rstrip('/')}"
        case _:
            return f"/{output.path}"
