"""The days on which posts were written, month by month."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import lists
from byeoru.model.reserved import Reserved
from byeoru.model.site import in_edition
from byeoru.render.kind import Kind, RenderContext, Task
from byeoru.render.listings import ListingView, months_of
from byeoru.render.template_context import base_path, list_url, show, word


def _outputs(facts: Facts) -> Iterator[Output]:
    with_dates = {edition for edition, _ in facts.by_period}
    for edition in facts.site.editions:
        if edition.code in with_dates:
            path = in_edition(edition.code, "/calendar/index.html")[1:]
            yield Output(path, "calendar", "", 0, edition.code)


def _render(task: Task, context: RenderContext) -> bytes:
    trace, edition = context.trace, task.output.edition
    base = base_path(trace)
    months = months_of(trace.query(lists.days, edition), list_url(base, edition, "/archive/"))
    url = list_url(base, edition, "/calendar/")
    listing = ListingView("calendar", word(trace, edition, "calendar"), url, months=months)
    return show(task, context, "calendar.html", listing=listing)


KIND = Kind("calendar", _outputs, _render, Reserved(per_edition=("/calendar/",)))
