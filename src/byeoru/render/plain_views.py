"""What templates see of a term, a heading and a source: values that need no query."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from byeoru.base.paths import encode
from byeoru.model.site import Term


@dataclass(frozen=True, slots=True)
class TermView:
    """A term of a taxonomy; the count is set only in an index."""

    name: str
    label: str
    url: str
    count: int = 0
    depth: int = 0
    weight: int = 0  # in a cloud: 1 for the rarest to 5 for the most common


@lru_cache(maxsize=1 << 12)
def term_view(term: Term, base: str, count: int = 0, depth: int = 0, weight: int = 0) -> TermView:
    """Return a term as templates see it."""
    return TermView(term.name, term.label, base + encode(term.address), count, depth, weight)


class HeadingView(NamedTuple):
    """A heading of a page, for the table of contents."""

    level: int  # 1 to 6
    id: str
    text: str


class SourceView(NamedTuple):
    """The source of quoted content."""

    title: str
    url: str
    license: str
