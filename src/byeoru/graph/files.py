"""Assign an address to each file that is copied.

In:  the files by path, the sizes of images, and the documents with their addresses.
Out: ``File`` values; in folders of other programs, a file at the address of a page is skipped and reported.
"""

import posixpath
from collections.abc import Iterable, Mapping

from byeoru.base.diagnostic import Diagnostic, Location, Outcome, warning
from byeoru.base.paths import file_of, relative_path, without_extension
from byeoru.base.patterns import lazy_pattern
from byeoru.model.content import Document
from byeoru.model.site import File

_OURS = ("content/", "static/")
# Folders in which a program looks for files that are not among its own, and publishes them at the root of the site.
_THEME = lazy_pattern(r"themes/[^/]+/(?:source|static)/")
_FALLBACKS = {"hugo": lazy_pattern(rf"assets/|{_THEME.pattern}")}
_AT_THE_TOP = {"content", "static", "public", "source"}  # folders whose contents are published at the root of the site
_PUBLIC = lazy_pattern(r"(?:(?:docs/|src/)?\.vuepress|docs)/public/")  # likewise
_BELOW_SRC = ("src/content/", "src/assets/", "src/images/")


def files_of(
    digests: dict[str, str],
    sizes: Mapping[str, tuple[int, int]],
    shown: tuple[Document, ...],
    hidden: tuple[Document, ...],
    addresses: dict[str, str],
    generated: Iterable[str],
    program: str,
) -> Outcome[tuple[File, ...]]:
    """Assign addresses: below the page that a file belongs to, otherwise by path.

    Files of *hidden* pages are not published; *generated* are the addresses of generated pages. A file in a folder
    where the *program* looks last gives way to any other.
    """
    bundles = {
        folder: addresses[document.path]
        for document in sorted(shown, key=_is_edition)
        if (folder := _bundle_of(document))
    }
    hidden_folders = {folder for document in hidden if (folder := _bundle_of(document) or _drafts_of(document))}
    copied: list[File] = []
    problems: list[Diagnostic] = []
    used_by: dict[str, str] = {}
    fallback = _FALLBACKS.get(program, _THEME)
    last = [path for path in digests if fallback.match(path)]
    for path in (*(path for path in digests if not fallback.match(path)), *last) if last else digests:
        if path.startswith("static/"):
            address = path.removeprefix("static")
        elif match := fallback.match(path) or _PUBLIC.match(path):
            address = f"/{path[match.end() :]}"
        else:
            address = _address(path, bundles, hidden_folders)
        if not address:
            continue
        if not path.startswith(_OURS):
            if not used_by:
                used_by = {f"/{file_of(page)}": page for page in (*addresses.values(), *generated)}
                used_by |= {file.address: file.path for file in copied}
            if address in used_by:
                if not fallback.match(path):
                    problems.append(warning("not-copied", Location(path), address=address, other=used_by[address]))
                continue
            used_by[address] = path
        copied.append(File(address, path, digests[path], *sizes.get(path, (0, 0))))
    return Outcome(tuple(copied), tuple(problems))


def _is_edition(document: Document) -> bool:
    """Order translations first: of two pages in one folder, the files belong to that in the language of the site."""
    return not document.edition


def _bundle_of(document: Document) -> str:
    """Return the folder with the files of a page: its bundle, or in Hexo the folder of the same name."""
    if document.is_bundle:
        return posixpath.dirname(document.path)
    return document.path.rpartition(".")[0] if document.path.startswith("source/") else ""


def _drafts_of(document: Document) -> str:
    """Return the drafts folder that contains a document."""
    folder = posixpath.dirname(document.path)
    return folder if "_drafts" in folder.split("/") else ""


def _address(path: str, bundles: dict[str, str], hidden_folders: set[str]) -> str:
    """Return the address of a file, "" if it is not published."""
    folder = posixpath.dirname(path)
    while folder and folder != "content":
        if folder in hidden_folders:
            return ""
        if folder in bundles:
            return f"{without_extension(bundles[folder])}/{relative_path(path, folder)}"
        folder = posixpath.dirname(folder)
    top, _, below = path.partition("/")
    if top == "content":
        return f"/{below}"
    rest = below if top in _AT_THE_TOP else path.removeprefix("src/") if path.startswith(_BELOW_SRC) else path
    if rest.startswith("content/"):
        rest = rest.removeprefix("content/")
    *parents, name = rest.split("/")
    # GitHub Pages does not serve folders that begin with an underscore; servers hide those that begin with a dot.
    parents = [parent.lstrip("_").replace(".vuepress", "vuepress") or parent for parent in parents]
    return "/" + "/".join([*parents, name])
