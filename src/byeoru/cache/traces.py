"""The dependencies of each output, and whether it is stale.

In:  the outputs of a plan, the results of queries, the files on disk; records of earlier builds.
Out: which outputs are fresh, and which are stale and why.
Must not: reason about kinds of edits. An output is stale exactly if the result of a query that it made has another
digest; each query declares which parts of documents it can see.
"""

import os
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from byeoru.base.digest import digest, digest_of
from byeoru.cache.packed import packed
from byeoru.cache.store import Store
from byeoru.cache.table import Table
from byeoru.cache.text_table import TextTable
from byeoru.cache.verified import LOST, MOVED, NEW, Verified
from byeoru.model.names import RESULT, is_of_words, summarized
from byeoru.model.output import Artifact, Dependencies, Output, QueryKey
from byeoru.model.project import Profile, Stat
from byeoru.model.queries import SHARED, SHARED_LISTS
from byeoru.model.results import Results

_SHARED_LISTS = tuple([f'{RESULT}["{name}"' for name in sorted(SHARED_LISTS)])


class Traces:
    """The records of one profile's outputs.

    A record is [planned, digest, stat, bundle]: what was planned, the digest of its bytes, its stat in the folder, and
    the results that it shares with many others (settings, templates, texts), which are stored once as a bundle and
    compared once per build; at 10,000 posts that is three quarters of all dependencies. The other results are rows of
    a table of their own, as an edit reads few of them. Both are packed by the process that renders the output.

    Which records have to be compared follows from the names that their results see (`model/names`): `keys` has the key
    of each name in the site that the folder contains, and `seen` the outputs that see it, or saw it in an earlier
    build. If any of these rows is lost, all records are compared, and both tables are filled again.

    Some outputs can be *ahead* of the site that these keys are of: a preview needed them first.
    """

    def __init__(self, store: Store, profile: Profile, program: str) -> None:
        """Open the records of outputs that the same program wrote to the same folder."""
        self._store, self._name = store, f"signature/{profile.name}"
        self._stamp = stamp = digest_of([program, os.path.realpath(profile.output)])
        self._records = Table(store, f"traces/{profile.name}", stamp)
        self._unshared = Table(store, f"unshared/{profile.name}", "")  # no stamp: only a record leads to a row
        self._bundles = Table(store, f"bundles/{profile.name}", "")
        self._keys = TextTable(store, f"keys/{profile.name}", stamp)
        self._seen = Table(store, f"seen/{profile.name}", stamp)
        self._outputs: dict[str, set[str]] = {}  # rows of `seen` that this process has read
        self._unsaved: set[str] = set()  # those that it has added to
        self._is_complete = False  # whether every name that an output sees has its rows
        self.signature = ""  # of the site that the folder contains; "" if that is unknown
        match store.get(self._name):
            case [str(stamped), str(recorded), int(count)] if stamped == stamp and count == len(self._keys.keys()):
                self.signature, self._is_complete = recorded, recorded != ""
        self._ahead: dict[str, tuple[str, ...]] = {}  # names that outputs see, by path
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

        *signature* is the digest of everything in the site except the texts of its documents and the words of their
        metadata. If it is that of the records, only names of these can have another key.
        """
        keys = self._keys.items()
        if self.signature == signature:
            keys = ((name, key) for name, key in keys if is_of_words(name))
        changed, suspects = self._suspects(_changed(keys, results))
        fresh: dict[str, str] = {}
        stale: list[tuple[Output, QueryKey]] = []
        compared = []
        bundles = _Bundles(self._bundles, results)
        for output in outputs:
            record = self._records.get(output.path)
            if record is None:
                reason: QueryKey | None = NEW
            elif record[0] != list(output[1:]):
                reason = MOVED
            elif output.path in suspects:
                reason = self._changed_result(output.path, results) or bundles[record[3]]
                compared.append(output.path)
            else:
                reason = bundles[record[3]]
            if reason is None and not self._is_on_disk(output.path, record, folder, on_disk):
                reason = LOST
            if reason is None:
                fresh[output.path] = record[1]
            else:
                stale.append((output, reason))
        return Verified(fresh, stale, changed, [path for path in compared if path in fresh])

    def verify_seen(self, published: Mapping[str, str], results: Results, changed: Collection[str]) -> Verified:
        """Do what ``verify`` does if only what these names stand for has *changed* since *published* was written.

        Shared lists that show such a summary are found by their digests: there are few of them, and a list can be long.
        """
        if any(map(summarized, changed)):
            lists = ((name, key) for name, key in self._keys.items() if name.startswith(_SHARED_LISTS))
            changed = [*changed, *_changed(lists, results)]
        changed, suspects = self._suspects(changed)
        return self._compare(suspects, published, results)._replace(changed=changed)

    def verify_awaited(self, published: Mapping[str, str], results: Results, awaited: Collection[str]) -> Verified:
        """Do that for the *awaited* outputs alone; the others count as fresh until the next verification."""
        return self._compare(awaited, published, results)._replace(is_partial=True)

    def _compare(self, paths: Collection[str], published: Mapping[str, str], results: Results) -> Verified:
        """Divide the outputs at these *paths* by the digests of all their results."""
        bundles = _Bundles(self._bundles, results)
        stale, compared = [], []
        for path in published.keys() & paths:
            record = self._records.get(path)
            if reason := self._changed_result(path, results) or bundles[record[3]]:
                stale.append((Output(path, *record[0]), reason))
            else:
                compared.append(path)
        fresh = dict(published)
        for output, _ in stale:
            del fresh[output.path]
        return Verified(fresh, sorted(stale), compared=compared)

    def _changed_result(self, path: str, results: Results) -> QueryKey | None:
        """Return the key of the first unshared result of an output that has changed, None if none has."""
        dependencies = self._unshared.get(path)
        return NEW if dependencies is None else changed_result(dependencies, results)

    def _suspects(self, changed: Collection[str]) -> tuple[Collection[str], set[str]]:
        """Return the *changed* names with the outputs that see any of them; all outputs if that is unknown."""
        suspects = set(self._ahead).union(*map(self._outputs_of, changed))
        if self._is_complete:
            return changed, suspects
        self._keys.keep_only(set())
        self._seen.keep_only(set())
        self._outputs.clear()
        self._unsaved.clear()
        return (), self.paths

    def _outputs_of(self, name: str) -> set[str]:
        if name not in self._outputs:
            row = self._seen.get(name)
            self._is_complete &= row is not None or self._keys.get(name) is None
            self._outputs[name] = set(row or ())
        return self._outputs[name]

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
        verified: Verified,
        artifacts: Mapping[str, Artifact],
        results: Results,
        folder: str,
        signature: str,
    ) -> dict[str, Stat]:
        """Record the stale outputs, which are now in *folder* as their *artifacts*; return their stats by path.

        From now on the folder contains the site of *results*, with this *signature*. If a file changed after the scan,
        its output does not belong to that site: the signature stays unknown, and the next build compares all results.
        """
        self.signature = ""  # until all are recorded
        self._is_complete = True  # if it was not, all have been compared
        self.written += 1
        for name in verified.changed:
            if self._keys.get(name) is not None:  # an output sees it
                self._renew(name, results.key(name))
        for path in verified.compared:  # the same result can see other names now
            keys = [tuple(key) for key, _ in self._unshared.get(path)]
            self._see(path, results.names_of_all(keys), results)
        stats = {output.path: self._record(output, artifacts[output.path], folder) for output, _ in verified.stale}
        for path, names in (self._ahead | {path: artifacts[path].names for path in stats}).items():
            self._see(path, names, results)
        self._ahead.clear()
        self._is_complete &= all(_is_of_scanned_file(artifacts[path], results) for path in stats)
        if self._is_complete:
            self.signature = signature
        return stats

    def record_awaited(self, verified: Verified, artifacts: Mapping[str, Artifact], folder: str) -> dict[str, Stat]:
        """Record stale outputs that were awaited; the keys of names stay those of the site that the others show."""
        self.written += 1
        stale = [output for output, _ in verified.stale]
        self._ahead |= {output.path: artifacts[output.path].names for output in stale}
        return {output.path: self._record(output, artifacts[output.path], folder) for output in stale}

    def _renew(self, name: str, key: str) -> None:
        """Record the new key of a name; of what the site no longer has, forget which outputs saw it."""
        if key:
            self._keys.put(name, key)
            return
        self._keys.drop(name)
        self._seen.drop(name)
        self._outputs.pop(name, None)
        self._unsaved.discard(name)

    def _see(self, path: str, names: Iterable[str], results: Results) -> None:
        for name in names:
            outputs = self._outputs_of(name)
            if not outputs:
                self._keys.put(name, results.key(name))
            if path not in outputs:
                outputs.add(path)
                self._unsaved.add(name)

    def _record(self, output: Output, artifact: Artifact, folder: str) -> Stat:
        status = os.lstat(os.path.join(folder, output.path))
        stat = [status.st_size, status.st_mtime_ns, status.st_ino]
        bundle = digest(artifact.shared)
        self._bundles.put_packed(bundle, artifact.shared)
        self._records.put(output.path, [list(output[1:]), artifact.digest, stat, bundle])
        self._unshared.put_packed(output.path, artifact.unshared)
        return Stat(*stat)

    def stats(self) -> list[list[object]]:
        """Return the path, size, time and inode of each output as it was written."""
        return [[path, *self._records.get(path)[2]] for path in sorted(self._records.keys())]

    def save(self, published: Iterable[str]) -> None:
        """Remove the records of outputs that are no longer *published*, and pass the rest to the store."""
        paths = set(published)
        self._records.keep_only(paths)
        self._unshared.keep_only(paths)
        self._bundles.keep_only({self._records.get(path)[3] for path in self._records.keys()})  # noqa: SIM118  (no dict)
        for name in self._unsaved:
            self._seen.put(name, sorted(self._outputs[name] & paths))
        self._unsaved.clear()
        for table in (self._records, self._unshared, self._bundles, self._keys, self._seen):
            table.save()
        signature = "" if self._ahead else self.signature
        self._store.put(self._name, [self._stamp, signature, len(self._keys.keys())])


class _Bundles(dict[str, QueryKey | None]):
    """The first changed result of each bundle, compared once."""

    def __init__(self, table: Table, results: Results) -> None:
        super().__init__()
        self._table, self._results = table, results

    def __missing__(self, bundle: str) -> QueryKey | None:
        dependencies = self._table.get(bundle)
        self[bundle] = NEW if dependencies is None else changed_result(dependencies, self._results)
        return self[bundle]


def _changed(keys: Iterable[tuple[str, str]], results: Results) -> list[str]:
    """Return the names of which *keys* has another key than they have today."""
    return [name for name, key in keys if results.key(name) != key]


def artifact_of(path: str, digest: str, made: Dependencies, source: tuple[QueryKey, str] | None = None) -> Artifact:
    """Return the artifact of an output that was *made* from these dependencies."""
    shared = [result for result in made.results if result[0][0] in SHARED]
    unshared = [result for result in made.results if result[0][0] not in SHARED]
    return Artifact(path, digest, packed(shared), packed(unshared), made.names, source)


def changed_result(dependencies: Iterable[tuple[list[str | int], str]], results: Results) -> QueryKey | None:
    """Return the key of the first result that has another digest now, None if all have the same."""
    for key, recorded in dependencies:
        if results.digest(tuple(key)) != recorded:
            return tuple(key)
    return None


def _is_of_scanned_file(artifact: Artifact, results: Results) -> bool:
    """Tell whether the file that an output was rendered from, if any, still had the bytes that the scan found."""
    if artifact.source is None:
        return True
    query, read = artifact.source
    return results.digest(query) == read


def _digest_file(path: str) -> str:
    with open(path, "rb") as file:
        return digest(file.read())
