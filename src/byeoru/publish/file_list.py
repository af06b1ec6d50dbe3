"""The list of the files of a published site. It is part of the site; a deployment deletes only listed files.

In:  a site, or the text of a list.
Out: the text, or the path and digest of each file.
Must not: return a path that leads out of the folder.
"""

from collections.abc import Mapping

from byeoru.base.digest import digest
from byeoru.base.paths import is_inside
from byeoru.publish.site import BuiltSite

FILES = "byeoru/files.txt"

Files = dict[str, str]  # the path and digest of each file


def files_of(site: BuiltSite) -> Files:
    """Return the files of a *site*, including its records, but not the list itself."""
    files = {**site.manifest, **{path: digest(data) for path, data in site.records.items()}}
    return {path: name for path, name in files.items() if path != FILES}


def as_text(files: Mapping[str, str]) -> str:
    """Return the list as text, one file per line."""
    return "".join(f"{name}  {path}\n" for path, name in sorted(files.items()))


def from_text(text: str) -> Files:
    r"""Parse the text that ``as_text`` returns.

    >>> from_text("0a  a/index.html\n0b  ../etc/passwd\n")
    {'a/index.html': '0a'}
    """
    rows = (line.partition("  ") for line in text.split("\n"))
    return {path: name for name, _, path in rows if path and path != FILES and is_inside(path)}
