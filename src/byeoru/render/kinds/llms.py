"""What the site is and what it holds, in Markdown for language models (llmstxt.org)."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
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
    base = trace.text("setting", "base_url")
    description = trace.text("setting", "description")
    parts = [f"# {_line(trace.text('setting', 'title'))}\n"]
    if description:
        parts.append(f"\n> {_line(description)}\n")
    sections = []
    for code, _ in trace.ask("editions"):  # type: ignore[attr-defined]
        names = [("posts", trace.refs("recent", code, _LISTED))]
        names += [(name, trace.refs("section", code, name)) for name in trace.texts("setting", "undated")]
        sections += [(f"{name} ({code})" if code else name, refs) for name, refs in names]
    for name, refs in sections:
        if refs:
            parts.append(f"\n## {name}\n\n" + "".join(_row(ref, base) for ref in refs))
    return "".join(parts).encode("utf-8", "replace")


def _row(ref: PageSummary, base: str) -> str:
    title = _line(ref.meta.title).replace("[", "\\[").replace("]", "\\]")
    return f"- [{title}]({absolute(base, ref.address)}): {_line(ref.meta.summary)}\n"


def _line(text: str) -> str:
    return " ".join(text.split())


KIND = Kind("llms", _outputs, _render, Reserved(once=("/llms.txt",)), gives_way=True)
