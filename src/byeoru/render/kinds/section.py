"""The list of a section without dates."""

from collections.abc import Iterator

from byeoru.base.paths import encode
from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import folders, lists
from byeoru.model.reserved import Reserved
from byeoru.model.site import in_edition
from byeoru.render.folder_views import folder_views
from byeoru.render.kind import Kind, RenderContext, Task
from byeoru.render.listings import ListingView
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
    summaries = trace.query(lists.section, edition, name)
    items = summary_views(summaries, base)
    url = list_url(base, edition, f"/{encode(name)}/")
    by_address = {summary.address: view for summary, view in zip(summaries, items, strict=True)}
    tree = folder_views(trace.query(folders.section_tree, edition, name), by_address, base)
    listing = ListingView("section", word(trace, edition, name), url, name, items, folders=tree)
    return show(task, context, "section.html", listing=listing)


KIND = Kind("section", _outputs, _render, Reserved(per_section=("/:section/",)))
