"""What machines read beside feeds: the site map, robots.txt, llms.txt and the key of IndexNow."""

from byeoru.model.output import Output
from byeoru.model.questions import Listed
from byeoru.model.site import PageSummary
from byeoru.model.traced import Trace
from byeoru.render.pages import Bodies, Workshop
from byeoru.render.views import absolute
from byeoru.render.xml import HEAD, escape

_LISTED = 100  # posts in llms.txt


def sitemap(_: Output, trace: Trace, __: Workshop, ___: Bodies) -> str:
    """Render the addresses of all lists and listed pages with their languages (sitemaps.org)."""
    base = trace.text("setting", "base_url")
    rows: tuple[Listed, ...] = trace.ask("listed")  # type: ignore[assignment]
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    if any(versions for *_, versions in rows):
        spaces += ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f"{HEAD}<urlset {spaces}>\n{''.join(_url(row, base) for row in rows)}</urlset>\n"


def _url(row: Listed, base: str) -> str:
    address, moment, versions = row
    changed = f"<lastmod>{moment}</lastmod>" if moment else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{escape(absolute(base, there))}"/>'
        for language, there in versions
    )
    return f"<url><loc>{escape(absolute(base, address))}</loc>{changed}{links}</url>\n"


def robots(_: Output, trace: Trace, __: Workshop, ___: Bodies) -> str:
    """Let every crawler in (RFC 9309), Naver's Yeti, Daum's and KakaoTalk's among them, and name the site map.

    The lines of the settings stand above, for what a search engine wants to find there.
    """
    base = trace.text("setting", "base_url")
    lines = [*trace.texts("setting", "robots"), "User-agent: *", "Allow: /"]
    return "\n".join([*lines, *([f"Sitemap: {absolute(base, '/sitemap.xml')}"] if base else []), ""])


def llms(__: Output, trace: Trace, ___: Workshop, ____: Bodies) -> str:
    """Say in Markdown what the site is and what it holds (llmstxt.org)."""
    base = trace.text("setting", "base_url")
    description = trace.text("setting", "description")
    parts = [f"# {_line(trace.text('setting', 'title'))}\n"]
    if description:
        parts.append(f"\n> {_line(description)}\n")
    sections = []
    for code, _ in trace.ask("editions"):  # type: ignore[attr-defined]
        names = [("posts", trace.refs("recent", code, _LISTED))]
        names += [(name, trace.refs("section", code, name)) for name in trace.texts("setting", "undated")]
        sections += [(f"{name} ({code})" if code else name, found) for name, found in names]
    for name, refs in sections:
        if refs:
            parts.append(f"\n## {name}\n\n" + "".join(_row(ref, base) for ref in refs))
    return "".join(parts)


def _row(ref: PageSummary, base: str) -> str:
    title = _line(ref.meta.title).replace("[", "\\[").replace("]", "\\]")
    return f"- [{title}]({absolute(base, ref.address)}): {_line(ref.meta.summary)}\n"


def indexnow(output: Output, _: Trace, __: Workshop, ___: Bodies) -> str:
    """Hold the key by which search engines see that whoever tells them of changes can write to the site."""
    return output.subject


def _line(text: str) -> str:
    return " ".join(text.split())
