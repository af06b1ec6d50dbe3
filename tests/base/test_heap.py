"""Memory that is free goes back to the system."""

import resource
import sys
from pathlib import Path

import pytest

from byeoru.base.heap import trim_heap


def resident() -> int:
    """Return how many bytes of this process are in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc is asked")
def test_free_memory_below_a_block_in_use_is_returned() -> None:
    """After sixty megabytes of small blocks are freed, fifty are returned, though the last block is still in use."""
    blocks = [bytearray(b"x" * 60_000) for _ in range(1000)]
    del blocks[:-1]
    before = resident()

    trim_heap()

    assert before - resident() > 50_000_000
