"""Read from the author's clone what a site is built from, and who publishes it.

In:  the project folder.
Out: the current commit, the uncommitted files, and the author for the commit of the deployment.
Must not: write to the clone, not even to its index, or run programs that its configuration defines.
"""

import os
from collections.abc import Mapping
from typing import NamedTuple

from byeoru.publish.git.errors import GitError
from byeoru.publish.git.run import query_clone, without_filters

_BUILT = (":(exclude)site", ":(exclude).blog")  # what builds write, for clones without a `.gitignore`
# Submodules are ignored, as each has a configuration.
_STATUS = (
    *("status", "--porcelain", "-z", "--no-renames", "--ignore-submodules=all", "--untracked-files=all"),
    *("--", ".", *_BUILT),
)
_NAME = "blog deploy"
_EMAIL = "blog-deploy@localhost"


class Provenance(NamedTuple):
    """What a site was built from."""

    commit: str  # "" outside of a clone
    uncommitted: tuple[str, ...]  # files of the project that differ from the commit


def provenance_of(root: str) -> Provenance:
    """Return the current commit of the clone that contains *root*, and the uncommitted files in *root*."""
    commit = _output(root, "rev-parse", "--verify", "HEAD").strip()
    try:
        rows = query_clone(root, *_STATUS, variables=without_filters(root)).decode("utf-8", "replace").split("\0")
    except GitError:
        rows = []
    return Provenance(commit, tuple(row[3:] for row in rows if row))


def people_of(root: str, author: str) -> Mapping[str, str]:
    """Return git's variables for author and committer: as the user has configured them, else the site's author."""
    variable = os.environ.get
    name = variable("GIT_AUTHOR_NAME") or _output(root, "config", "user.name").strip() or _safe(author) or _NAME
    email = variable("GIT_AUTHOR_EMAIL") or _output(root, "config", "user.email").strip() or _EMAIL
    return {
        "GIT_AUTHOR_NAME": name,
        "GIT_AUTHOR_EMAIL": email,
        "GIT_COMMITTER_NAME": name,
        "GIT_COMMITTER_EMAIL": email,
    }


def _output(root: str, *words: str) -> str:
    """Return the output of a git command, "" if it fails."""
    try:
        return query_clone(root, *words).decode("utf-8", "replace")
    except GitError:
        return ""


def _safe(name: str) -> str:
    """Return a name without the characters that git does not allow in it."""
    return "".join(character for character in name if character not in "<>\n\0").strip(" .,:;'\"")
