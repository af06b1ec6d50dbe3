"""Queries about lists of pages: posts by time, notes by section. The first argument is the code of an edition.

In:  ``Facts`` and plain arguments.
Out: addresses of pages, or what a list is divided by; ``KeyError`` for a part that a list does not have.
Must not: return more pages than the output that makes the query will show.
"""

from byeoru.model.durability import ORDER
from byeoru.model.facts import Facts
from byeoru.model.query import Addresses, every_document, in_result, page_query, query
from byeoru.model.site import PageSummary, in_edition


@page_query(reason=("글 목록 변경", "post list changed"))
def posts(facts: Facts, edition: str, number: int) -> Addresses:
    """Return the posts on one page of their list, newest first; 0 is the list's own first address."""
    addresses, size, numbered = facts.posts(edition), facts.site.settings.page_size, facts.numbered(edition)
    head = len(addresses) - numbered * size
    if number == 0:
        return addresses[:head]
    if number > numbered:
        raise KeyError(number)
    start = head + (numbered - number) * size
    return addresses[start : start + size]


@page_query(reason=("고정된 글 변경", "pinned posts changed"))
def pinned(facts: Facts, edition: str) -> Addresses:
    """Return the posts at the top of the first page, newest first."""
    return tuple(summary.address for summary in facts.summaries(facts.posts(edition)) if summary.meta.pinned)


@query(sees=ORDER, reason=("글 목록의 페이지 수 변경", "number of pages in the post list changed"))
def pager(facts: Facts, edition: str, number: int) -> tuple[int, int]:
    """Return the numbers of the list's next newer and next older page; -1 for none."""
    numbered = facts.numbered(edition)
    if number == 0:
        return -1, numbered or -1
    return (0 if number == numbered else number + 1), (number - 1 or -1)


@page_query(shared=True, reason=("최근 글 {1}편 변경", "the {1} most recent posts changed"))
def recent(facts: Facts, edition: str, count: int) -> Addresses:
    """Return the newest posts."""
    return facts.posts(edition)[:count]


@page_query(
    documents=every_document,  # titles decide between notes of one moment, also which of them are among the first
    reason=("최근에 수정한 노트 {1}편 변경", "the {1} most recently updated notes changed"),
)
def tended(facts: Facts, edition: str, count: int) -> Addresses:
    """Return the pages of all sections without dates that were updated last: the front page of a site of notes.

    Where there are none, it lists other pages, so that it is never empty while there are texts.
    """
    notes = [summary for name in facts.undated(edition) for summary in _in_section(facts, edition, name)]
    notes = notes or [
        summary for summary in _in_section(facts, edition, "pages") if summary.address != in_edition(edition, "/")
    ]
    return _last_updated_first(notes)[:count]


@query(sees=ORDER, shared=True, reason=("노트 섹션 목록 변경", "sections with notes changed"))
def sections(facts: Facts, edition: str) -> tuple[str, ...]:
    """Return the sections without dates that have listed pages."""
    return facts.undated(edition)


@page_query(
    documents=in_result,  # all that titles can put into another order
    shared=True,
    reason=("섹션 `{1}` 변경", "section `{1}` changed"),
)
def section(facts: Facts, edition: str, name: str) -> Addresses:
    """Return the listed pages of one section, the last updated first."""
    return _last_updated_first(_in_section(facts, edition, name))


def _in_section(facts: Facts, edition: str, name: str) -> list[PageSummary]:
    pages = (page for page in facts.site.pages if not page.document.is_unlisted)
    return [page.summary for page in pages if page.summary.meta.section == name and page.summary.edition == edition]


def _last_updated_first(summaries: list[PageSummary]) -> Addresses:
    return tuple([summary.address for summary in sorted(summaries, key=_last_update, reverse=True)])


def _last_update(summary: PageSummary) -> tuple[float, str]:
    moment = summary.meta.updated or summary.meta.date
    return (moment.timestamp() if moment else 0.0, summary.meta.title)


@page_query(shared=True, reason=("{1} 글 목록 변경", "list of {1} posts changed"))
def archive(facts: Facts, edition: str, year: str) -> Addresses:
    """Return the posts of a year, or all of them, newest first."""
    return facts.by_period[edition, year] if year else facts.posts(edition)


@query(sees=ORDER, reason=("글을 쓴 날짜 변경", "dates of posts changed"))
def days(facts: Facts, edition: str) -> tuple[str, ...]:
    """Return the days on which posts were written, newest first, a day as often as it has posts."""
    dates = (summary.meta.date for summary in facts.summaries(facts.posts(edition)))
    return tuple(f"{date:%Y-%m-%d}" for date in dates if date)
