"""Refuse an output folder whose contents a build must not touch."""

import os

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.protected_folders import is_protected
from byeoru.model.project import OWN_FOLDERS, Project


def refused(project: Project, output: str, sources: tuple[str, ...]) -> Diagnostic | None:
    """Return the problem if *output* is, contains or is in the project, its *sources*, root or home."""
    if is_protected(output, project.root, (*OWN_FOLDERS, *sources)):
        return error("output-refused", Location(""), "choose-another-output", output=output)
    if _is_no_folder(output):
        return error("output-not-a-folder", Location(""), "choose-another-output", output=output)
    return None


def no_state_directory(project: Project) -> Diagnostic | None:
    """Return the problem if a file has the path of the state directory."""
    if _is_no_folder(project.state_directory):
        return error("state-directory-not-a-folder", Location(""), "move-it-away", path=project.state_directory)
    return None


def _is_no_folder(path: str) -> bool:
    return os.path.lexists(path) and not os.path.isdir(path)
