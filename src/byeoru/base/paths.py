"""Paths and URLs: their normal form, their encoding, and checks that they stay inside a folder.

A *site path* is the path of a page's URL, decoded and in NFC: ``/posts/한글/``. A *file path* is the path of its file,
relative to some root: ``posts/한글/index.html``.
"""

import os
import posixpath
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from sys import intern
from urllib.parse import quote, unquote

from byeoru.base.patterns import lazy_pattern

NAME_LIMIT = 255  # bytes of one name on every common file system
PATH_LIMIT = 1024  # bytes of a whole path, of which Linux allows 4,096 and macOS 1,024

# RFC 3986: characters that need no encoding in a path, besides letters, digits and "-._~", which `quote` always keeps.
_SAFE = "/!$&'()*+,;=:@"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_DRIVE = re.compile(r"^[A-Za-z]:")
# Windows cannot create files of these names, with any extension (Microsoft: Naming Files, Paths, and Namespaces).
_RESERVED = lazy_pattern(r"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
# Matches every path with a reserved name; most paths are accepted by this one search.
_SUSPECT = lazy_pattern(r"(^|/)(con|prn|aux|nul|com|lpt)|[. ](/|$)", re.IGNORECASE)
_STEPS = frozenset({"", ".", ".."})  # names that are no names; the first part of an absolute path is empty
_FILE_EXTENSIONS = (".html", ".htm", ".xml", ".txt", ".json")  # all that end the address of a page at a file
_WEB = re.compile(r"(?:https?:)?//(?P<host>[^/?#@\s]*)", re.IGNORECASE)
_LOCAL = lazy_pattern(r"file:|[A-Za-z]:(?:[\\/]|%5c)", re.IGNORECASE)
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.\-]+:")  # two letters at least: `C:` is a drive


