"""The shards of the search index: which documents contain which terms."""

from collections.abc import Iterable, Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import search
from byeoru.model.reserved import Reserved
from byeoru.model.search import file_of_shard
from byeoru.model.site import Site
from byeoru.render.kind import Input, Kind, RenderContext, Task


def _outputs(facts: Facts) -> Iterator[Output]:
    """Yield all shards, also empty ones: a reader can tell an old root from a term that does not occur."""
    return (Output(file_of_shard(name), "search-shard", name) for name in facts.shards)


def _inputs(output: Output, _: Site) -> Iterable[Input]:
    return (Input("shard", output.subject),)


def _render(task: Task, context: RenderContext) -> bytes:
    context.trace.query(search.shard, task.output.subject)
    return task.shard(task.output.subject).encode()


KIND = Kind("search-shard", _outputs, _render, Reserved(below=("/search/",)), _inputs)
