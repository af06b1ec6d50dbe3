"""The help of every command, in both languages, on a real terminal of several widths."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from byeoru.cli.app import application
from byeoru.cli.console import width
from byeoru.cli.help_formatter import ColumnHelpFormatter, wrapped
from command import run_blog


def command_lines(group: click.Group, words: tuple[str, ...] = ()) -> Iterator[list[str]]:
    """Return the full names of all commands of a group and its subgroups."""
    yield list(words)
    context = click.Context(group)
    for name in group.list_commands(context):
        match group.get_command(context, name):
            case click.Group() as inner:
                yield from command_lines(inner, (*words, name))
            case _:
                yield [*words, name]


COMMAND_LINES = list(command_lines(application("en")))
PROGRAM = """
import sys
from byeoru.cli.app import application
for words in {lines!r}:
    application({language!r}).main([*words, "-h"], prog_name="blog", standalone_mode=False)
"""


def shown(language: str, columns: int, lines: list[list[str]]) -> list[str]:
    """Return the lines of the help of several commands on a terminal of that width."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    program = PROGRAM.format(lines=lines, language=language)
    child = subprocess.Popen([sys.executable, "-c", program], env=environment, stdout=theirs, stderr=theirs)
    os.close(theirs)
    data = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not chunk:
            break
        data += chunk
    os.close(ours)
    assert child.wait() == 0, data.decode()
    return data.decode().splitlines()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("columns", [40, *(pytest.param(one, marks=pytest.mark.slow) for one in (60, 80, 100))])
def test_no_line_of_help_is_too_long(language: str, columns: int) -> None:
    """A Hangul character takes two columns; click counts it as one."""
    lines = shown(language, columns, COMMAND_LINES)

    assert [line for line in lines if width(line) >= columns] == []
    assert len(lines) > 10 * len(COMMAND_LINES)


@pytest.mark.parametrize("columns", [40, 60, 80, 100])
def test_continuation_lines_are_aligned(columns: int) -> None:
    """The description of an option continues in the same column."""
    lines = shown("ko", columns, [["deploy"]])
    [at] = [number for number, line in enumerate(lines) if line.lstrip().startswith("--redirect")]
    text = lines[at].split("--redirect")[1]
    start = width(lines[at]) - width(text.lstrip())

    further = lines[at + 1]
    if not further.lstrip().startswith("-"):
        assert len(further) - len(further.lstrip()) == start


def test_wrapping_loses_no_word() -> None:
    """At any width all words of a text remain, in order."""
    text = "옛 주소를 그 글의 aliases에 적습니다 [address|local|empty|shrink] 아주긴낱말이여기에있습니다"
    for columns in range(2, 60):
        lines = list(wrapped(text, columns, columns))
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert max(width(line) for line in lines) <= columns


def test_a_very_narrow_terminal_still_gets_help() -> None:
    """If nothing fits, lines are too long, but there is no error."""
    pages = ColumnHelpFormatter(width=5)
    pages.write_usage("blog", "[옵션]", "사용법: ")
    pages.write_dl([("--a-very-long-option-name", "설명"), ("-x", "")])

    assert "설명" in pages.getvalue()


@pytest.mark.parametrize("words", COMMAND_LINES, ids=" ".join)
def test_every_command_takes_a_language_and_short_help(tmp_path: Path, words: list[str]) -> None:
    """`-h` and `--lang` work with each command, also outside of a blog."""
    done = run_blog(tmp_path, *words, "--lang", "ko", "-h")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("사용법: blog")
    assert "-h, --help" in done.stdout
    assert done.stdout.count("--lang [ko|en]") == 1
