"""The state directory of the user, outside of any project."""

import os
import sys

_NAME = "byeoru"


def user_state_directory() -> str:
    """Return the directory as defined by XDG, macOS or Windows; "" if the user has no home directory."""
    path = os.environ.get("XDG_STATE_HOME", "")
    if not os.path.isabs(path):  # the specification requires relative paths to be ignored
        path = os.path.expanduser(_default_path())
    return os.path.join(path, _NAME) if os.path.isabs(path) else ""


def _default_path() -> str:
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA", "")
    return "~/Library/Application Support" if sys.platform == "darwin" else "~/.local/state"
