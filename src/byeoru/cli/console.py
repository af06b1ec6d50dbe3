"""The terminal: encoding, colour, and display width of text."""

import os
import sys
import unicodedata
from typing import IO

_STYLES = {"error": "1;31", "warning": "1;33", "good": "32", "quiet": "2", "strong": "1", "mark": "1;36"}


def configure_streams() -> None:
    """Replace characters that the console cannot encode, instead of failing: CP949 has no ✓ and no emoji."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the parent process
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  (open until the process ends)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def restart_with_utf8_names() -> None:
    """Restart in UTF-8 mode if the locale would decode file names in another encoding.

    Python decides that at startup. Under `ko_KR.EUC-KR` the same project would have other file names, and so another
    site. Terminal output keeps its encoding.
    """
    if sys.platform == "win32" or sys.getfilesystemencoding() == "utf-8" or os.environ.get("PYTHONUTF8") == "1":
        return
    terminal = os.environ.get("PYTHONIOENCODING") or sys.stdout.encoding
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONIOENCODING": terminal}
    os.execve(sys.executable, [sys.executable, "-m", "byeoru", *sys.argv[1:]], environment)  # noqa: S606  (this program)


def styled(text: str, style: str, stream: IO[str]) -> str:
    """Return *text* in a style, if *stream* is a terminal and colour is not disabled (https://no-color.org)."""
    if not stream.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\033[{_STYLES[style]}m{text}\033[0m"


def width(text: str) -> int:
    """Return how many columns *text* takes on a terminal: Hangul and other wide characters take two.

    >>> width("한글 ab")
    7
    """
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
