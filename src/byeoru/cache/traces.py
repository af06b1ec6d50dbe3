"""What each output read when it was made, and whether it would read the same today.

Staleness is a pure function of the site, the records and the folder, and it explains itself. Nobody reasons about
kinds of edits: an output is stale exactly if the answer to one of its own questions has another digest.
"""

import json
import os
from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from byeoru.base.digest import SIZE, digest_of
from byeoru.cache.shelf import Shelf
from byeoru.cache.store import Store
from byeoru.model.output import Artifact, Output, Question
from byeoru.model.project import Profile, Stat
from byeoru.model.traced import Answers

# Why an output is made; a question of QUESTIONS stands for itself. Words of the catalogue.
NEW, MOVED, LOST = ("new",), ("plan",), ("lost",)
KEYED = {"page"}  # questions whose answers show more of a document than its metadata and its links
# Questions that outputs of one kind ask alike.
SHARED = {
    *("setting", "template", "option", "texts", "edition", "editions"),
    *("recent", "section", "sections", "terms", "archive", "listed", "has"),
}


class Verified(NamedTuple):
    """The outputs of a plan, divided."""

    fresh: dict[str, str]  # path and digest of what the folder holds and need not be made
    stale: list[tuple[Output, Question]]  # with the reason: NEW, MOVED, LOST or a question
    # What the folder shows by path and digest, where it is known to hold every output; else None.
    shows: Mapping[str, str] | None = None


class Traces:
    """The records of one profile's outputs.

    A record is [planned, digest, stat, bundle, keyed, own]: what was planned, what came of it, how it lay in the
    folder, and what it read: *keyed* are the paths of the documents whose texts it shows; *own* is JSON, because of
    10,000 pages an edit has to look at one. Questions that many outputs ask alike (settings, templates, words) are
    kept once as a bundle and looked at once a build; at 10,000 posts that is three quarters of all reads.
    """

    def __init__(self, store: Store, profile: Profile, program: str) -> None:
        """Read the records of what the same program wrote to the same folder."""
        self._store, self._name = store, f"signature/{profile.name}"
        self._stamp = stamp = digest_of([program, os.path.realpath(profile.output)])
        match store.get(self._name):
            case [str(stamped), str(recorded)] if stamped == stamp:
                self._recorded = recorded  # the signature of the site that the records are about
            case _:
                self._recorded = ""
        self._signature = ""  # of the site that is being built
        self._settled: _Settled | None = None
        self._shelf = Shelf(store, f"traces/{profile.name}", stamp)
        self._bundles = Shelf(store, f"bundles/{profile.name}", stamp)

    @property
    def paths(self) -> set[str]:
        """Return the paths of all outputs that earlier builds have written."""
        return self._shelf.keys()

    def verify(
        self,
        outputs: tuple[Output, ...],
        answers: Answers,
        folder: str,
        held: Mapping[str, Stat],
        signature: str,
        touched: Collection[str],
    ) -> Verified:
        """Divide *outputs* into those that *folder*, holding *held*, shows as they would be made today, and others.

        *signature* stands for everything in the site but the texts of its documents; *touched* are the paths of those
        whose text may be another than in the last build. While the first stays the same, only questions about the
        second can have new answers, and no other is asked.
        """
        self._signature = signature
        settled = self._settled
        if settled and not (settled.outputs is outputs and settled.held is held):
            settled = None
        if settled and self._recorded == signature:
            return self._verify_texts(settled, answers, touched)
        is_same_site = self._recorded == signature
        fresh: dict[str, str] = {}
        stale: list[tuple[Output, Question]] = []
        bundles = _Bundles(self._bundles, answers)
        for output in outputs:
            record = self._shelf.get(output.path)
            if record is None:
                reason: Question | None = NEW
            elif is_same_site and record[0] == list(output[1:]):
                is_touched = any(path in touched for path in record[4])
                reason = changed_answer(json.loads(record[5]), answers) if is_touched else None
            else:
                reason = _changed(output, record, answers, bundles)
            if reason is None and not self._lies_there(output.path, record, folder, held):
                reason = LOST
            if reason is None:
                fresh[output.path] = record[1]
            else:
                stale.append((output, reason))
        return Verified(fresh, stale, settled.wanted if settled else None)

    def _verify_texts(self, settled: "_Settled", answers: Answers, touched: Collection[str]) -> Verified:
        """Do what ``verify`` does where nothing but texts can have changed since the last build of this process."""
        stale = [
            (output, reason)
            for output in sorted({output for path in touched for output in settled.showing(path, self._shelf)})
            if (reason := changed_answer(json.loads(self._shelf.get(output.path)[5]), answers))
        ]
        fresh = dict(settled.wanted)
        for output, _ in stale:
            del fresh[output.path]
        return Verified(fresh, stale, settled.wanted)

    def settle(self, outputs: tuple[Output, ...], held: Mapping[str, Stat], wanted: Mapping[str, str]) -> None:
        """Take that the folder, whose files are *held*, shows *outputs* now, with the digests of *wanted*."""
        if self._settled and self._settled.outputs is outputs and self._settled.held is held:
            self._settled.wanted = wanted
        else:
            self._settled = _Settled(outputs, held, wanted)
        self._recorded = self._signature

    def _lies_there(self, path: str, record: list[Any], folder: str, held: Mapping[str, Stat]) -> bool:
        """Tell whether the folder holds what was written; by digest where the stat is not the one remembered."""
        _, digest, stat, *_ = record
        found = held.get(path)
        if found is None or found.size < 0:
            return False
        if list(found[:3]) != stat:
            if _digest_file(os.path.join(folder, path)) != digest:
                return False
            self._shelf.put(path, [*record[:2], list(found[:3]), *record[3:]])
        return True

    def learn(self, output: Output, artifact: Artifact, folder: str) -> Stat:
        """Record an output that was made and now lies in *folder*; return its stat."""
        self._recorded = ""  # until all are learned
        found = os.lstat(os.path.join(folder, output.path))
        stat = [found.st_size, found.st_mtime_ns, found.st_ino]
        own: list[list[Any]] = []
        shared: list[list[Any]] = []
        for question, digest in artifact.reads:
            (shared if question[0] in SHARED else own).append([list(question), digest])
        keyed = [question[1] for question, _ in artifact.reads if question[0] in KEYED]
        known = self._shelf.get(output.path)
        if self._settled and (known is None or known[4] != keyed):
            self._settled = None  # what shows which text is found out anew
        bundle = digest_of(shared)
        self._bundles.put(bundle, shared)
        self._shelf.put(output.path, [list(output[1:]), artifact.digest, stat, bundle, keyed, json.dumps(own)])
        return Stat(*stat)

    def stats(self) -> list[list[object]]:
        """Return the path, size, time and inode of each output as it was written."""
        return [[path, *self._shelf.get(path)[2]] for path in sorted(self._shelf.keys())]

    def finish(self, wanted: Collection[str]) -> None:
        """Forget outputs that are not planned any more, and hand the rest to the store."""
        self._shelf.keep_only(set(wanted))
        self._bundles.keep_only({self._shelf.get(path)[3] for path in self._shelf.keys()})  # noqa: SIM118  (no dict)
        self._shelf.save()
        self._bundles.save()
        self._store.put(self._name, [self._stamp, self._recorded])


