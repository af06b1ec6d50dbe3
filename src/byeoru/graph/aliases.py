"""Find where the old addresses of documents are, and which of them can redirect.

In:  the documents, their addresses, and the addresses of generated pages.
Out: pairs of an old address and the path of the document that has moved, and problems at the location of the alias.
Must not: give an old address to two documents, or to one that is a page now.

In the standard folders, an alias of two documents is an error, as nobody can tell which of them is right. A folder of
another program is built: there the first document keeps it, with a warning.
"""

import posixpath
from collections.abc import Iterable, Iterator

from byeoru.base.diagnostic import Diagnostic, Location, Outcome, error, warning
from byeoru.base.paths import case_folded, page_address
from byeoru.model.content import Alias, Document

Redirects = tuple[tuple[str, str], ...]  # old site path, path of the document


def usable_aliases(
    documents: tuple[Document, ...], addresses: dict[str, str], generated: Iterable[str]
) -> Outcome[Redirects]:
    """Return the old addresses of *documents*, in a form that a static host can serve; *addresses* are by path."""
    if not any(document.aliases for document in documents):
        return Outcome(())
    owners = {case_folded(address): address for address in generated}
    owners |= {case_folded(address): path for path, address in addresses.items()}
    redirects: list[tuple[str, str]] = []
    problems: list[Diagnostic] = []
    for document, alias, old in _resolved(documents, addresses):
        location = Location(document.path, alias.line, alias.column, alias.width)
        owner = owners.setdefault(case_folded(old), document.path) if old else ""
        if not old:
            problems.append(warning("leaves-the-site", location, "write-inside", name="aliases", text=alias.target))
        elif owner == document.path:
            if old != addresses[document.path]:
                redirects.append((old, document.path))
        else:
            report = error if document.is_ours else warning
            problems.append(report("same-address", location, "remove-alias", address=old, other=owner))
    return Outcome(tuple(dict.fromkeys(redirects)), tuple(problems))


def _resolved(documents: tuple[Document, ...], addresses: dict[str, str]) -> Iterator[tuple[Document, Alias, str]]:
    """Yield each alias with its document and its address; "" if that would be outside the site."""
    for document in documents:
        for alias in document.aliases:
            yield document, alias, _address(alias.target, addresses[document.path])


def _address(target: str, page: str) -> str:
    """Return the address of an alias; a relative one begins in the folder that contains the *page*.

    >>> _address("old", "/posts/a/"), _address("../b.html", "/posts/a/"), _address("../../x", "/posts/a/")
    ('/posts/old/', '/b.html', '')
    >>> _address("/foo", "/posts/a/"), _address("../", "/posts/a/")
    ('/foo/', '')
    """
    folder = posixpath.dirname(page.rstrip("/"))
    parts: list[str] = []
    for part in (target if target.startswith("/") else f"{folder}/{target}").split("/"):
        if part == ".." and not parts:
            return ""
        if part == "..":
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    address = "/" + "/".join(parts)
    if address.endswith("/index.html"):
        address = address.removesuffix("index.html")
    return page_address(address + "/" * target.endswith("/")) if parts else ""
