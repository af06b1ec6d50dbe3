"""A deployment to a branch, on one page: compare, commit on top, update the branch.

In:  an output folder with its manifest, and the repository to push to.
Out: ``Look``, then ``Published``.
Must not: push anything but one commit on top of the commit that ``look`` saw.
"""

import os
from collections.abc import Iterable, Mapping
from functools import partial
from typing import NamedTuple

from byeoru.base.credentials import without_credentials
from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.model.deploy import Deploy
from byeoru.model.project import Project
from byeoru.publish.addresses import PUBLISHED, from_text, pages_of
from byeoru.publish.deployment import Authorship, Deployment, Published, deployment_of
from byeoru.publish.errors import PublishError
from byeoru.publish.git.errors import GitError
from byeoru.publish.git.remote import repository_url
from byeoru.publish.git.repository import Remote, Repository, Tree
from byeoru.publish.github import pages_address
from byeoru.publish.progress import OnProgress
from byeoru.publish.site import STAMP, BuiltSite
from byeoru.publish.site_address import cname_of
from byeoru.publish.target import Look
from byeoru.publish.targets.github_pages.checks import CNAME, Branch, branch_reasons
from byeoru.publish.trust import TrustStore

TRAILER = "Byeoru-Stamp"


def target_of(deploy: Deploy, project: Project, trust: TrustStore) -> "GithubPages | Diagnostic":
    """Return the branch in the settings, by default of the repository from which the project was cloned."""
    try:
        url = repository_url(deploy.option("repository"), project.root)
    except GitError as failed:
        return failed.problem
    if not url:
        return error("deploy-no-repository", Location("blog.yml"), "set-repository")
    folder = os.path.join(project.state_directory, "deploy", "github-pages.git")
    remote = Remote(url, deploy.option("branch", "gh-pages"))
    repository = Repository(folder, remote, trust.key_for(folder), project.root)
    return GithubPages(repository, squash=deploy.option("history") == "squash")


class GithubPages(NamedTuple):
    """A branch that GitHub Pages or another host serves."""

    repository: Repository
    squash: bool = False  # the branch has a single commit without a parent

    @property
    def where(self) -> str:
        """Return repository and branch."""
        return f"{without_credentials(self.repository.remote.url)} ({self.repository.remote.branch})"

    @property
    def address(self) -> str:
        """Return the URL that GitHub Pages gives the repository, "" if it is not at GitHub."""
        return pages_address(self.repository.remote.url)

    @property
    def live_timeout(self) -> int:
        """Return how many seconds GitHub may need until it serves a new site."""
        return 300

    def look(self, site: BuiltSite) -> Look:
        """Compare *site* with the branch; a damaged private repository is created again once."""
        try:
            return _look(self.repository, site)
        except GitError as failed:
            if failed.problem.code != "git-failed":
                raise
        self.repository.delete()
        return _look(self.repository, site)

    def send(self, look: Look, authorship: Authorship, on_progress: OnProgress) -> Published:
        """Push one commit to the branch, completely or not at all."""
        parents = () if self.squash or not look.old else (look.old,)
        message = f"{authorship.message.rstrip()}\n{TRAILER}: {look.stamp}\n"
        commit = self.repository.commit(look.new, parents, message, authorship.people)
        try:
            self.repository.push(commit, look.old, on_progress)
        except GitError:
            if _tip_after(self.repository) != commit:
                raise
        return Published(commit, look.stamp)

    def past(self, count: int) -> tuple[Deployment, ...]:
        """Return the last commits of the branch, the newest first."""
        if self.squash:
            raise PublishError(error("deploy-no-history", Location(""), "keep-history"))
        self.repository.prepare()
        tip = self.repository.tip()
        self.repository.fetch(tip, count)
        return tuple(
            deployment_of(commit.name, commit.seconds, commit.message) for commit in self.repository.log(tip, count)
        )

    def earlier(self, past: tuple[Deployment, ...], steps: int) -> Look:
        """Compare an earlier commit with the branch.

        The current `CNAME` is kept, as an old one would move the site to another domain. Symlinks and submodules, which
        others have added, are not part of the site and are not restored.
        """
        repository, tip = self.repository, past[0].name
        now, others = repository.listing(tip)
        then = repository.listing(past[steps].name).files
        files = {path: blob for path, blob in then.items() if path != CNAME}
        files |= {CNAME: now[CNAME]} if CNAME in now else {}
        tree = repository.tree(files)
        return Look(
            old=tip,
            new=tree,
            stamp=repository.read(then.get(STAMP, "")).decode("ascii", "replace").strip(),
            before=now | others,
            after=files,
            addresses=_addresses(repository, now),
            is_ours=True,
            is_same=tree == repository.tree_of(tip),
            read=partial(_read, repository, now),
            diff=lambda _: repository.diff(tip, tree),
        )


def _look(repository: Repository, site: BuiltSite) -> Look:
    repository.prepare()
    old = repository.tip()
    repository.fetch(old)
    before, others = repository.listing(old)
    after = _files(site, repository)
    tree = repository.tree(after)
    branch = Branch(frozenset(before), _text(repository, before.get(CNAME, "")).strip(), _is_ours(repository, old))
    cname = _text(repository, after.get(CNAME, "")).strip() if CNAME in site.manifest else ""
    return Look(
        old=old,
        new=tree,
        stamp=site.stamp,
        before=before | others,
        after=after,
        addresses=_addresses(repository, before),
        is_ours=branch.is_ours,
        is_same=tree == repository.tree_of(old),
        read=partial(_read, repository, before),
        diff=lambda _: repository.diff(old, tree),
        problems=branch_reasons(site.folder, site.manifest, site.base_url, cname, branch),
        site=site,  # `send` does not read it: the new site is a tree in the repository already
    )


def _files(site: BuiltSite, repository: Repository) -> Tree:
    """Return the files of the branch: the site, and the files that its host and the next deployment need."""
    ours = {".nojekyll": b"", **site.records}
    host = cname_of(site.base_url)
    if host and CNAME not in site.manifest:
        ours[CNAME] = f"{host}\n".encode()
    files = repository.write_files(site.manifest, site.read)
    return files | {path: repository.write(data) for path, data in ours.items()}


def _addresses(repository: Repository, files: Tree) -> frozenset[str]:
    return from_text(_text(repository, files.get(PUBLISHED, ""))) or pages_of(files)


def _read(repository: Repository, files: Tree, paths: Iterable[str]) -> Mapping[str, bytes]:
    """Return the bytes of files of a commit, with a single process."""
    blobs = {path: files[path] for path in paths if path in files}
    return dict(zip(blobs, repository.read_all(blobs.values()), strict=True))


def _text(repository: Repository, blob: str) -> str:
    return repository.read(blob).decode("utf-8", "replace")


def _is_ours(repository: Repository, commit: str) -> bool:
    return any(f"\n{TRAILER}: " in record.message for record in repository.log(commit, 1))


def _tip_after(repository: Repository) -> str:
    """Return the tip of the branch after a failure: the push may have succeeded, and only its response was lost."""
    try:
        return repository.tip()
    except GitError:
        return ""
