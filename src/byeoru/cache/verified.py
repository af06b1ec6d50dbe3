"""The outputs of a plan, divided into those that are fresh and those that are stale, each with the reason.

Must not: decide which is which; that is `traces`.
"""

from collections.abc import Collection
from typing import NamedTuple

from byeoru.model.output import Output, QueryKey

# Reasons to render an output, besides the key of a changed result; their texts are in `messages`.
NEW, MOVED, LOST = ("new",), ("plan",), ("lost",)


class Verified(NamedTuple):
    """The outputs of a plan, divided."""

    fresh: dict[str, str]  # path and digest of outputs that are on disk and need not be rebuilt
    stale: list[tuple[Output, QueryKey]]  # with the reason: NEW, MOVED, LOST, or the key of a changed result
    changed: Collection[str] = ()  # names whose key is not the recorded one
    compared: Collection[str] = ()  # paths of the fresh outputs that see any of these
    is_partial: bool = False  # others can be stale too
