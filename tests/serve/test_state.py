"""The state of the preview: which files a build has changed."""

from byeoru.memory import Replaced
from byeoru.model.project import Report
from byeoru.serve.state import changed_files
from byeoru.session import Built


def test_files_that_were_replaced_need_not_be_looked_for() -> None:
    """The build has named what differs from the files that are shown, and all files are compared with others."""
    shown, other = {"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "1", "c": "0", "d": "1"}
    new = shown | {"b": "2", "a": "2"}
    built = Built(Report(), new, replaced=Replaced(shown, ("b", "a")))

    assert ("a", "b") == changed_files(shown, built) == changed_files(dict(shown), built)
    assert changed_files(other, built) == ("a", "b", "c", "d")
    assert changed_files(new, built) == ()
