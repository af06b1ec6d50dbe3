"""Give each document its address."""

from collections.abc import Callable

from byeoru.base.diagnostic import Diagnostic, Outcome, Place, warning
from byeoru.base.digest import digest_text
from byeoru.base.paths import bad_name, file_of, too_long
from byeoru.base.text import slug
from byeoru.model.content import Document
from byeoru.model.settings import Settings


def addresses(documents: tuple[Document, ...], settings: Settings) -> Outcome[dict[str, str]]:
    """Return the address of each document by its path; one whose name no file system can hold gets none."""
    found: dict[str, str] = {}
    problems: list[Diagnostic] = []
    for document in documents:
        address = address_of(document, settings)
        file = file_of(address)
        if size := too_long(file):
            problems.append(warning("name-too-long", Place(document.path), "write-slug", bytes=size))
            continue
        if bad := bad_name(file):
            problems.append(warning("reserved-name", Place(document.path), "write-slug", name=bad))
        found[document.path] = address
    return Outcome(found, tuple(problems))


def address_of(document: Document, settings: Settings) -> str:
    """Return the site path of one document: its permalink, or the pattern of its section filled in."""
    if document.permalink:
        return document.permalink
    address = settings.section(document.section).url
    for placeholder, value in _VALUES.items():
        if placeholder in address:
            address = address.replace(placeholder, value(document))
    while "//" in address:
        address = address.replace("//", "/")
    return address


def _own(document: Document) -> str:
    return document.slug or _segment(document.name)


def _dated(document: Document, form: str, otherwise: str) -> str:
    return format(document.date, form) if document.date else otherwise


_VALUES: dict[str, Callable[[Document], str]] = {
    ":slug": _own,
    ":path": lambda document: f"{_nested(document.folder)}/{_own(document)}",
    ":category": lambda document: _nested(document.category) or "etc",
    ":year": lambda document: _dated(document, "%Y", "0000"),
    ":month": lambda document: _dated(document, "%m", "00"),
    ":day": lambda document: _dated(document, "%d", "00"),
}


def _nested(names: str) -> str:
    return "/".join(_segment(part) for part in names.split("/") if part)


def _segment(name: str) -> str:
    """Return a name as part of an address; one that keeps no letter is known by a digest, never by nothing."""
    return slug(name) or digest_text(name)[:8]
