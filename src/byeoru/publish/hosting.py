"""Tell where a project is published, from its settings and its git.

In:  the text of `blog.yml`, and the address that git pushes to.
Out: ``Hosting``.
Must not: say what is wrong with the settings; the command that publishes does.
"""

import re
import subprocess
from typing import NamedTuple

from byeoru.base.yaml_nodes import Mapping, Scalar, YamlProblem, read_mapping

_GITHUB = re.compile(
    r"(?:(?:https?|ssh|git)://(?:[^@/]+@)?github\.com(?::\d+)?/|git@github\.com:)?([\w-]+)/([\w.-]+?)/?"
)
_SHORT = re.compile(r"[\w-]+/[\w.-]+")
# What the place of a server of one's own is called, in the settings and in the habits of others.
_PLACES = ("destination", "host", "server", "to")


class Hosting(NamedTuple):
    """Where the site goes."""

    target: str = "github-pages"
    repository: str = ""  # of GitHub Pages
    branch: str = "gh-pages"
    host: str = ""  # of a server of one's own

    @property
    def is_pages(self) -> bool:
        """Tell whether GitHub serves the site."""
        return self.target != "rsync"

    @property
    def user(self) -> str:
        """Return the user or organisation that the repository belongs to, "" if it is none of GitHub's.

        >>> Hosting(repository="git@github.com:Hong/blog.git").user, Hosting(repository="/srv/blog.git").user
        ('Hong', '')
        """
        found = _GITHUB.fullmatch(self.repository.strip().removesuffix(".git"))
        return found[1] if found else ""

    @property
    def remote(self) -> str:
        """Return the repository as git wants it."""
        is_short = _SHORT.fullmatch(self.repository)
        return f"https://github.com/{self.repository}.git" if is_short else self.repository


def hosting_of(text: str, origin: str) -> Hosting:
    """Read `deploy:`; without a repository there, *origin* is the one.

    >>> hosting_of("deploy: {target: rsync, destination: 'hong@web.example.kr:/srv/blog'}", "").host
    'web.example.kr'
    """
    said = _deploy(text)
    place = next((said[name] for name in _PLACES if said.get(name)), "")
    host = place.removeprefix("ssh://").rpartition("@")[2]
    return Hosting(
        said.get("target", "github-pages"),
        said.get("repository", origin),
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


def origin_of(folder: str) -> str:
    """Return the address that git pushes the project in *folder* to, "" if it has none."""
    words = ["git", "-C", folder, "config", "--get", "remote.origin.url"]
    try:
        done = subprocess.run(words, capture_output=True, encoding="utf-8", errors="replace", timeout=5, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()
