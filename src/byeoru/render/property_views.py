"""What templates see of the properties of a note: names and values, with the links in them."""

import json
from typing import NamedTuple

from markupsafe import Markup

from byeoru.base.escaping import escaped
from byeoru.model.body import Piece, Wikilink
from byeoru.model.site import Page
from byeoru.render.bodies import BodySources, Placement, Writer


class PropertyView(NamedTuple):
    """A key of front matter that no program reads."""

    name: str
    values: tuple[Markup, ...]  # one, or those of a list


def property_views(page: Page, placement: Placement, sources: BodySources) -> tuple[PropertyView, ...]:
    """Return the properties of a page as templates see them."""
    rows = json.loads(page.document.properties) if page.document.properties else []

    def html(runs: list[str | list[int | str]]) -> Markup:
        pieces: list[Piece] = [
            escaped(run) if isinstance(run, str) else Wikilink(int(run[0]), escaped(str(run[1]))) for run in runs
        ]
        return Markup(Writer(page.resolved, placement, sources).html(tuple(pieces)))  # noqa: S704  (escaped)

    return tuple(PropertyView(name, tuple(map(html, values))) for name, values in rows)
