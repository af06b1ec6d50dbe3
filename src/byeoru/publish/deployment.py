"""What every place to publish to has in common.

In:  an emitted folder with its manifest.
Out: ``Prepared`` (what would change, and reasons to stop), then ``Published``; past ``Deployment`` values.
Must not: know any one place. What `old` and `new` of a ``Prepared`` name, only the target that made it can tell.
"""

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.digest import digest, digest_of
from byeoru.base.paths import file_of
from byeoru.publish.addresses import PUBLISHED, as_text, pages_of
from byeoru.publish.changes import Changes, Count, from_words

STAMP = "byeoru/stamp.txt"  # the digest of the site, by which one sees from outside which one is live

Moves = tuple[tuple[str, str], ...]  # old and new address of pages that have moved


class SiteChanged(Exception):  # noqa: N818  (it is caught where the story of a deployment is told, and becomes a value)
    """A file of the site is not what the build wrote: another process has changed it since."""

    def __init__(self, path: str) -> None:
        """Take the path of the file."""
        super().__init__(path)
        self.path = path


class Site(NamedTuple):
    """What a build left in its folder."""

    folder: str
    manifest: Mapping[str, str]  # path and digest of each file, as the build told them
    base_url: str

    @property
    def stamp(self) -> str:
        """Return the name of this site: the same bytes at the same address have the same."""
        return digest_of([self.base_url, sorted(self.manifest.items())])

    @property
    def luggage(self) -> dict[str, bytes]:
        """Return the files that travel with the site for the sake of the next deployment."""
        return {STAMP: f"{self.stamp}\n".encode(), PUBLISHED: as_text(pages_of(self.manifest)).encode()}

    def pages(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Return the pages among those of *paths* that the build wrote: their addresses and bytes."""
        addresses = pages_of(path for path in paths if path in self.manifest)
        return {address: self.read(file_of(address)) for address in addresses}

    def read(self, path: str) -> bytes:
        """Return the bytes of a file, also of one that travels with the site.

        Raises ``SiteChanged`` unless they are those that the build wrote, so that nothing else can be published under
        the name of this site.
        """
        if path in (STAMP, PUBLISHED):
            return self.luggage[path]
        try:
            with open(os.path.join(self.folder, path), "rb") as file:
                data = file.read()
        except FileNotFoundError:
            raise SiteChanged(path) from None
        if digest(data) != self.manifest[path]:
            raise SiteChanged(path)
        return data


class Prepared(NamedTuple):
    """A deployment that has not happened."""

    old: str  # what is published, as the target calls it; "" for nothing
    new: str  # what is to be published, as the target calls it
    stamp: str
    changes: Changes
    broken: tuple[str, ...]  # published addresses that would be no more
    problems: tuple[Diagnostic, ...]
    is_same: bool  # this very site is published
    site: Site = Site("", {}, "")  # that the build left; none where an earlier one is published again

    @property
    def has_old(self) -> bool:
        """Tell whether something was published before."""
        return self.old != ""


class Published(NamedTuple):
    """A deployment that has happened."""

    name: str  # as the target calls it
    stamp: str


class Authorship(NamedTuple):
    """What a deployment says of itself."""

    title: str
    changes: str  # as words, see `changes.as_words`
    source: str  # the commit that the site was made from; "" for none
    people: Mapping[str, str]  # git's variables for author and committer
    again: str = ""  # the deployment whose site this one publishes again

    @property
    def message(self) -> str:
        """Return it as the message of a commit."""
        lines = [self.title, "", f"Changes: {self.changes}"]
        lines += [f"{name}: {text}" for name, text in (("Source-Commit", self.source), ("Again", self.again)) if text]
        return "\n".join(lines)


class Deployment(NamedTuple):
    """One deployment of the past."""

    name: str  # as the target calls it
    seconds: int  # since 1970
    title: str
    changes: tuple[Count, ...]
    source: str  # the commit that the site was made from; "" for none
    again: str = ""  # the deployment whose site was published again


def told(name: str, seconds: int, message: str) -> Deployment:
    """Return what a message tells of its deployment; that of somebody else has its title alone."""
    title, *lines = message.splitlines() or [""]
    rows = (line.partition(": ") for line in reversed(lines))
    said = {key: text.strip() for key, _, text in rows if text}
    changes = from_words(said.get("Changes", ""))
    return Deployment(name, seconds, title, changes, said.get("Source-Commit", ""), said.get("Again", ""))
