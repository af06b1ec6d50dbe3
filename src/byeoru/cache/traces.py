"""The dependencies of each output, and whether it is stale.

In:  the outputs of a plan, the results of queries, the files on disk; records of earlier builds.
Out: which outputs are fresh, and which are stale and why.
Must not: reason about kinds of edits. An output is stale exactly if the result of a query that it made has another
digest; each query declares which parts of documents it can see.
"""

import os
from collections.abc import Collection, Iterable, Mapping

from byeoru.base.digest import digest
from byeoru.base.status import status_text
from byeoru.cache.damage import Overtaken
from byeoru.cache.dependencies import Bundles, changed_result
from byeoru.cache.observers import Observers
from byeoru.cache.store import Store
from byeoru.cache.table import Table
from byeoru.cache.text_table import TextTable
from byeoru.cache.verified import LOST, MOVED, NEW, Verified
from byeoru.cache.written import WrittenFile, WrittenFiles, folder_stamp
from byeoru.model.names import RESULT, is_of_words, summarized
from byeoru.model.output import Artifact, Output, QueryKey
from byeoru.model.project import Profile
from byeoru.model.queries import OF_TERMS, SHARED_LISTS
from byeoru.model.results import Results

# What the names of results begin with that can differ although nothing else that they see has a name that does: after
# edits of words, of tags, and of anything.
OF_WORDS, OF_TAGS = (
    tuple([f'{RESULT}["{name}"' for name in sorted(names)]) for names in (SHARED_LISTS, SHARED_LISTS | OF_TERMS)
)
OF_ANYTHING = (RESULT,)


