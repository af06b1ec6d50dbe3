"""The state of the preview after a build: what it shows, and the report.

Frozen values: a request that is being answered keeps the one that it began with.
"""

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from byeoru.base.diagnostic import has_errors
from byeoru.base.paths import nfc
from byeoru.model.content import Document
from byeoru.model.project import Project, Report
from byeoru.model.site import Site

_MOST = 500  # addresses in one message; a tab that is told of more looks for itself


class PreviewState(NamedTuple):
    """The preview after one build."""

    run: str  # names the process that serves: numbers of another run mean nothing
    number: int = 0  # of the build, counted in this run from 1; 0 before the first
    base: str = ""  # path under which the site lies, decoded: "" or "/notes"
    files: Mapping[str, str] = {}  # path and digest of each file of the last good build
    site: Site | None = None  # of the last good build
    report: Report = Report()  # of the last build, good or bad
    saved: tuple[str, ...] = ()  # paths of the sources that it was told of

    def document(self, path: str) -> Document | None:
        """Return the document whose page is the file *path*, None where a page is made of none."""
        page = self.site.by_address.get("/" + path.removesuffix("index.html")) if self.site else None
        return page.document if page else None

    @property
    def is_broken(self) -> bool:
        """Tell whether the last build had errors, so that older pages are shown."""
        return has_errors(self.report.problems)


def project_paths(project: Project, places: Iterable[str]) -> tuple[str, ...]:
    """Return the paths in *project* of the absolute *places*."""
    root = os.path.realpath(project.root) + os.sep
    return tuple(sorted(nfc(one.removeprefix(root)).replace(os.sep, "/") for one in places if one.startswith(root)))


def changed_files(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, ...]:
    """Return the paths of the files that differ, in order."""
    if old is new:
        return ()
    differing = {path for path, digest in new.items() if old.get(path) != digest}
    return tuple(sorted(differing | (old.keys() - new.keys())))


def build_message(
    state: PreviewState, changed: tuple[str, ...], follow: str = "", *, is_building: bool = False
) -> dict[str, object]:
    """Return what a tab is told of a build; *changed* is None there if that is too much to tell.

    *follow* is the address to which the tab that was used last is to go. *is_building* tells that the next build takes
    its time.
    """
    return {
        "run": state.run,
        "build": state.number,
        "changed": list(changed) if len(changed) <= _MOST else None,
        "problems": len(state.report.problems),
        "broken": state.is_broken,
        "follow": follow,
        "building": is_building,
    }
