"""Find where references stand in a file, if something was removed from its lines before they were read.

In:  the slots of a text without its comments and tags, and the whole text of the file.
Out: the slots with their columns in the file; column 0 for one that is not written there.
Must not: change lines, which removing keeps.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from byeoru.model.content import TAGGED, Slot

_REACH = 4_000  # characters in which a reference is looked for, so that a long line takes linear time


def in_file(slots: Iterable[Slot], text: str) -> Iterator[Slot]:
    """Yield *slots* with their columns in *text*, that of the file: nothing was added, so each is further right.

    >>> slots = [Slot("wiki", "가", 1, 5, 1), Slot("link", "b", 1, 12, 1)]
    >>> [slot.column for slot in in_file(slots, "%%x%% [[가]] [b](b)")]
    [9, 17]
    """
    lines = text.split("\n")
    line, end = 0, 0  # where the reference before ends
    for slot in slots:
        if not slot.column or not 0 < slot.line <= len(lines):
            yield slot
            continue
        start = max(slot.column - 1, end if slot.line == line else 0)
        column = _column(slot, lines[slot.line - 1], start)
        line, end = (slot.line, column - 1 + slot.width) if column else (line, end)
        yield slot._replace(column=column)


def _column(slot: Slot, line: str, start: int) -> int:
    """Return the column of the first such reference that does not begin before *start*, 0 for none."""
    marks = ("[[",) if slot.kind in {"wiki", "embed"} else ("#",) if slot.target.startswith(TAGGED) else ("(", "")
    written = slot.target.removeprefix(TAGGED)
    for mark in marks:
        begin = max(0, start - len(mark))
        places = [line.find(mark + one, begin, begin + _REACH) for one in {written, unquote(written)}]
        if found := [place for place in places if place >= 0]:
            return min(found) + len(mark) + 1
    return 0
