"""The list of a section without dates."""

from collections.abc import Iterator

from byeoru.base.paths import encode
from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import lists
from byeoru.model.reserved import Reserved
from byeoru.model.site import in_edition
from byeoru.render.kind import Kind, RenderContext, Task
from byeoru.render.listings import ListingView, folders_of
from byeoru.render.template_context import base_path, list_url, show, word
from byeoru.render.views import summary_views


def _outputs(facts: Facts) -> Iterator[Output]:
    """Yield a list for each section with pages, unless the author wrote a page at its address."""
    for edition in facts.site.editions:
        for name in facts.undated(edition.code):
            address = in_edition(edition.code, f"/{name}/")
            if address not in facts.site.by_address:
                yield Output(f"{address[1:]}index.html", "section", name, 0, edition.code)


def _render(task: Task, context: RenderContext) -> bytes:
    """Render the pages of a section, last updated first, and by folders."""
    trace, name, edition = context.trace, task.output.subject, task.output.edition
    base = base_path(trace)
    items = summary_views(trace.query(lists.section, edition, name), base)
    url = list_url(base, edition, f"/{encode(name)}/")
    listing = ListingView("section", word(trace, edition, name), url, name, items, folders=folders_of(items))
    return show(task, context, "section.html", listing=listing)


KIND = Kind("section", _outputs, _render, Reserved(per_section=("/:section/",)))
