"""Recognize the folders that contain a project's texts and files: Byeoru's own, or those of another program.

In:  the root of a project.
Out: ``Layout``: the folder of the texts, the folders that are read, and which of their files.
Must not: read settings (the layout is needed before them), open a file (``exclusions`` reads what another program
    leaves out), or list subfolders.
"""

import os
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from byeoru.discover.configuration import CONFIGURATION, existing_configuration
from byeoru.discover.other_content import other_content
from byeoru.discover.readable import (
    MARKDOWN,
    PROOFS,
    Keeps,
    is_readable,
    is_template,
    is_theme_picture,
    keeper_of_whole,
    keeps_in_source,
)
from byeoru.discover.tag_templates import is_tag_template, template_folders

if TYPE_CHECKING:
    from byeoru.discover.exclusions import Exclusions

Digests = dict[str, str]  # of files, by path

# Folders of VuePress whose contents are published at the root of the site.
# Files of VuePress that are published, and pictures next to them that texts refer to by their paths.
_FILES_OF_VUEPRESS = tuple(
    f"{root}.vuepress/{name}" for root in ("", "docs/", "src/") for name in ("public", "assets", "images")
)
NO_PAGES = ("static/", "public/", "templates/", "themes/", "layouts/", "_includes/", "byeoru:")  # folders without pages
_OF_OUR_THEME = {"theme.yml", "templates", "i18n"}
MANIFEST = ".byeoru-manifest"  # in each folder that a build wrote

# Folders of texts: the first that exists; without any of them, the project itself. The second name must exist in the
# first, as a folder `source` can contain anything.
_CONTENT = (("content", ""), ("source", "_posts"), ("src/content", ""), ("src/data", "blog"))
CONTENT_FOLDERS = tuple([f"{folder}/{inner}".rstrip("/") for folder, inner in _CONTENT])
# The folder of a new post: the first of these that exists, or the first.
_POSTS = {
    "content": ("content/posts", "content/post", "content/blog", "content/_posts"),
    "source": ("source/_posts",),
    "src/content": ("src/content/posts", "src/content/blog", "src/content/post"),
    "src/data": ("src/data/blog",),
    "": ("posts", "_posts", "data/blog", "src/_posts", "src/posts"),
}


class Layout(NamedTuple):
    """Which folders of a project are read."""

    content: str  # the folder of the texts, "" for the project itself
    folders: tuple[tuple[str, Keeps | None], ...]  # those that are walked, and what is read of them
    configuration: tuple[str, ...]  # files of other programs


def layout_of(root: str) -> Layout:
    """Return the layout of the project in *root*."""
    content = content_of(root)
    layout = _layout_of(root, content)
    if not layout.configuration:
        return layout
    from byeoru.discover.exclusions import exclusions_of  # imported late: compiling its patterns takes a millisecond

    return _without(root, layout, exclusions_of(root, content))


def _layout_of(root: str, content: str) -> Layout:
    is_public = _is_public_static(root, content)
    theme_folders: list[tuple[str, Keeps | None]] = [("templates", None), ("themes", _keeper_of_themes(root))]
    pictures: list[tuple[str, Keeps | None]] = [("src/assets", is_readable), ("src/images", is_readable)]
    public: list[tuple[str, Keeps | None]] = [("public", None)] * is_public
    vuepress: list[tuple[str, Keeps | None]] = [(folder, is_readable) for folder in _FILES_OF_VUEPRESS]
    match content:
        case "":
            whole = keeper_of_whole(root, is_public=is_public, has_posts=_has_posts(root))
            return _existing_folders(root, "", [("templates", is_template), theme_folders[1], *vuepress, ("", whole)])
        case "content":
            assets: list[tuple[str, Keeps | None]] = [("assets", is_readable)] * _is_hugo(root)
            return _existing_folders(
                root, content, [(content, None), ("static", None), *theme_folders, *assets, *public]
            )
        case "source":
            return _existing_folders(root, content, [(content, keeps_in_source), *theme_folders])
        case "src/content":
            return _existing_folders(root, content, [(content, None), *pictures, *theme_folders, *public])
        case "src/data":
            return _existing_folders(root, content, [(content, keeps_in_source), *pictures, *theme_folders, *public])
    return _existing_folders(
        root, content, [(content, keeps_in_source), ("static", None), *theme_folders, *public, *vuepress]
    )


def _without(root: str, layout: Layout, exclusions: "Exclusions") -> Layout:
    """Return *layout* without what the program of the folder leaves out, with the hidden folders that it includes."""
    if not any(exclusions):
        return layout

    def limited(keeps: Keeps | None) -> Keeps:
        return lambda path: not exclusions.covers(path) and (keeps is None or keeps(path))

    folders = [(path, keeps if path in {"templates", "themes"} else limited(keeps)) for path, keeps in layout.folders]
    if PROOFS in exclusions.included and os.path.isdir(os.path.join(root, PROOFS)):
        folders.append((PROOFS, None))
    return layout._replace(folders=tuple(folders))


