"""The page of a term (a tag, a category, a series or an author) with all pages that have it."""

from collections.abc import Iterator

from byeoru.base.paths import file_of
from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import settings, taxonomies
from byeoru.model.reserved import Reserved
from byeoru.model.site import in_edition
from byeoru.model.taxonomies import BY_FOLDER, BY_NAME, TAXONOMIES
from byeoru.render.kind import Kind, RenderContext, Task
from byeoru.render.listings import ListingView
from byeoru.render.plain_views import term_view
from byeoru.render.template_context import base_path, show
from byeoru.render.views import summary_views


def _outputs(facts: Facts) -> Iterator[Output]:
    for group in facts.site.groups:
        yield Output(file_of(group.term.address), "term", group.term.address, 0, group.term.edition)


def _render(task: Task, context: RenderContext) -> bytes:
    trace, address = context.trace, task.output.subject
    base = base_path(trace)
    term = trace.query(taxonomies.term, address)
    view = term_view(term, base)
    items = summary_views(trace.query(taxonomies.group, address), base)
    listing = ListingView(term.kind, view.name, view.url, view.name, items)
    taxonomy = BY_NAME[term.kind]
    if taxonomy.is_nested:
        listing = listing._replace(
            breadcrumbs=tuple(term_view(one, base) for one in trace.query(taxonomies.outer, address)),
            terms=tuple(term_view(one, base, count) for one, count in trace.query(taxonomies.inner, address)),
        )
    if taxonomy.has_feed_for(len(items)) and trace.query(settings.base_url):
        listing = listing._replace(feed=f"{view.url}feed.xml")
    if taxonomy.has_profiles:
        url, bio = trace.query(settings.author, term.name)
        listing = listing._replace(about=bio, about_url=url)
    return show(task, context, "list.html", listing=listing)


def _origin(output: Output) -> str:
    """Return the taxonomy and the name of the term: "category study/os"."""
    folder, _, name = output.subject.removeprefix(in_edition(output.edition, "/")).rstrip("/").partition("/")
    return f"{BY_FOLDER[folder].name} {name}"


KIND = Kind("term", _outputs, _render, Reserved(below=tuple(f"/{one.folder}/" for one in TAXONOMIES)), origin=_origin)
