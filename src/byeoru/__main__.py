"""The command `blog`, also as `python -m byeoru`.

Nothing is imported here that Python has not loaded by itself: Ctrl-C during an import is answered as at any other time.
"""

import os
import sys
from types import FrameType

_INTERRUPTED = 130  # as a shell has it: 128 and the number of SIGINT


def main() -> None:
    """Run the command, and end without taking apart what it has made: with ten thousand pages that is noticed.

    By now files are closed, workers ended and standard output flushed; the system takes back the rest at once.
    """
    try:
        _run()
    except SystemExit as end:
        _end(end.code if isinstance(end.code, int) else 0)
    except KeyboardInterrupt:  # beside the command itself: before it began, or while it said why it ended
        _stop(2, None)


def _run() -> None:
    sys.unraisablehook = _unraisable
    import signal

    is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # and not ignored, as behind `nohup … &`
    if is_ours:
        signal.signal(signal.SIGINT, _stop)
    from byeoru.cli import app

    if is_ours:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    app.main()


def _stop(_: int, __: FrameType | None) -> None:
    """End at once: nothing has been begun that would have to be undone, and an exception could end in a callback."""
    try:
        from byeoru.base.catalogue import localize
        from byeoru.cli.language import environment_language

        line = localize("failed.interrupted", environment_language(sys.argv[1:]))
    except (Exception, KeyboardInterrupt):  # noqa: BLE001  (just these were being imported)
        line = ""
    os.write(2, f"\n{line}\n".encode() if line else b"\n")
    _end(_INTERRUPTED)


def _unraisable(problem: "sys.UnraisableHookArgs") -> None:
    """End on a Ctrl-C that came in a callback, from which Python would print it and go on."""
    if isinstance(problem.exc_value, KeyboardInterrupt):
        _stop(2, None)
    sys.__unraisablehook__(problem)


def _end(code: int) -> None:
    try:  # noqa: SIM105  (contextlib is not there yet)
        sys.stderr.flush()
    except (OSError, AttributeError):
        pass
    os._exit(code)


if __name__ == "__main__":
    main()
