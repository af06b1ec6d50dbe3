"""Reading pages: whole up to a limit, and refused above it."""

from pathlib import Path

from byeoru.base.diagnostic import Diagnostic
from byeoru.discover.read import MARKDOWN_LIMIT, read_markdown
from byeoru.discover.sources import Scan
from byeoru.model.project import Project


def test_a_page_is_read_whole_up_to_the_limit(tmp_path: Path) -> None:
    """A page of exactly the largest size is read; one byte more is a problem that says so."""
    project, scan = Project(str(tmp_path)), Scan({}, {}, ())
    (tmp_path / "a.md").write_bytes(bytes(MARKDOWN_LIMIT))
    (tmp_path / "b.md").write_bytes(bytes(MARKDOWN_LIMIT + 1))

    read, refused = read_markdown(project, scan, "a.md"), read_markdown(project, scan, "b.md")

    assert read == bytes(MARKDOWN_LIMIT)
    assert isinstance(refused, Diagnostic)
    assert (refused.code, dict(refused.arguments)) == ("too-large", {"size": "5", "limit": "5"})
