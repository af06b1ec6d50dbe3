"""Targets declare themselves, and what they share they read in the same way."""

import pytest

from byeoru.publish.targets import target_types


def test_targets_are_found_in_their_folder() -> None:
    """The default comes first in every list that a user reads."""
    assert list(target_types()) == ["github-pages", "folder", "github-actions", "rsync"]


@pytest.mark.parametrize("name", target_types())
def test_an_option_has_one_reader(name: str) -> None:
    """A project may have options of several targets, so what two of them declare must mean the same to both."""
    for option, read in target_types()[name].options.items():
        assert all(one.options.get(option, read) is read for one in target_types().values())