def nfc(text: str) -> str:
    """Return *text* in the normal form of all paths, addresses and keys of this program.

    macOS returns decomposed names, and a server that compares bytes responds with 404 to them.
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=1 << 15)
def encode(site_path: str) -> str:
    """Encode a site path for an ``href``: percent-encoded UTF-8.

    >>> encode("/posts/한글/")
    '/posts/%ED%95%9C%EA%B8%80/'
    """
    return intern(quote(site_path, safe=_SAFE))  # many references lead to one page


def decode(reference: str) -> str:
    """Decode a percent-encoded reference to a path in NFC."""
    return nfc(unquote(reference) if "%" in reference else reference)


def split_reference(reference: str) -> tuple[str, str]:
    """Split a reference into its decoded path, and its encoded query and fragment.

    >>> split_reference("a%23b.png?x=1#첫 절")
    ('a#b.png', '?x=1#%EC%B2%AB%20%EC%A0%88')
    """
    if "#" not in reference and "?" not in reference:
        return decode(reference), ""
    at = min(index for mark in "?#" if (index := reference.find(mark)) >= 0)
    query, mark, fragment = reference[at:].partition("#")
    return decode(reference[:at]), query + (mark + encode(decode(fragment)) if mark else "")


def bare_target(target: str) -> str:
    """Return the target of a link without its query and fragment; what is encoded stays so.

    >>> bare_target("/%EA%B0%80/?q=1#b")
    '/%EA%B0%80/'
    """
    return target.partition("#")[0].partition("?")[0]


def is_external(reference: str) -> bool:
    """Tell whether *reference* leads to another site: it has a scheme or a host.

    >>> [is_external(r) for r in ("https://a.kr", "//a.kr", "mailto:a@b.kr", "/a", "a.md")]
    [True, True, True, False, False]
    """
    return reference.startswith("//") or _SCHEME.match(reference) is not None


def own_path(reference: str, sites: Sequence[str]) -> str | None:
    """Return what a URL names on one of *sites* ("host" or "host/path"); None if it leads to none of them.

    >>> own_path("https://A.kr/blog/x/?y#z", ("a.kr/blog",)), own_path("//a.kr", ("a.kr",)), own_path("/x", ("a.kr",))
    ('/x/?y#z', '/', None)
    >>> own_path("https://a.kr/blogs/x", ("a.kr/blog",)), own_path("https://a.kr.evil.com/", ("a.kr",))
    (None, None)
    """
    if not sites or not (url := _WEB.match(reference)):
        return None
    rest = url["host"].lower() + reference[url.end() :]
    for site in sites:
        if rest.startswith(site) and rest[len(site) : len(site) + 1] in {"", "/", "?", "#"}:
            path = rest[len(site) :]
            return path if path.startswith("/") else f"/{path}"
    return None


def is_local(reference: str) -> bool:
    r"""Tell whether *reference* is the path of a file on the author's computer, percent-encoded or not.

    >>> [is_local(r) for r in ("file:///Users/a.png", "C:\\a.png", "d:/a", "C:%5Ca", "https://a.kr", "a:b")]
    [True, True, True, True, False, False]
    """
    return _LOCAL.match(reference) is not None


def is_inside(file_path: str) -> bool:
    """Tell whether a relative path stays below the folder that it is relative to.

    >>> [is_inside(path) for path in ("a/b", "../a", "/a", "a//b", "")]
    [True, False, False, False, False]
    """
    return _STEPS.isdisjoint(file_path.split("/")) and (os.sep == "/" or not os.path.isabs(file_path))


def relative_path(path: str, folder: str) -> str:
    """Return *path* relative to *folder*, both given relative to the project; `relpath` would read the working folder.

    >>> relative_path("notes/a.md", "notes"), relative_path("a.md", "posts/b"), relative_path("posts/a.md", "posts/b")
    ('a.md', '../../a.md', '../a.md')
    """
    target, start = path.split("/"), folder.split("/") if folder else []
    shared = len(posixpath.commonprefix([target, start]))
    return "/".join([".."] * (len(start) - shared) + target[shared:])


def leaves_folder(reference: str) -> bool:
    r"""Tell whether a path that an author wrote could lead out of its folder.

    Decoding is repeated until nothing changes, so that ``%252e%252e`` is detected too.

    >>> [leaves_folder(p) for p in ("a/b", "a..b", "../etc", "%2e%2e/etc", "C:\\x", "a\\..\\b", "~/x", "a\0b")]
    [False, False, True, True, True, True, True, True]
    """
    decoded = reference
    while (again := unquote(decoded)) != decoded:
        decoded = again
    if _CONTROL.search(decoded) or "\\" in decoded or _DRIVE.match(decoded) or decoded.startswith(("//", "~")):
        return True
    return any(part in {"..", "."} for part in decoded.split("/"))


def excessive_length(file_path: str) -> int:
    """Return the size in bytes of a path, or of its longest name, if it is more than file systems allow; else 0."""
    if len(file_path) < NAME_LIMIT // 4:
        return 0
    size = len(file_path.encode("utf-8", "replace"))
    longest = max(len(name.encode("utf-8", "replace")) for name in file_path.split("/"))
    return longest if longest > NAME_LIMIT else size if size > PATH_LIMIT else 0


def reserved_name_in(file_path: str) -> str:
    """Return the first name in *file_path* that is not allowed on Windows; "" if there is none.

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


def page_address(site_path: str) -> str:
    """Return the address at which a static host serves a page as one: a folder, or a file with a known extension.

    A name may contain a dot: hosts send `/release/v1.2` as a file to download, and `node.js` as a script.

    >>> page_address("/release/v1.2"), page_address("/a.html"), page_address("/a/")
    ('/release/v1.2/', '/a.html', '/a/')
    """
    return site_path if site_path.lower().endswith(("/", *_FILE_EXTENSIONS)) else site_path + "/"


def without_extension(site_path: str) -> str:
    """Return the address of the folder that belongs to a page, without a slash at the end.

    >>> without_extension("/2026/01/hello.html"), without_extension("/posts/a/")
    ('/2026/01/hello', '/posts/a')
    """
    if site_path.endswith("/"):
        return site_path.rstrip("/")
    return next((site_path[: -len(end)] for end in _FILE_EXTENSIONS if site_path.lower().endswith(end)), site_path)


def case_folded(path: str) -> str:
    """Return a form that is equal for paths which a case-insensitive file system cannot distinguish."""
    return nfc(nfc(path).casefold())
