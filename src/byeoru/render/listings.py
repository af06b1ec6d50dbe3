"""Views for the templates of lists: pages, terms, years and days."""

import calendar
from collections import Counter
from collections.abc import Iterable
from datetime import date
from math import log
from typing import NamedTuple

from byeoru.model.site import Term
from byeoru.render.folder_views import FolderView
from byeoru.render.plain_views import TermView, term_view
from byeoru.render.views import PageView, SummaryView

_WEIGHTS = 5  # sizes in a cloud


class MonthView(NamedTuple):
    """The posts of one month."""

    month: int
    items: tuple[SummaryView, ...]


class YearView(NamedTuple):
    """The posts of one year; 0 for those without a date."""

    year: int
    url: str  # of its own page, "" for those without a date
    months: tuple[MonthView, ...]

    @property
    def items(self) -> tuple[SummaryView, ...]:
        """All its posts, newest first."""
        return tuple(summary for month in self.months for summary in month.items)


class DayView(NamedTuple):
    """One day of a calendar; 0 for the empty cells before the first and after the last day."""

    day: int
    total: int = 0  # of its posts
    url: str = ""  # of its posts in the archive, "" if there are none


class CalendarMonth(NamedTuple):
    """A month with posts, in weeks that begin on Sunday."""

    year: int
    month: int
    total: int  # of its posts
    weeks: tuple[tuple[DayView, ...], ...]


class GraphView(NamedTuple):
    """The map of the notes."""

    base: str  # before the addresses in its files
    files: tuple[str, ...]  # the URLs of its parts
    items: tuple[SummaryView, ...]  # the pages that most links lead to
    folders: tuple[TermView, ...]


class ListingView(NamedTuple):
    """A list page."""

    kind: str  # home, posts, section, archive, calendar; tag, category, series, author; tags, categories, authors
    title: str
    url: str
    name: str = ""  # of the term
    items: tuple[SummaryView, ...] = ()
    pinned: tuple[SummaryView, ...] = ()  # of the home page
    terms: tuple[TermView, ...] = ()  # of an index; of a nested term, those one level below it
    breadcrumbs: tuple[TermView, ...] = ()  # the terms above a nested one, from the root
    years: tuple[YearView, ...] = ()
    months: tuple[CalendarMonth, ...] = ()
    folders: tuple[FolderView[SummaryView], ...] = ()
    number: int = 0  # of this page of the list; 0 for its first page
    newer_url: str = ""
    older_url: str = ""
    feed: str = ""
    about: str = ""  # the biography of an author
    about_url: str = ""
    page: PageView | None = None  # the author's text on top of the first page


def years_of(summaries: Iterable[SummaryView], archive: str) -> tuple[YearView, ...]:
    """Group posts, newest first, by year and month; *archive* is the address of the archive."""
    years: dict[int, dict[int, list[SummaryView]]] = {}
    for summary in summaries:
        year, month = (summary.date.year, summary.date.month) if summary.date else (0, 0)
        years.setdefault(year, {}).setdefault(month, []).append(summary)
    return tuple(
        YearView(
            year,
            f"{archive}{year}/" if year else "",
            tuple(MonthView(month, tuple(items)) for month, items in months.items()),
        )
        for year, months in years.items()
    )


def months_of(days: Iterable[str], archive: str) -> tuple[CalendarMonth, ...]:
    """Return calendar months, newest first, for days such as "2026-11-05"; days with posts link to the archive."""
    counted = Counter(date.fromisoformat(day) for day in days)
    months = sorted({(day.year, day.month) for day in counted}, reverse=True)
    return tuple(_month(year, month, counted, archive) for year, month in months)


def _month(year: int, month: int, counted: Counter[date], archive: str) -> CalendarMonth:
    def day_of(day: int) -> DayView:
        count = counted[date(year, month, day)] if day else 0
        return DayView(day, count, f"{archive}{year}/#d-{year}-{month:02}-{day:02}" if count else "")

    weeks = calendar.Calendar(calendar.SUNDAY).monthdayscalendar(year, month)
    in_weeks = tuple(tuple(day_of(day) for day in week) for week in weeks)
    return CalendarMonth(year, month, sum(day.total for week in in_weeks for day in week), in_weeks)


def cloud_of(rows: Iterable[tuple[Term, int, int]], base: str) -> tuple[TermView, ...]:
    """Return terms with their weights, which grow with the logarithm of the count."""
    counted = tuple(rows)
    most = log(max((count for _, count, _ in counted), default=1))
    return tuple(
        term_view(term, base, count, depth, 1 + round((_WEIGHTS - 1) * log(count) / most) if most else 1)
        for term, count, depth in counted
    )
