"""A built site that is going to be deployed.

In:  an output folder with its manifest.
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

STAMP = "byeoru/stamp.txt"  # contains the digest of the site, so that a request can find out which site is live


class SiteChangedError(PublishError):
    """A file of the site differs from what the build wrote: another process has changed it."""

    def __init__(self, path: str) -> None:
        """Take the path of the file."""
        super().__init__(error("deploy-site-changed", Location(f"site/{path}"), "deploy-again"))
        self.path = path


class BuiltSite(NamedTuple):
    """The result of a build."""

    folder: str
    manifest: Mapping[str, str]  # the path and digest of each file, as the build has reported them
    base_url: str

    @property
    def stamp(self) -> str:
        """Return the digest of the site: equal for the same files at the same address."""
        return digest_of([self.base_url, sorted(self.manifest.items())])

    @property
    def records(self) -> dict[str, bytes]:
        """Return the files that are published for the next deployment."""
        return {STAMP: f"{self.stamp}\n".encode(), PUBLISHED: as_text(pages_of(self.manifest)).encode()}

    def pages(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Return the addresses and bytes of the pages among *paths* that the build wrote."""
        addresses = pages_of(path for path in paths if path in self.manifest)
        return {address: self.read(file_of(address)) for address in addresses}

    def read_all(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Return the bytes of files, by path."""
        return {path: self.read(path) for path in paths}

    def read(self, path: str) -> bytes:
        """Return the bytes of a file or a record.

        Raises ``SiteChangedError`` if the file differs from what the build wrote, so that nothing else is published
        with the stamp of this site.
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
