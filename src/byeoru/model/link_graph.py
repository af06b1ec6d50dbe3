"""Which pages refer to which, in both directions: the graph of links.

In:  the references of each page.
Out: ``LinkGraph``, a value like the rest of a site, which an edit replaces in part: queries about links in either
     direction are answered from it, and an output that shows them depends on one document's links, not on texts.
Must not: hold a sentence. It names the words around a link by their digest; the words are stored beside the texts.

A query names what it sees of the graph as it names documents: ``to_page("a.md")`` are the references to a page,
``from_page("a.md")`` those that it contains.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from byeoru.base.digest import digest_text
from byeoru.base.mappings import Blocks, Edited, differing

_TO, _FROM = "to://", "from://"  # prefixes of names; no path or address contains two slashes in a row
EVERY_LINK = "links://"  # the name of all references together


class Ref(NamedTuple):
    """A reference of one page to another."""

    path: str  # of the other document: the one that it leads to, or among the incoming ones the one that contains it
    fragment: str = ""  # decoded; "" for the page as a whole
    mention: str = ""  # digest of the link with the words around it
    is_embed: bool = False
    label: str = ""  # that the site gives the link; "" if the author did


Refs = tuple[Ref, ...]


def to_page(name: str) -> str:
    """Return the name of all references to a page, by its path or address."""
    return _TO + name


def from_page(name: str) -> str:
    """Return the name of all references of a page, by its path or address."""
    return _FROM + name


def named_page(name: str) -> tuple[str, str]:
    """Divide a name into its prefix and that of a page; the prefix is "" if it names no links.

    >>> named_page(to_page("a.md")), named_page("a.md")
    (('to://', 'a.md'), ('', 'a.md'))
    """
    if not name.startswith((_TO, _FROM)):
        return "", name
    prefix = _TO if name.startswith(_TO) else _FROM
    return prefix, name.removeprefix(prefix)


@dataclass(frozen=True)
class LinkGraph:
    """All references between pages."""

    # By the path of the document, in the order of its text; in blocks also of some that have none any more. Of
    # references of a page to itself only embeds: what it embeds is asked of all pages alike.
    outgoing: Mapping[str, Refs]

    def __getstate__(self) -> dict[str, object]:
        """Return what another process can use: not from which graph of this one it was made."""
        return {name: value for name, value in vars(self).items() if name not in {"_mark", "_changes"}}

    def in_blocks(self, before: "LinkGraph") -> "LinkGraph":
        """Return the same graph for another process, which reads the references that it asks for (`Site.in_blocks`)."""
        graph = LinkGraph(Blocks(self.outgoing, before.outgoing))
        vars(graph).update(incoming=Blocks(self.incoming, before.incoming), sum=self.sum)
        return graph

    def read_whole(self) -> "LinkGraph":
        """Return the same graph in dictionaries."""
        graph = LinkGraph(dict(self.outgoing))
        vars(graph).update(incoming=dict(self.incoming), sum=self.sum)
        return graph

    @cached_property
    def incoming(self) -> Mapping[str, Refs]:
        """Find the references to a page by the path of its document, in the order of the paths that contain them."""
        refs: dict[str, list[Ref]] = defaultdict(list)
        for path in sorted(self.outgoing):
            for ref in self.outgoing[path]:
                if ref.path != path:
                    refs[ref.path].append(ref._replace(path=path))
        return {path: tuple(found) for path, found in refs.items()}

    @cached_property
    def sum(self) -> int:
        """Return a number that changes with each reference, and that an edit changes by its own references alone."""
        return sum([_number(refs, path) for path, refs in self.outgoing.items()]) % _LARGEST

    @cached_property
    def _mark(self) -> object:
        return object()

    def replaced(self, changed: Mapping[str, Refs]) -> "LinkGraph":
        """Return the graph in which the documents *changed* have these references; what is as it was is the same."""
        changed = {path: refs for path, refs in changed.items() if refs != self.outgoing.get(path, ())}
        if not changed:
            return self
        graph = LinkGraph(_with(self.outgoing, changed))
        before = {path: self.outgoing.get(path, ()) for path in changed}
        others = {ref.path for refs in (*before.values(), *changed.values()) for ref in refs}
        linking = {path: self._incoming_after(path, changed) for path in others}
        linking = {path: refs for path, refs in linking.items() if refs != self.incoming.get(path, ())}
        names = [EVERY_LINK, *map(to_page, linking), *map(from_page, changed)]
        vars(graph).update(incoming=_with(self.incoming, linking), _changes=(self._mark, names))
        if "sum" in vars(self):
            difference = sum(_number(changed[path], path) - _number(before[path], path) for path in changed)
            vars(graph)["sum"] = (self.sum + difference) % _LARGEST
        return graph

    def _incoming_after(self, path: str, changed: Mapping[str, Refs]) -> Refs:
        refs = [ref for ref in self.incoming.get(path, ()) if ref.path not in changed]
        refs += [
            ref._replace(path=there)
            for there, found in changed.items()
            if there != path
            for ref in found
            if ref.path == path
        ]
        return tuple(sorted(refs, key=_source))  # which keeps the order of references in one text

    def key(self, name: str) -> str:
        """Return the key of the references that a name stands for; "" if there are none."""
        if name == EVERY_LINK:
            return f"{self.sum:x}"
        prefix, path = named_page(name)
        return _key((self.incoming if prefix == _TO else self.outgoing).get(path, ()))

    def changed_since(self, old: "LinkGraph") -> list[str]:
        """Return the names of all references that differ from *old*."""
        if self is old:
            return []
        mark, names = self._changes
        if mark is old._mark:  # noqa: SLF001  (of the same class)
            return names
        outgoing = [from_page(path) for path in _changed(self.outgoing, old.outgoing)]
        incoming = [to_page(path) for path in _changed(self.incoming, old.incoming)]
        return [EVERY_LINK, *incoming, *outgoing] if outgoing else []

    @cached_property
    def _changes(self) -> tuple[object, list[str]]:
        """The mark of the graph that it was made of, and the names of what differs from it; of none at first."""
        return None, []


_LARGEST = 1 << 128  # sum, of digests of 128 bits


def _key(refs: Refs) -> str:
    rows = [f"{path}\n{fragment}\n{mention}\n{is_embed}\n{label}" for path, fragment, mention, is_embed, label in refs]
    return digest_text("\n".join(rows)) if rows else ""


def _number(refs: Refs, path: str) -> int:
    """Return the number that stands for the references of one document in the sum of all."""
    return int(digest_text(f"{path}\n{_key(refs)}"), 16) if refs else 0


def _source(ref: Ref) -> str:
    return ref.path


def _with(refs: Mapping[str, Refs], changed: Mapping[str, Refs]) -> Mapping[str, Refs]:
    """Return *refs* after a change; from blocks what is empty is not removed."""
    if isinstance(refs, dict):
        return {path: found for path, found in {**refs, **changed}.items() if found}
    return Edited(refs, changed)


def _changed(new: Mapping[str, Refs], old: Mapping[str, Refs]) -> list[str]:
    return [path for path in differing(new, old) if new.get(path, ()) != old.get(path, ())]
