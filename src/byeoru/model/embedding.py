"""Which embeds of a page are filled: none within itself, and not more than a reader waits for.

In:  the pages of a site, and what is known of their parts.
Out: the texts that a page shows, and the embeds that remain links, with the reason.
Must not: hold a text. Renderer and planner ask the same `Filling` in the same order, so they come to the same result.
"""

from collections.abc import Iterator
from typing import NamedTuple

from byeoru.base.paths import decode
from byeoru.model.parts import PartRow
from byeoru.model.site import Page, Site

DEEPEST = 8  # embeds within embeds
MOST_BYTES = 1_000_000  # of all texts that one page embeds


class Filling:
    """The embeds of one page that are being filled."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: list[tuple[str, int]] = []  # path and slot of those that contain the next one
        self._left = MOST_BYTES

    @property
    def size(self) -> int:
        """Return the bytes of all that has been filled in."""
        return MOST_BYTES - self._left

    def refusal(self, path: str, slot: int, part: PartRow) -> str:
        """Return why the embed in a *slot* of the document at *path* remains a link, "" if it shows *part*."""
        here = [*self._open, (path, slot)]
        if any(one == part.path and number in part.embeds for one, number in here):
            return "embed-cycle"
        if len(here) > DEEPEST:
            return "embed-too-deep"
        if part.size > self._left:
            return "embed-too-large"
        return ""

    def begin(self, path: str, slot: int, part: PartRow) -> None:
        """Record that an embed is filled, from here to ``end``."""
        self._open.append((path, slot))
        self._left -= part.size

    def end(self) -> None:
        """Record that it is filled."""
        self._open.pop()


class Met(NamedTuple):
    """An embed that is met while a page is filled."""

    path: str  # of the document that it is written in
    slot: int
    part: PartRow
    refusal: str  # why it remains a link; "" if it is filled


def met_on(site: Site, path: str) -> Iterator[Met]:
    """Yield the embeds of texts on the page of the document at *path*, in the order in which they are filled."""
    whole = site.by_part.get((path, ""))
    if whole is not None:
        yield from _met(site, whole, Filling())


def _met(site: Site, shown: PartRow, filling: Filling) -> Iterator[Met]:
    page = site.by_source[shown.path]
    for slot in shown.embeds:
        part = part_at(site, page, slot)
        if part is None or not part.digest:
            continue
        refusal = filling.refusal(shown.path, slot, part)
        yield Met(shown.path, slot, part, refusal)
        if not refusal:
            filling.begin(shown.path, slot, part)
            yield from _met(site, part, filling)
            filling.end()


def part_at(site: Site, page: Page, slot: int) -> PartRow | None:
    """Return the part that an embed leads to, None if it leads to no page."""
    wanted = wanted_at(site, page, slot)
    return site.by_part.get(wanted) if wanted else None


def wanted_at(site: Site, page: Page, slot: int) -> tuple[str, str] | None:
    """Return the path of the document and the id of the part that an embed leads to, None if it leads to no page."""
    address, part_id = named(page.targets[slot])
    other = site.by_address.get(address)
    return (other.document.path, part_id) if other else None


def named(target: str) -> tuple[str, str]:
    """Return the address and the id that the target of an embed names.

    >>> named("/notes/%EA%B8%80/#%5Eabc")
    ('/notes/글/', '^abc')
    """
    address, _, fragment = target.partition("#")
    return decode(address.partition("?")[0]), decode(fragment)


def shown_on(site: Site, page: Page) -> tuple[Page, ...]:
    """Return a page and the pages whose texts it shows."""
    paths = dict.fromkeys([met.part.path for met in met_on(site, page.document.path) if not met.refusal])
    paths.pop(page.document.path, None)
    return (page, *[site.by_source[path] for path in paths])
