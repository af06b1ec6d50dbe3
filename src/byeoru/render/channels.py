"""The content of a feed, independent of its format.

In:  the queries that a feed makes: the newest posts with their full text, or those of a group with their summaries.
Out: ``Channel``, with absolute addresses.
Must not: know Atom, RSS or JSON.
"""

from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from byeoru.base.paths import encode
from byeoru.model.body import FEED_LIMIT
from byeoru.model.embedding import shown_on
from byeoru.model.output import Output
from byeoru.model.queries import addresses, lists, pages, settings, taxonomies
from byeoru.model.site import PageSummary, Site, in_edition
from byeoru.model.trace import Trace
from byeoru.render.bodies import Placement, body_html
from byeoru.render.embeds import Embeds
from byeoru.render.kind import Input, RenderContext, Task, bodies
from byeoru.render.views import absolute
from byeoru.render.xml import escape

GROUP_SIZE = 10  # summaries in the feed of a term: with full text, these feeds together would be larger than the site
TOTAL_LIMIT = 4_000_000  # bytes of all texts of a feed as they are escaped; CommaFeed refuses a feed of 5 MB
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # of a feed without entries


class Entry(NamedTuple):
    """One post of a feed."""

    url: str
    title: str
    summary: str
    html: str  # the full text, "" in a feed of summaries
    escaped: str  # the same for XML
    published: datetime | None
    updated: datetime
    terms: tuple[str, ...]
    language: str


class Channel(NamedTuple):
    """A feed."""

    title: str
    description: str
    url: str  # of the page with the same posts
    feed_url: str  # of the feed itself
    language: str
    author: str
    author_url: str
    updated: datetime
    entries: tuple[Entry, ...]


def newest_bodies(output: Output, site: Site) -> tuple[Input, ...]:
    """Return the bodies of the posts in the feed of an edition."""
    posts = site.by_code[output.edition].posts[: site.settings.feed_size]
    pages = [page for address in posts for page in shown_on(site, site.by_address[address])]
    return bodies(dict.fromkeys(pages))


def of_site(task: Task, context: RenderContext, edition: str, feed_path: str) -> Channel:
    """Return the newest posts of an edition with their full text, for a feed at the site path *feed_path*."""
    trace, home = context.trace, in_edition(edition, "/")
    entries = context.once(("newest posts", edition), partial(_newest, task, edition))
    title = trace.query(settings.title, edition)
    return _channel(trace, edition, title, trace.query(settings.description, edition), home, feed_path, entries)


def _newest(task: Task, edition: str, trace: Trace) -> tuple[Entry, ...]:
    """Return the newest posts of an edition, which its feeds in all formats contain."""
    base = trace.query(settings.base_url)
    entries = []
    left = TOTAL_LIMIT
    for summary in filter(_is_dated, trace.query(lists.recent, edition, trace.query(settings.feed_size))):
        path = trace.query(addresses.source, summary.address)
        page = trace.query(pages.page, path)
        body = task.body(path)
        # Links to footnotes lead to the page: in a feed reader, the footnotes of all entries would share their ids.
        placement = Placement(absolute(base, ""), encode(summary.address), are_anchors_here=False)
        embeds = Embeds(page, task.body, trace, has_ids=False)
        html = body_html(body, page.resolved, placement, embeds.sources)
        is_large = body.size + embeds.size > FEED_LIMIT
        entry = _entry(summary, base, html)
        left -= 0 if is_large else len(entry.escaped.encode("utf-8", "replace"))
        entries.append(_with_link(entry) if is_large or left < 0 else entry)
    return tuple(entries)


def _with_link(entry: Entry) -> Entry:
    """Return an entry with its summary and a link in place of its text."""
    link = f'<p><a href="{escape(entry.url)}">{escape(entry.title)}</a></p>\n'
    html = f"<p>{escape(entry.summary)}</p>\n{link}" if entry.summary else link
    return entry._replace(html=html, escaped=escape(html))


def of_group(trace: Trace, address: str, feed_path: str) -> Channel:
    """Return the newest posts of a tag, a category or an author with their summaries."""
    base = trace.query(settings.base_url)
    term = trace.query(taxonomies.term, address)
    newest = filter(_is_dated, trace.query(taxonomies.newest, address, GROUP_SIZE))
    entries = tuple(_entry(summary, base, "") for summary in newest)
    title = f"{term.name} – {trace.query(settings.title, term.edition)}"
    return _channel(trace, term.edition, title, "", term.address, feed_path, entries)


def _channel(
    trace: Trace, edition: str, title: str, description: str, address: str, feed_path: str, entries: tuple[Entry, ...]
) -> Channel:
    base = trace.query(settings.base_url)
    author, url = trace.query(settings.site_author)
    return Channel(
        title=title,
        description=description,
        url=absolute(base, address),
        feed_url=absolute(base, feed_path),
        language=trace.query(settings.edition, edition),
        author=author or trace.query(settings.title, ""),
        author_url=url,
        updated=max((entry.updated for entry in entries), default=EPOCH),
        entries=entries,
    )


def _is_dated(summary: PageSummary) -> bool:
    """Tell whether a page can be an entry: readers would show an undated one as a post of 1970."""
    return _updated(summary) is not None


def _updated(summary: PageSummary) -> datetime | None:
    return summary.meta.updated or summary.meta.date


def _entry(summary: PageSummary, base: str, html: str) -> Entry:
    return Entry(
        url=absolute(base, summary.address),
        title=summary.meta.title,
        summary=summary.meta.summary,
        html=html,
        escaped=escape(html),
        published=summary.meta.date,
        updated=_updated(summary) or EPOCH,
        terms=tuple(term.name for term in summary.tags),
        language=summary.meta.language,
    )
