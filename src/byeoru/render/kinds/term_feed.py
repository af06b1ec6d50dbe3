"""The feed of a term: its newest posts with their summaries, as Atom."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.taxonomies import BY_NAME
from byeoru.render.channels import of_group
from byeoru.render.feeds import atom
from byeoru.render.kind import Kind, RenderContext, Task


def _outputs(facts: Facts) -> Iterator[Output]:
    """Yield the feeds of terms with enough pages; none without `base_url`, as feeds need absolute addresses."""
    for group in facts.site.groups if facts.site.settings.base_url else ():
        term = group.term
        if BY_NAME[term.kind].has_feed_for(len(group.members)):
            yield Output(f"{term.address[1:]}feed.xml", "term-feed", term.address, 0, term.edition)


def _render(task: Task, context: RenderContext) -> bytes:
    return atom(of_group(context.trace, task.output.subject, f"/{task.output.path}"))


KIND = Kind("term-feed", _outputs, _render, counts_pages=True, gives_way=True)
