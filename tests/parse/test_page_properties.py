"""Properties of a page of Logseq are its front matter."""

from byeoru.model.content import Dialect, ParseOptions, Source
from byeoru.parse.document import parse

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())


def test_properties_on_the_first_lines_are_front_matter() -> None:
    """Title, tags and links are read, with their lines, and none of the lines is shown."""
    text = "title:: 가 나\nalias:: 다\ntags:: [[라 마]], #바\nup:: [[위]]\n\n- 글 [[a]]\n"
    result, problems = parse(Source("content/notes/x.md", text.encode(), "", "k"), OPTIONS)
    assert result is not None

    assert result.document.meta.title == "가 나"
    assert result.document.tags == ("라 마", "바")
    assert [(slot.target, slot.line, slot.column) for slot in result.slots] == [("a", 6, 7), ("위", 4, 8)]
    assert problems == ()


def test_a_page_that_is_not_public_is_a_draft() -> None:
    """`public:: false` keeps a page of Logseq unpublished."""
    result, _ = parse(Source("content/notes/x.md", b"public:: false\n\n- a\n", "", "k"), OPTIONS)
    assert result is not None

    assert result.document.meta.draft


def test_other_lines_with_two_colons_are_text() -> None:
    """Fields of Dataview, and names of C++, are no properties."""
    for text in ("상태:: 씨앗\n", "std::vector 는\n", "- title:: a\n"):
        result, _ = parse(Source("content/notes/x.md", text.encode(), "", "k"), OPTIONS)
        assert result is not None
        assert result.document.meta.title == "x"
        assert result.body.size > 10
