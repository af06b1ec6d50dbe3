"""Old addresses of pages: those in front matter, and those in the program that the folder was written for.

In:  the documents and their addresses, the redirects of aliases, and the addresses of everything else.
Out: redirects, and how many pages kept their address.
Must not: let an address that only follows from a rule take the place of another page.
"""

from collections import defaultdict
from collections.abc import Iterable

from byeoru.base.paths import case_folded, file_of
from byeoru.graph.aliases import Redirects
from byeoru.graph.patterns import origin_addresses
from byeoru.model.content import Document
from byeoru.model.moves import Moves
from byeoru.model.settings import Settings
from byeoru.origins import title_of


def redirects(
    documents: tuple[Document, ...],
    by_path: dict[str, str],
    others: Iterable[str],
    written: Redirects,
    settings: Settings,
) -> tuple[Redirects, Moves]:
    """Return the redirects to *documents*, and how their addresses compare to the old ones.

    *others* are the addresses of all other outputs, *written* the redirects that follow from aliases.
    """
    if not settings.origin.program:
        return written, Moves()
    generated = {case_folded(file_of(address)) for address in others}
    taken = generated.union(case_folded(file_of(address)) for address in by_path.values())
    taken |= {case_folded(file_of(old)) for old, _ in written}
    aliases: dict[str, set[str]] = defaultdict(set)
    for old, path in written:
        aliases[path].add(old)
    derived: list[tuple[str, str]] = []
    counts = {"kept": 0, "redirected": 0, "lost": 0}
    for document in documents:
        old_addresses = origin_addresses(document, settings)
        address = by_path[document.path]
        free = [old for old in old_addresses if old != address and case_folded(file_of(old)) not in taken]
        derived += [(old, document.path) for old in free]
        taken |= {case_folded(file_of(old)) for old in free}
        if old_addresses:
            is_list = case_folded(file_of(old_addresses[0])) in generated  # or the page for missing ones: it leads on
            counts["kept" if is_list else _fate(address, old_addresses, {*free, *aliases[document.path]})] += 1
    return (*written, *derived), Moves(title_of(settings.origin), settings.origin.configuration, **counts)


def _fate(address: str, old: tuple[str, ...], redirected: set[str]) -> str:
    """Return what became of the *old* addresses of the page at *address*, which redirects from some addresses."""
    if address in old:
        return "kept"
    return "redirected" if redirected.intersection(old) else "lost"
