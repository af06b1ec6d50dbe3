"""Move a file or a folder of a project: everything that is to be written and renamed, decided before anything is.

In:  what a project contains, and an old and a new path.
Out: ``Move``, or ``RefusedError``.
Must not: write a file.
"""

import os
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from byeoru.base.digest import digest
from byeoru.base.paths import leaves_folder
from byeoru.discover.disk_path import disk_path
from byeoru.discover.layout import is_markdown, layout_of
from byeoru.discover.readable import Keeps
from byeoru.discover.sources import is_ignored
from byeoru.inspection import Inspection
from byeoru.model.content import Document, Parsed, Slot, Source
from byeoru.parse.document import parse
from byeoru.renaming.alias import with_header
from byeoru.renaming.plan import MovedText, MovePlan, ProjectState, plan
from byeoru.renaming.states import States

_OF_THEMES = frozenset({"themes", "templates"})  # folders that contain no texts


class RefusedError(Exception):
    """Why a file cannot be moved: the codes of a message and of a hint, and arguments."""

    def __init__(self, code: str, hint: str, **arguments: object) -> None:
        """Store all three."""
        super().__init__(code)
        self.code, self.hint, self.arguments = code, hint, arguments


class Edit(NamedTuple):
    """The new bytes of a file, at its old path."""

    path: str
    before: bytes
    after: bytes


@dataclass(frozen=True)
class Move:
    """What a move does, in this order: edits, then renames."""

    edits: tuple[Edit, ...]
    renames: tuple[tuple[str, str], ...]
    plan: MovePlan
    redirects: tuple[tuple[str, str], ...]  # old and new addresses
    lost: tuple[tuple[str, str], ...]  # paths and old addresses that no front matter could keep


class _Sources:
    """The texts of a project as they are now, each read once."""

    def __init__(self, found: Inspection) -> None:
        self._found, self._read = found, dict[str, bytes]()

    def data(self, path: str) -> bytes:
        if path not in self._read:
            with open(disk_path(self._found.project, path), "rb") as file:
                self._read[path] = file.read()
        return self._read[path]

    def parsed(self, path: str, data: bytes) -> Parsed | None:
        options = self._found.premises.settings.parsing
        return parse(Source(path, data, digest(data), digest(data)), options).value


def prepared(found: Inspection, old: str, new: str) -> Move:
    """Return the move of the file or folder *old* to *new*, both paths in the project."""
    premises, sources, builder = found.premises, _Sources(found), States(found)
    documents = premises.documents
    moves = _moves(found, documents, old, new)
    renames = _renames(found, moves, old, new)
    files = {moves.get(path, path): digest_of for path, digest_of in premises.files.items()}
    before = builder.state(documents.values(), premises.files, {})
    texts = {path: sources.data(path) for path in moves if path in documents}
    moved = {path: _reparsed(sources, moves[path], data) for path, data in texts.items()}

    def after_move() -> ProjectState:
        later = [moved[path].document if path in moved else document for path, document in documents.items()]
        return builder.state(later, files, moves)

    redirects, lost = _keep_addresses(before, after_move(), moves, texts)
    moved = {path: _reparsed(sources, moves[path], data) for path, data in texts.items()}
    after = after_move()
    planned = plan(
        [_text(found, sources, document, moved.get(path), texts) for path, document in documents.items()],
        before,
        after,
        moves,
        lambda path, text: _slots(sources, path, text),
    )
    return Move(_edits(sources, moves, texts, planned), renames, planned, redirects, lost)


def _moves(found: Inspection, documents: Mapping[str, Document], old: str, new: str) -> dict[str, str]:
    """Return the new paths of all files that move, by their old ones: those in a folder, and translations too."""
    known = {*documents, *found.premises.files}
    inside = [path for path in known if path.startswith(f"{old}/")]
    if inside:
        return {path: new + path[len(old) :] for path in sorted(inside)}
    if old not in known:
        raise RefusedError("mv.no-file", "mv.no-file.hint", path=old)
    if posixpath.splitext(old)[1].lower() != posixpath.splitext(new)[1].lower():
        raise RefusedError(
            "mv.other-ending", "mv.other-ending.hint", old=posixpath.splitext(old)[1], new=posixpath.splitext(new)[1]
        )
    moves = {old: new}
    document = documents.get(old)
    if document is not None and not document.is_bundle and is_markdown(old):
        stem, ending = posixpath.splitext(old)
        for path, other in documents.items():
            is_translation = other.name == document.name and other.meta.language != document.meta.language
            if path.startswith(f"{stem}.") and path.endswith(ending) and is_translation:
                moves[path] = posixpath.splitext(new)[0] + path[len(stem) :]
    return moves


