"""The watcher of a project."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import logging, sys
from byeoru.model.project import Project
from byeoru.serve.watch import Watcher

Watcher(Project(sys.argv[1]), lambda event: None).close()
logging.getLogger("watchdog.observers.inotify").error("called when the thread is inactive")
"""


def test_what_watchdog_logs_after_the_end_is_not_printed(tmp_path: Path) -> None:
    """Its threads log errors while they stop; those would stand in the terminal below the last line of the preview."""
    words = (sys.executable, "-c", SCRIPT, str(tmp_path))
    ended = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True)
    assert ended.stdout + ended.stderr == ""
