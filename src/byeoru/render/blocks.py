"""The blocks of templates, as they are written.

In:  the text of a template, or a theme and the name of one.
Out: the names of its blocks, and the text of one.
Must not: render; the text is taken as it stands, so that an author can go on from it.
"""

import re

from byeoru.model.theme import Template, Theme
from byeoru.render.templates import BELOW

# A comment or a raw part, in which nothing is a tag; the tag that opens a block, and the one that closes it.
_TAG = re.compile(
    r"\{#.*?#\}|\{%[-+]?\s*raw\b.*?\bendraw\s*[-+]?%\}"
    r"|\{%[-+]?\s*block\s+(?P<name>\w+)[^%]*%\}|\{%[-+]?\s*(?P<end>endblock)\b[^%]*%\}",
    re.DOTALL,
)
_SUPER = re.compile(r"(?<![\w.])super(?=\s*[(.])")
_EXTENDS = re.compile(r"""\{%[-+]?\s*extends\s+["']([^"']+)["']\s*[-+]?%\}""")


def blocks_of(text: str) -> dict[str, str]:
    """Return the text of each block of a template by its name.

    >>> blocks_of("{% block a %}x{% block b %}y{% endblock %}{% endblock a %}{# {% block c %} #}")
    {'a': 'x{% block b %}y{% endblock %}', 'b': 'y'}
    """
    found: dict[str, str] = {}
    open_ones: list[tuple[str, int]] = []
    for tag in _TAG.finditer(text):
        if tag["name"]:
            open_ones.append((tag["name"], tag.end()))
            found.setdefault(tag["name"], "")
        elif tag["end"] and open_ones:
            name, start = open_ones.pop()
            found[name] = text[start : tag.start()]
    return found


def one_higher(text: str) -> str:
    """Return the text of a block as it means the same in a template that extends the one it is from.

    >>> one_higher("{{ super() }} {{ super.super() }} supper()")
    '{{ super.super() }} {{ super.super.super() }} supper()'
    """
    return _SUPER.sub("super.super", text)


def blocks_below(theme: Theme, name: str, layer: int) -> dict[str, str]:
    """Return the blocks of a template, of the one that it extends, and so on; the text is that of the nearest."""
    found: dict[str, str] = {}
    seen: set[str] = set()
    template: Template | None = theme.template(name, layer)
    while template and template.path not in seen:
        seen.add(template.path)
        found = blocks_of(template.text) | found
        template = _extended(theme, template)
    return found


def _extended(theme: Theme, template: Template) -> Template | None:
    extends = _EXTENDS.search(template.text)
    if extends is None:
        return None
    name = extends[1].removeprefix(BELOW)
    try:
        return theme.template(name, template.layer + 1 if name != extends[1] else 0)
    except KeyError:
        return None
