"""Commands of Templater are removed."""

from byeoru.parse.templater import without_commands


def test_a_command_is_removed_with_its_lines_kept() -> None:
    """Commands vanish, and what stands below them stays on its line."""
    text, found = without_commands("a\n<%* let b = 1\ntR += b -%>\nc <%~ d %>\n")

    assert text == "a\n\n\nc \n"
    assert found == (2, 30)


def test_code_and_other_tags_stay() -> None:
    """A command in code is shown, and a tag that is not Templater's is none."""
    for text in ("`<% tp.x %>`\n", "```\n<%* x %>\n```\n", "<%= a %> <% if x %>\n", "<% tp.x without an end\n"):
        assert without_commands(text) == (text, ())


def test_many_openings_are_read_once() -> None:
    """Openings that nothing closes take no time."""
    text = "<%* a\n" * 50_000

    assert without_commands(text) == (text, ())
