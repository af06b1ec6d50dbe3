"""Tell where a project is published, from its settings and its git.

In:  the text of `blog.yml`, and the folder of the project.
Out: ``Hosting``.
Must not: say what is wrong with the settings; the command that publishes does.
"""

import re
from typing import NamedTuple

from byeoru.base.yaml_nodes import Mapping, Scalar, YamlProblem, read_mapping
from byeoru.publish.git import GitFailed
from byeoru.publish.target import github_name, repository_url

# What the place of a server of one's own is called, in the settings and in the habits of others.
_PLACES = ("destination", "host", "server", "to")


class Hosting(NamedTuple):
    """Where the site goes."""

    target: str = "github-pages"
    remote: str = ""  # the address of the repository, as git wants it
    branch: str = "gh-pages"
    host: str = ""  # of a server of one's own

    @property
    def is_pages(self) -> bool:
        """Tell whether GitHub serves the site."""
        return self.target != "rsync"

    @property
    def user(self) -> str:
        """Return the user or organisation that the repository belongs to, "" if it is none of GitHub's.

        >>> Hosting(remote="git@github.com:Hong/blog.git").user, Hosting(remote="/srv/blog.git").user
        ('Hong', '')
        """
        found = github_name(self.remote)
        return found[0] if found else ""


def hosting_of(text: str, root: str) -> Hosting:
    """Read `deploy:`; without a repository there, it is the one that the project in *root* was cloned from.

    >>> hosting_of("deploy: {target: rsync, destination: 'hong@web.example.kr:/srv/blog'}", "/").host
    'web.example.kr'
    """
    said = _deploy(text)
    place = next((said[name] for name in _PLACES if said.get(name)), "")
    host = place.removeprefix("ssh://").rpartition("@")[2]
    try:
        remote = repository_url(said.get("repository", ""), root)
    except GitFailed:  # there is no git, so there is no clone either
        remote = ""
    return Hosting(
        said.get("target", "github-pages"),
        remote,
        said.get("branch", "gh-pages"),
        host.removeprefix("[").partition("]")[0] if host.startswith("[") else re.split("[:/]", host)[0],
    )


def _deploy(text: str) -> dict[str, str]:
    try:
        pairs = read_mapping(text).pairs
    except YamlProblem:
        return {}
    for key, node in pairs:
        if key.text == "deploy" and isinstance(node, Mapping):
            return {
                name.text: value.text for name, value in node.pairs if isinstance(value, Scalar) and not value.is_null
            }
    return {}
