"""Blocks that read only what all pages of an edition share are rendered once, and no page is told from a fresh one."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from byeoru.model.queries import QUERIES, settings
from byeoru.model.query import Query
from byeoru.model.results import Results
from byeoru.model.settings import Settings
from byeoru.model.site import Edition, Site
from byeoru.model.theme import Template, Theme
from byeoru.model.trace import Trace
from byeoru.render.shell import SHARED, ShownPage
from byeoru.render.template_context import shared_variables
from byeoru.render.templates import Environment
from site_test import SiteTest, files_below

SITE = Site(Settings(title="t"), (), (Edition("", "ko", ()),), (), (), ())


class Rendering:
    """Pages of one template, whose function `asset` notes each call."""

    def __init__(self, text: str) -> None:
        theme = Theme("none", (Template("post.html", "post.html", text, text, 0),), (), (), ())
        self.results = Results(SITE, theme, QUERIES)
        self.environment = Environment(theme)
        self.calls: list[str] = []

    def page(self, language: str = "ko", *queries: Query[[], object], **more: object) -> str:
        """Return a page in a language, which makes some *queries* itself."""
        self.trace = Trace(self.results)
        for query in queries:
            self.trace.query(query)
        variables_of = self._variables_of(language)
        page = ShownPage(self.trace, "", language, variables_of(self.trace), variables_of)
        return self.environment.rendered("post.html", page, more)

    def _variables_of(self, language: str) -> Any:  # noqa: ANN401
        def variables(trace: Trace) -> Mapping[str, Any]:
            def asset(name: str) -> str:
                self.calls.append(name)
                return f"{trace.query(settings.title, '')}/{name}"

            return dict.fromkeys(SHARED, "") | {"asset": asset, "lang": language}

        return variables


def test_the_shared_variables_are_those_that_pages_get() -> None:
    """The names by which a block qualifies are those of the variables that are made for all pages of an edition."""
    rendering = Rendering("")
    trace = Trace(rendering.results)

    assert shared_variables(rendering.environment, "", "", "ko", trace).keys() == SHARED


def test_a_block_of_shared_variables_is_rendered_once() -> None:
    """The second page gets the text of the first, pays as much for it, and depends on the same queries."""
    rendering = Rendering("{% block foot %}{{ asset('a') }}{{ lang }}{% endblock %}")
    left, dependencies = [], []
    for _ in range(2):
        assert rendering.page() == "t/ako"
        left.append(rendering.environment.budget.left)
        dependencies.append(rendering.trace.dependencies)

    assert rendering.calls == ["a"]
    assert left[0] == left[1]
    assert dependencies[0] == dependencies[1]
    assert ("title", "") in dict(dependencies[1].results)


def test_a_block_has_its_own_queries_only() -> None:
    """The other queries of the page that was rendered first do not become those of all pages."""
    rendering = Rendering("{% block foot %}{{ asset('a') }}{% endblock %}")
    rendering.page("ko", settings.site_author)
    rendering.page("ko")

    assert [key for key, _ in rendering.trace.dependencies.results if key[0] != "template"] == [("title", "")]


def test_each_language_has_its_own_text() -> None:
    """Pages in another language show their own text of a block."""
    rendering = Rendering("{% block foot %}{{ lang }}{% endblock %}")

    assert [rendering.page("ko"), rendering.page("en"), rendering.page("ko")] == ["ko", "en", "ko"]


@pytest.mark.parametrize(
    "text",
    [
        "{% block foot %}{{ asset('a') }}{{ own }}{% endblock %}",
        "{% block foot %}{{ asset('a') }}{% for one in [1] %}{{ own }}{% endfor %}{% endblock %}",
        "{% block foot %}{{ asset('a') }}{% block inner %}{{ own }}{% endblock %}{% endblock %}",
        "{% if false %}{% block inner %}{{ own }}{% endblock %}{% endif %}{% block foot %}{{ asset('a') }}{{ self.inner() }}{% endblock %}",
        "{% for one in [own] %}{% block foot scoped %}{{ asset('a') }}{{ one }}{% endblock %}{% endfor %}",
        "{% set lang = own %}{% block foot %}{{ asset('a') }}{{ lang }}{% endblock %}",
    ],
)
def test_a_block_that_reads_more_is_rendered_for_each_page(text: str) -> None:
    """What differs between pages is read directly, through other blocks, or under the name of a shared variable."""
    rendering = Rendering(text)

    assert [rendering.page(own="1"), rendering.page(own="2")] == ["t/a1", "t/a2"]
    assert rendering.calls == ["a", "a"]


def test_a_page_depends_on_what_its_shell_shows(site: SiteTest, tmp_path: Path) -> None:
    """When something changes that only a block of the shell reads, all pages are rebuilt, as by a clean build."""
    for name in "ab":
        site.write(f"content/posts/{name}.md", "글\n")
    site.write(
        "templates/post.html", "{{ page.title }}{% block foot %}{{ site.title }} {{ site.author.name }}{% endblock %}"
    )
    site.build().must_succeed()
    site.write("blog.yml", "title: 시험\nauthor: 홍\n")
    built = site.build().must_succeed()

    assert {"posts/a/index.html", "posts/b/index.html"} <= {*built.made}
    assert site.page("posts/b/index.html") == "b시험 홍"
    twin = site.clean_twin(tmp_path.parent / f"{tmp_path.name}-twin")
    twin.build().must_succeed()
    assert files_below(twin.output) == site.files()
