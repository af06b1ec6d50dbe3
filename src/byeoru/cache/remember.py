"""Keep what a build found out, for the next one and its front door."""

import sqlite3
from collections.abc import Collection, Iterable
from typing import Protocol

from byeoru.base.diagnostic import Diagnostic, Place, warning
from byeoru.cache.cache import Cache
from byeoru.cache.sources import Sources
from byeoru.cache.traces import Traces
from byeoru.model.project import Report, Stat


class Table(Protocol):
    """A memo table about the files of a project."""

    def finish(self, files: Collection[str]) -> None:
        """Forget what is not about *files*, and hand the rest to the store."""


def remember(
    cache: Cache,
    files: dict[str, Stat],
    problems: tuple[Diagnostic, ...],
    tables: Iterable[Table],
    sources: Sources,
    traces: Traces,
    wanted: Collection[str],
    report: Report,
) -> Report:
    """Save everything and return the report.

    The site is published by now; if the disk has no room for what was learned, the report says so, and the next
    build does more than it would have to.
    """
    try:
        for table in (sources, *tables):
            table.finish(files)
        traces.finish(wanted)
        cache.front.keep(files, problems, sources.digest, traces.stats(), report)
        cache.store.commit()
    except sqlite3.OperationalError as problem:
        lost = warning("cache-not-saved", Place(""), reason=problem)
        return report._replace(problems=(*report.problems, lost))
    return report
