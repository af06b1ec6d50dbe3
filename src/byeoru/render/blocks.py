"""Find the blocks of templates in their source text.

In:  the text of a template, or a theme and the name of one.
Out: the names and the source text of its blocks.
Must not: render; authors start from the source text when they override a block.
"""

import re

from byeoru.base.patterns import lazy_pattern
from byeoru.model.theme import Template, Theme
from byeoru.render.templates import BELOW

# Comments and raw parts, which contain no tags; the opening tag of a block; the closing tag.
_TAG = lazy_pattern(
    r"\{#.*?#\}|\{%[-+]?\s*raw\b.*?\bendraw\s*[-+]?%\}"
    r"|\{%[-+]?\s*block\s+(?P<name>\w+)[^%]*%\}|\{%[-+]?\s*(?P<end>endblock)\b[^%]*%\}",
    re.DOTALL,
)
_SUPER = lazy_pattern(r"(?<![\w.])super(?=\s*[(.])")
_EXTENDS = lazy_pattern(r"""\{%[-+]?\s*extends\s+["']([^"']+)["']\s*[-+]?%\}""")


def blocks_of(text: str) -> dict[str, str]:
    """Return the source text of each block of a template, by name.

    >>> blocks_of("{% block a %}x{% block b %}y{% endblock %}{% endblock a %}{# {% block c %} #}")
    {'a': 'x{% block b %}y{% endblock %}', 'b': 'y'}
    """
    blocks: dict[str, str] = {}
    open_ones: list[tuple[str, int]] = []
    for tag in _TAG.finditer(text):
        if tag["name"]:
            open_ones.append((tag["name"], tag.end()))
            blocks.setdefault(tag["name"], "")
        elif tag["end"] and open_ones:
            name, start = open_ones.pop()
            blocks[name] = text[start : tag.start()]
    return blocks


def outer_blocks(text: str) -> dict[str, int]:
    """Return the lines of the blocks of a template that are in no other block, by name.

    >>> outer_blocks("{% block a %}x{% block b %}y{% endblock %}{% endblock a %}")
    {'a': 1}
    """
    lines: dict[str, int] = {}
    depth = 0
    for tag in _TAG.finditer(text):
        if tag["name"]:
            if not depth:
                lines.setdefault(tag["name"], text.count("\n", 0, tag.start()) + 1)
            depth += 1
        elif tag["end"] and depth:
            depth -= 1
    return lines


def one_higher(text: str) -> str:
    """Return the text of a block with the same meaning in a template that extends the one it comes from.

    >>> one_higher("{{ super() }} {{ super.super() }} supper()")
    '{{ super.super() }} {{ super.super.super() }} supper()'
    """
    return _SUPER.sub("super.super", text)


def blocks_below(theme: Theme, name: str, layer: int) -> dict[str, str]:
    """Return the blocks of a template and of all that it extends; the nearest definition of each counts."""
    blocks: dict[str, str] = {}
    seen: set[str] = set()
    template: Template | None = theme.template(name, layer)
    while template and template.path not in seen:
        seen.add(template.path)
        blocks = blocks_of(template.text) | blocks
        template = extended(theme, template)
    return blocks


def extended(theme: Theme, template: Template) -> Template | None:
    """Return the template that another extends; None if there is none, or its name is computed."""
    extends = _EXTENDS.search(template.text)
    if extends is None:
        return None
    name = extends[1].removeprefix(BELOW)
    try:
        return theme.template(name, template.layer + 1 if name != extends[1] else 0)
    except KeyError:
        return None
