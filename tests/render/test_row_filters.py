"""Filters of rows by an attribute do what Jinja's do."""

import jinja2
import pytest
from jinja2.filters import FILTERS
from markupsafe import Markup

from byeoru.model.theme import Theme
from byeoru.render.plain_views import HeadingView, TermView
from byeoru.render.row_filters import ROW_FILTERS
from byeoru.render.templates import Environment

ROWS = (HeadingView(1, "가", "가"), HeadingView(3, "나", ""), HeadingView(4, "다", "<다>"))
OTHERS = [{"level": 2, "items": 7}, TermView("이름", "이름", "/a/"), "글", Markup("<b>"), ROWS[0]]


@pytest.fixture(scope="module")
def environments() -> tuple[Environment, Environment]:
    """Return an environment with our filters, and one in which they are Jinja's."""
    ours, jinjas = (Environment(Theme("none", (), (), (), ())) for _ in range(2))
    jinjas.admit({name: FILTERS[name] for name in ROW_FILTERS})
    return ours, jinjas


def shown(environment: Environment, expression: str) -> object:
    """Return what a template shows, or its error."""
    source = "{% for row in " + expression + " %}[{{ row }}]{% endfor %}"
    try:
        return environment.from_string(source).render(rows=ROWS, others=OTHERS, none=None, empty=())
    except (jinja2.TemplateError, TypeError) as problem:
        return type(problem), str(problem)


@pytest.mark.parametrize("rows", ["rows", "others", "none", "empty", "missing"])
@pytest.mark.parametrize(
    "expression",
    [
        *("map(attribute='text')", "map(attribute='text')|list", "map(attribute='level', default=0)", "map('upper')"),
        *("map(attribute='items')", "map(attribute='__class__')", "map(attribute='0')", "map()", "map(other=1)"),
        *("selectattr('text')", "rejectattr('text')", "selectattr()", "selectattr('level', 'le', 3)|list"),
        *("rejectattr('level', 'in', [1, 4])", "selectattr('level', 'odd')", "rejectattr('name', 'defined')"),
        *("selectattr('text.x')", "selectattr('text', 'none such')", "selectattr('level', 'le')", "selectattr(1)"),
        *("selectattr('text', 'filter')", "rejectattr('__class__')", "selectattr('level', b=1)"),
    ],
)
def test_rows_are_chosen_as_by_jinja(environments: tuple[Environment, Environment], rows: str, expression: str) -> None:
    """The same rows, attributes and errors, also of rows without the attribute and of what is no list."""
    ours, jinjas = (shown(environment, f"{rows}|{expression}") for environment in environments)

    assert ours == jinjas


def test_a_list_that_nothing_reads_is_not_read(environments: tuple[Environment, Environment]) -> None:
    """A missing value is no error of a list that is not shown."""
    assert environments[0].from_string("{% set a = none_such|map(attribute='text') %}끝").render() == "끝"
