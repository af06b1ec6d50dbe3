"""The metadata of a document: one record from the front matter to the template.

In:  values by field name, from the readers of front matter, and derived from path and text where it has none.
Out: ``Metadata``, held by a document and by its summary alike. Its fields are read under their names by templates, and
     digested and cached with the rest.
Must not: hold anything that only the whole site determines (addresses, terms), or that only the page itself needs.
"""

from datetime import datetime
from typing import NamedTuple

from byeoru.base.codec import to_plain


class Metadata(NamedTuple):
    """The metadata of a document; empty where the author wrote nothing.

    A new front-matter key is a field here, with a default, and a reader in `parse/field_readers`.
    """

    title: str = ""
    date: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    language: str = ""
    section: str = ""  # the folder of `content` that contains it, e.g. "posts"
    draft: bool = False
    pinned: bool = False
    minutes: int = 0  # of reading time
    expires: datetime | None = None  # when it stops being public
    stage: str = ""  # how far a note has grown: "seed", "budding" or "evergreen"; "" for unknown
    private: bool = False  # `publish` in its front matter or in the settings holds it back

    @property
    def words(self) -> str:
        """Return one text that differs if any field does."""
        return repr(_plain(self))


_plain = to_plain(Metadata)
# Fields by which lists are grouped and sorted; a change of any other field moves no page in any list.
LISTING_FIELDS = frozenset({"date", "updated", "language", "section", "draft", "pinned", "private"})
# What pages show of a document and nothing else follows from, except what links to it are called.
WORDS = frozenset({"title", "summary", "minutes", "stage"})
