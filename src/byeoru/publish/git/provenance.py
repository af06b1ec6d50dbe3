"""From what, and by whom, a site is published: read from the author's own clone, which stays as it is.

In:  the project's folder.
Out: the commit that it stands at, whether posts are not committed, and the names for a commit of ours.
Must not: write to the clone, of which not even the index is refreshed, or run what its configuration names.
"""

import os
from collections.abc import Mapping
from typing import NamedTuple

from byeoru.publish.git.errors import GitError
from byeoru.publish.git.run import query_clone, without_filters

_MADE = (":(exclude)site", ":(exclude).blog")  # what builds write, for clones without a `.gitignore`
# A submodule has a configuration of its own, so none is entered.
_STATUS = (
    *("status", "--porcelain", "-z", "--no-renames", "--ignore-submodules=all", "--untracked-files=all"),
    *("--", ".", *_MADE),
)
_NAME = "blog deploy"
_EMAIL = "blog-deploy@localhost"


class Provenance(NamedTuple):
    """What a deployment was made from."""

    commit: str  # "" outside of a clone
    uncommitted: tuple[str, ...]  # files of the project that differ from it


def provenance_of(root: str) -> Provenance:
    """Return what *root* stands at."""
    commit = _asked(root, "rev-parse", "--verify", "HEAD").strip()
    try:
        rows = query_clone(root, *_STATUS, variables=without_filters(root)).decode("utf-8", "replace").split("\0")
    except GitError:
        rows = []
    return Provenance(commit, tuple(row[3:] for row in rows if row))


def people_of(root: str, author: str) -> Mapping[str, str]:
    """Return git's variables for author and committer: the user's own names, else the site's author."""
    own = os.environ.get
    name = own("GIT_AUTHOR_NAME") or _asked(root, "config", "user.name").strip() or _safe(author) or _NAME
    email = own("GIT_AUTHOR_EMAIL") or _asked(root, "config", "user.email").strip() or _EMAIL
    return {
        "GIT_AUTHOR_NAME": name,
        "GIT_AUTHOR_EMAIL": email,
        "GIT_COMMITTER_NAME": name,
        "GIT_COMMITTER_EMAIL": email,
    }


def _asked(root: str, *words: str) -> str:
    try:
        return query_clone(root, *words).decode("utf-8", "replace")
    except GitError:
        return ""


def _safe(name: str) -> str:
    """Return a name without what git's own form of it has no place for."""
    return "".join(character for character in name if character not in "<>\n\0").strip(" .,:;'\"")
