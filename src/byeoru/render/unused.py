"""Find what the site's own templates contain in vain: a template that nothing uses, a block that nothing shows.

In:  a theme, and the names of the templates that documents ask for.
Out: warnings.
Must not: render, or judge a template whose name or parent is computed.
"""

import re
from collections.abc import Collection, Iterator

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.base.text import nearest
from byeoru.model.theme import Template, Theme
from byeoru.render.blocks import blocks_below, extended, outer_blocks
from byeoru.render.templates import BELOW

_REFERENCE = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b([^%]*)%\}")
_NAME = re.compile(r"""["']([^"']+)["']""")

# What other programs call the templates of ours.
_OTHER_NAMES = {
    "single.html": "post.html",
    "article.html": "post.html",
    "index.html": "home.html",
    "default.html": "base.html",
    "baseof.html": "base.html",
    "layout.html": "base.html",
    "tags.html": "terms.html",
    "tag.html": "list.html",
    "category.html": "list.html",
}


def unused_parts(theme: Theme, wanted: Collection[str]) -> list[Diagnostic]:
    """Return a warning for each template of the site that nothing uses, and for each block that no page shows."""
    own = [template for template in theme.templates if template.layer == 0]
    if not own:
        return []
    return [*_unused_templates(own, theme, wanted), *(problem for one in own for problem in _unused_blocks(one, theme))]


def _unused_templates(own: list[Template], theme: Theme, wanted: Collection[str]) -> Iterator[Diagnostic]:
    """Yield warnings about templates that no layer below has, and no template or document names."""
    known = {template.name for template in theme.templates if template.layer}
    used = {*known, *wanted}
    for template in theme.templates:
        for tag in _REFERENCE.finditer(template.text):
            names = [name.removeprefix(BELOW) for name in _NAME.findall(tag[1])]
            if not names:
                return  # computed
            used.update(names)
    for template in own:
        if template.name not in used:
            near = _OTHER_NAMES.get(template.name, "") or nearest(template.name, known)
            hint = "did-you-mean" if near else "name-the-template"
            yield warning("unused-template", Location(template.path), hint, name=template.name, near=near)


def _unused_blocks(template: Template, theme: Theme) -> Iterator[Diagnostic]:
    parent = extended(theme, template)
    if parent is None:
        return
    known = blocks_below(theme, parent.name, parent.layer)
    for name, line in outer_blocks(template.text).items():
        if name not in known and f"self.{name}" not in template.text:
            near = nearest(name, known)
            hint = "did-you-mean" if near else "choose-one"
            names = ", ".join(f"`{block}`" for block in known)
            yield warning("unused-block", Location(template.path, line), hint, name=name, near=near, names=names)
