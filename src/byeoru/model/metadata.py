"""The metadata of a document: one record from the front matter to the template.

In:  values by field name, from the readers of front matter, and derived from path and text where it has none.
Out: ``Metadata``, held by a document and by its summary alike. Its fields are read under their names by templates, and
     digested and cached with the rest.
Must not: hold anything that only the whole site can tell (addresses, terms), or that only the page itself needs.
"""

from datetime import datetime
from typing import NamedTuple

from byeoru.base.codec import to_plain


class Metadata(NamedTuple):
    """The metadata of a document; empty where nothing was written.

    A new front-matter key is a field here, with a default, and a reader in `parse/field_readers`.
    """

    title: str = ""
    date: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    language: str = ""
    section: str = ""  # the folder of `content` that it lies in, e.g. "posts"
    draft: bool = False
    pinned: bool = False
    minutes: int = 0  # that reading it takes

    @property
    def words(self) -> str:
        """Return one text that differs if any field does."""
        return repr(_plain(self))


_plain = to_plain(Metadata)
# Fields by which lists are divided and ordered; a change of any other leaves every page in its place.
PLACING = frozenset({"date", "updated", "language", "section", "draft", "pinned"})
