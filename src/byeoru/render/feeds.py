"""The renderers for machines: the Atom feed and the site map. Everything in them is escaped, and absolute."""

from datetime import UTC, datetime
from html import escape as escape_all

from byeoru.base.moments import stamp
from byeoru.base.text import without_controls
from byeoru.model.output import Output
from byeoru.model.site import PageRef
from byeoru.model.traced import Trace
from byeoru.render.pages import Bodies, Workshop
from byeoru.render.views import absolute, filled


def escape(text: str) -> str:
    """Write *text* between tags."""
    return escape_all(without_controls(text), quote=False)


def quoteattr(text: str) -> str:
    """Write *text* as the value of an attribute."""
    return f'"{escape_all(without_controls(text))}"'


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def feed(_: Output, trace: Trace, __: Workshop, bodies: Bodies) -> str:
    """Render the newest posts with their full text as Atom (RFC 4287)."""
    base = trace.text("setting", "base_url")
    found = trace.refs("recent", int(trace.text("setting", "feed_size")))
    name, url = trace.texts("setting", "author")
    title = trace.text("setting", "title")
    author = f"<author><name>{escape(name or title)}</name>{f'<uri>{escape(url)}</uri>' if url else ''}</author>"
    newest = max((_changed(ref) for ref in found), default=_EPOCH)
    subtitle = trace.text("setting", "description")
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(trace.text("setting", "language"))}>\n',
        f"<title>{escape(title)}</title>\n",
        f"<subtitle>{escape(subtitle)}</subtitle>\n" if subtitle else "",
        f'<link rel="alternate" type="text/html" href={quoteattr(absolute(base, "/"))}/>\n',
        f'<link rel="self" type="application/atom+xml" href={quoteattr(absolute(base, "/feed.xml"))}/>\n',
        f"<id>{escape(absolute(base, '/'))}</id>\n",
        f"<updated>{stamp(newest)}</updated>\n{author}\n<generator>Byeoru</generator>\n",
        *(_entry(ref, trace, bodies, base) for ref in found),
        "</feed>\n",
    ]
    return "".join(parts)


def _entry(ref: PageRef, trace: Trace, bodies: Bodies, base: str) -> str:
    path = trace.answers.site.by_address[ref.address].document.path
    page = trace.page(path)
    url = absolute(base, ref.address)
    html = filled(bodies[path], page.targets, absolute(base, ""))
    published = f"<published>{stamp(ref.date)}</published>\n" if ref.date else ""
    terms = "".join(f"<category term={quoteattr(term.name)}/>\n" for term in ref.tags)
    return (
        f"<entry>\n<title>{escape(ref.title)}</title>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(url)}/>\n<id>{escape(url)}</id>\n'
        f"{published}<updated>{stamp(_changed(ref))}</updated>\n{terms}"
        f"<summary>{escape(ref.summary)}</summary>\n"
        f'<content type="html">{escape(html)}</content>\n</entry>\n'
    )


def sitemap(_: Output, trace: Trace, __: Workshop, ___: Bodies) -> str:
    """Render the addresses of all listed pages (sitemaps.org)."""
    base = trace.text("setting", "base_url")
    rows: list[tuple[str, str]] = [("/", ""), *trace.ask("listed")]  # type: ignore[misc]
    urls = (
        f"<url><loc>{escape(absolute(base, address))}</loc>{f'<lastmod>{moment}</lastmod>' if moment else ''}</url>\n"
        for address, moment in rows
    )
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return head + "".join(urls) + "</urlset>\n"


def _changed(ref: PageRef) -> datetime:
    return ref.updated or ref.date or _EPOCH
