"""Repair the YAML of a mapping line by line, where the intention of its author is clear.

In:  the text of a mapping, and the keys that it may have.
Out: the repaired text, with the same number of lines, and a ``Fault`` for each repaired line.
Must not: decide the severity of a fault: in a post it is a warning, in the settings an error.
"""

import re
from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.yaml_nodes import YamlProblem, read_mapping

if TYPE_CHECKING:  # imported late elsewhere: its patterns take 2 ms, and little YAML has faults
    from byeoru.base.yaml_faults import Rule

# Valid YAML that nobody intends: a tag read as a comment, a title as a type tag, a list as a text.
_AMBIGUOUS = re.compile(
    r"""^[ ]*(?:-|[^\W\d][\w\-]{0,40}[ \t]*:)(?=[ \t])[^\n]*[ \t]\#[^\s\#]   # `title: C# #1`, `tags: #a`, `- #a`
      | :[ \t]+(?:![^!\s]|［)                                                 # `title: !important`, `tags: ［a］`
      | ^[^\W\d][\w\-]{0,40}:[^\[\n]*\][ \t]*$                                   # `tags: a, b]`
      | ^(?:title|description|summary)[ \t]*:[ \t]+(?:[&{\[]|![ \t])          # `title: [번역]`, `title: ! 중요`
      | ^title[ \t]*:[ \t]+\#                                                 # `title: # 하나`
      | (?:[\[,]|^[ ]*-)[ ]*[&!]\S                                             # `tags: [!x]`, `- &x`
      | ^([ ]*)-[ ][^\n:\[{]*\n\1[ ]+-[ ]                                     # an item indented below a text item
    """,
    re.MULTILINE | re.VERBOSE,
)


class Fault(NamedTuple):
    """One line with a mistake, and its repair."""

    code: str  # of a problem in the catalogue
    line: int  # 1-based
    column: int
    width: int
    sign: str  # the wrong or missing character
    better: str  # the repaired line
    key: str = ""

    def location(self, path: str, before: int = 0) -> Location:
        """Return the location in the file at *path*, in which *before* lines come before the text."""
        return Location(path, before + self.line, self.column, self.width)

    def arguments(self) -> dict[str, str]:
        """Return the arguments of the message."""
        return {"sign": self.sign, "better": self.better.strip(), "key": self.key}


class Repaired(NamedTuple):
    """A text after its repair."""

    text: str
    faults: tuple[Fault, ...] = ()


def repaired(text: str, keys: Collection[str]) -> Repaired:
    """Repair each line of the unparsable *text*; *keys* are recognized even without a colon."""
    from byeoru.base.yaml_faults import RULES

    return _applied(text, keys, RULES)


def disambiguated(text: str) -> Repaired:
    """Repair the lines of the valid *text* whose meaning in YAML differs from the obvious intention."""
    if not _AMBIGUOUS.search(text):
        return Repaired(text)
    from byeoru.base.yaml_faults import AMBIGUITY_RULES

    return _applied(text, (), AMBIGUITY_RULES)


def _applied(text: str, keys: Collection[str], rules: "tuple[Rule, ...]") -> Repaired:
    from byeoru.base.yaml_faults import PAIR, Line

    lines = text.split("\n")
    below = _next_lines(lines)
    faults: list[Fault] = []
    above, opened, key, is_block = "", "", "", False
    for index, original in enumerate(lines):
        bare = original.lstrip()
        if not bare or bare.startswith("#") or (is_block and bare != original):
            continue
        line = original
        for rule in rules:
            if mistake := rule(Line(line, below[index], opened, above, keys)):
                code, column, width, sign, better = mistake
                pair = PAIR.match(better)
                name = pair["key"].strip(" -\"'") if pair else key
                faults.append(Fault(code, index + 1, column, width, sign, better, name))
                line = line if code == "yaml-comment" else better  # it may be a comment, which must not be published
        lines[index] = above = line
        if line[:1] not in {" ", "-"} and (pair := PAIR.match(line)):
            key, opened = pair["key"], (pair["value"] or "").partition(" #")[0]
            is_block = opened[:1] in {"|", ">"}
    return Repaired("\n".join(lines), _one_per_line(faults))


def _next_lines(lines: list[str]) -> list[str]:
    """Return for each line the next line that is not blank; "" for the last."""
    following, below = "", []
    for line in reversed(lines):
        below.append(following)
        following = line if line.strip() else following
    return below[::-1]


def _one_per_line(faults: list[Fault]) -> tuple[Fault, ...]:
    """Keep the first fault of each line, with the line after all of its repairs."""
    by_line: dict[int, Fault] = {}
    for fault in faults:
        first = by_line.get(fault.line, fault)
        by_line[fault.line] = first._replace(better=fault.better)
    return tuple(by_line.values())


def with_quotes(text: str) -> Repaired:
    """Quote each value of *text* that is invalid YAML by itself, such as `[번역] 도커`."""
    from byeoru.base.yaml_faults import Line, quoted, sign_of

    lines = text.split("\n")
    faults = []
    for index, below in enumerate(_next_lines(lines)):
        pair = Line(lines[index], below, "", "", ()).pair() if lines[index][:1] not in {" ", "-", "#", ""} else None
        if pair and below[:1] not in {" ", "-"} and not _is_valid(lines[index]):
            better = lines[index][: pair.start] + quoted(pair.value)
            sign = sign_of(pair.value)
            faults.append(
                Fault("yaml-needs-quotes", index + 1, pair.start + 1, len(pair.value), sign, better, pair.key)
            )
            lines[index] = better
    return Repaired("\n".join(lines), tuple(faults))


def syntax_errors(text: str, path: str, keys: Collection[str]) -> tuple[Diagnostic, ...]:
    """Return the faults that make *text* invalid, as errors; none if their repair does not make it valid."""
    by_rules = repaired(text, keys)
    quoted_too = with_quotes(by_rules.text)
    if not _is_valid(quoted_too.text):
        return ()
    return tuple(
        error(fault.code, fault.location(path), "write-better", **fault.arguments())
        for fault in (*by_rules.faults, *quoted_too.faults)
    )


def _is_valid(text: str) -> bool:
    try:
        read_mapping(text)
    except YamlProblem:
        return False
    return True