def _renames(found: Inspection, moves: Mapping[str, str], old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Return the renames on disk: of the folder as a whole, or of each file."""
    pairs = ((old, new),) if old not in moves else tuple(moves.items())
    read = [(folder, keeps) for folder, keeps in layout_of(found.project.root).folders if folder not in _OF_THEMES]
    for source, target in pairs:
        parts = target.split("/")
        is_hidden = any(is_ignored(part, "/".join(parts[:at])) for at, part in enumerate(parts))
        if leaves_folder(target) or is_hidden or target.startswith(f"{source}/"):
            raise RefusedError("mv.bad-place", "mv.bad-place.hint", path=target)
        full_path = disk_path(found.project, target)
        if os.path.lexists(full_path) and not _is_same(disk_path(found.project, source), full_path):
            raise RefusedError("mv.exists", "mv.exists.hint", path=target)
        for path in (source, target):
            if link := _symlink_in(found.project.root, path):
                raise RefusedError("mv.symlink", "mv.symlink.hint", path=link)
    for target in moves.values():
        if not any(_is_read(folder, keeps, target) for folder, keeps in read):
            raise RefusedError("mv.bad-place", "mv.bad-place.hint", path=target)
    return pairs


def _symlink_in(root: str, path: str) -> str:
    """Return the first part of *path* that is a symlink, "" if there is none."""
    parts = path.split("/")
    above = ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
    return next((part for part in above if os.path.islink(os.path.join(root, part))), "")


def _is_read(folder: str, keeps: Keeps | None, path: str) -> bool:
    """Tell whether the file *path* is read, if *keeps* tells what is read of *folder*."""
    if folder and not path.startswith(f"{folder}/"):
        return False
    parts = path.split("/")
    first = folder.count("/") + 1 if folder else 0
    above = ("/".join(parts[:count]) + "/" for count in range(first + 1, len(parts)))
    return keeps is None or (all(keeps(one) for one in above) and keeps(path))


def _is_same(first: str, second: str) -> bool:
    """Tell whether two names are of one file, as on a disk that ignores case."""
    try:
        return os.path.samefile(first, second) and first != second
    except OSError:
        return False


def _reparsed(sources: _Sources, path: str, data: bytes) -> Parsed:
    parsed = sources.parsed(path, data)
    if parsed is None:
        raise RefusedError("mv.bad-place", "mv.bad-place.hint", path=path)
    return parsed


def _keep_addresses(
    before: ProjectState, after: ProjectState, moves: Mapping[str, str], texts: dict[str, bytes]
) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """Add the old addresses of public pages to their *texts*; return the redirects, and those that cannot be kept."""
    redirects, lost = [], []
    taken = set(after.everything.paths) | after.everything.lists
    for path in list(texts):
        old, new = before.public.addresses.get(path, ""), after.public.addresses.get(moves[path], "")
        if not old or not new or old == new or old in taken:
            continue
        text = with_header(texts[path].decode("utf-8", "surrogateescape"), old)
        if text is None:
            lost.append((moves[path], old))
        else:
            texts[path] = text.encode("utf-8", "surrogateescape")
            redirects.append((old, new))
    return tuple(redirects), tuple(lost)


def _text(
    found: Inspection, sources: _Sources, document: Document, moved: Parsed | None, texts: Mapping[str, bytes]
) -> MovedText:
    slots = found.slots(document)
    data = texts.get(document.path)
    if moved is None:
        return MovedText(document, document, slots, slots, lambda: sources.data(document.path).decode())
    return MovedText(document, moved.document, slots, moved.slots, lambda: data.decode() if data else "")


def _slots(sources: _Sources, path: str, text: str) -> tuple[Slot, ...] | None:
    parsed = sources.parsed(path, text.encode())
    return parsed.slots if parsed else None


def _edits(
    sources: _Sources, moves: Mapping[str, str], texts: Mapping[str, bytes], planned: MovePlan
) -> tuple[Edit, ...]:
    sources_by_new = {new: old for old, new in moves.items()}
    after = {moves[path]: data for path, data in texts.items()}
    after |= {path: text.encode() for path, text in planned.texts.items()}
    pairs = ((sources_by_new.get(path, path), data) for path, data in after.items())
    return tuple(Edit(path, sources.data(path), data) for path, data in sorted(pairs) if sources.data(path) != data)
