"""The last build of a profile: the least information that shows whether the next build would write the same.

One row holds the stats of all sources as one digest, the number of outputs (`cache/written` has their stats), and the
report. The report is still valid if both are unchanged, the clock has not been set back, no scheduled post has come
due, and the program and the options of the command line are the same. Nothing heavy is imported to find that out.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property, partial
from typing import Any

from byeoru.base.ahead import Ahead, Tasks
from byeoru.base.diagnostic import Diagnostic, restored, stored
from byeoru.cache.sources import is_racy
from byeoru.cache.store import Store
from byeoru.cache.stored_site import marked_site
from byeoru.cache.written import WrittenFiles
from byeoru.model.project import Profile, Report, Stat, Waiting

_LARGE = 1000  # outputs: starting another process takes longer than to look at so many files
_IS_AS_WRITTEN, STORED_SITE = ":is-as-written", ":stored-site"  # names of tasks
_YES, _NO = b"yes", b"no"
Read = Callable[[str], str | Diagnostic | None]


class LastBuild:
    """What the last build of one profile recorded."""

    def __init__(self, store: Store, profile: Profile, program: str) -> None:
        """Take the store."""
        self._store, self._profile, self._program = store, profile, program
        self._name = f"front/{profile.name}"
        self._files = WrittenFiles(store, profile, program)

    @cached_property
    def _row(self) -> Any:  # noqa: ANN401
        return self._store.get(self._name)

    def tasks(self) -> Tasks:
        """Return what another process can do for the first build of a large site while this one scans the sources."""
        match self._row:
            case {"outputs": int(outputs)} if outputs >= _LARGE:
                stored = partial(marked_site, self._store, self._profile, self._program)
                return {
                    _IS_AS_WRITTEN: lambda: _YES if self._files.is_as_written(outputs) else _NO,
                    STORED_SITE: stored,
                }
        return {}

    def unchanged(
        self,
        seen: str,
        files: Mapping[str, Stat],
        clock_ns: int,
        now: datetime,
        read: Read,
        head: Callable[[], str],
        ahead: Ahead,
    ) -> Report | None:
        """Return the report of the last build if this one would write the same, else None.

        *seen* is the signature of a scan at *clock_ns* that found *files*; *read* returns the digest of a file.
        *head* identifies the commit of the project, which matters only if the last build dated posts by it. The
        output folder may have been compared *ahead*.
        """
        row = self._row
        if not isinstance(row, dict):
            return None
        if row["same"] != self._same(seen) or (row["head"] and row["head"] != head()):
            return None
        if now < datetime.fromisoformat(row["since"]) or (row["due"] and datetime.fromisoformat(row["due"]) <= now):
            return None
        if any(read(path) != digest for path, digest in row["racy"]):
            return None
        if not self._is_as_written(row["outputs"], ahead):
            return None
        if row["racy"]:
            still = [pair for pair in row["racy"] if pair[0] in files and is_racy(files[pair[0]], clock_ns)]
            if still != row["racy"]:
                self._store.put(self._name, row | {"racy": still})
                self._store.commit()
        return _report(row["report"])

    def _is_as_written(self, outputs: int, ahead: Ahead) -> bool:
        answer = ahead.take(_IS_AS_WRITTEN)
        if answer is not None:
            return answer == _YES
        return self._files.is_as_written(outputs)

    def _same(self, seen: str) -> list[str]:
        """Return the values that must be equal for two builds to write the same."""
        return [self._program, self._profile.choices, seen]

    def record(
        self,
        seen: str,
        files: Mapping[str, Stat],
        clock_ns: int,
        now: datetime,
        digest: Callable[[str], str | None],
        outputs: int,
        head: str,
        report: Report,
    ) -> None:
        """Record the build of a scan at *now*, which dated posts by the commit *head*, "" if it dated none.

        *digest* returns the digest of a file as this build read it, *outputs* is the number of files in the folder.
        """
        value = {
            "same": self._same(seen),
            "since": now.isoformat(),
            "due": report.due,
            "racy": [[path, digest(path)] for path, stat in files.items() if is_racy(stat, clock_ns)],
            "outputs": outputs,
            "head": head,
            "report": _row(report),
        }
        self._store.put(self._name, value)


def _row(report: Report) -> list[object]:
    return [
        stored(report.problems),
        report.pages,
        report.drafts,
        report.future,
        report.expired,
        report.private,
        report.withheld,
        report.due,
        report.manifest,
    ]


def _report(row: list[Any]) -> Report:
    problems, pages, drafts, future, expired, private, withheld, due, manifest = row
    return Report(
        problems=restored(problems),
        is_written=True,
        pages=pages,
        drafts=tuple(Waiting(*page) for page in drafts),
        future=tuple(Waiting(*page) for page in future),
        expired=tuple(Waiting(*page) for page in expired),
        private=tuple(Waiting(*page) for page in private),
        withheld=withheld,
        due=due,
        manifest=manifest,
    )
