"""The renderers of everything that a template shows.

Each takes an output, the trace that records what it reads, a workshop, and the bodies that it needs; it returns text.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, cast

from byeoru.base.paths import encode
from byeoru.model.content import Body
from byeoru.model.output import Output
from byeoru.model.site import Term
from byeoru.model.traced import Answers, Trace
from byeoru.render.plan import FED
from byeoru.render.site_view import SiteView, ThemeView
from byeoru.render.templates import Environment
from byeoru.render.views import ListingView, PageView, RefView, YearView, absolute, refs, term_view

Bodies = Mapping[str, Body]  # by the path of their document


class Workshop:
    """What is made once for all outputs of a site: the answers and the environment of templates."""

    def __init__(self, answers: Answers) -> None:
        """Take the answers; the environment of their theme is kept from build to build."""
        self.answers = answers
        self.environment = _environment(answers.theme)


_environment = lru_cache(maxsize=4)(Environment)  # compiling the default theme takes some 60 ms


Renderer = Callable[[Output, Trace, Workshop, Bodies], str]


def page(output: Output, trace: Trace, shop: Workshop, bodies: Bodies) -> str:
    """Render one document's page."""
    found = trace.page(output.subject)
    is_dated = found.ref.section in trace.ask("setting", "dated")  # type: ignore[operator]
    template = found.document.template or ("post.html" if is_dated else "page.html")
    view = PageView(found, bodies[output.subject], trace, _base(trace))
    return _show(shop, trace, template, output, found.ref.language, page=view)


def posts(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render one page of the list of all posts."""
    base = _base(trace)
    pager = trace.ask("pager", output.number)
    newer, older = cast(tuple[int, int], pager)
    listing = ListingView(
        kind="posts" if output.number else "home",
        title="",
        url=base + _list_address(output.number),
        items=refs(trace.refs("posts", output.number), base),
        number=output.number,
        newer_url=base + _list_address(newer) if newer >= 0 else "",
        older_url=base + _list_address(older) if older >= 0 else "",
    )
    return _show(shop, trace, "list.html" if output.number else "home.html", output, listing=listing)


def group(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render the page of a tag or a category."""
    base = _base(trace)
    term = trace.ask("term", output.kind, output.subject)
    assert isinstance(term, Term)
    view = term_view(term, base)
    items = refs(trace.refs("group", output.kind, output.subject), base)
    has_feed = len(items) >= FED and output.kind != "series" and trace.text("setting", "base_url")
    listing = ListingView(
        output.kind, view.name, view.url, view.name, items, feed=f"{view.url}feed.xml" if has_feed else ""
    )
    return _show(shop, trace, "list.html", output, listing=listing)


def section(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render the list of a section whose pages have no place in time."""
    base = _base(trace)
    name = output.subject
    items = refs(trace.refs("section", name), base)
    listing = ListingView("section", _text(trace, name), f"{base}/{encode(name)}/", name, items)
    return _show(shop, trace, "list.html", output, listing=listing)


def terms(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render the index of all tags or categories."""
    base = _base(trace)
    rows = trace.ask("terms", output.subject)
    found = tuple(term_view(term, base, count, depth) for term, count, depth in rows)  # type: ignore[attr-defined]
    kind = {"tag": "tags", "category": "categories", "series": "series"}[output.subject]
    listing = ListingView(kind, _text(trace, kind), f"{base}/{kind}/", terms=found)
    return _show(shop, trace, "terms.html", output, listing=listing)


def archive(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render all posts by year."""
    years: dict[int, list[RefView]] = {}
    base = _base(trace)
    for view in refs(trace.refs("archive"), base):
        years.setdefault(view.date.year if view.date else 0, []).append(view)
    in_years = tuple(YearView(year, tuple(items)) for year, items in years.items())
    listing = ListingView("archive", _text(trace, "archive"), f"{base}/archive/", years=in_years)
    return _show(shop, trace, "archive.html", output, listing=listing)


def missing(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render the page for addresses that lead nowhere."""
    return _show(shop, trace, "404.html", output)


def redirect(output: Output, trace: Trace, shop: Workshop, _: Bodies) -> str:
    """Render a page at an old address that sends its reader on."""
    address = trace.text("address", output.subject)
    site = trace.text("setting", "base_url")
    context = {"target": _base(trace) + encode(address), "target_absolute": absolute(site, address) if site else ""}
    return _show(shop, trace, "redirect.html", output, **context)


def _show(shop: Workshop, trace: Trace, template: str, output: Output, language: str = "", **own: Any) -> str:  # noqa: ANN401
    """Render a template with what every template is given, and its own."""
    base = _base(trace)
    lang = language or trace.text("setting", "language")
    words = dict(trace.ask("texts", lang))  # type: ignore[call-overload]
    site = trace.text("setting", "base_url")
    address = "/" + output.path.removesuffix("index.html")

    def say(key: str, **values: object) -> str:
        return str(words[key]).format(**values) if values else str(words[key])

    context = {
        "site": SiteView(trace, base, lang),
        "theme": ThemeView(trace),
        "_": say,
        "asset": lambda name: f"{base}/theme/{name}",
        "lang": lang,
        "canonical": absolute(site, address) if site else "",
    }
    return shop.environment.rendered(template, trace, context | own)


def _base(trace: Trace) -> str:
    """Return the path under which the site lies, as addresses begin with it."""
    trace.ask("setting", "base_url")
    return encode(trace.answers.site.settings.base_path)


def _list_address(number: int) -> str:
    return f"/page/{number}/" if number else "/"


def _text(trace: Trace, key: str) -> str:
    language = trace.text("setting", "language")
    return str(dict(trace.ask("texts", language)).get(key, key))  # type: ignore[call-overload]
