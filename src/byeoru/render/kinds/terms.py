"""The index of all terms of a taxonomy: of tags, categories, series, authors."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import taxonomies
from byeoru.model.reserved import Reserved
from byeoru.model.site import in_edition
from byeoru.model.taxonomies import BY_NAME, TAXONOMIES
from byeoru.render.kind import Kind, RenderContext, Task
from byeoru.render.listings import ListingView, cloud_of
from byeoru.render.template_context import base_path, list_url, show, word


def _outputs(facts: Facts) -> Iterator[Output]:
    used = {(group.term.edition, group.term.kind) for group in facts.site.groups}
    for edition in facts.site.editions:
        for taxonomy in TAXONOMIES:
            if taxonomy.is_always_indexed or (edition.code, taxonomy.name) in used:
                path = in_edition(edition.code, f"/{taxonomy.folder}/index.html")[1:]
                yield Output(path, "terms", taxonomy.name, 0, edition.code)


def _render(task: Task, context: RenderContext) -> bytes:
    trace, name, edition = context.trace, task.output.subject, task.output.edition
    base = base_path(trace)
    rows = trace.query(taxonomies.terms, edition, name)
    folder = BY_NAME[name].folder
    url = list_url(base, edition, f"/{folder}/")
    listing = ListingView(folder, word(trace, edition, folder), url, terms=cloud_of(rows, base))
    return show(task, context, "terms.html", listing=listing)


KIND = Kind(
    "terms",
    _outputs,
    _render,
    Reserved(
        per_edition=tuple(f"/{one.folder}/" for one in TAXONOMIES if not one.is_always_indexed),
        common=tuple(f"/{one.folder}/" for one in TAXONOMIES if one.is_always_indexed),
    ),
)
