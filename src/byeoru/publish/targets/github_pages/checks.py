"""Reasons to stop that are specific to GitHub Pages.

In:  the site, and the content of the branch.
Out: a problem for each reason to stop, with its name for `--allow`.
Must not: decide what is allowed.
"""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic
from byeoru.publish.compare.preflight import stop
from byeoru.publish.site_address import cname_of

FILE_LIMIT = 100 * 1000 * 1000  # bytes; GitHub refuses a file of 100 MB
SITE_LIMIT = 1000 * 1000 * 1000  # bytes of a published site (docs.github.com, "GitHub Pages limits")
CNAME = "CNAME"
# Files that are common in the root of a project, and never in that of a site.
_SOURCES = {
    "blog.yml",
    "_config.yml",
    "package.json",
    "hugo.toml",
    "config.toml",
    "pyproject.toml",
    "Gemfile",
    "Makefile",
}
_SHOWN = 5  # names in one message


class Branch(NamedTuple):
    """The content of the branch."""

    paths: frozenset[str]
    cname: str  # the content of the file `CNAME`; "" for none
    is_ours: bool  # Byeoru created the last commit


def branch_reasons(
    folder: str, paths: Iterable[str], base_url: str, cname: str, branch: Branch
) -> tuple[Diagnostic, ...]:
    """Return the reasons to stop for a site in *folder*; *cname* is the content of its own file `CNAME`, if any."""
    return (*_cname(base_url, cname, branch), *_sizes(folder, paths), *_sources(branch))


def _cname(base_url: str, cname: str, branch: Branch) -> Iterator[Diagnostic]:
    wanted = cname_of(base_url)
    if cname and cname != wanted:
        yield stop("cname", "deploy-cname-file", "allow-or-base-url", host=cname, wanted=wanted or "-")
    if branch.cname and not branch.is_ours and branch.cname != wanted:
        yield stop("cname", "deploy-cname", "allow-or-base-url", host=branch.cname, wanted=wanted or "-")


def _sizes(folder: str, paths: Iterable[str]) -> Iterator[Diagnostic]:
    sizes = {path: os.lstat(os.path.join(folder, path)).st_size for path in paths}
    for path, size in sizes.items():
        if size > FILE_LIMIT:
            yield stop("size", "deploy-large-file", "shrink-the-file", path=path, size=size // 1_000_000)
    total = sum(sizes.values())
    if total > SITE_LIMIT:
        yield stop("size", "deploy-large-site", "allow-it", size=total // 1_000_000)


def _sources(branch: Branch) -> Iterator[Diagnostic]:
    sources = sorted(_SOURCES & branch.paths)
    if sources and not branch.is_ours:
        yield stop("sources", "deploy-over-sources", "another-branch", names=", ".join(sources[:_SHOWN]))
