"""MovePlan a move: which references have to be written anew, so that each leads to what it led to before.

In:  the documents of a project before and after the move, with their texts, and two views of the site: what is public,
     and everything.
Out: ``MovePlan``: the new texts, or the references that cannot be written anew.
Must not: read or write a file.

A reference is written anew only if it would lead elsewhere from where it is, and what takes its place is read and
resolved like the rest: nothing is written that has not been seen to lead there.
"""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from byeoru.base.paths import bare_target, decode, encode, split_reference
from byeoru.model.content import Document, Slot
from byeoru.model.site import NO_TARGET, PRIVATE
from byeoru.renaming.spelling import BRACKETS, Moved, as_target, spellings
from byeoru.renaming.splice import Replacement, spliced


class Answer(NamedTuple):
    """What the references of a document lead to."""

    targets: tuple[str, ...]
    doubtful: frozenset[tuple[int, int]] = frozenset()  # lines and columns of those that may mean several files


class WhereTo(NamedTuple):
    """What one reference leads to."""

    view: "View"
    target: str
    is_doubtful: bool


@dataclass(frozen=True)
class View:
    """What references lead to in one state of a project, for those who see some of its pages."""

    addresses: Mapping[str, str]  # of pages and files, by path
    resolve: Callable[[tuple[Slot, ...], Document], Answer]
    lists: frozenset[str]  # addresses of generated pages
    paths: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Turn the addresses around."""
        object.__setattr__(self, "paths", {address: path for path, address in self.addresses.items()})

    def path_of(self, target: str) -> str:
        """Return the path of the page or file at a *target*, "" if it is neither."""
        return self.paths.get(address_in(target), "")


def address_in(target: str) -> str:
    """Return the address in a target, decoded and without query and fragment."""
    return decode(bare_target(target))


class ProjectState(NamedTuple):
    """A project before or after a move."""

    public: View
    everything: View  # drafts and private pages too; the same as *public* if there are none

    def found(self, slots: tuple[Slot, ...], document: Document) -> list[WhereTo]:
        """Return what each reference leads to: what is not public is looked up among everything."""
        if document.path not in self.public.addresses:
            return _found(self.everything, slots, document)
        found = _found(self.public, slots, document)
        if all(one.target != PRIVATE for one in found):
            return found
        others = _found(self.everything, slots, document)
        return [other if one.target == PRIVATE else one for one, other in zip(found, others, strict=True)]


def _found(view: View, slots: tuple[Slot, ...], document: Document) -> list[WhereTo]:
    targets, doubtful = view.resolve(slots, document)
    return [
        WhereTo(view, target, (slot.line, slot.column) in doubtful) for slot, target in zip(slots, targets, strict=True)
    ]


class MovedText(NamedTuple):
    """A document with its text after the move, before any reference in it is written anew."""

    before: Document
    after: Document
    slots: tuple[Slot, ...]  # of the text before the move
    new_slots: tuple[Slot, ...]  # of the text after the move: the same references in other lines
    text: Callable[[], str]


class MovePlan(NamedTuple):
    """The texts that change, by their new paths, and the references that stand in the way of the move."""

    texts: dict[str, str]
    rewritten: list[tuple[str, Slot, str]]  # a path, and a reference with its new target
    unwritable: list[tuple[str, Slot]]


Reread = Callable[[str, str], tuple[Slot, ...] | None]  # the references in a text, by its path


def plan(
    texts: Iterable[MovedText], before: ProjectState, after: ProjectState, moves: Mapping[str, str], reread: Reread
) -> MovePlan:
    """Return the plan of a move; *moves* are the new paths of files by their old ones."""
    result = MovePlan({}, [], [])
    for text in texts:
        expected = _expected(text, before, after, moves)
        replacements: list[tuple[int, Replacement]] = []
        for at, must_change in _wrong(text, expected, after, moves).items():
            slot = text.new_slots[at]
            spelling = _spelling(slot, text, after, moves, expected[at])
            if spelling and as_target(slot, spelling) != slot.target:
                replacements.append((at, Replacement(slot, spelling)))
            elif must_change:
                result.unwritable.append((text.after.path, slot))
        if replacements:
            _write(text, replacements, expected, after, moves, reread, result)
    return result


class _Expected(NamedTuple):
    """Where a reference should lead after the move, and the path of the file that this is before it."""

    target: str = ""  # "" for anywhere: it led nowhere before
    path: str = ""  # "" for a generated page
    is_doubtful: bool = False  # it might have meant another file before
    is_direct: bool = False  # it was the path from its file, which every program understands


def _expected(text: MovedText, before: ProjectState, after: ProjectState, moves: Mapping[str, str]) -> list[_Expected]:
    expected = []
    for slot, (view, target, is_doubtful) in zip(text.slots, before.found(text.slots, text.before), strict=True):
        if target in {NO_TARGET, PRIVATE}:
            expected.append(_Expected())
        elif path := view.path_of(target):
            later = after.public if view is before.public else after.everything
            address = later.addresses.get(moves.get(path, path), "")
            is_direct = _is_path(slot, path, text.before.path)
            rest = target[len(bare_target(target)) :]
            expected.append(_Expected(encode(address) + rest, path, is_doubtful, is_direct) if address else _Expected())
        else:
            expected.append(_Expected(target) if address_in(target) in view.lists else _Expected())
    return expected


def _is_path(slot: Slot, path: str, referrer: str) -> bool:
    """Tell whether a reference is the relative path from *referrer* to the file at *path*."""
    written = split_reference(slot.target)[0]
    if slot.kind in BRACKETS or not written or written.startswith("/"):
        return False
    there = posixpath.normpath(posixpath.join(posixpath.dirname(referrer), written))
    return there in {path, posixpath.splitext(path)[0], posixpath.dirname(path)}


def _wrong(
    text: MovedText, expected: list[_Expected], after: ProjectState, moves: Mapping[str, str]
) -> dict[int, bool]:
    """Return the references that lead elsewhere after the move (True), or are only less clear than before (False)."""
    wrong = {}
    found = after.found(text.new_slots, text.after)
    for at, (one, now) in enumerate(zip(expected, found, strict=True)):
        if one.target and now.target != one.target:
            wrong[at] = True
        elif (one.target and now.is_doubtful and not one.is_doubtful) or (
            one.is_direct and not _is_path(text.new_slots[at], moves.get(one.path, one.path), text.after.path)
        ):
            wrong[at] = False
    return wrong


def _spelling(slot: Slot, text: MovedText, after: ProjectState, moves: Mapping[str, str], expected: _Expected) -> str:
    """Return the first spelling that leads where it should and nowhere else, "" if none does."""
    candidates = [address_in(expected.target)]
    if expected.path:
        new = moves.get(expected.path, expected.path)
        candidates = [*spellings(slot, Moved(expected.path, new, posixpath.dirname(text.after.path))), *candidates]
    second = ""
    for one in candidates:
        [found] = after.found((slot._replace(target=as_target(slot, one)),), text.after)
        if found.target == expected.target:
            if not found.is_doubtful:
                return one
            second = second or one
    return second


def _write(
    text: MovedText,
    replacements: list[tuple[int, Replacement]],
    expected: list[_Expected],
    after: ProjectState,
    moves: Mapping[str, str],
    reread: Reread,
    result: MovePlan,
) -> None:
    """Add the new text to *result*, if it reads as planned."""
    path = text.after.path
    new = spliced(text.text(), [one for _, one in replacements])
    slots = reread(path, new) if new is not None else None
    is_right = (
        slots is not None
        and len(slots) == len(text.new_slots)
        and not any(_wrong(text._replace(new_slots=slots), expected, after, moves).values())
        and all(
            slot.kind == old.kind and (at in dict(replacements) or slot.target == old.target)
            for at, (slot, old) in enumerate(zip(slots, text.new_slots, strict=True))
        )
    )
    if not is_right or new is None:
        result.unwritable.extend((path, one.slot) for _, one in replacements)
        return
    result.texts[path] = new
    result.rewritten.extend((path, one.slot, as_target(*one)) for _, one in replacements)
