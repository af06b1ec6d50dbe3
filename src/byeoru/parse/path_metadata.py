"""Derive metadata from the path of a source, in Byeoru's layout and those of Jekyll, Hexo, Hugo, Next and others.

In:  a path below the project root, the names of the sections, and the conventions of a program.
Out: ``PathMetadata``.
Must not: access the disk; the same path means the same in every project of one program.
"""

import re
from typing import NamedTuple

from byeoru.model.content import Conventions

_OURS = Conventions()
_ROOTS = (("content",), ("source",), ("src", "content"), ("src", "data"))
_POSTS = {"post", "blog"}  # other names of `posts` below a root folder
_POSTS_ELSEWHERE = {("data", "blog"), ("data", "posts"), ("src", "posts"), ("src", "blog")}
# Folders at the top whose dated texts are posts, where texts lie in no folder of their own.
_JOURNALS = {"blog", "til", "articles", "article", "post", "posts", "writing", "journal", "diary", "log"}
_PAGES = {"_pages", "_tabs"}  # collections of pages, in themes of Jekyll

_DATED_NAME = re.compile(r"(?P<date>\d{4}-\d{1,2}-\d{1,2})[-_ ]+(?=.)")
# Only a few languages: others, such as `ts`, may be a file type in the name of a note.
_LANGUAGE = re.compile(r"(ko|en|ja|zh|fr|de|es|pt|ru|vi)([-_](kr|us|gb|jp|cn|tw|hk|hans|hant|br))?", re.IGNORECASE)
_FOLDER_PAGES = {"index", "_index", "readme"}
_WITH_TEXTS_OF_LISTS = {"hugo", "zola"}  # programs in which `_index.md` is the text of a section or a term


class PathMetadata(NamedTuple):
    """Metadata derived from the path of a source."""

    section: str
    collection: str  # the folder that the section was read from, which is no part of `folder`; "" for none
    folder: str
    name: str
    date: str = ""
    is_bundle: bool = False
    language: str = ""  # "" if the path contains none
    is_draft: bool = False
    is_post_if_dated: bool = False  # in a folder of its own, without a section
    is_home: bool = False  # `index.md` at the top: its text introduces the first page
    is_list: bool = False  # Hugo's `_index.md`, or `index.md` at the top: a list page, which Byeoru generates itself


def path_metadata(
    path: str,
    sections: tuple[str, ...],
    conventions: Conventions = _OURS,
    undated: tuple[str, ...] = ("notes", "pages"),
) -> PathMetadata:
    """Return section, folder, name, the date before the name and the language after it.

    *conventions* are those of the program that the project was written for: it may name the folder of texts. *undated*
    are the sections of pages without dates, where `_index.md` is a page as `index.md` is.

    >>> path_metadata("content/posts/os/2016-1-8-zombie.md", ("posts",))[:5]
    ('posts', 'posts', 'os', 'zombie', '2016-1-8')
    >>> path_metadata("content/posts/moving/index.md", ("posts",))[:6]
    ('posts', 'posts', '', 'moving', '', True)
    >>> path_metadata("java/spring/README.en.md", ("posts", "notes"))[:7]
    ('notes', '', 'java', 'spring', '', False, 'en')
    """
    *parts, name = path.rpartition(".")[0].split("/")
    root, edition, place = _root_of(parts, conventions)
    parts[: len(root)] = place
    root = () if place else root
    name, language = _split_language(name, conventions.languages)
    language = edition or (_take_language(parts) if root else "") or language
    section, section_folder, is_draft = _take_section(parts, sections, is_below_root=bool(root))
    if conventions.program == "mkdocs" and section_folder == "blog" and parts[:1] == ["posts"]:
        del parts[0]  # the blog plug-in of Material has its posts there
    language = language or (_take_language(parts) if section_folder.startswith("_") else "")
    is_bundle = is_home = is_list = False
    first = parts[0].lower() if parts else ""
    kind = name.lower()
    if kind in _FOLDER_PAGES:
        is_home = kind != "readme" and not parts and not section_folder
        is_list = kind == "_index" or is_home
        if parts:
            is_bundle = kind == "index"
            name = parts.pop()
        elif section_folder and section_folder not in _PAGES and section != "pages":
            section, name = "pages", section_folder.lstrip("_")
        else:
            name = kind.lstrip("_")
    is_text_of_list = kind == "_index" and (section not in undated or conventions.program in _WITH_TEXTS_OF_LISTS)
    section = "pages" if is_text_of_list else section
    dated = _DATED_NAME.match(name)
    date = dated["date"] if dated else ""
    name = name[dated.end() :] if dated else name
    is_in_folder = not section_folder and bool(parts or is_bundle) and not is_text_of_list
    is_post_if_dated = is_in_folder and (bool(root) or first in _JOURNALS)
    folder = "/".join(parts)
    return PathMetadata(
        section, section_folder, folder, name, date, is_bundle, language, is_draft, is_post_if_dated, is_home, is_list
    )


def _root_of(parts: list[str], conventions: Conventions) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Return the folders above the texts, the language of those texts, and the folders of the originals.

    The language is "" if the folders do not tell it.
    """
    for folder, language, place in conventions.editions:
        folders = tuple(folder.split("/"))
        if tuple(parts[: len(folders)]) == folders:
            return folders, language, tuple(place.split("/")) if place else ()
    named = ((tuple(conventions.root.split("/")),) if conventions.root else ()) + _ROOTS
    return next((folders for folders in named if tuple(parts[: len(folders)]) == folders), ()), "", ()


def _take_section(parts: list[str], sections: tuple[str, ...], *, is_below_root: bool) -> tuple[str, str, bool]:
    """Remove the section's folder from *parts*; return the section, that folder, and whether it contains drafts."""
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


def _split_language(name: str, languages: tuple[str, ...] = ()) -> tuple[str, str]:
    """Split a name into its stem and the language after its last dot: a well-known one, or one of *languages*.

    >>> _split_language("about.en"), _split_language("v1.2"), _split_language("intro.zh_CN")
    (('about', 'en'), ('v1.2', ''), ('intro', 'zh-cn'))
    >>> _split_language("about.th"), _split_language("about.th", ("ko", "th"))
    (('about.th', ''), ('about', 'th'))
    """
    stem, _, code = name.rpartition(".")
    known = code.lower() if code.lower() in languages else _as_language(code)
    language = known if stem else ""
    return (stem, language) if language else (name, "")


def _take_language(parts: list[str]) -> str:
    """Remove a language folder from the beginning of *parts*; return the language, "" if there is none."""
    language = _as_language(parts[0]) if parts else ""
    if language:
        del parts[0]
    return language


def _as_language(code: str) -> str:
    return code.lower().replace("_", "-") if _LANGUAGE.fullmatch(code) else ""
