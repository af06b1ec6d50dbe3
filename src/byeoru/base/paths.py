"""Paths and addresses: one normal form, one way to write them, one check that they stay inside.

A *site path* is what a reader asks for, decoded and in NFC: ``/posts/한글/``. A *file path* is where it lies,
relative to some root: ``posts/한글/index.html``.
"""

import os
import posixpath
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote

NAME_LIMIT = 255  # bytes of one name on every common file system
PATH_LIMIT = 1024  # bytes of a whole path, of which Linux allows 4,096 and macOS 1,024

# RFC 3986: what may stand in a path as it is, besides letters, digits and "-._~", which `quote` always keeps.
_KEPT = "/!$&'()*+,;=:@"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_DRIVE = re.compile(r"^[A-Za-z]:")
# Windows cannot make files of these names, with any ending (Microsoft: Naming Files, Paths, and Namespaces).
_RESERVED = re.compile(r"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
# What any reserved name has; most paths are told to be good by this one look.
_SUSPECT = re.compile(r"(^|/)(con|prn|aux|nul|com|lpt)|[. ](/|$)", re.IGNORECASE)
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.\-]+:")  # two letters at least: `C:` is a drive


def nfc(text: str) -> str:
    """Return *text* in the normal form that all paths, addresses and keys have here.

    macOS hands out decomposed names, and a server that compares bytes answers 404 for them.
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=1 << 15)
def encode(site_path: str) -> str:
    """Write a site path as it stands in an ``href``: percent-encoded UTF-8.

    >>> encode("/posts/한글/")
    '/posts/%ED%95%9C%EA%B8%80/'
    """
    return quote(site_path, safe=_KEPT)


def decode(reference: str) -> str:
    """Read a percent-encoded reference as a path in NFC."""
    return nfc(unquote(reference) if "%" in reference else reference)


def split_reference(reference: str) -> tuple[str, str]:
    """Divide a reference into its decoded path, and its query and fragment as they are written again.

    >>> split_reference("a%23b.png?x=1#첫 절")
    ('a#b.png', '?x=1#%EC%B2%AB%20%EC%A0%88')
    """
    if "#" not in reference and "?" not in reference:
        return decode(reference), ""
    at = min(index for mark in "?#" if (index := reference.find(mark)) >= 0)
    query, mark, fragment = reference[at:].partition("#")
    return decode(reference[:at]), query + (mark + encode(decode(fragment)) if mark else "")


def is_external(reference: str) -> bool:
    """Tell whether *reference* leads to another site: it has a scheme or a host.

    >>> [is_external(r) for r in ("https://a.kr", "//a.kr", "mailto:a@b.kr", "/a", "a.md")]
    [True, True, True, False, False]
    """
    return reference.startswith("//") or _SCHEME.match(reference) is not None


def is_inside(file_path: str) -> bool:
    """Tell whether a path that a file claims to have stays below the folder that it is relative to.

    >>> [is_inside(path) for path in ("a/b", "../a", "/a", "a//b", "")]
    [True, False, False, False, False]
    """
    return not os.path.isabs(file_path) and not {"", ".", ".."} & set(file_path.split("/"))


def relative_path(path: str, folder: str) -> str:
    """Return how a file of *folder* writes *path*, both relative to the project; `relpath` asks for the working folder.

    >>> relative_path("notes/a.md", "notes"), relative_path("a.md", "posts/b"), relative_path("posts/a.md", "posts/b")
    ('a.md', '../../a.md', '../a.md')
    """
    there, here = path.split("/"), folder.split("/") if folder else []
    shared = len(posixpath.commonprefix([there, here]))
    return "/".join([".."] * (len(here) - shared) + there[shared:])


def leaves_folder(reference: str) -> bool:
    r"""Tell whether a path that an author wrote could leave the folder it is meant for.

    Decoding is repeated until nothing changes, so that ``%252e%252e`` is met as well.

    >>> [leaves_folder(p) for p in ("a/b", "a..b", "../etc", "%2e%2e/etc", "C:\\x", "a\\..\\b", "~/x", "a\0b")]
    [False, False, True, True, True, True, True, True]
    """
    seen = reference
    while (plain := unquote(seen)) != seen:
        seen = plain
    if _CONTROL.search(seen) or "\\" in seen or _DRIVE.match(seen) or seen.startswith(("//", "~")):
        return True
    return any(part in {"..", "."} for part in seen.split("/"))


def excessive_length(file_path: str) -> int:
    """Return the bytes of a path, or of the longest name in it, that no file system could hold; 0 if it fits."""
    if len(file_path) < NAME_LIMIT // 4:
        return 0
    size = len(file_path.encode("utf-8", "replace"))
    longest = max(len(name.encode("utf-8", "replace")) for name in file_path.split("/"))
    return longest if longest > NAME_LIMIT else size if size > PATH_LIMIT else 0


def reserved_name_in(file_path: str) -> str:
    """Return the first name in *file_path* that Windows could not store, "" if there is none.

    >>> reserved_name_in("posts/aux/index.html"), reserved_name_in("posts/a/index.html")
    ('aux', '')
    """
    if not _SUSPECT.search(file_path):
        return ""
    names = file_path.split("/")
    return next((name for name in names if _RESERVED.match(name) or name.endswith((".", " "))), "")


def file_of(site_path: str) -> str:
    """Return the file that a server sends for a site path.

    >>> file_of("/posts/a/"), file_of("/feed.xml")
    ('posts/a/index.html', 'feed.xml')
    """
    return site_path[1:] + "index.html" if site_path.endswith("/") else site_path[1:]


def case_folded(path: str) -> str:
    """Return what two paths share that a file system without letter case cannot tell apart."""
    return nfc(nfc(path).casefold())
