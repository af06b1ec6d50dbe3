"""A part of the map of an edition: the pages of a few slots, by their folders, with their titles and links."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from byeoru.base.patterns import lazy_pattern
from byeoru.index.titles import shortened
from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import note_map
from byeoru.model.queries.note_map import Mapped
from byeoru.model.reserved import Reserved
from byeoru.render.kind import Kind, RenderContext, Task

_DIGITS = "0123456789abcdefghijklmnopqrstuv"
# Titles that Python and browsers put in lower case alike.
_PLAIN = lazy_pattern(r"[0-9A-Za-z가-힣 -]+")


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
    bits, _ = context.trace.query(note_map.map_size, task.output.edition)
    return written(context.trace.query(note_map.mapped, task.output.edition, task.output.number), -(-bits // 5))


def written(rows: Iterable[Mapped], digits: int) -> bytes:
    r"""Return the bytes of a part: its pages by folder and by the beginning of their addresses, a line each.

    A slot that a page links to is written in base 32, in so many *digits*.

    >>> rows = [Mapped(4, "/notes/js/클로저/", "클로저", "js", (7, 1023)), Mapped(6, "/notes/js/b/", "나", "js", ())]
    >>> print(written(rows, 2).decode())
    [2,["js","/notes/js/",[
    [4,"클로저","07vv"],
    [2,"나","","b/"]]]]
    <BLANKLINE>
    """
    groups = []
    for (folder, beginning), members in groupby(sorted(rows, key=_place), key=_place):
        lines, before = [], 0
        for row in members:
            targets = "".join([_in_base_32(slot, digits) for slot in row.targets])
            title = shortened(row.title)
            lines.append(_spelled([row.slot - before, title, targets, *_rest(row, title, beginning)]))
            before = row.slot
        text = ",\n".join(lines)
        groups.append(f"[{_spelled(folder)},{_spelled(beginning)},[\n{text}]]")
    text = ",\n".join(groups)
    return f"[{digits},{text}]\n".encode("utf-8", "replace")


def _place(row: Mapped) -> tuple[str, str]:
    return row.folder, row.address[: row.address.rstrip("/").rfind("/") + 1]


def _rest(row: Mapped, title: str, beginning: str) -> tuple[str, ...]:
    """Return the end of the address of a page, unless its title says it."""
    rest = row.address.removeprefix(beginning)
    return () if _PLAIN.fullmatch(title) and rest == title.lower().replace(" ", "-") + "/" else (rest,)


def _in_base_32(slot: int, digits: int) -> str:
    return "".join([_DIGITS[slot >> 5 * place & 31] for place in reversed(range(digits))])


def _spelled(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


KIND = Kind("graph-part", _outputs, _render, Reserved(below=("/graph/",)))
