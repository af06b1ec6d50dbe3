"""Queries about texts that another page shows.

In:  ``Facts``, and the address of a page with the id of a part of its text.
Out: what the part is shown with; ``KeyError`` for a page that does not exist.
Must not: hold a text: it comes with the task, and its digest is part of the site.
"""

from typing import NamedTuple

from byeoru.base.digest import digest_of
from byeoru.model.durability import BODY, META, ORDER
from byeoru.model.embedding import DEEPEST, part_at
from byeoru.model.facts import Facts
from byeoru.model.output import QueryKey
from byeoru.model.parts import PartRow
from byeoru.model.query import query
from byeoru.model.site import Page


class EmbeddedPart(NamedTuple):
    """A part of the text of a page, as another page shows it."""

    page: Page
    part: PartRow
    paths: tuple[str, ...]  # of its document, and of those that it embeds itself, at any depth
    digest: str


def _paths(_: QueryKey, shown: EmbeddedPart) -> tuple[str, ...]:
    return shown.paths


@query(
    sees=ORDER | META | BODY,
    documents=_paths,
    digest=lambda shown, _: shown.digest,
    reason=("임베드한 글 `{0}` 변경", "embedded text `{0}` changed"),
)
def part(facts: Facts, address: str, part_id: str) -> EmbeddedPart:
    """Return a part of the page at *address*; its digest covers its text and all that it embeds itself."""
    site = facts.site
    page = site.by_address[address]
    first = site.by_part[page.document.path, part_id]
    seen = {first: page}
    level = [first]
    for _ in range(DEEPEST):
        found = [(row, slot) for row in level for slot in row.embeds]
        below = [inner for row, slot in found if (inner := part_at(site, seen[row], slot)) is not None]
        level = [row for row in dict.fromkeys(below) if row not in seen]
        seen |= {row: site.by_source[row.path] for row in level}
    shown = digest_of([_shown(row, there) for row, there in seen.items()])
    return EmbeddedPart(page, first, tuple(dict.fromkeys([row.path for row in seen])), shown)


def _shown(row: PartRow, page: Page) -> list[object]:
    """Return what a page that shows a part shows of it."""
    labels = dict(page.labels)
    targets = [(page.targets[slot], labels.get(slot, "")) for slot in row.slots]
    return [row.path, row.digest, page.summary.address, page.summary.meta.title, targets]
