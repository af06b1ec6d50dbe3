"""The shell of a page: blocks that read nothing but what all pages of an edition share are rendered once.

In:  a block of a template, the page that shows it, and the results of the queries that it made when it was rendered.
Out: its text. The queries become those of the page, and the page pays for the text.
Must not: remember what depends on anything else; a text is rendered again when the result of one of its queries has
changed. Which blocks qualify is seen when a template is compiled (``counting``).

A fifth of the time of a page goes into its search box, its footer and the like.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from jinja2.runtime import Context, new_context

from byeoru.model.output import QueryKey
from byeoru.model.trace import Trace
from byeoru.render.budget import Budget

# The variables that have the same meaning on all pages of an edition in one language.
SHARED = frozenset({"site", "theme", "_", "asset", "absolute", "lang"})
Block = Callable[[Context], Iterator[str]]


class ShownPage(NamedTuple):
    """The page that is being rendered."""

    trace: Trace
    edition: str
    language: str
    variables: Mapping[str, Any]  # those in ``SHARED``, which record their queries for this page
    variables_of: Callable[[Trace], Mapping[str, Any]]  # the same, for another record

    def sees_shared(self, context: Context) -> bool:
        """Tell whether a block sees the shared variables: a template can give their names to other values."""
        return all(context.resolve_or_missing(name) is value for name, value in self.variables.items())


class _Rendered(NamedTuple):
    text: str
    cost: int
    results: tuple[tuple[QueryKey, str], ...]


def remembered(block: Block, page_of: Callable[[], ShownPage | None], budget: Budget) -> Block:
    """Return *block* as a function that renders it once for each edition and language."""
    known: dict[tuple[str, str, bool], _Rendered] = {}

    def shown(context: Context) -> Iterator[str]:
        page = page_of()
        if page is None or not page.sees_shared(context):
            yield from block(context)
            return
        key = (page.edition, page.language, context.eval_ctx.autoescape)
        rendered = known.get(key)
        if rendered is None or not page.trace.would_find(rendered.results):
            rendered = known[key] = _render(block, page, context, budget)
        page.trace.record(rendered.results)
        budget.left -= rendered.cost
        if budget.left < 0:
            budget.stop()
        yield rendered.text

    return shown


def _render(block: Block, page: ShownPage, context: Context, budget: Budget) -> _Rendered:
    """Render a block with a record of its own: the views of the page do not repeat queries that it has made before."""
    trace, left = page.trace.fresh(), budget.left
    environment = context.environment
    own = new_context(environment, context.name, {}, dict(page.variables_of(trace)), globals=environment.globals)
    text = "".join(block(own))
    cost, budget.left = left - budget.left, left
    return _Rendered(text, cost, trace.dependencies.results)
