"""What pages may know of each other, and what notices that it has changed."""

from datetime import UTC, datetime
from typing import Any

import pytest

from byeoru.model.site import PageRef, Term

REF = PageRef(
    address="/a/",
    title="t",
    date=datetime(2026, 1, 1, tzinfo=UTC),
    updated=None,
    summary="s",
    tags=(Term("tag", "x", "/tags/x/"),),
    series=(Term("series", "s", "/series/s/"),),
    category=(Term("category", "c", "/categories/c/"),),
    language="ko",
    section="posts",
    is_draft=False,
    is_pinned=False,
    minutes=1,
    edition="",
    authors=(Term("author", "a", "/authors/a/"),),
    cover="",
)
OTHERS: dict[str, Any] = {
    "address": "/b/",
    "title": "u",
    "date": None,
    "updated": datetime(2026, 1, 2, tzinfo=UTC),
    "summary": "",
    "tags": (),
    "series": (),
    "category": (),
    "language": "en",
    "section": "notes",
    "is_draft": True,
    "is_pinned": True,
    "minutes": 2,
    "edition": "en",
    "authors": (),
    "cover": "/c.png",
}


@pytest.mark.parametrize("field", PageRef._fields)
def test_a_change_of_any_field_is_noticed(field: str) -> None:
    """A page that shows another is made anew whatever changes in what it may show."""
    other = REF._replace(**{field: OTHERS[field]})

    assert other.words != REF.words


def test_a_term_that_changes_sides_is_noticed() -> None:
    """A tag is not a category of the same name and address."""
    term = Term("tag", "x", "/x/")

    assert REF._replace(tags=(term,), category=()).words != REF._replace(tags=(), category=(term,)).words
