"""Addresses of programs whose pages stand where their files lie.

In:  the path of a text, and the folder that is the root of the site.
Out: a site path, "" for a text that lies elsewhere.
Must not: let a path lead out of the site.
"""

import re
from collections.abc import Callable

from byeoru.base.paths import leaves_folder, nfc

_INDEX = ("index",)
# Characters that github-slugger removes: all but letters, marks, digits, hyphens, underscores and spaces.
_REMOVED = re.compile(r"[^\w\- ]+")


def below(path: str, root: str) -> str:
    """Return *path* below *root* without its ending, "" if it lies elsewhere.

    >>> below("docs/guide/a.md", "docs"), below("a.md", ""), below("blog/a.md", "docs")
    ('guide/a', 'a', '')
    """
    if root and not path.startswith(f"{root}/"):
        return ""
    return path[len(root) + 1 if root else 0 :].rpartition(".")[0]


def route(
    inner: str,
    ending: str,
    *,
    index: tuple[str, ...] = _INDEX,
    segment: Callable[[str], str] = str,
    prefix: str = "",
) -> str:
    """Return the site path of the text *inner*, a path without ending; one with a name of *index* is its folder.

    >>> route("guide/a", ".html"), route("guide/README", "/", index=("readme",)), route("index", "/")
    ('/guide/a.html', '/guide/', '/')
    """
    *folders, name = inner.split("/")
    parts = [segment(folder) for folder in folders]
    if name.lower() not in index:
        parts.append(segment(name) + ending)
    whole = "/".join(part for part in ("", *prefix.strip("/").split("/"), *parts) if part)
    path = nfc(f"/{whole}" if whole and name.lower() not in index else f"/{whole}/" if whole else "/")
    return "" if not inner or leaves_folder(path) else path


def github_slug(text: str) -> str:
    """Return *text* as github-slugger forms slugs: in small letters, spaces as hyphens.

    >>> github_slug("Hello, World!"), github_slug("C++ 비교")
    ('hello-world', 'c-비교')
    """
    return _REMOVED.sub("", text.lower()).replace(" ", "-")


def prefixed(base: str, host: str = "") -> str:
    """Return the URL of a site with its *host* and the path *base*.

    >>> prefixed("/notes/", "https://a.kr/"), prefixed("/", "")
    ('https://a.kr/notes', '')
    """
    path = base.strip("/")
    return host.rstrip("/") + (f"/{path}" if path and not path.startswith(".") else "")
