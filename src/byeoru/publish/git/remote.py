"""Find out which repository a site is pushed to.

In:  the settings, and the author's own clone.
Out: the address of the repository.
Must not: ask the network.
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
# An option, a program that git would run (gitremote-helpers), a line of its own, a login with a space; and a path that
# git would decode, or begin at the top, where it is not written so.
_ODD = re.compile(r"^-|^[A-Za-z0-9+.-]+::|[\x00-\x1f\x7f]|://[^/]*\s|^file://(?:[^/]|.*%)", re.IGNORECASE)


def origin_of(root: str) -> str:
    """Return where the author's own clone pushes to; "" if *root* lies in none, or if that has no `origin`.

    Raises ``GitError`` where the clone is one around the project: whose it is, and what its `origin` is for, nobody
    has said.
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
    """Return the address of the repository that is *written* in the settings, or that *root* was cloned from.

    Raises ``GitError`` with the problem of an address that is not used: it can be read in two ways, or it lies in the
    project's own folders, where hooks and a configuration may have come with a clone.

    >>> repository_url("kim/blog", "/")
    'https://github.com/kim/blog.git'
    >>> repository_url("../remote.git", "/home/kim/blog")
    '/home/kim/remote.git'
    """
    url = _spelt_out(written, root) if written else origin_of(root)
    path = url.removeprefix("file://")
    is_local = path != url or not (_ADDRESS.match(url) and not _PATH.match(url))
    if _ODD.search(url) or (not is_local and "@" in _path_of(url)):
        shown = without_credentials("".join(url.split()))  # a password may have a space in it
        hint = "encode-the-login" if "://" in url else "set-repository"
        raise GitError(error("deploy-bad-repository", Location("blog.yml"), hint, url=shown))
    if not url or not is_local:
        return url
    place = os.path.realpath(os.path.join(root, path))  # a link could lead elsewhere after the author agreed to it
    if is_within(place, _outermost(root)):
        raise GitError(error("deploy-repository-inside", Location("blog.yml"), "set-repository", path=path))
    return place if path == url else f"file://{place}"


def _spelt_out(written: str, root: str) -> str:
    if written.startswith(("./", "../", "~")):
        return os.path.normpath(os.path.join(root, os.path.expanduser(written)))
    if _SHORT.fullmatch(written) and not _ADDRESS.match(written):
        return f"https://github.com/{written}.git"
    return f"https://{written}" if github_name(written) and written.startswith("github.com/") else written


def _path_of(url: str) -> str:
    """Return what stands behind the host of an address with a scheme, "" for any other.

    >>> _path_of("https://me:pa/ss@github.com/me/blog"), _path_of("https://me:pass@github.com/me/blog")
    ('ss@github.com/me/blog', 'me/blog')
    """
    return url.partition("://")[2].partition("/")[2]


def _outermost(root: str) -> str:
    """Return the folder of the clone that *root* lies in, the outermost of several; else *root*.

    A home with a `.git` holds the author's other folders too, and came from nobody else.
    """
    place = found = os.path.realpath(root)
    home = os.path.realpath(os.path.expanduser("~"))
    while place not in {home, os.path.dirname(place)}:
        if os.path.lexists(os.path.join(place, ".git")):
            found = place
        place = os.path.dirname(place)
    return found
