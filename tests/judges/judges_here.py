"""Where the outside judges lie on this machine, and what to say of one that is not there.

`.ci/run` brings them: the browser and Java from the system's packages, the rest from npm into `.ci/node_modules`, which the
environment variable `BYEORU_NODE_MODULES` may replace.
"""

import os
from pathlib import Path

import pytest

NAMED = os.environ.get("BYEORU_NODE_MODULES", "")
MODULES = Path(NAMED) if NAMED else Path(__file__).parents[2] / ".ci" / "node_modules"


def module(path: str) -> Path:
    """Return a file of an npm package, or skip the test with a sentence."""
    place = MODULES / path
    if not place.is_file():
        package = path.split("/", 1)[0]
        pytest.skip(f"there is no npm package `{package}` below {MODULES} (BYEORU_NODE_MODULES names another folder)")
    return place
