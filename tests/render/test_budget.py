"""The limit of what a template may do."""

import pytest
from markupsafe import Markup

from byeoru.render.budget import weight
from byeoru.render.plain_views import HeadingView

LONG = "글" * 1000


@pytest.mark.parametrize("value", [LONG, Markup(LONG), [LONG], {"a": LONG}, HeadingView(1, "a", LONG), [(LONG,)]])
def test_a_value_weighs_at_least_its_texts(value: object) -> None:
    """Also a view that is a tuple: to print it takes as long as its texts are."""
    assert weight(value) >= 1000
