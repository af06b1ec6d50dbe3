"""Markdown as HTML without what our renderer adds on purpose: what tests of the language compare."""

import re
from html import escape

from byeoru.model.content import Dialect
from byeoru.parse.markdown import Rendered, render

PLAIN = Dialect()


def rendered(text: str, dialect: Dialect = PLAIN, language: str = "ko") -> Rendered:
    """Render a text that begins on the first line of its file."""
    return render(text, "content/posts/a.md", 1, dialect=dialect, language=language)


def html_of(found: Rendered) -> str:
    """Return the HTML of a body with its slots filled with what the author wrote."""
    parts = [found.body.texts[0]]
    for slot, text in zip(found.slots, found.body.texts[1:], strict=True):
        parts += [escape(slot.target), text]
    return "".join(parts)


def html(text: str, dialect: Dialect = PLAIN, language: str = "ko") -> str:
    """Render a text to HTML."""
    return html_of(rendered(text, dialect, language))


def problems(text: str, dialect: Dialect = PLAIN) -> list[str]:
    """Return `line:column code` for each problem of a text."""
    return [f"{one.place.line}:{one.place.column} {one.code}" for one in rendered(text, dialect).problems]


def bare(page: str) -> str:
    """Take out what is ours: ids, wrappers of code and tables, colours, lazy pictures, marks of languages, quotes."""
    page = re.sub(r'(<h[1-6]) id="[^"]*"', r"\1", page)
    page = page.replace('<div class="highlight"><pre>', "<pre>").replace("</pre></div>", "</pre>")
    page = page.replace('<div class="table"><table>', "<table>").replace("</table></div>", "</table>")
    page = page.replace(' loading="lazy" decoding="async"', "").replace(' lang="en"', "")
    if 'class="language' in page:
        page = re.sub(r"</?span[^>]*>", "", page)
    return page.replace("&#x27;", "'").replace(" />", ">")
