"""What a site is connected from.

In:  what the stages before have found: documents, files, settings.
Out: ``Premises``; ``SiteInputs``, by which two sites are compared; digests and tables of these.
Must not: read a body.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from byeoru.base.codec import to_plain
from byeoru.base.diagnostic import Diagnostic
from byeoru.base.digest import digest_of
from byeoru.cache.memo import Memos
from byeoru.discover.commit_dates import CommitTimes
from byeoru.discover.image_sizes import sizes_of
from byeoru.discover.layout import Digests
from byeoru.discover.lfs import lfs_warnings
from byeoru.discover.sources import Scan
from byeoru.discover.verbatim import gps_warnings
from byeoru.graph.visible import Visible
from byeoru.model.content import Document
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.model.site import Site


class Premises(NamedTuple):
    """The inputs of a site."""

    scan: Scan
    settings: Settings
    documents: Mapping[str, Document]  # by path
    signature: tuple[str, str]  # of their paths, and of them without texts and words
    commit_times: CommitTimes  # of undated posts
    files: Digests  # all files that are not documents
    now: datetime
    leaves_index: bool  # the search index of the site before is taken as it is


class SiteInputs(NamedTuple):
    """The inputs of a site without texts, titles and summaries: equal for two sites that differ only in these."""

    documents: tuple[str, str]  # the digests of their paths, and of the rest of their metadata
    settings: object
    commit_times: CommitTimes
    files: Digests


def pictures_of(
    project: Project, scan: Scan, published: Digests, memos: Memos
) -> tuple[Mapping[str, tuple[int, int]], list[Diagnostic]]:
    """Return the sizes of images, and warnings about those that contain GPS coordinates or are not here."""
    problems = [
        *gps_warnings(project, scan, published, memos.gps.of),
        *lfs_warnings(project, scan, published, memos.lfs.of),
    ]
    return sizes_of(project, scan, published, memos.sizes.of), problems


def shape_of(premises: Premises, shown: Visible, site: Site, published: Digests) -> str:
    """Return a digest of the inputs of a site, except texts, words of metadata, and files that are not published."""
    return digest_of(
        [
            premises.signature,
            [document.path for document in shown.hidden.documents],
            [file.path for file in site.files],
            sorted(published.items()),
            sorted(premises.commit_times.items()),
            to_plain(Settings)(premises.settings),
            site.search.layout,
        ]
    )