class Traces:
    """The records of one profile's outputs.

    Of each output a build needs to know what is in the folder (`cache/written`). What it was planned as and the results
    that it depends on are rows of tables of their own, as an edit reads few of them. Results that many outputs share
    (settings, templates, texts) are stored once as a bundle and compared once per build; at 10,000 posts that is three
    quarters of all dependencies. The rows of results are packed by the process that renders an output.

    Which records have to be compared follows from the names that their results see (`model/names`): `keys` has the key
    of each name in the site that the folder contains, and `seen` the outputs that see it, or saw it in an earlier
    build. If any of these rows is lost, all records are compared, and both tables are filled again.

    Some outputs can be *ahead* of the site that these keys are of: a preview needed them first.
    """

    def __init__(self, store: Store, profile: Profile, program: str) -> None:
        """Open the records of outputs that the same program wrote to the same folder."""
        self._store, self._name = store, f"signature/{profile.name}"
        self._stamp = stamp = folder_stamp(profile, program)
        self._files = WrittenFiles(store, profile, program)
        self._planned = Table(store, f"planned/{profile.name}", stamp)
        self._unshared = Table(store, f"unshared/{profile.name}", "")  # no stamp: only what was written leads to a row
        self._bundles = Table(store, f"bundles/{profile.name}", "")
        self._keys = TextTable(store, f"keys/{profile.name}", stamp)
        self._seen = Observers(store, f"seen/{profile.name}", stamp)
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
        return self._files.paths

    def verify(
        self,
        outputs: Iterable[Output],
        results: Results,
        on_disk: Mapping[str, str],
        signature: str,
    ) -> Verified:
        """Divide *outputs* into those that are *on_disk* as they would be rendered today, and others.

        *signature* is the digest of everything in the site except the texts of its documents and the words of their
        metadata. If it is that of the folder, the plan is the same, and only names of these can have another key.
        """
        keys = self._of_words() if self.signature == signature else self._keys.items()
        changed, suspects = self._suspects(_changed(keys, results))
        fresh: dict[str, str] = {}
        stale: list[tuple[Output, QueryKey]] = []
        compared = []
        bundles = Bundles(self._bundles, results)
        for output in outputs:
            path = output.path
            file = self._files.get(path)
            if file is None:
                reason: QueryKey | None = NEW
            elif self._planned.get(path) != list(output[1:]):
                reason = MOVED
            elif path in suspects:
                reason = self._changed_result(path, results) or bundles[file.bundle]
                compared.append(path)
            else:
                reason = bundles[file.bundle]
            if file is not None and reason is None and not self._files.has(path, on_disk.get(path, "")):
                reason = LOST
            if file is not None and reason is None:
                fresh[path] = file.digest
            else:
                stale.append((output, reason or NEW))
        return Verified(fresh, stale, changed, [path for path in compared if path in fresh])

    def verify_named(
        self,
        outputs: tuple[Output, ...],
        before: tuple[Output, ...],
        results: Results,
        on_disk: Mapping[str, str],
        names: Collection[str],
        asked: tuple[str, ...],
    ) -> Verified:
        """Do the same for a folder with the outputs that were planned *before*, of a site that is known.

        Only what *names* stand for differs between both sites, and results whose names begin as those *asked* about.
        """
        found = self._files.found(on_disk)
        if outputs != before:
            same = {output.path for output in {*outputs}.intersection(before)}
            found = {path: digest for path, digest in found.items() if path in same}
        # One without a key is seen by no output by itself, but lists can show what it stands for.
        changed = [name for name in names if (key := self._keys.get(name)) is None or results.key(name) != key]
        verified = self.verify_seen(found, results, changed, asked)
        lost = [output for output in outputs if output.path not in found]
        planned, known = ({*before}, self.paths) if lost else (set(), set())
        reasons = [LOST if output in planned else MOVED if output.path in known else NEW for output in lost]
        return verified._replace(stale=sorted([*verified.stale, *zip(lost, reasons, strict=True)]))

    def verify_seen(
        self, published: Mapping[str, str], results: Results, changed: Collection[str], asked: tuple[str, ...]
    ) -> Verified:
        """Do the same for outputs that are *published* as they were planned.

        Shared lists that show a summary are found by their digests: there are few of them, and a list can be long.
        """
        if asked != OF_WORDS or any(map(summarized, changed)):
            changed = [*changed, *_changed(self._asked(asked), results)]
        changed, suspects = self._suspects(changed)
        bundles = Bundles(self._bundles, results)
        if asked != OF_WORDS:  # results that many outputs share have no names unless they show words
            suspects |= self._files.sharing({bundle for bundle in self._files.bundles if bundles[bundle]})
        return self._compare(suspects, published, bundles)._replace(changed=changed)

    def verify_awaited(self, published: Mapping[str, str], results: Results, awaited: Collection[str]) -> Verified:
        """Do that for the *awaited* outputs alone; the others count as fresh until the next verification."""
        return self._compare(awaited, published, Bundles(self._bundles, results))._replace(is_partial=True)

    def _compare(self, paths: Collection[str], published: Mapping[str, str], bundles: Bundles) -> Verified:
        """Divide the outputs at these *paths* by the digests of all their results."""
        stale, compared = [], []
        for path in published.keys() & paths:
            file, planned = self._files.get(path), self._planned.get(path)
            if file is None or planned is None:
                raise Overtaken(path)
            known = bundles.get(file.bundle)  # an edit of a template would ask here for all results of all pages
            if reason := known or self._changed_result(path, bundles.results) or bundles[file.bundle]:
                stale.append((Output(path, *planned), reason))
            else:
                compared.append(path)
        fresh = dict(published)
        for output, _ in stale:
            del fresh[output.path]
        return Verified(fresh, sorted(stale), compared=compared)

    def _of_words(self) -> Iterable[tuple[str, str]]:
        return ((name, key) for name, key in self._keys.items() if is_of_words(name))

    def _asked(self, beginnings: tuple[str, ...]) -> Iterable[tuple[str, str]]:
        return ((name, key) for name, key in self._keys.items() if name.startswith(beginnings))

    def _changed_result(self, path: str, results: Results) -> QueryKey | None:
        """Return the key of the first unshared result of an output that has changed, None if none has."""
        dependencies = self._unshared.get(path)
        return NEW if dependencies is None else changed_result(dependencies, results)

    def _suspects(self, changed: Collection[str]) -> tuple[Collection[str], set[str]]:
        """Return the *changed* names with the outputs that see any of them; all outputs if that is unknown."""
        self._is_complete &= not any(map(self._is_lost, changed))
        if self._is_complete:
            return changed, set(self._ahead).union(*map(self._seen.of, changed))
        self._keys.keep_only(set())
        self._seen.clear()
        return (), self.paths

    def _is_lost(self, name: str) -> bool:
        """Tell whether outputs see a name, and the row that has them is lost."""
        return self._keys.get(name) is not None and not self._seen.has_row(name)

    def record(
        self,
        verified: Verified,
        artifacts: Mapping[str, Artifact],
        results: Results,
        folder: str,
        signature: str,
    ) -> dict[str, str]:
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
        self._see_again(verified.compared, results)
        stats = {output.path: self._record(output, artifacts[output.path], folder) for output, _ in verified.stale}
        for path, names in (self._ahead | {path: artifacts[path].names for path in stats}).items():
            self._see(path, names, results)
        self._ahead.clear()
        self._is_complete &= all(_is_of_scanned_file(artifacts[path], results) for path in stats)
        if self._is_complete:
            self.signature = signature
        return stats

    def record_awaited(self, verified: Verified, artifacts: Mapping[str, Artifact], folder: str) -> dict[str, str]:
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

    def _see(self, path: str, names: Iterable[str], results: Results) -> None:
        for name in names:
            if not self._seen.has(name):
                self._is_complete &= not self._is_lost(name)
                self._keys.put(name, results.key(name))
            self._seen.add(name, path)

    def _see_again(self, paths: Iterable[str], results: Results) -> None:
        """Record what outputs see that are as they were: the same result can see other names now."""
        of_bundles: dict[str, tuple[str, ...]] = {}
        for path in paths:
            file = self._files.get(path)
            if file is None:
                raise Overtaken(path)
            if file.bundle not in of_bundles:
                of_bundles[file.bundle] = results.names_of_all(_keys_in(self._bundles.get(file.bundle)))
            self._see(path, of_bundles[file.bundle], results)
            self._see(path, results.names_of_all(_keys_in(self._unshared.get(path))), results)

    def _record(self, output: Output, artifact: Artifact, folder: str) -> str:
        status = status_text(os.lstat(os.path.join(folder, output.path)))
        bundle = digest(artifact.shared)
        self._bundles.put_packed(bundle, artifact.shared)
        self._files.put(output.path, WrittenFile(artifact.digest, bundle, status))
        self._planned.put(output.path, list(output[1:]))
        self._unshared.put_packed(output.path, artifact.unshared)
        return status

    def save(self, published: Iterable[str]) -> None:
        """Remove the records of outputs that are no longer *published*, and pass the rest to the store."""
        paths = set(published)
        if self._files.save(paths):
            self._planned.keep_only(paths)
            self._unshared.keep_only(paths)
        if self._bundles.is_changed:
            self._bundles.keep_only(self._files.bundles)
        for table in (self._planned, self._unshared, self._bundles):
            table.release()  # an edit reads few of these rows
        self._seen.save(paths)
        self._keys.save()
        signature = "" if self._ahead else self.signature
        self._store.put(self._name, [self._stamp, signature, len(self._keys.keys())])


def _changed(keys: Iterable[tuple[str, str]], results: Results) -> list[str]:
    """Return the names of which *keys* has another key than they have today."""
    return [name for name, key in keys if results.key(name) != key]


def _keys_in(dependencies: Iterable[tuple[list[str | int], str]]) -> list[QueryKey]:
    return [tuple(key) for key, _ in dependencies]


def _is_of_scanned_file(artifact: Artifact, results: Results) -> bool:
    """Tell whether the file that an output was rendered from, if any, still had the bytes that the scan found."""
    if artifact.source is None:
        return True
    query, read = artifact.source
    return results.digest(query) == read
