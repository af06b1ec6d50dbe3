"""The progress of a transfer."""

from collections.abc import Callable
from typing import NamedTuple


class Sent(NamedTuple):
    """What has been sent so far."""

    done: int  # files, folders and the like, as the target counts them
    total: int
    size: str  # "1.20 MiB"; "" where that is not known yet


Tell = Callable[[Sent], None]
