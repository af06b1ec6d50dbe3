"""Queries about lists of pages: posts by time, notes by section. The first argument is the code of an edition.

In:  ``Facts`` and plain arguments.
Out: summaries, or what a list is divided by; ``KeyError`` for a part that a list does not have.
Must not: return more pages than the output that makes the query will show.
"""

from byeoru.model.durability import META, ORDER
from byeoru.model.facts import Facts, Summaries
from byeoru.model.query import every_document, in_result, of_summaries, query
from byeoru.model.site import PageSummary, in_edition


@query(
    sees=ORDER | META,
    documents=in_result,
    digest=of_summaries,
    reason=("글 목록 변경", "post list changed"),
)
def posts(facts: Facts, edition: str, number: int) -> Summaries:
    """Return the posts on one page of their list, newest first; 0 is the list's own first address."""
    addresses, size, numbered = facts.posts(edition), facts.site.settings.page_size, facts.numbered(edition)
    head = len(addresses) - numbered * size
    if number == 0:
        return facts.summaries(addresses[:head])
    if number > numbered:
        raise KeyError(number)
    start = head + (numbered - number) * size
    return facts.summaries(addresses[start : start + size])


@query(sees=ORDER | META, documents=in_result, digest=of_summaries, reason=("고정된 글 변경", "pinned posts changed"))
def pinned(facts: Facts, edition: str) -> Summaries:
    """Return the posts at the top of the first page, newest first."""
    return tuple(summary for summary in facts.summaries(facts.posts(edition)) if summary.meta.pinned)


@query(sees=ORDER, reason=("글 목록의 페이지 수 변경", "number of pages in the post list changed"))
def pager(facts: Facts, edition: str, number: int) -> tuple[int, int]:
    """Return the numbers of the list's next newer and next older page; -1 for none."""
    numbered = facts.numbered(edition)
    if number == 0:
        return -1, numbered or -1
    return (0 if number == numbered else number + 1), (number - 1 or -1)


@query(
    sees=ORDER | META,
    documents=in_result,
    digest=of_summaries,
    shared=True,
    reason=("최근 글 {1}편 변경", "the {1} most recent posts changed"),
)
def recent(facts: Facts, edition: str, count: int) -> Summaries:
    """Return the newest posts."""
    return facts.summaries(facts.posts(edition)[:count])


@query(
    sees=ORDER | META,
    documents=every_document,  # titles decide between notes of one moment, also which of them are among the first
    digest=of_summaries,
    reason=("최근에 수정한 노트 {1}편 변경", "the {1} most recently updated notes changed"),
)
def tended(facts: Facts, edition: str, count: int) -> Summaries:
    """Return the pages of all sections without dates that were updated last: the front page of a site of notes.

    Where there are none, it lists other pages, so that it is never empty while there are texts.
    """
    notes = [summary for name in facts.undated(edition) for summary in section(facts, edition, name)]
    notes = notes or [
        summary for summary in section(facts, edition, "pages") if summary.address != in_edition(edition, "/")
    ]
    return tuple(sorted(notes, key=_last_update, reverse=True)[:count])


@query(sees=ORDER, shared=True, reason=("노트 섹션 목록 변경", "sections with notes changed"))
def sections(facts: Facts, edition: str) -> tuple[str, ...]:
    """Return the sections without dates that have listed pages."""
    return facts.undated(edition)


@query(
    sees=ORDER | META,
    documents=in_result,  # all that titles can put into another order
    digest=of_summaries,
    shared=True,
    reason=("섹션 `{1}` 변경", "section `{1}` changed"),
)
def section(facts: Facts, edition: str, name: str) -> Summaries:
    """Return the listed pages of one section, the last updated first."""
    pages = (page for page in facts.site.pages if not page.document.is_unlisted)
    summaries = [
        page.summary for page in pages if page.summary.meta.section == name and page.summary.edition == edition
    ]
    return tuple(sorted(summaries, key=_last_update, reverse=True))


def _last_update(summary: PageSummary) -> tuple[float, str]:
    moment = summary.meta.updated or summary.meta.date
    return (moment.timestamp() if moment else 0.0, summary.meta.title)


@query(
    sees=ORDER | META,
    documents=in_result,
    digest=of_summaries,
    shared=True,
    reason=("{1} 글 목록 변경", "list of {1} posts changed"),
)
def archive(facts: Facts, edition: str, year: str) -> Summaries:
    """Return the posts of a year, or all of them, newest first."""
    return facts.summaries(facts.by_period[edition, year] if year else facts.posts(edition))


@query(sees=ORDER, reason=("글을 쓴 날짜 변경", "dates of posts changed"))
def days(facts: Facts, edition: str) -> tuple[str, ...]:
    """Return the days on which posts were written, newest first, a day as often as it has posts."""
    dates = (summary.meta.date for summary in facts.summaries(facts.posts(edition)))
    return tuple(f"{date:%Y-%m-%d}" for date in dates if date)
