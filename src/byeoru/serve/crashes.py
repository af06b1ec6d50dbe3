"""Turn an exception that aborted a build into a diagnostic.

In:  an exception.
Out: a diagnostic for the terminal and the overlay; the traceback of an internal error is in the state directory.
"""

from byeoru.base.crash import FILE, append_report, summary_of, traceback_of
from byeoru.base.diagnostic import Diagnostic, Location, error


def crash_diagnostic(problem: Exception, root: str) -> Diagnostic:
    """Return *problem* as a diagnostic of the project in the folder *root*."""
    if isinstance(problem, OSError):
        return error("build-cannot-write", Location(""), "save-again", detail=str(problem))
    append_report(root, "blog serve", traceback_of(problem))
    return error("build-crashed", Location(""), "see-crash-of-build", detail=summary_of(problem), path=FILE)
