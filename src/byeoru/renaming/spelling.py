"""Ways to write a reference to a file, in the style of the one that it replaces.

In:  the reference as written, the file that it led to, where that is now, and the file that refers to it.
Out: spellings, the best first. Not all of them lead there; the plan takes the first that does.
Must not: know the site.
"""

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from byeoru.base.paths import encode, relative_path, split_reference
from byeoru.model.content import Slot

_PAGE = re.compile(r"\.(?:md|markdown|mdx|mkd|mkdn|mkdown|mdown)$", re.IGNORECASE)
_INDEX = re.compile(r"(?:^|/)(?:_?index|readme)$", re.IGNORECASE)
# What ends a destination in Markdown, begins its query or fragment, or is an entity in HTML.
_SPECIAL = re.compile(r"""[\s()<>"'%?#&\\\[\]]""")

BRACKETS = frozenset({"wiki", "embed"})  # kinds of slots whose target is a name


class Moved(NamedTuple):
    """A file that a reference leads to, before and after the move, and the folder of the file that refers to it."""

    old: str
    new: str
    folder: str  # after the move


def spellings(slot: Slot, moved: Moved) -> list[str]:
    """Return spellings of the path or name in *slot* for the new place of its file, decoded, the best first."""
    if slot.kind in BRACKETS:
        return list(dict.fromkeys(_names(slot.target.partition("#")[0], moved)))
    return list(dict.fromkeys(_paths(split_reference(slot.target)[0], moved)))


def as_target(slot: Slot, spelling: str) -> str:
    """Return the target of *slot* with another path or name, and the same fragment."""
    if slot.kind in BRACKETS:
        _, sign, fragment = slot.target.partition("#")
        return spelling + sign + fragment
    return encode(spelling) + _rest(slot.target)


def as_written(slot: Slot, spelling: str, written: str) -> str:
    """Return the text that takes the place of *written*, the text of *slot*, in its file.

    >>> as_written(Slot("link", "", 1, 1, 1), "새 글(1).md", "a.md?x#b")
    '새%20글%281%29.md?x#b'
    """
    if slot.kind in BRACKETS:
        return as_target(slot, spelling)
    if re.search("%[89A-Fa-f][0-9A-Fa-f]", written):
        return encode(spelling) + _rest(written)
    return _SPECIAL.sub(lambda match: encode_all(match[0]), spelling) + _rest(written)


def _rest(reference: str) -> str:
    """Return the query and the fragment of a reference."""
    at = min((index for mark in "?#" if (index := reference.find(mark)) >= 0), default=len(reference))
    return reference[at:]


def encode_all(text: str) -> str:
    """Return *text* with all of its bytes percent-encoded.

    >>> encode_all("(한")
    '%28%ED%95%9C'
    """
    return "".join([f"%{byte:02X}" for byte in text.encode()])


def _names(name: str, moved: Moved) -> Iterator[str]:
    """Yield names for double brackets: a path as a path, a name as the shortest end of the path that is unique."""
    target = _with_ending(name, moved.new)
    if name.startswith(("./", "../")):
        yield _relative(target, moved.folder)
    if name.startswith("/"):
        yield "/" + target.removeprefix(_before(name, moved.old))
    elif "/" in name and (cut := _before(name, moved.old)) and target.startswith(cut):
        yield target[len(cut) :]
    elif "/" in name and not _before(name, moved.old):
        yield target
    yield from ends(target)
    yield "/" + target


def _paths(written: str, moved: Moved) -> Iterator[str]:
    """Yield paths for Markdown: relative to the file, to the root of the site, or a name as in a vault."""
    if written.startswith("/"):
        target = _with_ending(written, moved.new)
        yield "/" + target.removeprefix(_before(written, moved.old))
        yield "/" + moved.new
        return
    target = _with_ending(written, moved.new)
    is_folder = written.endswith("/")
    direct = relative_path(target, moved.folder) or target
    if written.startswith("./"):
        yield _relative(target, moved.folder)
    if not _is_name(written, moved):
        yield direct + "/" * is_folder
    else:
        yield from ends(target)
    yield direct + "/" * is_folder
    yield relative_path(moved.new, moved.folder)
    yield "/" + moved.new


def _is_name(written: str, moved: Moved) -> bool:
    """Tell whether a path in Markdown was the end of a path anywhere, as vaults allow, and no relative path."""
    stem = _PAGE.sub("", moved.old)
    return (
        not written.startswith(".")
        and f"/{stem}".endswith("/" + _PAGE.sub("", written))
        and moved.folder != (posixpath.dirname(moved.old))
    )


def _with_ending(written: str, path: str) -> str:
    """Return *path* as *written* spells paths: with or without the ending of a page, and of the name of an index."""
    if not _PAGE.search(path) or _PAGE.search(written):
        return path
    stem = _PAGE.sub("", path)
    is_index = _INDEX.search(stem) and not _INDEX.search(_PAGE.sub("", written)) and "/" in stem
    return posixpath.dirname(stem) if is_index else stem


def _before(written: str, path: str) -> str:
    """Return what stands before *written* in *path*: the folder that it counts from, with its slash."""
    end = _with_ending(written, path)
    bare = written.strip("/")
    return end[: -len(bare)] if end.endswith(bare) and bare else ""


def _relative(path: str, folder: str) -> str:
    relative = relative_path(path, folder)
    return relative if relative.startswith("../") else f"./{relative}"


def ends(path: str) -> Iterator[str]:
    """Yield the ends of a path, the shortest first.

    >>> list(ends("a/b/c"))
    ['c', 'b/c', 'a/b/c']
    """
    parts = path.split("/")
    for count in range(1, len(parts) + 1):
        yield "/".join(parts[-count:])
