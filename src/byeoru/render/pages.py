"""The renderers of everything that a template shows.

Each takes an output, the trace that records what it reads, a workshop, and the bodies that it needs; it returns text.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, cast

from byeoru.base.paths import encode, is_external
from byeoru.model.content import Body
from byeoru.model.output import Output
from byeoru.model.site import INDEXES, PageSummary, Term, in_edition
from byeoru.model.traced import Answers, Trace
from byeoru.render.listings import ListingView, cloud_of, folders_of, months_of, years_of
from byeoru.render.mistakes import unknown_word
from byeoru.render.plan import has_feed
from byeoru.render.site_view import SiteView, ThemeView
from byeoru.render.templates import Environment
from byeoru.render.versions import versions
from byeoru.render.views import PageView, absolute, absolute_of, refs, term_view

Bodies = Mapping[str, Body]  # by the path of their document


class Workshop:
    """What is made once for all outputs of a site: the answers and the environment of templates."""

    def __init__(self, answers: Answers) -> None:
        """Take the answers; the environment of their theme is kept from build to build."""
        self.answers = answers
        self.environment = _environment(answers.theme)


_environment = lru_cache(maxsize=4)(Environment)  # compiling the default theme takes some 60 ms


_NOTES = 10  # on the first page of a site that has notes alone
Renderer = Callable[[Output, Trace, Workshop, Bodies], str]


def page(output: Output, trace: Trace, shop: Workshop, bodies: Bodies) -> str:
    """Render one document's page."""
    found = trace.page(output.subject)
    is_dated = found.ref.meta.section in trace.ask("setting", "dated")  # type: ignore[operator]
    template = found.document.template or ("post.html" if is_dated else "page.html")
    view = PageView(found, bodies[output.subject], trace, _base(trace))
    return _show(shop, trace, template, output, found.ref, page=view)


def posts(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render one page of the list of all posts; the first has the pinned ones on top, and each only once.

    Where there is no post, it begins with the notes that were tended last.
    """
    base, edition = _base(trace), output.edition
    pager = trace.ask("pager", edition, output.number)
    newer, older = cast(tuple[int, int], pager)
    pinned = () if output.number else trace.refs("pinned", edition)
    found = trace.refs("posts", edition, output.number) or trace.refs("tended", edition, _NOTES)
    listing = ListingView(
        kind="posts" if output.number else "home",
        title="",
        url=_at(base, edition, _list_address(output.number)),
        items=refs((ref for ref in found if ref not in pinned), base),
        pinned=refs(pinned, base),
        number=output.number,
        newer_url=_at(base, edition, _list_address(newer)) if newer >= 0 else "",
        older_url=_at(base, edition, _list_address(older)) if older >= 0 else "",
    )
    return _show(shop, trace, "list.html" if output.number else "home.html", output, listing=listing)


def group(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render the page of a tag, a category, a series or an author."""
    base = _base(trace)
    term = trace.ask("term", output.subject)
    assert isinstance(term, Term)
    view = term_view(term, base)
    items = refs(trace.refs("group", output.subject), base)
    listing = ListingView(output.kind, view.name, view.url, view.name, items)
    if has_feed(term, len(items)) and trace.text("setting", "base_url"):
        listing = listing._replace(feed=f"{view.url}feed.xml")
    if term.kind == "author":
        url, bio = trace.texts("author", term.name)
        listing = listing._replace(about=bio, about_url=url)
    return _show(shop, trace, "list.html", output, listing=listing)


def section(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render the list of a section whose pages have no place in time: the last tended first, and by folders."""
    base = _base(trace)
    name = output.subject
    items = refs(trace.refs("section", output.edition, name), base)
    url = _at(base, output.edition, f"/{encode(name)}/")
    listing = ListingView("section", _text(trace, output, name), url, name, items, folders=folders_of(items))
    return _show(shop, trace, "section.html", output, listing=listing)


def terms(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render the index of all terms of a kind."""
    base = _base(trace)
    rows = cast(tuple[tuple[Term, int, int], ...], trace.ask("terms", output.edition, output.subject))
    kind = INDEXES[output.subject]
    url = _at(base, output.edition, f"/{kind}/")
    listing = ListingView(kind, _text(trace, output, kind), url, terms=cloud_of(rows, base))
    return _show(shop, trace, "terms.html", output, listing=listing)


def archive(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render the posts of a year, or all of them by year."""
    base = _base(trace)
    every = _at(base, output.edition, "/archive/")
    years = years_of(refs(trace.refs("archive", output.edition, output.subject), base), every)
    title = output.subject or _text(trace, output, "archive")
    url = every + (f"{output.subject}/" if output.subject else "")
    listing = ListingView("archive", title, url, output.subject, years=years)
    return _show(shop, trace, "archive.html", output, listing=listing)


def calendar(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render the days with posts, month by month."""
    base = _base(trace)
    months = months_of(trace.texts("days", output.edition), _at(base, output.edition, "/archive/"))
    url = _at(base, output.edition, "/calendar/")
    listing = ListingView("calendar", _text(trace, output, "calendar"), url, months=months)
    return _show(shop, trace, "calendar.html", output, listing=listing)


def missing(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render the page for addresses that lead nowhere."""
    return _show(shop, trace, "404.html", output)


def redirect(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render a page at an old address that sends its reader on."""
    address = trace.text("address", output.subject)
    site = trace.text("setting", "base_url")
    context: dict[str, Any] = {
        "target": _base(trace) + encode(address),
        "target_absolute": absolute(site, address) if site else "",
    }
    return _show(shop, trace, "redirect.html", output, **context)


def _show(
    shop: Workshop,
    trace: Trace,
    template: str,
    output: Output,
    ref: PageSummary | None = None,
    **own: Any,  # noqa: ANN401
) -> str:
    """Render a template with what every template is given, and its own; *ref* is the page that it shows, if any."""
    base = _base(trace)
    edition = ref.edition if ref else output.edition
    lang = ref.meta.language if ref else trace.text("edition", edition)
    words: dict[str, str] = dict(trace.ask("texts", lang))  # type: ignore[call-overload]
    site = trace.text("setting", "base_url")
    address = "/" + output.path.removesuffix("index.html")

    def say(key: str, **values: object) -> str:
        word = words[key] if key in words else unknown_word(key, words)
        return shop.environment.formatted(word, (), values) if values else word

    context = {
        "site": SiteView(trace, base, edition, lang),
        "theme": ThemeView(trace),
        "_": say,
        "asset": lambda name: f"{base}/theme/{name}",
        "absolute": lambda url: url if is_external(url) else absolute_of(site, base, url),
        "lang": lang,
        "canonical": absolute(site, address) if site else "",
        "versions": versions(trace, output, ref, base),
    }
    return shop.environment.rendered(template, trace, context | own)


def _base(trace: Trace) -> str:
    """Return the path under which the site lies, as addresses begin with it."""
    trace.ask("setting", "base_url")
    return encode(trace.answers.site.settings.base_path)


def _at(base: str, edition: str, address: str) -> str:
    """Return where a list of an edition lies."""
    return base + in_edition(edition, address)


def _list_address(number: int) -> str:
    return f"/page/{number}/" if number else "/"


def _text(trace: Trace, output: Output, key: str) -> str:
    language = trace.text("edition", output.edition)
    return str(dict(trace.ask("texts", language)).get(key, key))  # type: ignore[call-overload]
