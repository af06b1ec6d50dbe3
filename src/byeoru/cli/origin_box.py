"""Tell the owner of a folder that was written for another program what a first build made of it.

In:  the report of a build.
Out: a box of a few lines: the program, its configuration, what became of addresses, and what was not understood.
Must not: repeat itself; only a build that created the whole site has one.
"""

import sys
from collections import Counter

from byeoru.base.catalogue import Language, localize
from byeoru.cli.console import width
from byeoru.model.project import Report

_KINDS = 4  # of problems, most frequent first
_UNICODE, _ASCII = tuple("╭╮╰╯─│"), tuple("++++-|")


def origin_box(report: Report, language: Language) -> str:
    """Return the box, "" for a folder of ours or for a later build."""
    moves = report.moves
    if not moves.program or report.added < report.pages:
        return ""
    files = ", ".join(moves.configuration) or localize("origin.no-configuration", language)
    counts = {"kept": moves.kept, "redirected": moves.redirected, "lost": moves.lost}
    rows = [
        (localize("origin.configuration", language), files),
        (localize("origin.addresses", language), localize("origin.moves", language, **counts)),
    ]
    kinds = Counter(problem.code for problem in report.problems)
    if kinds:
        listed = " · ".join(f"{code} {count}" for code, count in kinds.most_common(_KINDS))
        more = localize("origin.more", language, count=len(kinds) - _KINDS) if len(kinds) > _KINDS else ""
        rows.append((localize("origin.problems", language), listed + more))
    return _boxed(localize("origin.title", language, program=moves.program), rows)


def _boxed(title: str, rows: list[tuple[str, str]]) -> str:
    left = max(width(name) for name, _ in rows)
    lines = [f"{name}{' ' * (left - width(name))}  {text}" for name, text in rows]
    inner = max(width(title) + 2, *(width(line) for line in lines))
    top_left, top_right, bottom_left, bottom_right, across, down = _characters()
    return "\n".join(
        [
            f"{top_left}{across} {title} {across * (inner - width(title) - 1)}{top_right}",
            *(f"{down} {line}{' ' * (inner - width(line))} {down}" for line in lines),
            f"{bottom_left}{across * (inner + 2)}{bottom_right}",
        ]
    )


def _characters() -> tuple[str, ...]:
    try:
        "".join(_UNICODE).encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return _ASCII
    return _UNICODE
