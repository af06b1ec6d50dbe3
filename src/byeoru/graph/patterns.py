"""Form the address of one document: its permalink, the pattern of its section, or the rule of another program.

In:  a document, and the settings.
Out: a site path. A pattern without a value for one of its placeholders is not used.
Must not: compare documents; `permalinks` separates those that share an address.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from byeoru.base.digest import digest_text
from byeoru.base.text import slug
from byeoru.model.content import Document
from byeoru.model.settings import Section, Settings
from byeoru.model.site import in_edition
from byeoru.origins import old_addresses

_INNER_DOT = re.compile(r"(?<=\w)\.(?=\w)")


def address_of(document: Document, settings: Settings) -> tuple[str, str]:
    """Return the site path of *document*, and its permalink if that cannot be used."""
    if document.is_home:
        return in_edition(document.edition, "/"), ""
    section = _section_of(document, settings)
    is_pattern = ":" in document.permalink
    if document.permalink and not (is_pattern or settings.origin.program):
        return _translated(document.permalink, document), ""
    if is_pattern and not settings.origin.program:
        return _translated(_filled(document.permalink, document), document), ""
    is_as_before = document.permalink != "" or not section.is_chosen
    if is_as_before and (addresses := origin_addresses(document, settings)):
        return addresses[0], ""
    return _translated(_filled(section.url, document), document), document.permalink


def origin_addresses(document: Document, settings: Settings) -> tuple[str, ...]:
    """Return the site paths of *document* in the program that its folder was written for.

    A folder of one language is in its addresses, unless the program has no languages: Jekyll without Polyglot.
    """
    addresses = old_addresses(document, settings.origin)
    if settings.origin.value("has no languages"):
        return addresses
    return tuple(_translated(address, document) for address in addresses)


def _section_of(document: Document, settings: Settings) -> Section:
    """Return the section whose pattern a document follows: dated texts in a folder of their own are posts there."""
    is_elsewhere = document.meta.section == "posts" and not document.collection
    return settings.section("pages" if is_elsewhere else document.meta.section)


def _filled(pattern: str, document: Document) -> str:
    address = pattern
    for placeholder in _placeholders(pattern):
        address = address.replace(placeholder, _VALUES[placeholder](document))
    while "//" in address:
        address = address.replace("//", "/")
    return address


@lru_cache(maxsize=64)
def _placeholders(pattern: str) -> tuple[str, ...]:
    return tuple(placeholder for placeholder in _VALUES if placeholder in pattern)


def _translated(address: str, document: Document) -> str:
    """Prefix the address of a translation with its language code."""
    has_code = address.startswith(in_edition(document.edition, "/"))
    return address if has_code else in_edition(document.edition, address)


def _own_segment(document: Document) -> str:
    return document.slug or _segment(document.name)


def _dated(document: Document, form: str, otherwise: str) -> str:
    return format(document.meta.date, form) if document.meta.date else otherwise


_VALUES: dict[str, Callable[[Document], str]] = {
    ":slug": _own_segment,
    ":path": lambda document: f"{_nested(document.folder)}/{_own_segment(document)}",
    ":category": lambda document: _nested(next(iter(document.categories), "")) or "etc",
    ":year": lambda document: _dated(document, "%Y", "0000"),
    ":month": lambda document: _dated(document, "%m", "00"),
    ":day": lambda document: _dated(document, "%d", "00"),
}


def _nested(names: str) -> str:
    return "/".join(_segment(part) for part in names.split("/") if part)


def _segment(name: str) -> str:
    """Return a name as one segment of an address; a digest if no character can be kept.

    A dot within a word stays, so that `v1.10` and `v11.0` differ.
    """
    return ".".join(filter(None, map(slug, _INNER_DOT.split(name)))) or digest_text(name)[:8]
