"""The feed of the site as RSS 2.0, with the full text of its newest posts."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.reserved import Reserved
from byeoru.render.channels import newest_bodies, of_site
from byeoru.render.feeds import rss
from byeoru.render.kind import Kind, RenderContext, Task

_PATHS = ("rss.xml", "index.xml")  # where readers and directories look for it


def _outputs(facts: Facts) -> Iterator[Output]:
    return (Output(path, "rss") for path in (_PATHS if facts.site.settings.base_url else ()))


def _render(task: Task, context: RenderContext) -> bytes:
    return rss(of_site(task, context, "", "/rss.xml"))


KIND = Kind(
    "rss",
    _outputs,
    _render,
    Reserved(once=tuple(f"/{path}" for path in _PATHS)),
    newest_bodies,
    gives_way=True,
    media_type="application/rss+xml",
)
