"""The page of the search, an edition each; what is found on it is written by the theme's script."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.reserved import Reserved
from byeoru.model.site import in_edition
from byeoru.render.kind import Kind, RenderContext, Task
from byeoru.render.template_context import show


def _outputs(facts: Facts) -> Iterator[Output]:
    if facts.site.settings.search:
        for edition in facts.site.editions:
            path = in_edition(edition.code, "/search/index.html")[1:]
            yield Output(path, "search-page", "", 0, edition.code)


def _render(task: Task, context: RenderContext) -> bytes:
    return show(task, context, "search.html")


KIND = Kind("search-page", _outputs, _render, Reserved(common_unlisted=("/search/",)))
