"""What all tests share."""

from pathlib import Path

import pytest
from hypothesis import settings

from site_test import SiteTest

# A shared machine stops for seconds at a time; that is no fault of the code under test.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    """Return an empty site with settings."""
    root = tmp_path / "blog"
    root.mkdir()
    return SiteTest(root)
