"""What the builds of a profile have written: the bytes and the place in the folder of each output.

In:  outputs as they were written, with their status.
Out: the same, for every build to compare with the folder.
Must not: import anything heavy, as a build without changes reads it.
"""

import os
from collections.abc import Collection, Mapping
from typing import NamedTuple

from byeoru.base.digest import SIZE, digest, digest_of
from byeoru.base.status import status_text
from byeoru.cache.store import Store
from byeoru.cache.text_table import TextTable
from byeoru.model.project import Profile

_DIGEST = 2 * SIZE  # characters of a digest
_STATUS = 2 * (_DIGEST + 1)  # where the status begins


class WrittenFile(NamedTuple):
    """One output in the folder; stored as one text, in which blanks separate the fields."""

    digest: str  # of its bytes
    bundle: str  # what it shares with other outputs (`cache/traces`)
    status: str  # in the folder (`status_text`)


class WrittenFiles:
    """All outputs in the folder of one profile."""

    def __init__(self, store: Store, profile: Profile, program: str) -> None:
        """Open the table of what the same program has written to the same folder."""
        self._folder = profile.output
        self._rows = TextTable(store, f"written/{profile.name}", folder_stamp(profile, program))

    @property
    def paths(self) -> set[str]:
        """Return the paths of all outputs."""
        return self._rows.keys()

    @property
    def bundles(self) -> set[str]:
        """Return the names of what outputs share."""
        return {row.split(" ", 2)[1] for _, row in self._rows.items()}

    def sharing(self, bundles: Collection[str]) -> set[str]:
        """Return the paths of the outputs that share one of these *bundles* with others."""
        return {path for path, row in self._rows.items() if row.split(" ", 2)[1] in bundles} if bundles else set()

    def get(self, path: str) -> WrittenFile | None:
        """Return what was written to *path*, None for nothing."""
        row = self._rows.get(path)
        return None if row is None else WrittenFile(*row.split(" ", 2))

    def put(self, path: str, file: WrittenFile) -> None:
        """Record an output."""
        self._rows.put(path, " ".join(file))

    def found(self, on_disk: Mapping[str, str]) -> dict[str, str]:
        """Return the digests of the outputs that are among the files *on_disk* as they were written."""
        found = {}
        for path, row in self._rows.items():  # written out: 18,000 rows in every edit of 10,000 posts
            status = on_disk.get(path)
            if status is not None and (row[_STATUS:] == status or self.has(path, status)):
                found[path] = row[:_DIGEST]
        return found

    def has(self, path: str, status: str) -> bool:
        """Tell whether what has this *status* at *path*, "" for no file, was written there; if in doubt, by digest."""
        row = self._rows.get(path)
        if row is None or not status:
            return False
        if row[_STATUS:] != status:
            with open(os.path.join(self._folder, path), "rb") as file:
                if not row.startswith(digest(file.read())):
                    return False
            name, bundle, _ = row.split(" ", 2)
            self.put(path, WrittenFile(name, bundle, status))
        return True

    def is_as_written(self, count: int) -> bool:
        """Tell whether *count* outputs are recorded, and each is still where it was written, unchanged."""
        if len(self._rows.keys()) != count:
            return False
        try:
            for path, row in self._rows.items():
                if row[_STATUS:] != status_text(os.lstat(f"{self._folder}/{path}")):
                    return False
        except (OSError, ValueError):
            return False
        return True

    def save(self, paths: set[str]) -> bool:
        """Remove all outputs but those at *paths*, and pass the rest to the store; tell whether others were there."""
        self._rows.keep_only(paths)
        are_others = self._rows.has_other_keys
        self._rows.save()
        return are_others


def folder_stamp(profile: Profile, program: str) -> str:
    """Return a digest of the program and of the folder that it writes to."""
    return digest_of([program, os.path.realpath(profile.output)])
