"""A built site on its way to a target.

In:  an emitted folder with its manifest.
Out: the bytes that the build wrote, and the files that are published with them.
Must not: return bytes of a file that has changed since the build.
"""

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from byeoru.base.diagnostic import Location, error
from byeoru.base.digest import digest, digest_of
from byeoru.base.paths import file_of
from byeoru.publish.addresses import PUBLISHED, as_text, pages_of
from byeoru.publish.errors import PublishError

STAMP = "byeoru/stamp.txt"  # the digest of the site, which shows from outside which one is live


class SiteChangedError(PublishError):
    """A file of the site is not what the build wrote: another process has changed it since."""

    def __init__(self, path: str) -> None:
        """Take the path of the file."""
        super().__init__(error("deploy-site-changed", Location(f"site/{path}"), "deploy-again"))
        self.path = path


class BuiltSite(NamedTuple):
    """What a build left in its folder."""

    folder: str
    manifest: Mapping[str, str]  # path and digest of each file, as the build reported them
    base_url: str

    @property
    def stamp(self) -> str:
        """Return the name of this site: the same bytes at the same address have the same."""
        return digest_of([self.base_url, sorted(self.manifest.items())])

    @property
    def records(self) -> dict[str, bytes]:
        """Return the files that are published for the sake of the next deployment."""
        return {STAMP: f"{self.stamp}\n".encode(), PUBLISHED: as_text(pages_of(self.manifest)).encode()}

    def pages(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Return the pages among those of *paths* that the build wrote: their addresses and bytes."""
        addresses = pages_of(path for path in paths if path in self.manifest)
        return {address: self.read(file_of(address)) for address in addresses}

    def read_all(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of files, by path."""
        return {path: self.read(path) for path in paths}

    def read(self, path: str) -> bytes:
        """Return the bytes of a file, also of a record.

        Raises ``SiteChangedError`` unless they are those that the build wrote, so that nothing else can be published
        under the name of this site.
        """
        if path in (STAMP, PUBLISHED):
            return self.records[path]
        try:
            with open(os.path.join(self.folder, path), "rb") as file:
                data = file.read()
        except FileNotFoundError:
            raise SiteChangedError(path) from None
        if digest(data) != self.manifest[path]:
            raise SiteChangedError(path)
        return data
