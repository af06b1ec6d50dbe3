"""Addresses of generated pages, which no document in the folder of another program may take."""

from collections.abc import Iterable
from typing import NamedTuple

from byeoru.model.site import in_edition


class Reserved(NamedTuple):
    """Site paths that the outputs of one kind use, or of all kinds."""

    once: tuple[str, ...] = ()  # in the whole site: "/robots.txt"
    per_edition: tuple[str, ...] = ()  # in each edition: "/calendar/"
    common: tuple[str, ...] = ()  # in every edition, even an empty one: these lists are versions of each other
    below: tuple[str, ...] = ()  # in each edition, with everything below it: "/page/"

    def addresses(self, editions: Iterable[str]) -> tuple[str, ...]:
        """Return the single addresses in a site of these editions, by their codes ("" for the main one)."""
        lists = (*self.common, *self.per_edition)
        return (*self.once, *(in_edition(code, address) for code in editions for address in lists))

    def prefixes(self, editions: Iterable[str]) -> tuple[str, ...]:
        """Return the addresses below which everything is reserved, in a site of these editions."""
        return tuple(in_edition(code, prefix) for code in editions for prefix in self.below)


def joined(parts: Iterable[Reserved]) -> Reserved:
    """Return all that *parts* reserve, in the order of addresses."""
    fields = zip(*parts, strict=True)
    return Reserved(*(tuple(sorted({address for addresses in field for address in addresses})) for field in fields))
