"""The dependencies of each output, and whether it is stale.

In:  the outputs of a plan, the results of queries, the files on disk; records of earlier builds.
Out: which outputs are fresh, and which are stale and why.
Must not: reason about kinds of edits. An output is stale exactly if the result of a query that it made has another
digest; each query declares which parts of documents it can see.
"""

import json
import os
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from byeoru.base.digest import SIZE, digest_of
from byeoru.cache.store import Store
from byeoru.cache.table import Table
from byeoru.model.facts import EVERY
from byeoru.model.output import Artifact, Output, QueryKey
from byeoru.model.project import Profile, Stat
from byeoru.model.queries import SHARED
from byeoru.model.results import Results

# Reasons to render an output, besides the key of a changed result; their texts are in `messages`.
NEW, MOVED, LOST = ("new",), ("plan",), ("lost",)


class Verified(NamedTuple):
    """The outputs of a plan, divided."""

    fresh: dict[str, str]  # path and digest of outputs that are on disk and need not be rebuilt
    stale: list[tuple[Output, QueryKey]]  # with the reason: NEW, MOVED, LOST, or the key of a changed result


class Traces:
    """The records of one profile's outputs.

    A record is [planned, digest, stat, bundle, texts, unshared]: what was planned, the digest of its bytes, its stat in
    the folder, and its dependencies: *texts* are the documents whose texts it shows, path and key of each; *unshared*
    is JSON, because an edit reads it for one page of 10,000. Results that many outputs share (settings, templates,
    texts) are stored once as a bundle and compared once per build; at 10,000 posts that is three quarters of all
    dependencies.
    """

    def __init__(self, store: Store, profile: Profile, program: str) -> None:
        """Open the records of outputs that the same program wrote to the same folder."""
        self._store, self._name = store, f"signature/{profile.name}"
        self._stamp = stamp = digest_of([program, os.path.realpath(profile.output)])
        match store.get(self._name):
            case [str(stamped), str(recorded)] if stamped == stamp:
                self.signature = recorded
            case _:
                self.signature = ""
        self._records = Table(store, f"traces/{profile.name}", stamp)
        self._bundles = Table(store, f"bundles/{profile.name}", stamp)
        self._showing: dict[str, set[str]] | None = None  # paths of outputs by the document whose text they show
        self.written = 0  # how often this process has written the folder

    @property
    def paths(self) -> set[str]:
        """Return the paths of all outputs that earlier builds have written."""
        return self._records.keys()

    def verify(
        self,
        outputs: Iterable[Output],
        results: Results,
        folder: str,
        on_disk: Mapping[str, Stat],
        signature: str,
    ) -> Verified:
        """Divide *outputs* into those that are *on_disk* in *folder* as they would be rendered today, and others.

        *signature* is the digest of everything in the site except the texts of its documents. If it is the signature of
        the records, only results of queries that see texts can have changed, and only those are compared.
        """
        is_same_site = self.signature == signature
        fresh: dict[str, str] = {}
        stale: list[tuple[Output, QueryKey]] = []
        bundles = _Bundles(self._bundles, results)
        for output in outputs:
            record = self._records.get(output.path)
            if record is None:
                reason: QueryKey | None = NEW
            elif is_same_site and record[0] == list(output[1:]):
                reason = _changed_text(record, results)
            else:
                reason = _changed(output, record, results, bundles)
            if reason is None and not self._is_on_disk(output.path, record, folder, on_disk):
                reason = LOST
            if reason is None:
                fresh[output.path] = record[1]
            else:
                stale.append((output, reason))
        return Verified(fresh, stale)

    def verify_texts(self, published: Mapping[str, str], results: Results, documents: Iterable[str]) -> Verified:
        """Do what ``verify`` does if only the texts of *documents* have changed since *published* was written."""
        showing = self._outputs_by_text()
        candidates = {path for name in (EVERY, *documents) for path in showing.get(name, ())} & published.keys()
        stale = []
        for path in candidates:
            record = self._records.get(path)
            if reason := _changed_text(record, results):
                stale.append((Output(path, *record[0]), reason))
        fresh = dict(published)
        for output, _ in stale:
            del fresh[output.path]
        return Verified(fresh, sorted(stale))

    def _outputs_by_text(self) -> dict[str, set[str]]:
        if self._showing is None:
            self._showing = {}
            for path in self._records.keys():  # noqa: SIM118  (no dict)
                self._index(path, self._records.get(path))
        return self._showing

    def _index(self, path: str, record: list[Any]) -> None:
        if self._showing is not None:
            for document, _ in record[4]:
                self._showing.setdefault(document, set()).add(path)

    def _is_on_disk(self, path: str, record: list[Any], folder: str, on_disk: Mapping[str, Stat]) -> bool:
        """Tell whether the folder contains what was written; by digest if the stat is not the recorded one."""
        _, digest, recorded, *_ = record
        stat = on_disk.get(path)
        if stat is None or stat.size < 0:
            return False
        if list(stat[:3]) != recorded:
            if _digest_file(os.path.join(folder, path)) != digest:
                return False
            self._records.put(path, [*record[:2], list(stat[:3]), *record[3:]])
        return True

    def record(
        self,
        outputs: Iterable[Output],
        artifacts: Mapping[str, Artifact],
        results: Results,
        folder: str,
        signature: str,
    ) -> dict[str, Stat]:
        """Record *outputs* that are now in *folder* as their *artifacts*; return their stats by path.

        From now on the folder contains the site of *results*, with this *signature*. If a file changed after the scan,
        its output does not belong to that site: the signature stays unknown, and the next build compares all results.
        """
        self.signature = ""  # until all are recorded
        self.written += 1
        stats = {output.path: self._record(output, artifacts[output.path], results, folder) for output in outputs}
        if all(_is_of_scanned_file(artifacts[path], results) for path in stats):
            self.signature = signature
        return stats

    def _record(self, output: Output, artifact: Artifact, results: Results, folder: str) -> Stat:
        status = os.lstat(os.path.join(folder, output.path))
        stat = [status.st_size, status.st_mtime_ns, status.st_ino]
        unshared: list[list[Any]] = []
        shared: list[list[Any]] = []
        for key, digest in artifact.dependencies.results:
            (shared if key[0] in SHARED else unshared).append([list(key), digest])
        texts = [[name, results.text_key(name)] for name in artifact.dependencies.texts]
        bundle = digest_of(shared)
        self._bundles.put(bundle, shared)
        record = [list(output[1:]), artifact.digest, stat, bundle, texts, json.dumps(unshared)]
        self._records.put(output.path, record)
        self._index(output.path, record)
        return Stat(*stat)

    def stats(self) -> list[list[object]]:
        """Return the path, size, time and inode of each output as it was written."""
        return [[path, *self._records.get(path)[2]] for path in sorted(self._records.keys())]

    def save(self, published: Iterable[str]) -> None:
        """Remove the records of outputs that are no longer *published*, and pass the rest to the store."""
        self._records.keep_only(set(published))
        self._bundles.keep_only({self._records.get(path)[3] for path in self._records.keys()})  # noqa: SIM118  (no dict)
        self._records.save()
        self._bundles.save()
        self._store.put(self._name, [self._stamp, self.signature])


