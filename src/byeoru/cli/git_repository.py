"""The author's own git, as far as `blog init` has to do with it: a repository with a branch `main` and its origin.

In:  the folder of a new blog, and where its repository lies.
Out: a sentence that says what was done.
Must not: commit, push, or touch a repository that is there.
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
    """Tell whether *text* can name a repository: `user/name`, an address, or a path.

    >>> [is_repository(text) for text in ("kim/blog", "git@github.com:kim/blog.git", "../blog.git", "my blog", "blog")]
    [True, True, True, False, False]
    """
    is_named = _SHORT.fullmatch(text) or _ADDRESS.fullmatch(text) or github_name(text)
    return is_named is not None and not text.startswith("-")


def init_repository(folder: str, remote: str, language: Language) -> str:
    """Make *folder* a repository of git whose origin is *remote*, "" for none yet; say what came of it."""
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
    """Return the name that git knows its user by, "" where it knows none."""
    try:
        return _query(os.getcwd(), "config", "user.name")
    except GitError:
        return ""


def _query(at: str, *words: str) -> str:
    try:
        return query_clone(at, *words).decode("utf-8", "replace").strip()
    except GitError as failed:
        if failed.problem.code == "git-missing":
            raise
        return ""
