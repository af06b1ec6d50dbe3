"""What the tests of attacks share."""

from pathlib import Path

import pytest

from deploy_test import Bench
from serve.conftest import blog, context, serve

__all__ = ["blog", "context", "serve"]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """Return a blog with two posts and an empty remote."""
    return Bench.made(tmp_path)
