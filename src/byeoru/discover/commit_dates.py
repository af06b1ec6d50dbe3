"""Date the posts of another program that have no date, by the commit that added them.

In:  the documents of a project, and the commit that it is at.
Out: the same documents with dates, and a warning for each post that remains undated.
Must not: run git if every post has a date, or twice for one commit.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from byeoru.base.dates import time_zone
from byeoru.base.diagnostic import Diagnostic, Location, Outcome, warning
from byeoru.base.paths import nfc
from byeoru.model.content import Document
from byeoru.model.settings import Settings

CommitTimes = dict[str, int]  # seconds since 1970 of the commits that added files, by path in the project
Cached = Callable[[str, Callable[[], CommitTimes]], Mapping[str, int]]  # the times as of a commit, from the cache

_MARK = "\x01"  # before the time of a commit, in the output of git


def undated_posts(documents: Iterable[Document], settings: Settings) -> tuple[Document, ...]:
    """Return the posts without a date in the folder of another program."""
    if not settings.origin.program:
        return ()
    return tuple(
        document
        for document in documents
        if document.meta.date is None and document.meta.section == "posts" and not document.meta.draft
    )


def dated(documents: Iterable[Document], times: Mapping[str, int], settings: Settings) -> list[Document]:
    """Return *documents*, the undated posts with the times of the commits that added them."""
    zone = time_zone(settings.timezone) or ZoneInfo("UTC")
    return [
        document._replace(meta=document.meta._replace(date=_moment(times[document.path], zone)))
        if document.path in times
        else document
        for document in documents
    ]


def _moment(seconds: int, zone: ZoneInfo) -> datetime:
    """Return a time with its offset in *zone*, as the dates of front matter have it."""
    moment = datetime.fromtimestamp(seconds, zone)
    return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta()))


def commit_times(undated: Iterable[Document], root: str, head: str, cached: Cached) -> Outcome[CommitTimes]:
    """Return the commit times of *undated* posts.

    *root* is the project, *head* identifies its commit. A shallow clone lacks the commits, so its times are not used.
    """
    paths = [document.path for document in undated]
    times = cached(head, lambda: _times(root)) if head else {}
    used = {path: times[path] for path in paths if path in times}
    return Outcome(used, tuple(_undated(path, is_shallow="" in times) for path in paths if path not in used))


def _undated(path: str, *, is_shallow: bool) -> Diagnostic:
    return warning("undated-post", Location(path), "fetch-whole-history" if is_shallow else "write-date")


def _times(root: str) -> CommitTimes:
    """Return the commit times of all files below *root*; only the key "" for a shallow clone."""
    from byeoru.publish.git.errors import GitError
    from byeoru.publish.git.run import query_clone

    try:
        if query_clone(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
            return {"": 0}
        words = ("--no-renames", "--diff-filter=A", "--name-only", "-z", "--relative", f"--format={_MARK}%at")
        listed = query_clone(root, "log", *words, "--", ".")
    except GitError:
        return {}
    times: CommitTimes = {}
    moment = 0
    for entry in listed.decode("utf-8", "surrogateescape").split("\0"):
        text = entry.lstrip("\n")
        if text.startswith(_MARK):
            time, _, text = text.removeprefix(_MARK).partition("\n")
            moment = int(time) if time.lstrip("-").isdecimal() else 0
        if text and moment > 0:
            times[nfc(text.strip("\n"))] = moment  # the oldest commit is listed last
    return times
