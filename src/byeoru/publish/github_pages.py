"""★ A deployment to a branch, on one page: look, compare, commit on top, swap.

In:  an emitted folder with its manifest, and the repository that it goes to.
Out: ``Prepared`` (what would change, and reasons to stop), then ``Published``.
Must not: push what was not prepared, or anything but one commit on what the branch held when it was looked at.
"""

import os
from collections.abc import Mapping
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.digest import digest_of
from byeoru.base.paths import file_of
from byeoru.publish.addresses import PUBLISHED, as_text, broken, from_text, pages_of
from byeoru.publish.changes import Changes, changes_between
from byeoru.publish.git import GitFailed
from byeoru.publish.moved import moved_pages
from byeoru.publish.preflight import CNAME, Found, Planned, reasons_to_stop
from byeoru.publish.repository import Commit, Repository, Tree
from byeoru.publish.target import cname_of

STAMP = "byeoru/stamp.txt"  # the digest of the site, by which one sees from outside which one is live
TRAILER = "Byeoru-Stamp"
_ROUNDS = 2  # a private repository that turns out to be damaged is made again once


class Site(NamedTuple):
    """What a build left in its folder."""

    folder: str
    manifest: Mapping[str, str]  # path and digest of each file
    base_url: str

    @property
    def stamp(self) -> str:
        """Return the name of this site: the same bytes at the same address have the same."""
        return digest_of([self.base_url, sorted(self.manifest.items())])


class Prepared(NamedTuple):
    """A deployment that has not happened."""

    old: str  # the commit that the branch is at; "" for none
    tree: str
    stamp: str
    changes: Changes
    broken: tuple[str, ...]  # published addresses that would be no more
    problems: tuple[Diagnostic, ...]
    is_same: bool  # the branch holds this very site

    @property
    def has_old(self) -> bool:
        """Tell whether something was published before."""
        return self.old != ""


class Published(NamedTuple):
    """A deployment that has happened."""

    commit: str
    stamp: str


class Authorship(NamedTuple):
    """What a commit says of itself."""

    message: str
    people: Mapping[str, str]  # git's variables for author and committer
    squash: bool = False


def prepare(site: Site, repository: Repository, expected: str) -> Prepared | Diagnostic:
    """Compare *site* with what the branch holds; *expected* is the address that its host gives it."""
    for _ in range(_ROUNDS):
        try:
            repository.ready()
            return _prepared(site, repository, expected)
        except GitFailed as failed:
            if failed.problem.code != "git-failed":
                return failed.problem
            repository.discard()
            problem = failed.problem
    return problem


def publish(repository: Repository, prepared: Prepared, authorship: Authorship) -> Published | Diagnostic:
    """Put what was *prepared* on the branch, wholly or not at all."""
    parents = () if authorship.squash or not prepared.old else (prepared.old,)
    message = f"{authorship.message.rstrip()}\n{TRAILER}: {prepared.stamp}\n"
    try:
        commit = repository.commit(prepared.tree, parents, message, authorship.people)
    except GitFailed as failed:
        return failed.problem
    try:
        repository.push(commit, prepared.old)
    except GitFailed as failed:
        return failed.problem if _tip_after(repository) != commit else Published(commit, prepared.stamp)
    return Published(commit, prepared.stamp)


def deployments(repository: Repository, count: int) -> tuple[Commit, ...] | Diagnostic:
    """Return the last deployments, the newest first."""
    try:
        repository.ready()
        tip = repository.tip()
        repository.have(tip, count)
        return repository.log(tip, count)
    except GitFailed as failed:
        return failed.problem


def earlier(repository: Repository, commits: tuple[Commit, ...], steps: int) -> Prepared | Diagnostic:
    """Prepare the publication of the site that stood *steps* deployments before the newest of *commits*.

    The host of the site is that of today: an old `CNAME` would take the site from its address.
    """
    tip, wanted = commits[0].name, commits[steps].name
    try:
        now, then = repository.files(tip), repository.files(wanted)
        files = {path: blob for path, blob in then.items() if path != CNAME}
        files |= {CNAME: now[CNAME]} if CNAME in now else {}
        tree = repository.tree(files)
        stamp = repository.read(then.get(STAMP, "")).decode("ascii", "replace").strip()
        is_same = tree == repository.tree_of(tip)
        published = from_text(_text(repository, now.get(PUBLISHED, ""))) or pages_of(now)
    except GitFailed as failed:
        return failed.problem
    return Prepared(tip, tree, stamp, changes_between(now, files), broken(published, files), (), is_same)


def moved(site: Site, repository: Repository, prepared: Prepared) -> tuple[tuple[str, str], ...]:
    """Return old and new address of the pages whose published address would break, though they are still there."""
    before = repository.files(prepared.old)
    gone = {one: before[file_of(one)] for one in prepared.broken if file_of(one) in before}
    old = dict(zip(gone, repository.read_all(gone.values()), strict=True))
    new = pages_of(path for path in prepared.changes.added if path in site.manifest) if old else ()
    return moved_pages(old, {address: _bytes_of(site, address) for address in new})


def _prepared(site: Site, repository: Repository, expected: str) -> Prepared:
    old = repository.tip()
    repository.have(old)
    before = repository.files(old)
    after = _files(site, repository)
    tree = repository.tree(after)
    published = from_text(_text(repository, before.get(PUBLISHED, ""))) or pages_of(before)
    lost = broken(published, after)
    found = Found(tuple(before), _is_ours(repository, old), _text(repository, before.get(CNAME, "")).strip(), lost)
    own = _text(repository, after.get(CNAME, "")).strip() if CNAME in site.manifest else ""
    planned = Planned(site.base_url, expected, site.folder, tuple(site.manifest), own)
    is_same = tree == repository.tree_of(old)
    problems = () if is_same else reasons_to_stop(planned, found)
    return Prepared(old, tree, site.stamp, changes_between(before, after), lost, problems, is_same)


def _files(site: Site, repository: Repository) -> Tree:
    """Return the files of the branch: those of the site, and those that its host and the next deployment need."""
    ours = {
        ".nojekyll": b"",
        STAMP: f"{site.stamp}\n".encode(),
        PUBLISHED: as_text(pages_of(site.manifest)).encode(),
    }
    host = cname_of(site.base_url)
    if host and CNAME not in site.manifest:
        ours[CNAME] = f"{host}\n".encode()
    files = repository.write_files(site.folder, site.manifest)
    return files | {path: repository.write(data) for path, data in ours.items()}


def _text(repository: Repository, blob: str) -> str:
    return repository.read(blob).decode("utf-8", "replace")


def _is_ours(repository: Repository, commit: str) -> bool:
    return any(f"\n{TRAILER}: " in one.message for one in repository.log(commit, 1))


def _tip_after(repository: Repository) -> str:
    """Return where the branch is after a failure: the push may have landed, and only its answer was lost."""
    try:
        return repository.tip()
    except GitFailed:
        return ""


def _bytes_of(site: Site, address: str) -> bytes:
    with open(os.path.join(site.folder, file_of(address)), "rb") as file:
        return file.read()
