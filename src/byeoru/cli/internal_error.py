"""Report an internal error that no stage could attribute to a file."""

import sys

from byeoru.base.catalogue import Language, localize
from byeoru.base.crash import append_report, summary_of, traceback_of, write_temporary_report
from byeoru.cli.project import find_project


def record_internal_error(problem: BaseException, language: Language) -> str:
    """Write the traceback of an internal error to a file, and return the message that names the file."""
    about, details = " ".join(["blog", *sys.argv[1:2]]), traceback_of(problem)
    project = find_project()
    path = (append_report(project.root, about, details) if project else "") or write_temporary_report(about, details)
    if not path:
        return localize("failed.bug-unwritten", language, detail=summary_of(problem))
    return localize("failed.bug", language, detail=summary_of(problem), path=path)
