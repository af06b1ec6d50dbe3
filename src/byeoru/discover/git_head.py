"""Identify the commit that a project is at, without running git.

In:  a folder.
Out: a text that changes whenever the commit of its repository does.
Must not: import anything heavy; a build that finds nothing changed passes through here.
"""

import os
from contextlib import suppress

_LEVELS = 30  # folders above a project in which its repository is searched


def git_head(folder: str) -> str:
    """Return the contents of HEAD and of the branch that it names, "" outside of a repository."""
    repository = _repository_of(folder)
    head = _first_line(os.path.join(repository, "HEAD")) if repository else ""
    if not head.startswith("ref: "):
        return head
    common = os.path.join(repository, _first_line(os.path.join(repository, "commondir")))  # of a linked work tree
    reference = head.removeprefix("ref: ")
    commit = _first_line(os.path.join(common, *reference.split("/")))
    if commit:
        return f"{reference} {commit}"
    with suppress(OSError):
        return f"{reference} {os.stat(os.path.join(common, 'packed-refs')).st_mtime_ns}"
    return reference


def _repository_of(folder: str) -> str:
    """Return the git directory of the repository that contains *folder*, "" if there is none."""
    for _ in range(_LEVELS):
        path = os.path.join(folder, ".git")
        if os.path.isdir(path):
            return path
        if pointer := _first_line(path):
            return os.path.join(folder, pointer.removeprefix("gitdir: "))
        folder, before = os.path.dirname(folder), folder
        if folder == before:
            break
    return ""


def _first_line(path: str) -> str:
    """Return the first line of a small file, "" if it cannot be read."""
    with suppress(OSError), open(path, encoding="utf-8", errors="replace") as file:
        return file.readline(4096).strip()
    return ""
