"""The terminal: what it can show, and how wide a letter is on it."""

import os
import sys
import unicodedata
from typing import IO

_STYLES = {"error": "1;31", "warning": "1;33", "good": "32", "quiet": "2", "strong": "1"}


def configure_streams() -> None:
    """Let no character that the console cannot show end the program: CP949 has no ✓ and no emoji."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  (as long as the process)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def restart_with_utf8_names() -> None:
    """Begin again with names of files in UTF-8 where the locale would have them in another encoding.

    Python decides that when it starts. Under `ko_KR.EUC-KR` the same project would have other names, and so another
    site; the terminal keeps the encoding that it has.
    """
    if sys.platform == "win32" or sys.getfilesystemencoding() == "utf-8" or os.environ.get("PYTHONUTF8") == "1":
        return
    terminal = os.environ.get("PYTHONIOENCODING") or sys.stdout.encoding
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONIOENCODING": terminal}
    os.execve(sys.executable, [sys.executable, "-m", "byeoru", *sys.argv[1:]], environment)  # noqa: S606  (ourselves)


def styled(text: str, style: str, stream: IO[str]) -> str:
    """Return *text* in a style, if *stream* is a terminal and colour was not refused (https://no-color.org)."""
    if not stream.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\033[{_STYLES[style]}m{text}\033[0m"


def width(text: str) -> int:
    """Return the columns that *text* takes: Hangul and other wide letters take two.

    >>> width("한글 ab")
    7
    """
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
