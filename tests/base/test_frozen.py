"""Frozen values come back equal, and forged bytes can call nothing."""

import os
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from struct import pack
from zlib import compress

import pytest

from byeoru.base.frozen import Later, frozen, thawed
from byeoru.base.rooted import Rooted
from byeoru.base.thaw_error import ThawError
from byeoru.model.metadata import Metadata
from byeoru.model.moves import Moves
from byeoru.model.site import Term
from byeoru.renaming.plan import View
from byeoru.session import session


class Call:
    """Pickled, it asks for a call of *function*."""

    def __init__(self, function: Callable[..., object], *arguments: object) -> None:
        self.function, self.arguments = function, arguments

    def __reduce__(self) -> tuple[object, ...]:
        return self.function, self.arguments


def test_values_come_back() -> None:
    """Named tuples, dataclasses, dates and plain values are equal to what was frozen, and what was one object is one."""
    term = Term("tag", "벼루", "/tags/벼루/")
    dates = (datetime(2026, 3, 14, tzinfo=UTC), datetime(2026, 3, 14, 9, tzinfo=timezone(timedelta(hours=9))))
    value = [Metadata("제목", *dates), (term, term), {"a": {1, 2}}, frozenset({"b"}), Moves(), None, b"\x00"]

    back = thawed(frozen(value))

    assert back == value
    assert back[1][0] is back[1][1]


@pytest.mark.parametrize(
    "function",
    [os.system, eval, getattr, subprocess.Popen, __import__, session, Rooted, View, Term._make, object, type],
)
def test_a_call_of_anything_else_is_refused(function: Callable[..., object], tmp_path: Path) -> None:
    """Neither functions nor classes that do more than hold their fields can be named, in our modules or in others."""
    place = tmp_path / "called"
    hostile = frozen([Call(function, f"touch {place}")])

    with pytest.raises(ThawError):
        thawed(hostile)
    assert not place.exists()


def test_a_value_for_later_is_thawed_when_it_is_asked_for() -> None:
    """Passed on twice, it is still the value; without being asked for, it is not even created."""
    forged: Later[object] = Later(0)
    forged.__setstate__(b"garbage")

    once = thawed(frozen(Later(["벼루"])))
    twice = thawed(frozen(once))

    assert (twice.get(), once.get(), twice.get()) == (["벼루"], ["벼루"], ["벼루"])
    assert thawed(frozen([forged, 1]))[1] == 1
    with pytest.raises(ThawError):
        thawed(frozen(forged)).get()


def test_no_module_is_loaded() -> None:
    """A value class in a module that is not loaded is refused, and the module stays unloaded."""
    pickled = compress(b"\x80\x05\x8c\x1abyeoru.importers.not_there\x8c\x04Term\x93.")
    hostile = pack("<II", 1, len(pickled)) + pickled

    with pytest.raises(ThawError):
        thawed(hostile)


@pytest.mark.parametrize("data", [b"", b"\x80", b"\x80\x05", b"\x80\x05.", b"garbage", frozen([1] * 100)[:-1]])
def test_damaged_bytes_are_refused(data: bytes) -> None:
    """Whatever the bytes are, the only exception is ours."""
    with pytest.raises(ThawError):
        thawed(data)
