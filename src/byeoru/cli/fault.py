"""The outermost border: what becomes of a fault of our own that no stage could give to a file."""

import sys

from byeoru.base.catalogue import Language, say
from byeoru.base.crash import details_of, kind_of, note, note_elsewhere
from byeoru.cli.place import find_project


def worded_fault(problem: BaseException, language: Language) -> str:
    """Write the traceback of a fault of our own to a file, and return the sentence that names it."""
    about, details = " ".join(["blog", *sys.argv[1:2]]), details_of(problem)
    project = find_project()
    path = (note(project.root, about, details) if project else "") or note_elsewhere(about, details)
    if not path:
        return say("failed.bug-unwritten", language, detail=kind_of(problem))
    return say("failed.bug", language, detail=kind_of(problem), path=path)
