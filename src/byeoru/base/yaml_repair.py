"""Mend the YAML of a mapping line by line, as far as its author can be understood.

In:  the text of a mapping, and the keys that it may have.
Out: the text as it was meant, with the same number of lines, and a ``Fault`` for each line that was mended.
Must not: decide what a fault costs: to a post it is a warning, to the settings an error.
"""

import re
from collections.abc import Collection
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.yaml_faults import AMBIGUITY_RULES, PAIR, RULES, Line, Rule, quoted, sign_of
from byeoru.base.yaml_nodes import YamlProblem, read_mapping

# What YAML reads without complaint and nobody means: a tag for a comment, a title for a type, a list for a text.
_DOUBTFUL = re.compile(
    r"""^[ ]*(?:-|[^\W\d][\w\-]{0,40}[ \t]*:)(?=[ \t])[^\n]*[ \t]\#[^\s\#]   # `title: C# #1`, `tags: #a`, `- #a`
      | :[ \t]+(?:![^!\s]|［)                                                 # `title: !important`, `tags: ［a］`
      | ^[^\W\d][\w\-]{0,40}:[^\[\n]*\][ \t]*$                                   # `tags: a, b]`
      | ^([ ]*)-[ ][^\n:\[{]*\n\1[ ]+-[ ]                                     # an item below another that is no list
    """,
    re.MULTILINE | re.VERBOSE,
)


class Fault(NamedTuple):
    """One line that is not written as YAML, and how it is."""

    code: str  # of the catalogue of problems
    line: int  # 1-based
    column: int
    width: int
    sign: str  # what is wrong in it, as it was typed or as it is missing
    better: str  # the line as it should be
    key: str = ""

    def location(self, path: str, before: int = 0) -> Location:
        """Return the location in the file at *path*, in which *before* lines come before the text."""
        return Location(path, before + self.line, self.column, self.width)

    def arguments(self) -> dict[str, str]:
        """Return what the sentences name."""
        return {"sign": self.sign, "better": self.better.strip(), "key": self.key}


class Repaired(NamedTuple):
    """A text as it was probably meant."""

    text: str
    faults: tuple[Fault, ...] = ()


def repaired(text: str, keys: Collection[str]) -> Repaired:
    """Write each line of *text*, which cannot be read, as it was meant; *keys* are known even without a colon."""
    return _applied(text, keys, RULES)


def disambiguated(text: str) -> Repaired:
    """Write the lines of *text* that can be read, and say what nobody means, as they were meant."""
    return _applied(text, (), AMBIGUITY_RULES) if _DOUBTFUL.search(text) else Repaired(text)


def _applied(text: str, keys: Collection[str], rules: tuple[Rule, ...]) -> Repaired:
    lines = text.split("\n")
    below = _next_lines(lines)
    faults: list[Fault] = []
    above, opens, is_block = "", "", False
    for at, written in enumerate(lines):
        bare = written.lstrip()
        if not bare or bare.startswith("#") or (is_block and bare != written):
            continue
        line = written
        for rule in rules:
            if found := rule(Line(line, below[at], opens, above, keys)):
                code, column, width, sign, better = found
                faults.append(Fault(code, at + 1, column, width, sign, better))
                line = line if code == "yaml-comment" else better  # a remark may be one, and is not published
        lines[at] = above = line
        if line[:1] not in {" ", "-"} and (pair := PAIR.match(line)):
            opens = (pair["value"] or "").partition(" #")[0]
            is_block = opens[:1] in {"|", ">"}
    return Repaired("\n".join(lines), _last_of_each_line(faults))


def _next_lines(lines: list[str]) -> list[str]:
    """Return for each line the next that is not blank, "" behind the last."""
    found, below = "", []
    for line in reversed(lines):
        below.append(found)
        found = line if line.strip() else found
    return below[::-1]


def _last_of_each_line(faults: list[Fault]) -> tuple[Fault, ...]:
    """Say of a line with several faults the first, with the line as it is after all of them."""
    found: dict[int, Fault] = {}
    for fault in faults:
        first = found.get(fault.line, fault)
        found[fault.line] = first._replace(better=fault.better)
    return tuple(found.values())


def with_quotes(text: str) -> Repaired:
    """Quote each value of *text* that YAML refuses by itself, such as `[번역] 도커`."""
    lines = text.split("\n")
    faults = []
    for at, below in enumerate(_next_lines(lines)):
        pair = Line(lines[at], below, "", "", ()).pair() if lines[at][:1] not in {" ", "-", "#", ""} else None
        if pair and below[:1] not in {" ", "-"} and not _is_readable(lines[at]):
            better = lines[at][: pair.start] + quoted(pair.value)
            sign = sign_of(pair.value)
            faults.append(Fault("yaml-needs-quotes", at + 1, pair.start + 1, len(pair.value), sign, better, pair.key))
            lines[at] = better
    return Repaired("\n".join(lines), tuple(faults))


def syntax_errors(text: str, path: str, keys: Collection[str]) -> tuple[Diagnostic, ...]:
    """Return the known faults that make *text* unreadable, as errors; none where there is more to it."""
    first = repaired(text, keys)
    second = with_quotes(first.text)
    if not _is_readable(second.text):
        return ()
    return tuple(
        error(fault.code, fault.location(path), "write-better", **fault.arguments())
        for fault in (*first.faults, *second.faults)
    )


def _is_readable(text: str) -> bool:
    try:
        read_mapping(text)
    except YamlProblem:
        return False
    return True
