"""Compare folders of any program with the sites that are built from them, word by word, and count their addresses.

    .venv/bin/python tools/compare_words.py FOLDER... [--verbose] [--output NAME]

In:  folders with a `blog.yml`; each is built as `blog build` does, into a folder in it.
Out: one line for each folder: published texts, words that no page has and no problem explains, texts that show literal
     markup in silence, and what became of the old addresses; with `--verbose`, the place of each such word and markup.
Must not: publish or change anything else in a folder.

It measures what is lost, not how fast a build is.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic
from byeoru.model.moves import Moves
from byeoru.model.project import Job, Profile, Project
from byeoru.session import Everything, session
from shown_words import Page, Word, words_of

# Markup that no page should show, by its sign. `[[1, 2], [3]]` is data and no link to a note.
MARKUP = {sign: re.compile(re.escape(sign)) for sign in ("{{", "{%", "{:", "%%", "<!--")}
MARKUP |= {sign: re.compile(rf"^\s*{sign}\s*\w", re.MULTILINE) for sign in (":::", "!!!")}
MARKUP["[["] = re.compile(r"\[\[[^\[\]\n]+\]\]")
REPORTED_ONCE = {"[[": "wikilink"}  # markup that is reported once a folder, and the code of that problem
# Letters of a page in which the next line of its text, and the next word of a line with a lost one, have to begin.
LINE_WINDOW, WORD_WINDOW = 3000, 150
SHOWN = 200  # places that `--verbose` prints of a folder


class Finding(NamedTuple):
    """A word that is lost in silence, or markup that is shown."""

    path: str
    line: int
    text: str


class Measured(NamedTuple):
    """What became of a folder."""

    texts: int  # that are published
    skipped: int  # drafts, and scheduled posts
    words: int
    lost: tuple[Finding, ...]  # words
    literal: tuple[Finding, ...]  # markup
    moves: Moves
    problems: tuple[Diagnostic, ...]
    is_written: bool


class Silent:
    """A listener of a build that prints nothing."""

    def stage(self, name: str) -> AbstractContextManager[None]:  # noqa: ARG002 (the form of `Progress`)
        """Begin a stage."""
        return nullcontext()

    def expect(self, total: int) -> None:
        """Take the number of steps."""

    def advance(self) -> None:
        """Take a step."""

    def waits_for(self, process: str) -> None:
        """Wait for another build."""


def lost_words(words: Iterable[Word], letters: str) -> Iterator[Word]:
    """Yield the words that do not follow each other on a page; a line may stand elsewhere, as footnotes do."""
    at = 0
    for line in _by_line(words):
        whole = "".join(word.text for word in line)
        found = letters.find(whole, at, at + LINE_WINDOW + len(whole))
        if found >= 0:
            at = found + len(whole)
        elif whole not in letters:
            at = _beginning(line, letters, at)
            for word in line:
                found = letters.find(word.text, at, at + WORD_WINDOW + len(word.text))
                if found >= 0:
                    at = found + len(word.text)
                else:
                    yield word


def _beginning(line: list[Word], letters: str, at: int) -> int:
    """Return where a line begins on a page: by two of its first words, or by one where a formula lies between them."""
    pairs = [first.text + second.text for first, second in pairwise(line[:6])]
    alone = [word.text for word in line[:6] if len(word.text) > 1]
    found = (letters.find(start, at, at + LINE_WINDOW) for start in (*pairs, *alone))
    return next((position for position in found if position >= 0), at)


def _by_line(words: Iterable[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in words:
        if line and word.line != line[0].line:
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def literal_markup(path: str, source: str, prose: str, reported: set[int], codes: set[str]) -> Iterator[Finding]:
    """Yield markup that a page shows outside of code more often than lines of its text with it are reported."""
    for sign, pattern in MARKUP.items():
        shown = len(pattern.findall(prose))
        if not shown or any(code.startswith(REPORTED_ONCE.get(sign, "-")) for code in codes):
            continue
        lines = [number for number, line in enumerate(source.split("\n"), 1) if pattern.search(line)]
        silent = [number for number in lines if number not in reported]
        if silent and shown > len(lines) - len(silent):
            yield Finding(path, silent[0], sign)


def measure(folder: Path, output: Path) -> Measured:
    """Build a folder into *output*, and compare its texts with its pages."""
    with session(Project(str(folder)), Profile("site", str(output)), Silent()) as builds:
        built = builds.run(Job(datetime.now(UTC), needs_site=True), Everything())
        report = builds.flush()
    reported = _reported(report.problems)
    codes = {problem.code for problem in report.problems}
    count = 0
    lost: list[Finding] = []
    literal: list[Finding] = []
    pages = built.site.by_source if built.site else {}
    for path, page in pages.items():
        source = (folder / path).read_text(encoding="utf-8", errors="replace")
        shown = Page(_page_at(output, page.summary.address))
        words = list(words_of(source))
        lines = reported.get(path, set())
        count += len(words)
        lost += [Finding(path, *word) for word in lost_words(words, shown.letters) if word.line not in lines]
        literal += literal_markup(path, source, "".join(shown.prose), lines, codes)
    skipped = len(report.drafts) + len(report.future)
    return Measured(
        len(pages), skipped, count, tuple(lost), tuple(literal), report.moves, report.problems, report.is_written
    )


def _reported(problems: Iterable[Diagnostic]) -> Mapping[str, set[int]]:
    """Return the lines with problems, by file."""
    lines: dict[str, set[int]] = {}
    for problem in problems:
        lines.setdefault(problem.location.path, set()).add(problem.location.line)
    return lines


def _page_at(output: Path, address: str) -> str:
    """Return the HTML that a static host serves at *address*, "" if there is none."""
    path = address.strip("/")
    for name in (f"{path}/index.html" if path else "index.html", path, f"{path}.html"):
        if name and (output / name).is_file():
            return (output / name).read_text(encoding="utf-8")
    return ""


def summary(name: str, measured: Measured) -> str:
    """Return the line of a folder."""
    moves = measured.moves
    warnings = Counter(problem.code for problem in measured.problems).most_common(3)
    return " · ".join(
        (
            f"{name} ({moves.program or '-'})" + ("" if measured.is_written else " NOT BUILT"),
            f"{measured.texts} texts, {measured.skipped} skipped",
            f"addresses {moves.kept} kept, {moves.redirected} redirected, {moves.lost} lost",
            f"{len(measured.lost)} of {measured.words} words lost in {len({one.path for one in measured.lost})} texts",
            f"{len({one.path for one in measured.literal})} texts with literal markup",
            "problems: " + (", ".join(f"{code} {count}" for code, count in warnings) or "none"),
        )
    )


def main() -> None:
    """Measure the folders in the arguments, and print a line for each."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    arguments.add_argument("--verbose", action="store_true", help="print each place too")
    arguments.add_argument("--output", default="site", help="name of the output folder (default: site)")
    given = arguments.parse_args()
    for folder in given.folders:
        measured = measure(folder.resolve(), folder.resolve() / given.output)
        print(summary(folder.name, measured), flush=True)
        if given.verbose:
            for kind, findings in (("lost", measured.lost), ("literal", measured.literal)):
                for path, line, text in findings[:SHOWN]:
                    print(f"  {kind} {path}:{line} {text}")


if __name__ == "__main__":
    main()
