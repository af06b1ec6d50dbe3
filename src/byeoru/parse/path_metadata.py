"""Read what the path of a text says about it: our own folders, and the habits of Jekyll, Hexo, Hugo, Next and others.

In:  a path below the project, and the names of the sections.
Out: ``PathMetadata``.
Must not: look at the disk; the same path means the same in every project.
"""

import re
from typing import NamedTuple

_ROOTS = (("content",), ("source",), ("src", "content"))
_POSTS = {"post", "blog"}  # other names of `posts`, where there is a folder for all texts
_POSTS_ELSEWHERE = {("data", "blog"), ("data", "posts"), ("src", "posts"), ("src", "blog")}
_PAGES = {"_pages", "_tabs"}  # collections of pages, in themes of Jekyll

_DATED_NAME = re.compile(r"(?P<date>\d{4}-\d{1,2}-\d{1,2})[-_ ]+(?=.)")
# Few languages, for `ts`, `js` and `es` are what else may stand after a dot in the name of a note.
_LANGUAGE = re.compile(r"(ko|en|ja|zh|fr|de|es|pt|ru|vi)([-_](kr|us|gb|jp|cn|tw|hk|hans|hant|br))?", re.IGNORECASE)
_FOLDER_PAGES = {"index", "_index", "readme"}


class PathMetadata(NamedTuple):
    """What the path of a source says about it."""

    section: str
    folder: str
    name: str
    date: str = ""
    is_bundle: bool = False
    language: str = ""  # "" where the path names none
    is_draft: bool = False
    is_list: bool = (
        False  # Hugo's `_index.md`, or an `index.md` at the top: a frame for a list that is made here anyway
    )


def path_metadata(path: str, sections: tuple[str, ...]) -> PathMetadata:
    """Read what a path says: section, folder, name, a date before the name, a language behind it.

    >>> path_metadata("content/posts/os/2016-1-8-zombie.md", ("posts",))[:4]
    ('posts', 'os', 'zombie', '2016-1-8')
    >>> path_metadata("content/posts/moving/index.md", ("posts",))[:5]
    ('posts', '', 'moving', '', True)
    >>> path_metadata("java/spring/README.en.md", ("posts", "notes"))[:6]
    ('notes', 'java', 'spring', '', False, 'en')
    """
    *parts, name = path.rpartition(".")[0].split("/")
    root = next((one for one in _ROOTS if tuple(parts[: len(one)]) == one), ())
    del parts[: len(root)]
    name, language = _without_language(name)
    language = (_taken_language(parts) if root else "") or language
    section, own, is_draft = _taken_section(parts, sections, is_below_root=bool(root))
    language = language or (_taken_language(parts) if own.startswith("_") else "")
    is_bundle = is_list = False
    kind = name.lower()
    if kind in _FOLDER_PAGES:
        is_list = kind == "_index" or (kind == "index" and not parts and not own)
        if parts:
            is_bundle = kind == "index"
            name = parts.pop()
        elif own and own not in _PAGES and section != "pages":
            section, name = "pages", own.lstrip("_")
        else:
            name = kind.lstrip("_")
    dated = _DATED_NAME.match(name)
    date = dated["date"] if dated else ""
    name = name[dated.end() :] if dated else name
    return PathMetadata(section, "/".join(parts), name, date, is_bundle, language, is_draft, is_list)


def _taken_section(parts: list[str], sections: tuple[str, ...], *, is_below_root: bool) -> tuple[str, str, bool]:
    """Take the folder of the section out of *parts*; return the section, that folder, and whether it holds drafts."""
    for at, part in enumerate(parts):
        if part in {"_posts", "_drafts"}:  # Jekyll: the folders above it are the category
            del parts[at]
            return "posts", part, part == "_drafts"
    first = parts[0] if parts else ""
    is_named = first in sections or first in _PAGES or (is_below_root and first in _POSTS)
    if not is_below_root and tuple(parts[:2]) in _POSTS_ELSEWHERE:
        del parts[:2]
        return "posts", "posts", False
    if is_named:
        del parts[0]
        return first if first in sections else "pages" if first in _PAGES else "posts", first, False
    if first.startswith("_"):  # another collection of Jekyll
        parts[0] = first.lstrip("_")
        return "notes", first, False
    return "notes" if first and not is_below_root else "pages", "", False


def _without_language(name: str) -> tuple[str, str]:
    """Divide a name and the language behind its last dot.

    >>> _without_language("about.en"), _without_language("v1.2"), _without_language("intro.zh_CN")
    (('about', 'en'), ('v1.2', ''), ('intro', 'zh-cn'))
    """
    stem, _, code = name.rpartition(".")
    language = _as_language(code) if stem else ""
    return (stem, language) if language else (name, "")


def _taken_language(parts: list[str]) -> str:
    """Take the folder of a language off the beginning of *parts*."""
    language = _as_language(parts[0]) if parts else ""
    if language:
        del parts[0]
    return language


def _as_language(code: str) -> str:
    return code.lower().replace("_", "-") if _LANGUAGE.fullmatch(code) else ""
