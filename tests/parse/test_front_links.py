"""Wikilinks in front matter."""

from byeoru.model.content import Dialect, Parsed, ParseOptions, Slot, Source
from byeoru.parse.document import parse

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())


def parsed(text: str) -> tuple[Parsed, list[str]]:
    """Parse a text, and return the codes of its problems too."""
    result, problems = parse(Source("content/notes/a.md", text.encode(), "", "k"), OPTIONS)
    assert result is not None
    return result, [problem.code for problem in problems]


def links(header: str) -> list[tuple[str, str, int, int]]:
    """Return for each link of a front matter: the words before it, the target, its line and its column."""
    result, _ = parsed(f"---\n{header}\n---\n[[z]]\n")
    words = {mention.slot: mention.before for mention in result.mentions}
    return [(words[at], slot.target, slot.line, slot.column) for at, slot in enumerate(result.slots) if at]


def test_a_link_in_a_property_is_a_slot_behind_those_of_the_text() -> None:
    """Each link of a property has its exact place, and its key as the words before it."""
    assert links('up: "[[a]]"') == [("up: ", "a", 2, 8)]
    assert links("rel:\n  - \"[[b|비]]\"\n  - '가 [[c#d]] [[b]]'") == [
        ("rel: ", "b", 3, 8),
        ("rel: ", "c#d", 4, 10),
        ("rel: ", "b", 4, 18),
    ]


def test_a_link_without_quotes_is_one_too() -> None:
    """YAML reads `[[a]]` as a list in a list, which the author did not mean."""
    assert links("up: [[가 나]]\nrel:\n  - [[b]]") == [("up: ", "가 나", 2, 7), ("rel: ", "b", 4, 7)]


def test_fields_with_another_meaning_have_no_links() -> None:
    """Lists of lists are categories, and brackets in a title are its words."""
    result, _ = parsed('---\ntitle: "[[x|엑스]]의 뜻"\ncategories: [[p, q], [r]]\nm: [[1, 2], [3]]\n---\n')

    assert result.slots == ()
    assert result.document.meta.title == "엑스의 뜻"
    assert result.document.categories == ("p/q", "r")


def test_a_key_with_a_link_is_no_unknown_key() -> None:
    """A property with a link is meant as one, so its key is not taken for a mistake."""
    assert parsed('---\nmother: "[[a]]"\n---\n')[1] == []
    assert parsed('---\nmother: "a"\n---\n')[1] == ["unknown-key"]


def test_a_cover_may_be_named_in_brackets() -> None:
    """A cover in double brackets is found by its name, and its place is that of the name."""
    result, _ = parsed('---\ncover: "![[그림.png|300]]"\n---\n')

    assert result.slots == (Slot("embed", "그림.png", 2, 12, 6),)


def test_many_brackets_are_read_once() -> None:
    """Brackets that close nothing take no time in a long value."""
    result, _ = parsed(f'---\nup: "{"[[" * 30_000}"\ntitle: "{"[[" * 2_000}"\n---\n')

    assert result.slots == ()
