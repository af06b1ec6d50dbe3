"""Write down what a fault of the program left, for the one who mends it.

In:  an exception, and the root of a project.
Out: the problem of the file that was worked on, a traceback as text, and a file that holds the last ones.
Must not: write anything of the environment or of a value: frames and lines alone, and addresses without passwords.
"""

import os
import re

from byeoru import __version__
from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.rooted import Rooted

FILE = ".blog/crash.txt"
_LONGEST = 20_000  # characters of one traceback: a recursion names some frames a thousand times
_KEPT = 500_000  # characters of the file
_SECRET = re.compile(r"(?<=://)[^/@\s'\"]+@|\b(?:gh[pousr]_|github_pat_|glpat-)\w+")


def internal_error(path: str, problem: BaseException) -> Diagnostic:
    """Return the problem of a file that the program fails on: an error, for without it the site is another."""
    return error("internal-error", Location(path), "see-crash-file", detail=summary_of(problem))


def traceback_of(problem: BaseException) -> str:
    """Return the traceback of *problem*, the middle left out of one that is too long."""
    import traceback  # imported late, as all here is: a build that goes well passes this module

    text = "".join(traceback.format_exception(problem))
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]}\n…\n{text[-_LONGEST // 2 :]}"
    return _SECRET.sub("…", text)


def summary_of(problem: BaseException) -> str:
    """Return what an exception is called and where it was raised, on one line.

    >>> summary_of(ValueError("x"))
    'ValueError'
    """
    import traceback

    frames = traceback.extract_tb(problem.__traceback__)
    where = f", {os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    return type(problem).__name__ + where


def append_report(root: str, about: str, details: str) -> str:
    """Append *details* of what happened to *about* to the file of the project; return its path, "" if it cannot be."""
    entry = f"byeoru {__version__}: {about}\n{details}\n"
    try:
        with Rooted(root) as project:
            project.make_folder(".blog")
            old = project.read(FILE).decode("utf-8", "replace") if project.is_file(FILE) else ""
            kept = old if len(old) < _KEPT else ""
            project.write(FILE, (kept + entry).encode("utf-8", "backslashreplace"), mode=0o600)
    except OSError:
        return ""
    return os.path.join(root, *FILE.split("/"))


def write_temporary_report(about: str, details: str) -> str:
    """Write the same into a new file of the temporary folder; return its path, "" if it cannot be."""
    import tempfile

    try:
        handle, path = tempfile.mkstemp(prefix="byeoru-crash-", suffix=".txt")
        with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"byeoru {__version__}: {about}\n{details}\n")
    except OSError:
        return ""
    return path
