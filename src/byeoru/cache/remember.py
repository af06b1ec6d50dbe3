"""Keep what a build found out, for the next one and its front door."""

import sqlite3
from collections.abc import Collection, Iterable
from typing import Any

from byeoru.base.diagnostic import Diagnostic, Place, warning
from byeoru.cache.cache import Cache
from byeoru.cache.links import Links
from byeoru.cache.memo import Memo
from byeoru.cache.sources import Sources
from byeoru.cache.traces import Traces
from byeoru.model.project import Report, Stat


def remember(
    cache: Cache,
    files: dict[str, Stat],
    problems: tuple[Diagnostic, ...],
    sources: Sources,
    links: Links[Any],
    traces: Traces,
    memos: Iterable[Memo[Any]],
    wanted: Collection[str],
    report: Report,
) -> Report:
    """Save everything and return the report.

    The site is published by now; if the disk has no room for what was learned, the report says so, and the next
    build does more than it would have to.
    """
    try:
        sources.finish(files)
        links.finish(set(files))
        for memo in memos:
            memo.finish()
        traces.finish(set(wanted))
        cache.front.keep(files, problems, sources.digest, traces.stats(), report)
        cache.store.commit()
    except sqlite3.OperationalError as problem:
        lost = warning("cache-not-saved", Place(""), reason=problem)
        return report._replace(problems=(*report.problems, lost))
    return report
