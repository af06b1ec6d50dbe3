"""Create the git repository of a new blog: a branch `main` and the remote `origin`.

In:  the folder of a new blog, and the address of its repository.
Out: a message that describes what was done.
Must not: commit, push, or change an existing repository.
"""

import os
import re

from byeoru.base.catalogue import Language, localize
from byeoru.base.credentials import without_credentials
from byeoru.base.problem_text import hint_of, message_of
from byeoru.publish.git.errors import GitError
from byeoru.publish.git.run import query_clone, run_git
from byeoru.publish.github import github_name

_SHORT = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://[^\s/]*/?\S+|[^/\s@]+@[^/\s:]+:\S+|(?:~|\.{1,2})?/.+", re.IGNORECASE)
BRANCH = "main"


def is_repository(text: str) -> bool:
    """Tell whether *text* can be a repository: `user/name`, an address, or a path.

    >>> [is_repository(text) for text in ("kim/blog", "git@github.com:kim/blog.git", "../blog.git", "my blog", "blog")]
    [True, True, True, False, False]
    """
    is_named = _SHORT.fullmatch(text) or _ADDRESS.fullmatch(text) or github_name(text)
    return is_named is not None and not text.startswith("-")


def init_repository(folder: str, remote: str, language: Language) -> str:
    """Make *folder* a git repository whose origin is *remote* ("" for none yet); return a message about the result."""
    try:
        if _query(folder, "rev-parse", "--show-toplevel"):
            return localize("init.git-inside", language)
        run_git("init", "--quiet", f"--initial-branch={BRANCH}", "--", os.path.abspath(folder))
        if remote:
            run_git("remote", "add", "origin", remote, folder=os.path.join(folder, ".git"))
    except GitError as failed:
        return f"{message_of(failed.problem, language)}\n  = {hint_of(failed.problem, language)}"
    if not remote:
        return localize("init.git", language, branch=BRANCH)
    return localize("init.git-origin", language, branch=BRANCH, remote=without_credentials(remote))


def git_user_name() -> str:
    """Return `user.name` of git's configuration, "" if it is not set."""
    try:
        return _query(os.getcwd(), "config", "user.name")
    except GitError:
        return ""


def _query(folder: str, *arguments: str) -> str:
    try:
        return query_clone(folder, *arguments).decode("utf-8", "replace").strip()
    except GitError as failed:
        if failed.problem.code == "git-missing":
            raise
        return ""
