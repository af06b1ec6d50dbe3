"""What all judges share: the example site, and a host for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from judges.example import build
from judges.host import hosted


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the example site, built once for each process of tests."""
    return build(tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def host(example: Path) -> Iterator[str]:
    """Serve the example site; give the address without a slash at its end."""
    with hosted(example) as address:
        yield address
