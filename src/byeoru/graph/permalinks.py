"""Assign an address to each document."""

from collections.abc import Iterator

from byeoru.base.diagnostic import Diagnostic, Location, Outcome, warning
from byeoru.base.digest import digest_text
from byeoru.base.paths import case_folded, excessive_length, file_of, reserved_name_in, without_extension
from byeoru.graph.patterns import address_of
from byeoru.graph.translations import is_same_language
from byeoru.model.content import Document
from byeoru.model.reserved import Reserved
from byeoru.model.settings import Settings
from byeoru.model.site import in_edition

_FOLDER_PAGES = {"index", "_index", "readme"}


def addresses(documents: tuple[Document, ...], settings: Settings, reserved: Reserved) -> Outcome[dict[str, str]]:
    """Return the address of each document by path; a document gets none if its name is too long for file systems.

    A document in the folder of another program gives way to *reserved* addresses, and, unless it chose its address,
    to another document with the same one. In the standard folders, two documents with one address are an error.
    """
    lists = _section_lists(documents, settings, reserved)
    codes = {"", *(document.edition for document in documents)}
    reserved_addresses = {*reserved.addresses(codes), "/index.html", *lists} - {in_edition(code, "/") for code in codes}
    below = reserved.prefixes(codes)
    by_path: dict[str, str] = {}
    problems: list[Diagnostic] = []
    for document in documents:
        address, unusable = address_of(document, settings)
        if unusable:
            problems.append(warning("unusable-permalink", Location(document.path), "write-slug", text=unusable))
        is_generated = address in reserved_addresses or address.startswith(below)
        if is_generated and not document.is_ours and (moved := _moved(document, address, lists)):
            if not _is_folder_page(document) and address != "/404.html":
                problems.append(warning("generated-address", Location(document.path), address=address, moved=moved))
            address = moved
        file = file_of(address)
        if size := excessive_length(file):
            problems.append(warning("name-too-long", Location(document.path), "write-slug", bytes=size))
            continue
        if reserved_name := reserved_name_in(file):
            problems.append(warning("reserved-name", Location(document.path), "write-slug", name=reserved_name))
        by_path[document.path] = address
    if len({address.casefold() for address in by_path.values()}) < len(by_path):
        _prefix_translations(documents, by_path, settings.language)
        problems += _separate(documents, by_path)
    return Outcome(by_path, tuple(problems))


def _prefix_translations(documents: tuple[Document, ...], by_path: dict[str, str], main: str) -> None:
    """Prefix the address of texts that share it with one in the *main* language with their own.

    They chose it, as a permalink, or they lie in a folder of their language.
    """
    originals = {
        by_path[document.path]
        for document in documents
        if document.path in by_path and is_same_language(document, main) and not document.is_ours
    }
    for document in documents:
        is_translation = document.permalink or (document.edition and not document.is_ours)
        if is_translation and by_path.get(document.path) in originals and not is_same_language(document, main):
            by_path[document.path] = in_edition(document.meta.language, by_path[document.path])


def _section_lists(documents: tuple[Document, ...], settings: Settings, reserved: Reserved) -> frozenset[str]:
    """Return the addresses reserved for the sections without dates that have listed pages."""
    undated = {section.name for section in settings.sections if not section.is_dated} - {"pages"}
    listed = (document for document in documents if not document.is_unlisted and document.meta.section in undated)
    return frozenset(reserved.section_addresses({(document.edition, document.meta.section) for document in listed}))


def _moved(document: Document, address: str, lists: frozenset[str]) -> str:
    """Return the alternative address of a document at a reserved address, "" if it may stay."""
    address = address.removesuffix("index.html")
    if address in lists and (document.permalink or _is_folder_page(document)):
        return ""  # the author's own list, or what introduces it
    return f"{address.removesuffix('.html').rstrip('/')}/" + ("index/" if address.endswith("/") else "")


def _separate(documents: tuple[Document, ...], by_path: dict[str, str]) -> list[Diagnostic]:
    """Assign separate addresses to documents that share one; the oldest keeps it, so that no address changes later."""
    claims: dict[str, list[Document]] = {}
    for document in documents:
        if document.path in by_path and not document.is_ours:
            claims.setdefault(case_folded(by_path[document.path]), []).append(document)
    problems = []
    assigned = {case_folded(address) for address in by_path.values()}
    for shared in [sorted(claim, key=_precedence) for claim in claims.values() if len(claim) > 1]:
        first = shared[0]
        used: set[str] = set()
        for document in shared[1:]:
            address = by_path[document.path]
            moved = next(
                (
                    candidate
                    for candidate in _others(document, first, address)
                    if case_folded(candidate) not in assigned and case_folded(candidate) not in used
                ),
                "",
            )
            if not moved:
                continue
            used.add(case_folded(moved))
            by_path[document.path] = moved
            if not (document.meta.date or _is_folder_page(document)):
                location = Location(document.path)
                problems.append(
                    warning("shared-address", location, "write-slug", address=address, other=first.path, moved=moved)
                )
    return problems


def _precedence(document: Document) -> tuple[bool, bool, float, str]:
    """Order documents that share an address: those that chose it, then those that are no folder page, then by age."""
    return (
        not (document.slug or document.permalink),
        _is_folder_page(document),
        document.meta.date.timestamp() if document.meta.date else float("inf"),
        document.path,
    )


def _others(document: Document, first: Document, address: str) -> Iterator[str]:
    """Yield alternative addresses of a document; *first* keeps *address*."""
    if document.slug or document.permalink:
        return
    bare = without_extension(address)
    end = address[len(bare) :]
    if document.meta.date and first.meta.date and document.meta.date.date() != first.meta.date.date():
        yield f"{bare}-{document.meta.date:%Y-%m-%d}{end}"
    if _is_folder_page(document):
        yield f"{bare}/{document.path.rpartition('/')[2].partition('.')[0].lower().lstrip('_')}{end}"
    yield f"{bare}-{digest_text(document.path)[:6]}{end}"


def _is_folder_page(document: Document) -> bool:
    return document.path.rpartition("/")[2].partition(".")[0].lower() in _FOLDER_PAGES
