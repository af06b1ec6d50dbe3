"""What reads only what all pages of an edition share is rendered once, and no page is told from a fresh one."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from byeoru.model.content import Dialect, ParseOptions, Source
from byeoru.model.queries import QUERIES, settings
from byeoru.model.query import Query
from byeoru.model.results import Results
from byeoru.model.settings import Settings
from byeoru.model.site import Edition, Page, PageSummary, Site
from byeoru.model.theme import Template, Theme
from byeoru.model.trace import Trace
from byeoru.parse.document import parse
from byeoru.render.recorder import Recorder
from byeoru.render.shell import SHARED, Shell
from byeoru.render.template_context import shared_variables
from byeoru.render.templates import Environment
from byeoru.render.views import SummaryView
from site_test import SiteTest, files_below

_PARSED = parse(
    Source("content/posts/a.md", b"# A\n", "", "key"), ParseOptions(("posts",), "Asia/Seoul", "ko", Dialect())
).value
assert _PARSED is not None
DOCUMENT = _PARSED.document
SUMMARY = PageSummary("/a/", DOCUMENT.meta, (), (), (), "", (), "")
RENAMED = SUMMARY._replace(meta=SUMMARY.meta._replace(title="B"))


def site_with(*summaries: PageSummary) -> Site:
    """Return a site with these pages."""
    pages = tuple([Page(DOCUMENT, summary, (), "", "") for summary in summaries])
    return Site(Settings(title="t"), {page.document.path: page for page in pages}, (Edition("", "ko", ()),), (), (), ())


SITE = site_with(SUMMARY)


class Rendering:
    """Pages of one template, whose function `asset` notes each call; the other templates are imported."""

    def __init__(self, text: str, **others: str) -> None:
        texts = {"post.html": text} | {f"{name}.html": other for name, other in others.items()}
        theme = Theme("none", tuple([Template(name, name, one, one, 0) for name, one in texts.items()]), (), (), ())
        self.theme, self.environment = theme, Environment(theme)
        self.calls: list[str] = []
        self.build(SITE)

    def build(self, site: Site) -> None:
        """Begin to render the pages of a site."""
        self.results = Results(site, self.theme, QUERIES)
        self.shells: dict[str, Shell] = {}

    def page(self, language: str = "ko", *queries: Query[[], object], **more: object) -> str:
        """Return a page in a language, which makes some *queries* itself."""
        self.trace = Trace(self.results)
        for query in queries:
            self.trace.query(query)
        if language not in self.shells:
            budget, variables_of = self.environment.budget, self._variables_of(language)
            self.shells[language] = Shell(self.trace.fresh(), "", language, budget, variables_of)
        return self.environment.rendered("post.html", self.shells[language], self.trace, more)

    def _variables_of(self, language: str) -> Any:  # noqa: ANN401
        def variables(recorder: Recorder) -> Mapping[str, Any]:
            def asset(name: str) -> str:
                self.calls.append(name)
                return f"{recorder.query(settings.title, '')}/{name}"

            return dict.fromkeys(SHARED, "") | {"asset": asset, "lang": language}

        return variables


def test_the_shared_variables_are_those_that_pages_get() -> None:
    """The names by which a block qualifies are those of the variables that are made for all pages of an edition."""
    rendering = Rendering("")
    recorder = Recorder(Trace(rendering.results))

    assert shared_variables(rendering.environment, "", "ko", recorder).keys() == SHARED


def assert_shared(rendering: Rendering, text: str, **own: object) -> None:
    """Fail unless a second page gets *text* from the first, pays as much for it, and depends on the same queries."""
    left, dependencies = [], []
    for _ in range(2):
        assert rendering.page("ko", **own) == text
        left.append(rendering.environment.budget.left)
        dependencies.append(rendering.trace.dependencies)

    assert rendering.calls == ["a"]
    assert left[0] == left[1]
    assert dependencies[0] == dependencies[1]
    assert ("title", "") in dict(dependencies[1].results)


def test_a_block_of_shared_variables_is_rendered_once() -> None:
    """The second page gets the text of the first, pays as much for it, and depends on the same queries."""
    rendering = Rendering("{% block foot %}{{ asset('a') }}{{ lang }}{% endblock %}")

    assert_shared(rendering, "t/ako")


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


MACROS = "{% macro line(ref, pin=false) %}{{ asset('a') }} {{ ref.title }}{{ pin }}{% endmacro %}"
IMPORT = '{% from "macros.html" import line with context %}'


def test_a_macro_that_shows_one_page_is_called_once() -> None:
    """All lists show the text of the first call for a page, pay as much for it, and depend on the same queries."""
    rendering = Rendering(IMPORT + "{{ line(ref, pin) }}", macros=MACROS)

    assert_shared(rendering, "t/a ATrue", ref=SummaryView(SUMMARY, ""), pin=True)


def test_a_macro_shows_each_page_as_it_is() -> None:
    """A page that has changed since the last build, another argument and another language have their own texts."""
    rendering = Rendering(IMPORT + "{{ line(ref, pin) }}", macros=MACROS)
    view = SummaryView(SUMMARY, "")
    pages = [rendering.page(ref=view, pin=pin) for pin in (True, "True", None)]
    rendering.build(site_with(RENAMED))
    pages += [rendering.page(language, ref=SummaryView(RENAMED, ""), pin=True) for language in ("ko", "en")]

    assert pages == ["t/a ATrue", "t/a ATrue", "t/a ANone", "t/a BTrue", "t/a BTrue"]
    assert len(rendering.calls) == 5


@pytest.mark.parametrize(
    ("text", "macros"),
    [
        (IMPORT + "{{ line(own) }}", "{% macro line(own) %}{{ asset('a') }}{{ own }}{% endmacro %}"),
        (IMPORT + "{{ line(ref) }}", "{% macro line(ref) %}{{ asset('a') }}{{ own }}{% endmacro %}"),
        ("{% set lang = own %}" + IMPORT + "{{ line(ref) }}", "{% macro line(ref) %}{{ asset('a') }}{{ lang }}{% endmacro %}"),
        (IMPORT + "{{ line(ref, own) }}", "{% macro line(ref, own) %}{{ asset('a') }}{{ own }}{% endmacro %}"),
        (
            IMPORT + "{% call line(ref) %}{{ own }}{% endcall %}",
            "{% macro line(ref) %}{{ asset('a') }}{{ caller() }}{% endmacro %}",
        ),
        (
            '{% from "macros.html" import line, state with context %}{% set state.own = own %}{{ line(ref) }}',
            "{% set state = namespace(own='') %}{% macro line(ref) %}{{ asset('a') }}{{ state.own }}{% endmacro %}",
        ),
        (
            IMPORT + "{{ line(ref) }}",
            "{% macro line(ref) %}{{ asset('a') }}{% include 'own.html' %}{% endmacro %}",
        ),
    ],
)  # fmt: skip
def test_a_macro_that_shows_more_is_called_for_each_page(text: str, macros: str) -> None:
    """What differs between pages can reach a macro as an argument, a variable, a caller, a state or a template."""
    rendering = Rendering(text, macros=macros, own="{{ own }}")
    pages = [rendering.page(own=own, ref=SummaryView(SUMMARY, "")) for own in (1, 2)]

    assert pages == ["t/a1", "t/a2"]
    assert rendering.calls == ["a", "a"]


def test_macros_without_the_variables_of_a_page_keep_to_themselves() -> None:
    """A macro that is imported without context does not show the text of one that was imported with it."""
    macros = "{% macro line(ref) %}{{ lang is defined }}{% endmacro %}"
    rendering = Rendering(
        IMPORT + '{{ line(ref) }}{% from "macros.html" import line without context %}{{ line(ref) }}', macros=macros
    )

    assert rendering.page(ref=SummaryView(SUMMARY, "")) == "TrueFalse"


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
