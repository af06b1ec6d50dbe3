"""The rules for crawlers (RFC 9309): all are allowed, among them Naver's Yeti and those of Daum and KakaoTalk."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import settings
from byeoru.model.reserved import Reserved
from byeoru.render.kind import Kind, RenderContext, Task
from byeoru.render.views import absolute


def _outputs(_: Facts) -> Iterator[Output]:
    yield Output("robots.txt", "robots")


def _render(_: Task, context: RenderContext) -> bytes:
    """Name the site map; lines from the settings come first, for search engines that require one."""
    trace = context.trace
    base = trace.query(settings.base_url)
    lines = [*trace.query(settings.robots), "User-agent: *", "Allow: /"]
    lines += [f"Sitemap: {absolute(base, '/sitemap.xml')}"] if base else []
    return "\n".join([*lines, ""]).encode("utf-8", "replace")


KIND = Kind("robots", _outputs, _render, Reserved(once=("/robots.txt",)), gives_way=True)
