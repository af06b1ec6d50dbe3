"""The folder for what the program remembers between its runs, the user's own and in no project."""

import os
import sys

_NAME = "byeoru"


def user_state_directory() -> str:
    """Return the folder, as the XDG Base Directory Specification and its like name it; "" where there is no home."""
    named = os.environ.get("XDG_STATE_HOME", "")
    if not os.path.isabs(named):  # the specification has a relative one ignored
        named = os.path.expanduser(_usual())
    return os.path.join(named, _NAME) if os.path.isabs(named) else ""


def _usual() -> str:
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA", "")
    return "~/Library/Application Support" if sys.platform == "darwin" else "~/.local/state"
