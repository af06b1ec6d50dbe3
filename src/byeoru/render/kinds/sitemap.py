"""The site map: the addresses of all lists and listed pages with their languages (sitemaps.org)."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import addresses, settings
from byeoru.model.queries.addresses import Listed
from byeoru.model.reserved import Reserved
from byeoru.render.kind import Kind, RenderContext, Task
from byeoru.render.views import absolute
from byeoru.render.xml import HEAD, escape


def _outputs(facts: Facts) -> Iterator[Output]:
    if facts.site.settings.base_url:
        yield Output("sitemap.xml", "sitemap")


def _render(_: Task, context: RenderContext) -> bytes:
    base = context.trace.query(settings.base_url)
    rows = context.trace.query(addresses.listed)
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    if any(versions for *_, versions in rows):
        spaces += ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f"{HEAD}<urlset {spaces}>\n{''.join(_url(row, base) for row in rows)}</urlset>\n".encode("utf-8", "replace")


def _url(row: Listed, base: str) -> str:
    address, moment, versions = row
    changed = f"<lastmod>{moment}</lastmod>" if moment else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{escape(absolute(base, there))}"/>'
        for language, there in versions
    )
    return f"<url><loc>{escape(absolute(base, address))}</loc>{changed}{links}</url>\n"


KIND = Kind("sitemap", _outputs, _render, Reserved(once=("/sitemap.xml",)), gives_way=True)
