"""The feed of the site as JSON Feed 1.1, with the full text of its newest posts."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.reserved import Reserved
from byeoru.render.channels import newest_bodies, of_site
from byeoru.render.feeds import json_feed
from byeoru.render.kind import Kind, RenderContext, Task


def _outputs(facts: Facts) -> Iterator[Output]:
    if facts.site.settings.base_url:
        yield Output("feed.json", "json-feed")


def _render(task: Task, context: RenderContext) -> bytes:
    return json_feed(of_site(task, context, "", "/feed.json"))


KIND = Kind(
    "json-feed",
    _outputs,
    _render,
    Reserved(once=("/feed.json",)),
    newest_bodies,
    gives_way=True,
    media_type="application/feed+json",
)
