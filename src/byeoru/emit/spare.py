"""Publish by a spare tree: brought forward beside the live one, then exchanged with it in one step.

The spare is the site of one build ago, its unchanged files the same files as the live ones (hard links). Bringing it
forward costs what has changed since; copying 11,000 files instead costs 0.4 to 1.5 s. A linked file is never opened
for writing. The spare's manifest is removed first and written last: without it the spare is in doubt and made anew.
"""

import json
import os
import shutil
import stat
import threading
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress

from byeoru.emit.exchange import exchange
from byeoru.emit.manifest import NAME, Manifest, read_manifest, write_manifest
from byeoru.emit.tree import link, make_folders, parents, remove
from byeoru.model.project import Stat


def publish(
    wanted: Manifest,
    have: Manifest,
    held: Mapping[str, Stat],
    output: str,
    spare: str,
    drop: str,
    strangers: list[str],
) -> None:
    """Make *output* show exactly *wanted* and the *strangers* that it holds already.

    *have* are the files of *output* that are known to be whole; the bytes of all others lie in *drop* under their
    digests.
    """
    known = _trusted(spare)
    twin = None if os.path.isdir(output) else _Twin(spare, wanted)
    before = _old_strangers(spare)
    gone = [path for path in known if path not in wanted] + [path for path in before if path not in strangers]
    remove(spare, gone)
    made: set[str] = set()
    uses = Counter(digest for path, digest in wanted.items() if have.get(path) != digest)
    for path, digest in wanted.items():
        is_whole = have.get(path) == digest
        target = os.path.join(spare, path)
        if is_whole and known.get(path) == digest and _is(target, held[path]):
            continue
        make_folders(spare, path, made)
        if is_whole:
            link(os.path.join(output, path), target)
            continue
        uses[digest] -= 1
        with suppress(FileNotFoundError):
            os.remove(target)  # never written through: the live tree may share it
        (link if uses[digest] else os.replace)(os.path.join(drop, digest), target)
    for path in strangers:
        make_folders(spare, path, made)
        link(os.path.join(output, path), os.path.join(spare, path))
    with open(spare + ".strangers", "w", encoding="utf-8") as file:
        json.dump(strangers, file)
    write_manifest(spare, wanted)
    if os.path.isdir(output):
        os.chmod(spare, stat.S_IMODE(os.stat(output).st_mode))
        exchange(spare, output)
    else:
        os.rename(spare, output)
        if twin is not None:
            twin.finish(output, wanted)


class _Twin:
    """The spare of a first build, made at once: it would cost the first edit ten times what the edit costs.

    Half of that cost are its folders. They are made in a thread while the live ones are, which takes the system 0.6 of
    the time that it takes one after the other.
    """

    def __init__(self, spare: str, wanted: Manifest) -> None:
        """Make the folders of both trees, those of the twin in the background."""
        folders = sorted({parent for path in wanted for parent in parents(path)})
        self._spare, self._place = spare, spare + ".twin"
        shutil.rmtree(self._place, ignore_errors=True)
        self._problem: OSError | None = None
        self._thread = threading.Thread(target=self._make, args=(folders,))
        self._thread.start()
        try:
            _make_all(spare, folders)
        finally:
            self._thread.join()

    def _make(self, folders: list[str]) -> None:
        try:
            _make_all(self._place, folders)
        except OSError as problem:
            self._problem = problem

    def finish(self, output: str, wanted: Manifest) -> None:
        """Link the files of *output* into the twin, which is the spare then."""
        if self._problem is not None:
            raise self._problem
        for path in wanted:
            link(os.path.join(output, path), os.path.join(self._place, path))
        write_manifest(self._place, wanted)
        os.rename(self._place, self._spare)


def _make_all(root: str, folders: list[str]) -> None:
    os.makedirs(root, exist_ok=True)
    for folder in folders:
        with suppress(FileExistsError):
            os.mkdir(os.path.join(root, folder))


def _is(place: str, found: Stat) -> bool:
    """Tell whether the file at *place* is the one with this stat.

    The word of a manifest is not enough: somebody may have changed the folder when it was the live one.
    """
    try:
        return os.lstat(place).st_ino == found.inode
    except OSError:
        return False


def _trusted(spare: str) -> Manifest:
    """Return what the spare holds, having taken its word away; a spare in doubt is emptied."""
    known = read_manifest(spare)
    if known is None:
        shutil.rmtree(spare, ignore_errors=True)
        os.makedirs(spare, exist_ok=True)
        return {}
    os.remove(os.path.join(spare, NAME))
    return known


def _old_strangers(spare: str) -> list[str]:
    """Return the strangers that were linked into the spare's generation."""
    try:
        with open(spare + ".strangers", encoding="utf-8") as file:
            found = json.load(file)
    except (OSError, ValueError):
        return []
    return [path for path in found if isinstance(path, str)] if isinstance(found, list) else []
