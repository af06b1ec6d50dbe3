"""What each output read when it was made, and whether it would read the same today.

Staleness is a pure function of the site, the records and the folder, and it explains itself. Nobody reasons about
kinds of edits: an output is stale exactly if the answer to one of its own questions has another digest.
"""

import os
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any, NamedTuple

from byeoru.base.digest import SIZE
from byeoru.cache.shelf import Shelf
from byeoru.cache.store import Store
from byeoru.model.output import Artifact, Output, Question
from byeoru.model.project import Stat
from byeoru.model.traced import Answers

# Why an output is made; a question of QUESTIONS stands for itself. Words of the catalogue.
NEW, MOVED, LOST = ("new",), ("plan",), ("lost",)


class Verified(NamedTuple):
    """The outputs of a plan, divided."""

    fresh: dict[str, str]  # path and digest of what the folder holds and need not be made
    stale: list[tuple[Output, Question]]  # with the reason: NEW, MOVED, LOST or a question


class Traces:
    """The records of one profile's outputs."""

    def __init__(self, store: Store, profile: str, program: str) -> None:
        """Read the records that the same program wrote."""
        self._shelf = Shelf(store, f"traces/{profile}", program)

    @property
    def paths(self) -> set[str]:
        """Return the paths of all outputs that earlier builds have written."""
        return self._shelf.keys()

    def verify(self, outputs: Iterable[Output], answers: Answers, folder: str) -> Verified:
        """Divide *outputs* into those that *folder* holds as they would be made today, and the others."""
        fresh: dict[str, str] = {}
        stale: list[tuple[Output, Question]] = []
        for output in outputs:
            record = self._shelf.get(output.path)
            reason = self._reason(output, record, answers, folder)
            if reason is None:
                fresh[output.path] = record[1]
            else:
                stale.append((output, reason))
        return Verified(fresh, stale)

    def _reason(self, output: Output, record: list[Any] | None, answers: Answers, folder: str) -> Question | None:
        if record is None:
            return NEW
        planned, digest, stat, reads = record
        if planned != list(output[1:]):
            return MOVED
        if (question := changed_answer(reads, answers)) is not None:
            return question
        place = os.path.join(folder, output.path)
        found = stat_of(place)
        if found == stat or (found is not None and _digest_file(place) == digest):
            return None
        return LOST

    def learn(self, output: Output, artifact: Artifact, folder: str) -> None:
        """Record an output that was made and now lies in *folder*."""
        found = stat_of(os.path.join(folder, output.path))
        reads = [[list(question), digest] for question, digest in artifact.reads]
        self._shelf.put(output.path, [list(output[1:]), artifact.digest, found, reads])

    def stats(self) -> list[list[object]]:
        """Return the path, size, time and inode of each output as it was written."""
        return [[path, *(self._shelf.get(path)[2] or [])] for path in sorted(self._shelf.keys())]

    def finish(self, paths: set[str]) -> None:
        """Forget outputs that are not planned any more, and hand the rest to the store."""
        self._shelf.keep_only(paths)
        self._shelf.save()


def changed_answer(reads: Iterable[tuple[list[str | int], str]], answers: Answers) -> Question | None:
    """Return the first question whose answer is another today, None if all are the same."""
    for question, digest in reads:
        if answers.digest(tuple(question)) != digest:
            return tuple(question)
    return None


def stat_of(place: str) -> list[int] | None:
    """Return size, time and inode of a file, None if it is not there."""
    try:
        found = os.lstat(place)
    except OSError:
        return None
    return list(Stat(found.st_size, found.st_mtime_ns, found.st_ino))


def _digest_file(place: str) -> str:
    with open(place, "rb") as file:
        return blake2b(file.read(), digest_size=SIZE).hexdigest()