class _Settled:
    """What the last build of this process left in the folder, and which outputs show which text."""

    def __init__(self, outputs: tuple[Output, ...], held: Mapping[str, Stat], wanted: Mapping[str, str]) -> None:
        self.outputs, self.held, self.wanted = outputs, held, wanted
        self._showing: dict[str, list[Output]] | None = None

    def showing(self, path: str, records: Shelf) -> list[Output]:
        """Return the outputs that show the text of the document at *path*."""
        if self._showing is None:
            self._showing = {}
            for output in self.outputs:
                for one in records.get(output.path)[4]:
                    self._showing.setdefault(one, []).append(output)
        return self._showing.get(path, [])


class _Bundles(dict[str, Question | None]):
    """The first question of each bundle whose answer has changed, found out once."""

    def __init__(self, shelf: Shelf, answers: Answers) -> None:
        super().__init__()
        self._shelf, self._answers = shelf, answers

    def __missing__(self, bundle: str) -> Question | None:
        reads = self._shelf.get(bundle)
        self[bundle] = NEW if reads is None else changed_answer(reads, self._answers)
        return self[bundle]


def _changed(output: Output, record: list[Any], answers: Answers, bundles: _Bundles) -> Question | None:
    """Return why an output is stale by what it is and what it read, None if it is not."""
    planned, _, _, bundle, _, own = record
    if planned != list(output[1:]):
        return MOVED
    return changed_answer(json.loads(own), answers) or bundles[bundle]


def changed_answer(reads: Iterable[tuple[list[str | int], str]], answers: Answers) -> Question | None:
    """Return the first question whose answer is another today, None if all are the same."""
    for question, digest in reads:
        if answers.digest(tuple(question)) != digest:
            return tuple(question)
    return None


def _digest_file(place: str) -> str:
    with open(place, "rb") as file:
        return blake2b(file.read(), digest_size=SIZE).hexdigest()
