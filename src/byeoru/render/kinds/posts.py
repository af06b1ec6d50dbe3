"""The list of all posts, which is the home page of its edition, and its numbered pages."""

from collections.abc import Iterator

from byeoru.model.embedding import shown_on
from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import lists, pages
from byeoru.model.reserved import Reserved
from byeoru.model.site import Page, Site, in_edition
from byeoru.model.trace import Trace
from byeoru.render.kind import Input, Kind, RenderContext, Task, bodies
from byeoru.render.listings import ListingView
from byeoru.render.template_context import base_path, list_url, show
from byeoru.render.views import PageView, summary_views

_NOTES = 10  # on the first page of a site without posts


def _outputs(facts: Facts) -> Iterator[Output]:
    for edition in facts.site.editions:
        for number in range(facts.numbered(edition.code) + 1):
            path = in_edition(edition.code, _address(number))[1:]
            yield Output(f"{path}index.html", "posts", "", number, edition.code)


def _render(task: Task, context: RenderContext) -> bytes:
    """Render one page of the list; the first shows the author's text and the pinned posts on top, and each post once.

    Without posts it shows the notes that were updated last.
    """
    trace, number, edition = context.trace, task.output.number, task.output.edition
    base = base_path(trace)
    newer, older = trace.query(lists.pager, edition, number)
    pinned = () if number else trace.query(lists.pinned, edition)
    shown = trace.query(lists.posts, edition, number) or trace.query(lists.tended, edition, _NOTES)
    home = None if number else _home(trace, edition)
    listing = ListingView(
        kind="posts" if number else "home",
        title=_title(home) if home else "",
        url=list_url(base, edition, _address(number)),
        items=summary_views((summary for summary in shown if summary not in pinned), base),
        pinned=summary_views(pinned, base),
        number=number,
        newer_url=list_url(base, edition, _address(newer)) if newer >= 0 else "",
        older_url=list_url(base, edition, _address(older)) if older >= 0 else "",
        page=PageView(home, task.body, trace, base) if home else None,
    )
    return show(task, context, "list.html" if number else "home.html", listing=listing)


def _home(trace: Trace, edition: str) -> Page | None:
    path = trace.query(pages.home, edition)
    return trace.query(pages.page, path) if path else None


def _title(home: Page) -> str:
    """Return the title that the author gave, "" where it is only the name of the file."""
    title = home.summary.meta.title
    return "" if title == home.document.name else title


def _inputs(output: Output, site: Site) -> tuple[Input, ...]:
    home = None if output.number else site.home(output.edition)
    return bodies(shown_on(site, home) if home else ())


def _address(number: int) -> str:
    return f"/page/{number}/" if number else "/"


KIND = Kind("posts", _outputs, _render, Reserved(common=("/",), below=("/page/",)), inputs=_inputs)
