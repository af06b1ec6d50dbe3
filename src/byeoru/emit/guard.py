"""Refuse output folders whose contents a build must not touch."""

import os

from byeoru.base.diagnostic import Diagnostic, Place, error
from byeoru.base.folders import is_dangerous
from byeoru.model.project import OWN_FOLDERS, Project


def refused(project: Project, output: str, sources: tuple[str, ...]) -> Diagnostic | None:
    """Return the problem with writing to *output*: the project, its *sources*, root or home, or above or in them."""
    if is_dangerous(output, project.root, (*OWN_FOLDERS, *sources)):
        return error("output-refused", Place(""), "choose-another-output", output=output)
    place = os.path.realpath(output)
    if os.path.exists(place) and not os.path.isdir(place):
        return error("output-not-a-folder", Place(""), "choose-another-output", output=output)
    return None
