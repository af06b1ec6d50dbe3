"""Divide the files of a project into pages and other files.

In:  a scan.
Out: ``PathsByUse``. Markdown is a page; HTML is one if it begins with front matter, and is published unchanged
     otherwise. In a blog of Jekyll, Markdown outside of its collections needs front matter, too; without it, it is left
     out and reported once.
Must not: read more of a file than its first bytes.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.discover.layout import NO_PAGES, is_markdown
from byeoru.discover.read import opened
from byeoru.discover.readable import HTML
from byeoru.discover.sources import Scan
from byeoru.model.project import Project, Stat

_MARK = b"---"
_BOM = b"\xef\xbb\xbf"
_COLLECTION = re.compile(r"(?:^|/)_")  # a folder whose Markdown is always a page, such as `_posts`


class PathsByUse(NamedTuple):
    """The files of a scan by their use."""

    documents: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    examined: Mapping[str, Stat] = {}  # files whose first bytes decided their use


def divided(project: Project, scan: Scan) -> PathsByUse:
    """Return the files of *scan* by their use."""
    html = [path for path in scan.files if path.lower().endswith(HTML) and not path.startswith(NO_PAGES)]
    optional = (
        [path for path in scan.files if is_markdown(path) and not _COLLECTION.search(path)] if _is_blog(scan) else []
    )
    marked = {path for path in (*html, *optional) if _has_front_matter(project, scan, path)}
    left_out = tuple(path for path in optional if path not in marked)
    skipped = set(left_out)
    documents = tuple(path for path in scan.files if path in marked or (is_markdown(path) and path not in skipped))
    known = {*documents, *skipped}
    others = tuple(path for path in scan.files if path not in known)
    return PathsByUse(documents, others, left_out, {path: scan.files[path] for path in (*html, *optional)})


def holds(division: PathsByUse, scan: Scan) -> bool:
    """Tell whether *division* still holds for a scan of the same paths: no file can have got or lost front matter."""
    return all(scan.files[path] == stat for path, stat in division.examined.items())


def left_out_warning(division: PathsByUse) -> tuple[Diagnostic, ...]:
    """Return one warning about all Markdown that is left out."""
    paths = division.left_out
    if not paths:
        return ()
    return (warning("no-front-matter", Location(paths[0]), "add-front-matter", count=len(paths)),)


def _is_blog(scan: Scan) -> bool:
    """Tell whether a project is a blog of Jekyll, which requires front matter; its plug-ins do not in other folders."""
    return "_config.yml" in scan.files and any(path.startswith("_posts/") for path in scan.files)


def _has_front_matter(project: Project, scan: Scan, path: str) -> bool:
    try:
        with opened(project, scan, path) as file:
            return file.read(len(_BOM + _MARK)).removeprefix(_BOM).startswith(_MARK)
    except OSError:
        return False
