"""★ A deployment to a branch, on one page: look, compare, commit on top, swap.

In:  an emitted folder with its manifest, and the repository that it goes to.
Out: ``Prepared`` (what would change, and reasons to stop), then ``Published``.
Must not: push what was not prepared, or anything but one commit on what the branch held when it was looked at.
"""

import os
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Place, error
from byeoru.base.logins import without_secrets
from byeoru.base.paths import file_of
from byeoru.model.deploy import Deploy
from byeoru.model.project import Project
from byeoru.publish.addresses import PUBLISHED, broken, from_text, pages_of
from byeoru.publish.changes import changes_between
from byeoru.publish.compare.moved import moved_pages
from byeoru.publish.compare.preflight import CNAME, Found, Planned, lost_addresses, reasons_to_stop
from byeoru.publish.deployment import STAMP, Authorship, Deployment, Moves, Prepared, Published, Site, told
from byeoru.publish.git.errors import GitFailed
from byeoru.publish.git.remote import repository_url
from byeoru.publish.git.repository import Remote, Repository, Tree
from byeoru.publish.github import pages_address
from byeoru.publish.progress import Tell
from byeoru.publish.site_address import cname_of
from byeoru.publish.trust import TrustStore

TRAILER = "Byeoru-Stamp"
_ROUNDS = 2  # a private repository that turns out to be damaged is made again once


def target_of(deploy: Deploy, project: Project, trust: TrustStore) -> "GithubPages | Diagnostic":
    """Return the branch that the settings name, or that of the repository which the project was cloned from."""
    try:
        url = repository_url(deploy.option("repository"), project.root)
    except GitFailed as failed:
        return failed.problem
    if not url:
        return error("deploy-no-repository", Place("blog.yml"), "set-repository")
    folder = os.path.join(project.workroom, "deploy", "github-pages.git")
    remote = Remote(url, deploy.option("branch", "gh-pages"))
    repository = Repository(folder, remote, trust.key_for(folder), project.root)
    return GithubPages(repository, squash=deploy.option("history") == "squash")


class GithubPages(NamedTuple):
    """A branch that GitHub, or another host, serves."""

    repository: Repository
    squash: bool = False  # the branch has one commit, which has no parent

    @property
    def where(self) -> str:
        """Return repository and branch."""
        return f"{without_secrets(self.repository.remote.url)} ({self.repository.remote.branch})"

    @property
    def address(self) -> str:
        """Return the base address that GitHub Pages gives the repository, "" for one that is elsewhere."""
        return pages_address(self.repository.remote.url)

    @property
    def patience(self) -> int:
        """Return how long GitHub may take."""
        return 300

    def prepare(self, site: Site) -> Prepared | Diagnostic:
        """Compare *site* with what the branch holds."""
        for _ in range(_ROUNDS):
            try:
                self.repository.ready()
                return _prepared(site, self.repository, self.address)
            except GitFailed as failed:
                if failed.problem.code != "git-failed":
                    return failed.problem
                self.repository.discard()
                problem = failed.problem
        return problem

    def take(self, prepared: Prepared, room: str) -> Prepared | Diagnostic:  # noqa: ARG002
        """Return that all is taken: what is to be published is a tree already."""
        return prepared

    def differences(self, prepared: Prepared) -> str | Diagnostic:
        """Return how the texts of branch and site differ, as git tells it."""
        try:
            return self.repository.diff(prepared.old, prepared.new)
        except GitFailed as failed:
            return failed.problem

    def moved(self, site: Site, prepared: Prepared) -> Moves | Diagnostic:
        """Return the pages whose published address would break, though they are still there."""
        try:
            before = self.repository.listing(prepared.old).files
            gone = {one: before[file_of(one)] for one in prepared.broken if file_of(one) in before}
            old = dict(zip(gone, self.repository.read_all(gone.values()), strict=True))
        except GitFailed as failed:
            return failed.problem
        return moved_pages(old, site.pages(prepared.changes.added)) if old else ()

    def publish(self, prepared: Prepared, authorship: Authorship, tell: Tell) -> Published | Diagnostic:
        """Put what was *prepared* on the branch, wholly or not at all."""
        parents = () if self.squash or not prepared.old else (prepared.old,)
        message = f"{authorship.message.rstrip()}\n{TRAILER}: {prepared.stamp}\n"
        try:
            commit = self.repository.commit(prepared.new, parents, message, authorship.people)
        except GitFailed as failed:
            return failed.problem
        published = Published(commit, prepared.stamp)
        try:
            self.repository.push(commit, prepared.old, tell)
        except GitFailed as failed:
            return failed.problem if _tip_after(self.repository) != commit else published
        return published

    def deployments(self, count: int) -> tuple[Deployment, ...] | Diagnostic:
        """Return the last commits of the branch, the newest first."""
        if self.squash:
            return error("deploy-no-history", Place(""), "keep-history")
        try:
            self.repository.ready()
            tip = self.repository.tip()
            self.repository.have(tip, count)
            return tuple(told(one.name, one.seconds, one.message) for one in self.repository.log(tip, count))
        except GitFailed as failed:
            return failed.problem

    def earlier(self, past: tuple[Deployment, ...], steps: int) -> Prepared | Diagnostic:
        """Prepare the publication of an earlier commit.

        The host of the site is that of today: an old `CNAME` would take the site from its address. Links and
        submodules that somebody put there are no part of a site, and do not come back.
        """
        repository, tip, wanted = self.repository, past[0].name, past[steps].name
        try:
            now, others = repository.listing(tip)
            then = repository.listing(wanted).files
            files = {path: blob for path, blob in then.items() if path != CNAME}
            files |= {CNAME: now[CNAME]} if CNAME in now else {}
            tree = repository.tree(files)
            stamp = repository.read(then.get(STAMP, "")).decode("ascii", "replace").strip()
            is_same = tree == repository.tree_of(tip)
            published = from_text(_text(repository, now.get(PUBLISHED, ""))) or pages_of(now)
        except GitFailed as failed:
            return failed.problem
        lost = broken(published, files)
        problems = () if is_same else lost_addresses(lost, "allow-it")
        return Prepared(tip, tree, stamp, changes_between(now | others, files), lost, problems, is_same)


def _prepared(site: Site, repository: Repository, expected: str) -> Prepared:
    old = repository.tip()
    repository.have(old)
    before, others = repository.listing(old)
    after = _files(site, repository)
    tree = repository.tree(after)
    published = from_text(_text(repository, before.get(PUBLISHED, ""))) or pages_of(before)
    lost = broken(published, after)
    found = Found(tuple(before), _is_ours(repository, old), _text(repository, before.get(CNAME, "")).strip(), lost)
    own = _text(repository, after.get(CNAME, "")).strip() if CNAME in site.manifest else ""
    planned = Planned(site.base_url, expected, site.folder, tuple(site.manifest), own)
    is_same = tree == repository.tree_of(old)
    problems = () if is_same else reasons_to_stop(planned, found)
    return Prepared(old, tree, site.stamp, changes_between(before | others, after), lost, problems, is_same)


def _files(site: Site, repository: Repository) -> Tree:
    """Return the files of the branch: those of the site, and those that its host and the next deployment need."""
    ours = {".nojekyll": b"", **site.luggage}
    host = cname_of(site.base_url)
    if host and CNAME not in site.manifest:
        ours[CNAME] = f"{host}\n".encode()
    files = repository.write_files(site.manifest, site.read)
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
