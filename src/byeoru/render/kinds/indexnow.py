"""The key file that proves to search engines who may report changes of the site (indexnow.org)."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.render.kind import Kind, RenderContext, Task


def _outputs(facts: Facts) -> Iterator[Output]:
    settings = facts.site.settings
    key = settings.deploy.indexnow.key_of(settings.base_url)
    if key:
        yield Output(f"{key}.txt", "indexnow", key)


def _render(task: Task, _: RenderContext) -> bytes:
    return task.output.subject.encode()


KIND = Kind("indexnow", _outputs, _render, gives_way=True)
