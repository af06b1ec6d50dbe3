"""Where a project lies in its author's clone, which stays as it is.

In:  the project's folder.
Out: ``Checkout``; a problem where there is no clone.
Must not: write to the clone, or ask the network.
"""

import os
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.publish.git.errors import GitError
from byeoru.publish.git.run import query_clone

_USUAL = "main"


class Checkout(NamedTuple):
    """A clone with a project in it."""

    top: str  # absolute
    folder: str  # of the project below it, with forward slashes; "" for the top itself
    branch: str  # that the clone's owner publishes from


def checkout_of(root: str) -> Checkout | Diagnostic:
    """Return the clone that *root* lies in."""
    try:
        lines = query_clone(root, "rev-parse", "--show-toplevel", "--show-prefix").decode("utf-8", "surrogateescape")
    except GitError as failed:
        is_missing = failed.problem.code == "git-missing"
        return failed.problem if is_missing else error("actions-no-clone", Location(""), "make-clone")
    top, folder = (*lines.split("\n"), "")[:2]
    return Checkout(os.path.abspath(top), folder.strip("/"), _branch(root))


def unsent(root: str) -> int:
    """Return how many commits the remote does not have, as far as the clone knows."""
    count = _asked(root, "rev-list", "--count", "@{upstream}..HEAD")
    return int(count) if count.isdecimal() else 0


def _branch(root: str) -> str:
    """Return the default branch: the remote's own, as the clone remembers it, else the one that is checked out."""
    remembered = _asked(root, "symbolic-ref", "--short", "refs/remotes/origin/HEAD").removeprefix("origin/")
    return remembered or _asked(root, "symbolic-ref", "--short", "HEAD") or _USUAL


def _asked(root: str, *words: str) -> str:
    try:
        return query_clone(root, *words).decode("utf-8", "replace").strip()
    except GitError:
        return ""
