"""Find the repository to which a site is pushed.

In:  the settings, and the author's own clone.
Out: the URL of the repository.
Must not: access the network.
"""

import os
import re

from byeoru.base.containment import is_within
from byeoru.base.credentials import without_credentials
from byeoru.base.diagnostic import Location, error
from byeoru.publish.git.errors import GitError
from byeoru.publish.git.run import query_clone
from byeoru.publish.github import github_name

_SHORT = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://|[^/\s]+@[^/\s]+:|~|\.{0,2}/|[A-Za-z]:[\\/]", re.IGNORECASE)
_PATH = re.compile(r"~|\.{0,2}/|[A-Za-z]:[\\/]")
# An option of git, a program that git would run (gitremote-helpers), control characters, a login with a space, and a
# `file:` URL that git reads differently: with a host, or with percent-encoding.
_REFUSED = re.compile(r"^-|^[A-Za-z0-9+.-]+::|[\x00-\x1f\x7f]|://[^/]*\s|^file://(?:[^/]|.*%)", re.IGNORECASE)


def origin_of(root: str) -> str:
    """Return the push URL of `origin` in the author's clone; "" if *root* is not in a clone, or if it has no `origin`.

    Raises ``GitError`` if *root* is a subfolder of the clone: its `origin` may not be meant for the site.
    """
    try:
        top = query_clone(root, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\r\n")
        url = query_clone(root, "remote", "get-url", "--push", "origin").decode("utf-8", "replace").strip()
    except GitError as failed:
        if failed.problem.code == "git-missing":
            raise
        return ""
    if os.path.realpath(top) != os.path.realpath(root):
        raise GitError(error("deploy-origin-around", Location("blog.yml"), "set-repository", top=top))
    return url


def repository_url(written: str, root: str) -> str:
    """Return the URL of the repository *written* in the settings, or if there is none, that *root* was cloned from.

    Raises ``GitError`` for a URL that is ambiguous, and for a path inside of the project: hooks and the configuration
    of that repository may have come with a clone.

    >>> repository_url("kim/blog", "/")
    'https://github.com/kim/blog.git'
    >>> repository_url("../remote.git", "/home/kim/blog")
    '/home/kim/remote.git'
    """
    url = _spelt_out(written, root) if written else origin_of(root)
    path = url.removeprefix("file://")
    is_local = path != url or not (_ADDRESS.match(url) and not _PATH.match(url))
    if _REFUSED.search(url) or (not is_local and "@" in _path_of(url)):
        shown = without_credentials("".join(url.split()))  # a password may have a space in it
        hint = "encode-the-login" if "://" in url else "set-repository"
        raise GitError(error("deploy-bad-repository", Location("blog.yml"), hint, url=shown))
    if not url or not is_local:
        return url
    real_path = os.path.realpath(os.path.join(root, path))  # a symlink could be changed after the author's consent
    if is_within(real_path, _outermost(root)):
        raise GitError(error("deploy-repository-inside", Location("blog.yml"), "set-repository", path=path))
    return real_path if path == url else f"file://{real_path}"


def _spelt_out(written: str, root: str) -> str:
    if written.startswith(("./", "../", "~")):
        return os.path.normpath(os.path.join(root, os.path.expanduser(written)))
    if _SHORT.fullmatch(written) and not _ADDRESS.match(written):
        return f"https://github.com/{written}.git"
    return f"https://{written}" if github_name(written) and written.startswith("github.com/") else written


def _path_of(url: str) -> str:
    """Return the part of a URL after its host, "" for a URL without a scheme.

    >>> _path_of("https://me:pa/ss@github.com/me/blog"), _path_of("https://me:pass@github.com/me/blog")
    ('ss@github.com/me/blog', 'me/blog')
    """
    return url.partition("://")[2].partition("/")[2]


def _outermost(root: str) -> str:
    """Return the folder of the clone that contains *root*, the outermost if there are several; else *root*.

    The home folder is ignored: if it has a `.git`, that is the author's own.
    """
    folder = outermost = os.path.realpath(root)
    home = os.path.realpath(os.path.expanduser("~"))
    while folder not in {home, os.path.dirname(folder)}:
        if os.path.lexists(os.path.join(folder, ".git")):
            outermost = folder
        folder = os.path.dirname(folder)
    return outermost