class _Bundles(dict[str, QueryKey | None]):
    """The first changed result of each bundle, compared once."""

    def __init__(self, table: Table, results: Results) -> None:
        super().__init__()
        self._table, self._results = table, results

    def __missing__(self, bundle: str) -> QueryKey | None:
        dependencies = self._table.get(bundle)
        self[bundle] = NEW if dependencies is None else changed_result(dependencies, self._results)
        return self[bundle]


def _changed(output: Output, record: list[Any], results: Results, bundles: _Bundles) -> QueryKey | None:
    """Return why an output is stale by what was planned and by its dependencies, None if it is not."""
    planned, _, _, bundle, _, unshared = record
    if planned != list(output[1:]):
        return MOVED
    return changed_result(json.loads(unshared), results) or bundles[bundle]


def _changed_text(record: list[Any], results: Results) -> QueryKey | None:
    """Return why an output of an unchanged site is stale: the text of a document that it shows; None if it is not."""
    if all(results.text_key(name) == key for name, key in record[4]):
        return None
    return changed_result(json.loads(record[5]), results)


def changed_result(dependencies: Iterable[tuple[list[str | int], str]], results: Results) -> QueryKey | None:
    """Return the key of the first result that has another digest now, None if all have the same."""
    for key, digest in dependencies:
        if results.digest(tuple(key)) != digest:
            return tuple(key)
    return None


def _is_of_scanned_file(artifact: Artifact, results: Results) -> bool:
    """Tell whether the file that an output was rendered from, if any, still had the bytes that the scan found."""
    if artifact.source is None:
        return True
    return (artifact.source, results.digest(artifact.source)) in artifact.dependencies.results


def _digest_file(path: str) -> str:
    with open(path, "rb") as file:
        return blake2b(file.read(), digest_size=SIZE).hexdigest()
