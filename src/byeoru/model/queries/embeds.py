"""Queries about texts that another page shows.

In:  ``Facts``, and the address of a page with the id of a part of its text.
Out: what the part is shown with; ``KeyError`` for a page that does not exist.
Must not: hold a text: it comes with the task, and its digest is part of the site.
"""

from collections.abc import Mapping
from typing import NamedTuple

from byeoru.base.digest import digest_of
from byeoru.model.durability import BODY, META, ORDER
from byeoru.model.facts import Facts
from byeoru.model.output import QueryKey
from byeoru.model.parts import PartRow
from byeoru.model.query import query
from byeoru.model.site import Page


class EmbeddedPart(NamedTuple):
    """A part of the text of a page, as another page shows it."""

    page: Page
    part: PartRow


def _path(_: QueryKey, shown: EmbeddedPart) -> tuple[str, ...]:
    return (shown.part.path,)


def _digest(shown: EmbeddedPart, _: Mapping[str, str]) -> str:
    """Return the digest of a part with what its references lead to."""
    page, part = shown
    labels = dict(page.labels)
    targets = [(page.targets[slot], labels.get(slot, "")) for slot in part.slots]
    return digest_of([part.path, part.digest, page.summary.address, page.summary.meta.title, targets])


@query(
    sees=ORDER | META | BODY,
    documents=_path,
    digest=_digest,
    reason=("임베드한 글 `{0}` 변경", "embedded text `{0}` changed"),
)
def part(facts: Facts, address: str, part_id: str) -> EmbeddedPart:
    """Return a part of the page at *address*; what it embeds itself is queried by whoever shows it."""
    page = facts.site.by_address[address]
    return EmbeddedPart(page, facts.site.by_part[page.document.path, part_id])
