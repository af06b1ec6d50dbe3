"""An overview of the site in Markdown for language models (llmstxt.org)."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import lists, settings
from byeoru.model.reserved import Reserved
from byeoru.model.site import PageSummary
from byeoru.render.kind import Kind, RenderContext, Task
from byeoru.render.views import absolute

_LISTED = 100  # posts


def _outputs(facts: Facts) -> Iterator[Output]:
    if facts.site.settings.base_url:
        yield Output("llms.txt", "llms")


def _render(_: Task, context: RenderContext) -> bytes:
    trace = context.trace
    base = trace.query(settings.base_url)
    description = trace.query(settings.description, "")
    parts = [f"# {_line(trace.query(settings.title, ''))}\n"]
    if description:
        parts.append(f"\n> {_line(description)}\n")
    sections = []
    for code, _language in trace.query(settings.editions):
        names = [("posts", trace.query(lists.recent, code, _LISTED))]
        names += [(name, trace.query(lists.section, code, name)) for name in trace.query(settings.undated_sections)]
        sections += [(f"{name} ({code})" if code else name, summaries) for name, summaries in names]
    for name, summaries in sections:
        if summaries:
            parts.append(f"\n## {name}\n\n" + "".join(_row(summary, base) for summary in summaries))
    return "".join(parts).encode("utf-8", "replace")


def _row(summary: PageSummary, base: str) -> str:
    title = _line(summary.meta.title).replace("[", "\\[").replace("]", "\\]")
    return f"- [{title}]({absolute(base, summary.address)}): {_line(summary.meta.summary)}\n"


def _line(text: str) -> str:
    return " ".join(text.split())


KIND = Kind("llms", _outputs, _render, Reserved(once=("/llms.txt",)), gives_way=True)