def content_of(root: str) -> str:
    """Return the folder of a project's texts, "" for the project itself."""
    for folder, inner in _CONTENT:
        if os.path.isdir(os.path.join(root, folder, inner)):
            return folder
    return other_content(root)


def folder_of(section: str, root: str, paths: Iterable[str]) -> str:
    """Return the folder for a new text of *section*, in a project with the files *paths*.

    It is next to the existing texts; a project without texts gets Byeoru's own folders.
    """
    content = content_of(root) or ("" if has_texts(paths) else "content")
    if section != "posts":
        return f"{content}/{section}" if content else section
    known = _POSTS.get(content) or tuple(f"{content}/{name}" for name in ("posts", "blog/posts", "blog", "_posts"))
    return next((folder for folder in known if os.path.isdir(os.path.join(root, *folder.split("/")))), known[0])


def has_texts(paths: Iterable[str]) -> bool:
    """Tell whether a project contains texts, other than those about the project itself."""
    return any(is_markdown(path) and not path.lower().startswith("readme.") for path in paths)


def sources_of(root: str) -> tuple[str, ...]:
    """Return the folders of a project that are read; no site may be written there."""
    layout = layout_of(root)
    folders = tuple(path for path, _ in layout.folders if path)
    whole = dict(layout.folders).get("")
    if whole is None:
        return folders
    with os.scandir(root) as entries:
        names = [
            entry.name
            for entry in entries
            if not entry.name.startswith(".") and entry.is_dir() and whole(entry.name + "/")
        ]
    return (*folders, *(name for name in names if _contains_sources(os.path.join(root, name))))


def _contains_sources(path: str) -> bool:
    """Tell whether a folder is neither empty nor a site that Byeoru built."""
    try:
        names = os.listdir(path)
    except OSError:
        return True
    return bool(names) and MANIFEST not in names


def is_markdown(path: str) -> bool:
    """Tell whether a file is Markdown outside of static files and themes."""
    return path.lower().endswith(MARKDOWN) and not path.startswith(NO_PAGES)


def published_files(digests: Mapping[str, str]) -> Digests:
    """Return those of the files that are not pages which are published: all but settings, templates and our themes."""
    parts = (path.split("/") for path in digests if path.startswith("themes/"))
    ours = {names[1] for names in parts if len(names) > 2 and names[2] in _OF_OUR_THEME}
    return {path: digest for path, digest in digests.items() if _is_published(path, ours)}


def _is_published(path: str, our_themes: Collection[str]) -> bool:
    if path.startswith("themes/"):
        return path.split("/")[1] not in our_themes and is_theme_picture(path.split("/", 2)[-1])
    return (
        path not in CONFIGURATION
        and path != "blog.yml"
        and not path.startswith(("templates/", "layouts/", "_includes/", "byeoru:"))
    )


def _has_posts(root: str) -> bool:
    marks = (*_POSTS[""], "docusaurus.config.js", "docusaurus.config.ts")
    return any(os.path.exists(os.path.join(root, *path.split("/"))) for path in marks)


def _existing_folders(root: str, content: str, folders: list[tuple[str, Keeps | None]]) -> Layout:
    existing = [(path, keeps) for path, keeps in folders if not path or os.path.isdir(os.path.join(root, path))]
    existing += [(path, is_tag_template) for path in template_folders(root)]
    return Layout(content, tuple(existing), existing_configuration(root))


def _is_hugo(root: str) -> bool:
    names = (f"{name}.{ending}" for name in ("hugo", "config") for ending in ("toml", "yaml", "yml", "json"))
    return any(os.path.exists(os.path.join(root, name)) for name in (*names, "config/_default"))


def _is_public_static(root: str, content: str) -> bool:
    """Tell whether `public` contains static files (Next.js) and not the built site (Hugo, Hexo)."""
    path = os.path.join(root, "public")
    if content == "source" or not os.path.isdir(path) or os.path.exists(os.path.join(path, "index.html")):
        return False
    return not content or os.path.exists(os.path.join(root, "package.json"))


def _keeper_of_themes(root: str) -> Keeps | None:
    """Keep only pictures of the themes of Hugo and Hexo, which can contain thousands of files."""
    path = os.path.join(root, "themes")
    if not os.path.isdir(path):
        return None
    foreign = {
        f"themes/{name}/"
        for name in os.listdir(path)
        if any(os.path.isdir(os.path.join(path, name, layout)) for layout in ("layouts", "layout"))
    }

    def keeps(path: str) -> bool:
        _, name, below = path.split("/", 2) if path.count("/") > 1 else (*path.split("/", 1), "")
        return f"themes/{name}/" not in foreign or is_theme_picture(below)

    return keeps if foreign else None
