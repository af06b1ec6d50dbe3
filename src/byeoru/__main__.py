"""The command `blog`, also as `python -m byeoru`."""

import os
import sys
from contextlib import suppress

from byeoru.cli import app


def main() -> None:
    """Run the command, and end without taking apart what it has made: with ten thousand pages that is noticed.

    By now files are closed, workers ended and standard output flushed; the system takes back the rest at once.
    """
    try:
        app.main()
    except SystemExit as end:
        with suppress(OSError, AttributeError):
            sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else 0)


if __name__ == "__main__":
    main()
