"""Run the cyclic garbage collector less often: with its default thresholds it takes a tenth of the time of Markdown."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

THRESHOLD = 50_000  # objects; with twice as many, the garbage of edits takes 10 MB more in a preview


def relax_gc() -> None:
    """Run the collector rarely from now on, and never on objects that already exist."""
    gc.freeze()
    gc.set_threshold(THRESHOLD, 20, 100)


def settle_gc() -> None:
    """Take all objects for lasting ones, and collect later ones often: in a process that edits go on in for hours.

    What an edit leaves in reference cycles is old by the next one, and the rare collections never come to it.
    """
    gc.freeze()
    gc.set_threshold(10_000, 5, 5)


@contextmanager
def relaxed_gc() -> Iterator[None]:
    """Run the collector rarely within the block."""
    before = gc.get_threshold()
    relax_gc()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
