"""The progress of a transfer."""

from collections.abc import Callable
from typing import NamedTuple


class Sent(NamedTuple):
    """The part of a transfer that is complete."""

    done: int  # objects, as the target counts them
    total: int
    size: str  # "1.20 MiB"; "" if it is not known yet


OnProgress = Callable[[Sent], None]
