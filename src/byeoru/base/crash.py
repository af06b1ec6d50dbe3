"""Record internal errors for a bug report.

In:  an exception, and the root of a project.
Out: the diagnostic of the file that was being processed, a traceback as text, and a file of the latest tracebacks.
Must not: write the environment or values of variables, only frames and lines; or write URLs with passwords.
"""

import os
import re

from byeoru import __version__
from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.rooted import Rooted

FILE = ".blog/crash.txt"
_MAX_TRACEBACK = 20_000  # characters of one traceback: a recursion names some frames a thousand times
_MAX_FILE = 500_000  # characters of the file
_SECRET = re.compile(r"(?<=://)[^/@\s'\"]+@|\b(?:gh[pousr]_|github_pat_|glpat-)\w+")


def internal_error(path: str, problem: BaseException) -> Diagnostic:
    """Return the problem of a file on which the program fails: an error, as the site would be incomplete without it."""
    return error("internal-error", Location(path), "see-crash-file", detail=summary_of(problem))


def traceback_of(problem: BaseException) -> str:
    """Return the traceback of *problem*; the middle of a long one is omitted."""
    import traceback  # imported late, because every build imports this module and few need it

    text = "".join(traceback.format_exception(problem))
    if len(text) > _MAX_TRACEBACK:
        text = f"{text[: _MAX_TRACEBACK // 2]}\n…\n{text[-_MAX_TRACEBACK // 2 :]}"
    return _SECRET.sub("…", text)


def summary_of(problem: BaseException) -> str:
    """Return the type of an exception and where it was raised, on one line.

    >>> summary_of(ValueError("x"))
    'ValueError'
    """
    import traceback

    frames = traceback.extract_tb(problem.__traceback__)
    where = f", {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    return type(problem).__name__ + where


def append_report(root: str, about: str, details: str) -> str:
    """Append *details* about *about* to the crash file of the project; return its path, "" if it cannot be written."""
    entry = f"byeoru {__version__}: {about}\n{details}\n"
    try:
        with Rooted(root) as project:
            project.make_folder(".blog")
            old = project.read(FILE).decode("utf-8", "replace") if project.is_file(FILE) else ""
            earlier = old if len(old) < _MAX_FILE else ""
            project.write(FILE, (earlier + entry).encode("utf-8", "backslashreplace"), mode=0o600)
    except OSError:
        return ""
    return os.path.join(root, *FILE.split("/"))


def write_temporary_report(about: str, details: str) -> str:
    """Write the same to a new file in the temporary folder; return its path, "" if it cannot be written."""
    import tempfile

    try:
        handle, path = tempfile.mkstemp(prefix="byeoru-crash-", suffix=".txt")
        with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"byeoru {__version__}: {about}\n{details}\n")
    except OSError:
        return ""
    return path
