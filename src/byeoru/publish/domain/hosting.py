"""Tell where a project is published, from its settings and its git.

In:  the part `deploy` of the settings, and the folder of the project.
Out: ``Hosting``.
Must not: say what is wrong with the settings; the command that publishes does.
"""

import os
from typing import NamedTuple

from byeoru.model.deploy import Deploy
from byeoru.model.destination import destination_of
from byeoru.publish.git.errors import GitFailed
from byeoru.publish.git.remote import repository_url
from byeoru.publish.github import github_name
from byeoru.publish.programs import run

_SECONDS = 5.0  # for ssh to read its own configuration

_PAGES = frozenset({"github-pages", "github-actions"})


class Hosting(NamedTuple):
    """Where the site goes."""

    target: str = "github-pages"
    remote: str = ""  # the address of the repository, as git wants it
    branch: str = "gh-pages"
    host: str = ""  # of a server of one's own

    @property
    def is_pages(self) -> bool:
        """Tell whether GitHub serves the site."""
        return self.target in _PAGES

    @property
    def claims_in_a_file(self) -> bool:
        """Tell whether the published site names its domain in a file `CNAME`; GitHub Actions ignore it."""
        return self.target == "github-pages"

    @property
    def user(self) -> str:
        """Return the user or organisation that the repository belongs to, "" if it is none of GitHub's.

        >>> Hosting(remote="git@github.com:Hong/blog.git").user, Hosting(remote="/srv/blog.git").user
        ('Hong', '')
        """
        found = github_name(self.remote)
        return found[0] if found else ""


def hosting_of(deploy: Deploy, root: str) -> Hosting:
    """Return where the site goes; without a repository there, it is the one that the project in *root* was cloned from.

    >>> hosting_of(Deploy("rsync", destination="ssh://hong@web.example.kr:2222/srv/blog"), "/").host
    'web.example.kr'
    """
    if deploy.target in _PAGES:
        try:
            return Hosting(deploy.target, repository_url(deploy.repository, root), deploy.branch)
        except GitFailed:  # there is no git, so there is no clone either
            return Hosting(deploy.target, branch=deploy.branch)
    found = destination_of(deploy.destination) if deploy.target == "rsync" else None
    return Hosting(deploy.target, host=_named(found.host) if found else "")


def _named(host: str) -> str:
    """Return the host that an alias of ssh's own configuration means; ssh says so without asking the network."""
    if not host or "." in host or ":" in host:
        return host
    try:
        said = run(["ssh", "-G", "--", host], b"", _SECONDS, {**os.environ, "LC_ALL": "C"}).out.decode(
            "utf-8", "replace"
        )
    except (FileNotFoundError, TimeoutError):
        return host
    names = (line.partition(" ")[2].strip() for line in said.splitlines() if line.startswith("hostname "))
    return next(names, host)
