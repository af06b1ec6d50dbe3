"""A value that pages share is computed once, and each of them depends on what it was made from."""

from typing import Any

from byeoru.model.queries import QUERIES, settings
from byeoru.model.results import Results
from byeoru.model.settings import Settings
from byeoru.model.site import Edition, Site
from byeoru.model.theme import Theme
from byeoru.model.trace import Trace
from byeoru.render.recorder import Recorded, Recorder, once

RESULTS = Results(
    Site(Settings(title="t"), {}, (Edition("", "ko", ()),), (), (), ()), Theme("t", (), (), (), ()), QUERIES
)


class Named:
    """A value with two attributes, one of which reads the other."""

    def __init__(self) -> None:
        self._recorder = Recorder(Trace(RESULTS))
        self._known: dict[str, Recorded[Any]] = {}
        self.computed = 0

    @once
    def name(self) -> str:
        self.computed += 1
        return self._recorder.query(settings.title, "")

    @once
    def heading(self) -> str:
        return f"{self.name}, {self._recorder.query(settings.language)}"


def test_each_reader_depends_on_what_a_shared_value_was_made_from() -> None:
    """Three outputs read an attribute: it is computed once, and its queries are recorded for all of them."""
    named, traces = Named(), [Trace(RESULTS) for _ in range(3)]
    for trace in traces:
        named._recorder.trace = trace
        assert named.heading == "t, ko"

    assert named.computed == 1
    assert [{key for key, _ in trace.results} for trace in traces] == 3 * [{("title", ""), ("language",)}]


def test_what_is_computed_apart_is_not_recorded() -> None:
    """The queries of a computation are returned, and not those of the output before someone records them."""
    recorder = Recorder(Trace(RESULTS))
    value, results = recorder.apart(lambda: recorder.query(settings.title, ""))

    assert (value, [key for key, _ in results]) == ("t", [("title", "")])
    assert recorder.trace.results == ()
