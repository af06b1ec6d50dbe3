"""Markdown as HTML without our renderer's additions, for comparisons with other parsers."""

import re

from byeoru.model.body import Address, Body, Embed, Image, Link, Media, Wikilink
from byeoru.model.content import Dialect, Parsed
from byeoru.model.site import Resolved
from byeoru.parse.markdown import Rendered, render
from byeoru.render.bodies import BodySources, Placement, body_html

PLAIN = Dialect()


def rendered(text: str, dialect: Dialect = PLAIN, language: str = "ko") -> Rendered:
    """Render a text that begins on the first line of its file."""
    return render(text, "content/posts/a.md", 1, dialect=dialect, language=language)


def html_of(found: Rendered | Parsed) -> str:
    """Return the HTML of a body, with references as their author wrote them."""
    return body_html(
        found.body,
        Resolved(tuple(slot.target for slot in found.slots)),
        Placement("", "/"),
        BodySources(lambda _: (0, 0)),
    )


def slots_of(body: Body) -> list[int]:
    """Return the slots that the pieces of a body refer to, in the order of the text."""
    return [piece.slot for piece in body.pieces if isinstance(piece, Link | Image | Address | Wikilink | Embed | Media)]


def html(text: str, dialect: Dialect = PLAIN, language: str = "ko") -> str:
    """Render a text to HTML."""
    return html_of(rendered(text, dialect, language))


def problems(text: str, dialect: Dialect = PLAIN) -> list[str]:
    """Return `line:column code` for each problem of a text."""
    return [f"{one.location.line}:{one.location.column} {one.code}" for one in rendered(text, dialect).problems]


def bare(page: str) -> str:
    """Remove what our renderer adds: ids, wrappers of code and tables, colours, lazy loading, languages, quotes."""
    page = re.sub(r'(<h[1-6]) id="[^"]*"', r"\1", page)
    page = page.replace('<div class="highlight"><pre>', "<pre>").replace("</pre></div>", "</pre>")
    page = page.replace('<div class="table"><table>', "<table>").replace("</table></div>", "</table>")
    page = page.replace(' loading="lazy" decoding="async"', "").replace(' lang="en"', "")
    if 'class="language' in page:
        page = re.sub(r"</?span[^>]*>", "", page)
    return page.replace("&#x27;", "'").replace(" />", ">")
