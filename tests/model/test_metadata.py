"""One record of metadata: its fields are digested, cached and shown without being named again."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from byeoru.base.codec import from_plain, to_plain
from byeoru.model.metadata import Metadata
from byeoru.model.site import PageSummary, Term
from byeoru.render.reachable import NAMES
from byeoru.render.views import PageView, SummaryView
from program_copy_test import ProgramCopy

BEFORE = Metadata(
    title="t", date=datetime(2026, 1, 1, tzinfo=UTC), summary="s", language="ko", section="posts", minutes=1
)


def another(value: object) -> Any:  # noqa: ANN401  (of the type of the field)
    """Return another value that a field can have."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case str():
            return f"{value}u"
        case None:
            return datetime(2026, 1, 2, tzinfo=UTC)
    return None


AFTER = {field: another(value) for field, value in BEFORE._asdict().items()}
SUMMARY = PageSummary(
    address="/a/",
    meta=BEFORE,
    tags=(Term("tag", "x", "/tags/x/"),),
    series=(Term("series", "s", "/series/s/"),),
    category=(Term("category", "c", "/categories/c/"),),
    edition="",
    authors=(Term("author", "a", "/authors/a/"),),
    cover="",
)
OTHERS: dict[str, Any] = {
    "address": "/b/",
    "meta": BEFORE._replace(title="u"),
    "tags": (),
    "series": (),
    "category": (),
    "edition": "en",
    "authors": (),
    "cover": "/c.png",
}


@pytest.mark.parametrize("field", Metadata._fields)
def test_a_change_of_any_metadata_is_noticed(field: str) -> None:
    """A page that shows another is rebuilt whatever changes in its metadata."""
    after = SUMMARY._replace(meta=BEFORE._replace(**{field: AFTER[field]}))

    assert after.words != SUMMARY.words


@pytest.mark.parametrize("field", PageSummary._fields)
def test_a_change_of_any_field_is_noticed(field: str) -> None:
    """A page that shows another is rebuilt whatever changes in what it may show."""
    after = SUMMARY._replace(**{field: OTHERS[field]})

    assert after.words != SUMMARY.words


def test_a_term_that_changes_sides_is_noticed() -> None:
    """A tag and a category of the same name and address have different digests."""
    term = Term("tag", "x", "/x/")

    tagged, filed = SUMMARY._replace(tags=(term,), category=()), SUMMARY._replace(tags=(), category=(term,))

    assert tagged.words != filed.words


def test_a_line_break_moves_nothing_from_one_field_to_the_next() -> None:
    """Records that differ have different digests, also if they differ only in line breaks."""
    one, other = Metadata(summary="a\nb", language="c"), Metadata(summary="a", language="b\nc")

    assert one.words != other.words


@pytest.mark.parametrize("field", Metadata._fields)
def test_templates_read_all_metadata_by_its_name(field: str) -> None:
    """Every field of the record can be read by templates, of the page and of other pages."""
    summary = SUMMARY._replace(meta=BEFORE._replace(**{field: AFTER[field]}))

    assert getattr(SummaryView(summary, ""), field) == AFTER[field]
    assert field in NAMES[SummaryView]
    assert field in NAMES[PageView]


def test_metadata_is_the_same_after_it_was_cached() -> None:
    """A document read from the cache has the same digest as the parsed one."""
    again = from_plain(Metadata)(to_plain(Metadata)(BEFORE))

    assert (again, again.words) == (BEFORE, BEFORE.words)


def test_a_new_key_is_a_field_and_a_reader(tmp_path: Path) -> None:
    """A new key needs one field and one reader: its page and lists show it, and an edit updates both."""
    program, blog = ProgramCopy(tmp_path), tmp_path / "blog"
    program.add("model/metadata.py", "    rating: int = 0\n", after='    title: str = ""\n')
    program.add("parse/field_readers.py", '    "rating": _number,\n', after='    "title": _text,\n')
    (blog / "content/posts").mkdir(parents=True)
    (blog / "templates").mkdir()
    (blog / "blog.yml").write_text("title: t\n")
    (blog / "templates/post.html").write_text("own {{ page.rating }}")
    (blog / "templates/home.html").write_text("{% for post in listing.items %}listed {{ post.rating }}{% endfor %}")

    for rating in ("3", "5"):
        (blog / "content/posts/a.md").write_text(f"---\ntitle: a\ndate: 2026-01-01\nrating: {rating}\n---\n글\n")
        program.build(blog)

        assert (blog / "site/posts/a/index.html").read_text() == f"own {rating}"
        assert (blog / "site/index.html").read_text() == f"listed {rating}"
