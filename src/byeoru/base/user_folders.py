"""The folders of the user, outside of any project."""

import os
import sys

_NAME = "byeoru"


def user_state_directory() -> str:
    """Return where decisions of the user are, as defined by XDG, macOS or Windows; "" for a user without a home."""
    return _folder("XDG_STATE_HOME", "~/.local/state", "~/Library/Application Support")


def user_cache_directory() -> str:
    """Return where to put what can be made again; "" for a user without a home."""
    return _folder("XDG_CACHE_HOME", "~/.cache", "~/Library/Caches")


def _folder(variable: str, linux: str, mac: str) -> str:
    path = os.environ.get(variable, "")
    if not os.path.isabs(path):  # the specification requires relative paths to be ignored
        systems = {"win32": os.environ.get("LOCALAPPDATA", ""), "darwin": os.path.expanduser(mac)}
        path = systems.get(sys.platform, os.path.expanduser(linux))
    return os.path.join(path, _NAME) if os.path.isabs(path) else ""
