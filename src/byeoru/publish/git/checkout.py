"""Find the author's clone that contains a project.

In:  the project folder.
Out: ``Checkout``, or a problem if there is no clone.
Must not: write to the clone, or access the network.
"""

import os
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.publish.git.errors import GitError
from byeoru.publish.git.run import query_clone

_DEFAULT_BRANCH = "main"


class Checkout(NamedTuple):
    """A clone that contains a project."""

    top: str  # absolute
    folder: str  # of the project in it, with forward slashes; "" for the top itself
    branch: str  # the default branch of the remote


def checkout_of(root: str) -> Checkout | Diagnostic:
    """Return the clone that contains *root*."""
    try:
        lines = query_clone(root, "rev-parse", "--show-toplevel", "--show-prefix").decode("utf-8", "surrogateescape")
    except GitError as failed:
        is_missing = failed.problem.code == "git-missing"
        return failed.problem if is_missing else error("actions-no-clone", Location(""), "make-clone")
    top, folder = (*lines.split("\n"), "")[:2]
    return Checkout(os.path.abspath(top), folder.strip("/"), _branch(root))


def unpushed(root: str) -> int:
    """Return the number of commits that have not been pushed, as far as the clone knows."""
    count = _output(root, "rev-list", "--count", "@{upstream}..HEAD")
    return int(count) if count.isdecimal() else 0


def _branch(root: str) -> str:
    """Return the default branch of the remote as the clone has recorded it, else the current branch."""
    recorded = _output(root, "symbolic-ref", "--short", "refs/remotes/origin/HEAD").removeprefix("origin/")
    return recorded or _output(root, "symbolic-ref", "--short", "HEAD") or _DEFAULT_BRANCH


def _output(root: str, *words: str) -> str:
    """Return the output of a git command, "" if it fails."""
    try:
        return query_clone(root, *words).decode("utf-8", "replace").strip()
    except GitError:
        return ""
