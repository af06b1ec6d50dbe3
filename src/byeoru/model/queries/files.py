"""Queries about published files that are no documents.

In:  ``Facts``, and a path or an address.
Out: plain values; ``KeyError`` for what does not exist.
Must not: see a document.
"""

from byeoru.model.durability import NOTHING
from byeoru.model.facts import Facts
from byeoru.model.query import query


@query(sees=NOTHING, reason=("파일 `{0}` 변경", "file `{0}` changed"))
def file(facts: Facts, path: str) -> str:
    """Return the digest of a file as it is in the project."""
    return facts.site.by_file[path].digest


# Where browsers look for the icon of a site; of several, they take the last that they can show.
_ICONS = ("/favicon.ico", "/favicon.png", "/favicon.svg")


@query(sees=NOTHING, shared=True, reason=("사이트 아이콘 변경", "icon of the site changed"))
def icons(facts: Facts) -> tuple[str, ...]:
    """Return the addresses of the author's icons."""
    published = {file.address for file in facts.site.files}
    return tuple(address for address in _ICONS if address in published)


@query(sees=NOTHING, reason=("이미지 `{0}`의 크기 변경", "size of image `{0}` changed"))
def size(facts: Facts, address: str) -> tuple[int, int]:
    """Return the displayed size of the image at *address*; (0, 0) if there is none."""
    return facts.site.sizes.get(address, (0, 0))


@query(sees=NOTHING, reason=("파일 `{0}`의 크기 변경", "size of file `{0}` changed"))
def length(facts: Facts, address: str) -> int:
    """Return the number of bytes of the file at *address*; 0 if there is none."""
    return facts.site.lengths.get(address, 0)
