"""What would be regretted after publishing to a branch that GitHub serves.

In:  the site, and what the branch holds.
Out: a problem for each reason to stop, named as `--allow` takes it.
Must not: decide what the author allows.
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
# Files that lie at the top of a project and never at that of a site.
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
_SHOWN = 5  # names in one sentence


class Branch(NamedTuple):
    """What the branch holds."""

    paths: frozenset[str]
    cname: str  # that a file `CNAME` names; "" for none
    is_ours: bool  # the last commit is a deployment of this program


def branch_reasons(
    folder: str, paths: Iterable[str], base_url: str, cname: str, branch: Branch
) -> tuple[Diagnostic, ...]:
    """Return the reasons to stop for the files *paths* of a site in *folder*, one of which may be a *cname*."""
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
