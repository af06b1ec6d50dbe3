"""References keep their columns where something was removed from their line."""

from byeoru.model.content import Dialect, ParseOptions, Source
from byeoru.parse.document import parse

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())


def test_a_reference_behind_a_comment_has_its_column_in_the_file() -> None:
    """Comments and commands that were removed from a line do not move what stands behind them."""
    line = "%%나%% 나 [[나]] [나](나) <% tp.x %> #태그 ![[나#절|나]] `나`"
    result, _ = parse(Source("content/notes/a.md", line.encode(), "", "k"), OPTIONS)
    assert result is not None

    found = [(slot.target, line[slot.column - 1 : slot.column - 1 + slot.width]) for slot in result.slots]
    assert [written for _, written in found] == ["나", "나", "태그", "나#절"]
    assert [slot.column for slot in result.slots] == [11, 19, 34, 40]
