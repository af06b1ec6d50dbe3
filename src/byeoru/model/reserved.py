"""Addresses of generated pages, which no document in the folder of another program may take."""

from collections.abc import Iterable
from typing import NamedTuple

from byeoru.model.site import in_edition


class Reserved(NamedTuple):
    """Site paths that the outputs of one kind use, or of all kinds."""

    once: tuple[str, ...] = ()  # in the whole site: "/robots.txt"
    per_edition: tuple[str, ...] = ()  # in each edition: "/calendar/"
    common: tuple[str, ...] = ()  # in every edition, even an empty one: these lists are versions of each other
    common_unlisted: tuple[str, ...] = ()  # the same, but not in the site map: the page of the search
    below: tuple[str, ...] = ()  # in each edition, with everything below it: "/page/"
    # In each edition, for each section without dates: "/:section/". A page that its author placed there replaces it.
    per_section: tuple[str, ...] = ()

    def addresses(self, editions: Iterable[str]) -> tuple[str, ...]:
        """Return the single addresses in a site of these editions, by their codes ("" for the main one)."""
        lists = (*self.common, *self.common_unlisted, *self.per_edition)
        return (*self.once, *(in_edition(code, address) for code in editions for address in lists))

    def prefixes(self, editions: Iterable[str]) -> tuple[str, ...]:
        """Return the addresses below which everything is reserved, in a site of these editions."""
        return tuple(in_edition(code, prefix) for code in editions for prefix in self.below)

    def section_addresses(self, sections: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """Return the addresses for sections without dates, each by the code of its edition and its name."""
        return tuple(
            in_edition(code, pattern.replace(":section", name))
            for code, name in sections
            for pattern in self.per_section
        )


def joined(parts: Iterable[Reserved]) -> Reserved:
    """Return all that *parts* reserve, in the order of addresses."""
    fields = zip(*parts, strict=True)
    return Reserved(*(tuple(sorted({address for addresses in field for address in addresses})) for field in fields))
