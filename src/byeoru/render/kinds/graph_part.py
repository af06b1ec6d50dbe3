"""A part of the map of an edition: the pages of a few slots, by their folders, with their titles and links."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import note_map
from byeoru.model.queries.note_map import Mapped
from byeoru.model.reserved import Reserved
from byeoru.render.kind import Kind, RenderContext, Task

# Titles that browsers make a name from as `_name_of` does.
_PLAIN = re.compile(r"[0-9A-Za-z가-힣 -]+")


def file_of_part(edition: str, bits: int, part: int) -> str:
    """Return the path of a part in the output folder; with another size of the slot table it is another file.

    >>> file_of_part("", 15, 63), file_of_part("en", 6, 0)
    ('graph/15/3f.json', 'en/graph/6/0.json')
    """
    return f"{edition}/graph/{bits}/{part:x}.json".removeprefix("/")


def _outputs(facts: Facts) -> Iterator[Output]:
    for code, (bits, _, parts) in facts.note_maps.items():
        for number in range(len(parts)):
            yield Output(file_of_part(code, bits, number), "graph-part", "", number, code)


def _render(task: Task, context: RenderContext) -> bytes:
    return written(context.trace.query(note_map.mapped, task.output.edition, task.output.number))


def written(rows: Iterable[Mapped]) -> bytes:
    r"""Return the bytes of a part: its pages by folder and by the beginning of their addresses, a line each.

    >>> print(written([Mapped(4, "/notes/js/클로저/", "클로저", "notes/js", (7, 9))]).decode())
    [["notes/js","/notes/js/",[
    [4,"클로저",[7,9]]]]]
    <BLANKLINE>
    """
    groups = []
    for (folder, beginning), members in groupby(sorted(rows, key=_place), key=_place):
        lines = ",\n".join([_spelled(_row(row, beginning)) for row in members])
        groups.append(f"[{_spelled(folder)},{_spelled(beginning)},[\n{lines}]]")
    text = ",\n".join(groups)
    return f"[{text}]\n".encode("utf-8", "replace")


def _place(row: Mapped) -> tuple[str, str]:
    return row.folder, row.address[: row.address.rstrip("/").rfind("/") + 1]


def _row(row: Mapped, beginning: str) -> list[object]:
    """Return what the line of a page says; the rest of its address only where its title does not say it."""
    rest = row.address.removeprefix(beginning)
    name = row.title.lower().replace(" ", "-") + "/" if _PLAIN.fullmatch(row.title) else ""
    return [row.slot, row.title, row.targets, *([] if rest == name else [rest])]


def _spelled(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


KIND = Kind("graph-part", _outputs, _render, Reserved(below=("/graph/",)))
