"""The state of the preview after a build: its files, its site and the report.

States are frozen: a request uses the same state from start to end.
"""

import os
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from byeoru.base.diagnostic import has_errors
from byeoru.base.paths import nfc
from byeoru.model.content import Document
from byeoru.model.project import Project, Report
from byeoru.model.site import Site

_MAX_PATHS = 500  # paths in one message; with more, each tab checks its files itself


class PreviewState(NamedTuple):
    """The preview after one build."""

    run: str  # identifies the server process; build numbers of another run cannot be compared
    number: int = 0  # of the build, counted in this run from 1; 0 before the first
    base: str = ""  # decoded path of the site: "" or "/notes"
    files: Mapping[str, str] = {}  # path and digest of each file of the last successful build
    site: Site | None = None  # of the last successful build
    report: Report = Report()  # of the last build, successful or not
    saved: tuple[str, ...] = ()  # paths of the sources whose change caused the build

    def document(self, path: str) -> Document | None:
        """Return the document whose page is the file *path*, None if the page has no document."""
        page = self.site.by_address.get("/" + path.removesuffix("index.html")) if self.site else None
        return page.document if page else None

    def values_of(self, path: str, token: str) -> dict[str, object]:
        """Return what the client script is told about the page in the file *path*."""
        return {"run": self.run, "build": self.number, "base": self.base, "path": path, "token": token}

    @property
    def is_broken(self) -> bool:
        """Tell whether the last build failed, so that older pages are shown."""
        return has_errors(self.report.problems)


def project_paths(project: Project, absolute_paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths in *project* of *absolute_paths*."""
    root = os.path.realpath(project.root) + os.sep
    return tuple(
        sorted(nfc(path.removeprefix(root)).replace(os.sep, "/") for path in absolute_paths if path.startswith(root))
    )


def changed_files(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, ...]:
    """Return the sorted paths of the files that differ."""
    if old is new:
        return ()
    differing = {path for path, digest in new.items() if old.get(path) != digest}
    return tuple(sorted(differing | (old.keys() - new.keys())))


def is_of_index(path: str) -> bool:
    """Tell whether a file belongs to the search index.

    >>> is_of_index("en/search/root.json"), is_of_index("search/index.html")
    (True, False)
    """
    return "/search/" in f"/{path}" and not path.endswith(".html")


def build_message(
    state: PreviewState,
    changed: tuple[str, ...],
    follow: str = "",
    page: dict[str, str] | None = None,
    *,
    is_building: bool = False,
) -> dict[str, object]:
    """Return the message about a build for the open tabs; its *changed* is None if there are too many paths.

    *follow* is the address that the most recently used tab opens, *page* a changed page that need not be requested.
    *is_building* means that the next build takes long.
    """
    return {
        "run": state.run,
        "build": state.number,
        "changed": list(changed) if len(changed) <= _MAX_PATHS else None,
        "problems": len(state.report.problems),
        "broken": state.is_broken,
        "follow": follow,
        "page": page,
        "building": is_building,
    }
