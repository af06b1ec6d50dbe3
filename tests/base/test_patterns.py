"""A pattern that is compiled by need finds what a compiled one finds."""

import re

import pytest

from byeoru.base.patterns import lazy_pattern

TEXT = "Kim 2026-11-30, Lee 2025-01-02"
DATE = r"(?P<year>\d{4})-(\d\d)"


def test_its_methods_are_those_of_the_compiled_pattern() -> None:
    """Also the attributes that are rarely asked for, before the first use and after it."""
    lazy, compiled = lazy_pattern(DATE, re.ASCII), re.compile(DATE, re.ASCII)

    assert lazy.groupindex == compiled.groupindex
    for _ in range(2):
        assert lazy.findall(TEXT) == compiled.findall(TEXT)
        assert [found.span() for found in lazy.finditer(TEXT)] == [found.span() for found in compiled.finditer(TEXT)]
        assert lazy.split(TEXT) == compiled.split(TEXT)
        assert lazy.sub(r"\2/\1", TEXT, count=1) == compiled.sub(r"\2/\1", TEXT, count=1)
        assert lazy.subn("", TEXT) == compiled.subn("", TEXT)
        assert (lazy.match(TEXT), lazy.fullmatch(TEXT)) == (None, None)
        assert lazy.search(TEXT, 5) is not None
        assert (lazy.pattern, lazy.flags, lazy.groups) == (compiled.pattern, compiled.flags, compiled.groups)


def test_it_is_compiled_once_and_not_before_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """Creating it costs nothing, and later uses cost as much as those of a compiled pattern."""
    compiled: list[str] = []
    real = re.compile

    def counted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return real(pattern, flags)

    monkeypatch.setattr(re, "compile", counted)
    lazy = lazy_pattern(DATE)
    assert compiled == []

    for _ in range(3):
        lazy.search(TEXT)
        lazy.sub("", TEXT)
    assert compiled == [DATE]
