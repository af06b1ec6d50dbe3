"""The list of the files of a published site, which is published with it, so that only they are ever deleted.

In:  a site; or the text of a list.
Out: the text; or path and digest of each file.
Must not: trust a list with a path that leads out of its folder.
"""

from collections.abc import Mapping

from byeoru.base.digest import digest
from byeoru.base.paths import is_inside
from byeoru.publish.site import BuiltSite

FILES = "byeoru/files.txt"

Files = dict[str, str]  # path and digest of each file


def files_of(site: BuiltSite) -> Files:
    """Return the files of a published *site*, with its records, except the list itself."""
    files = {**site.manifest, **{path: digest(data) for path, data in site.records.items()}}
    return {path: name for path, name in files.items() if path != FILES}


def as_text(files: Mapping[str, str]) -> str:
    """Write the list, one file a line."""
    return "".join(f"{name}  {path}\n" for path, name in sorted(files.items()))


def from_text(text: str) -> Files:
    r"""Read what ``as_text`` wrote.

    >>> from_text("0a  a/index.html\n0b  ../etc/passwd\n")
    {'a/index.html': '0a'}
    """
    rows = (line.partition("  ") for line in text.split("\n"))
    return {path: name for name, _, path in rows if path and path != FILES and is_inside(path)}
