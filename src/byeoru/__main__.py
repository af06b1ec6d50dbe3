"""The command `blog`, also as `python -m byeoru`.

Only modules that Python itself has already loaded are imported at the top, so that Ctrl-C during an import is handled
as at any other time.
"""

import os
import sys
from types import FrameType

_INTERRUPTED = 130  # as in shells: 128 + the number of SIGINT


def main() -> None:
    """Run the command, and exit without freeing its objects, which takes noticeable time with ten thousand pages.

    At that point files are closed, workers have ended and standard output is flushed; the system frees the rest.
    """
    try:
        _run()
    except SystemExit as end:
        _exit(end.code if isinstance(end.code, int) else 0)
    except KeyboardInterrupt:  # outside of the command: before it began, or while it reported an error
        _stop(2, None)


def _run() -> None:
    sys.unraisablehook = _unraisable
    import signal

    # False if SIGINT is ignored, as after `nohup … &`.
    handles_interrupts = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if handles_interrupts:
        signal.signal(signal.SIGINT, _stop)
    from byeoru.base.gc_tuning import relax_gc

    relax_gc()  # what is imported stays: searching it for garbage took 4 ms of an edit
    from byeoru.cli import app

    if handles_interrupts:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    app.main()


def _stop(_: int, __: FrameType | None) -> None:
    """Exit at once: nothing needs to be undone yet, and an exception could be lost in a callback."""
    try:
        from byeoru.base.catalogue import localize
        from byeoru.cli.language import environment_language

        line = localize("failed.interrupted", environment_language(sys.argv[1:]))
    except (Exception, KeyboardInterrupt):  # noqa: BLE001  (their import may have been interrupted)
        line = ""
    os.write(2, f"\n{line}\n".encode() if line else b"\n")
    _exit(_INTERRUPTED)


def _unraisable(problem: "sys.UnraisableHookArgs") -> None:
    """Exit on a Ctrl-C during a callback, where Python would print the exception and continue."""
    if isinstance(problem.exc_value, KeyboardInterrupt):
        _stop(2, None)
    sys.__unraisablehook__(problem)


def _exit(code: int) -> None:
    try:  # noqa: SIM105  (contextlib is not imported yet)
        sys.stderr.flush()
    except (OSError, AttributeError):
        pass
    os._exit(code)


if __name__ == "__main__":
    main()
