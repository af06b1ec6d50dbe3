"""Templates of a cloned folder: the values that they can access, their cost, and their problems."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any

import pytest
from jinja2 import pass_context
from jinja2.runtime import Context, TemplateReference, Undefined

from byeoru.base.problem_text import hint_of, message_of
from byeoru.render import templates
from byeoru.render.filters import FILTERS
from byeoru.render.reachable import CALLABLE, MAKERS, NAMES, OPEN
from byeoru.render.sandbox import Sandbox
from byeoru.render.views import PageView
from site_test import SiteTest

POST = "---\ntitle: 글\ndate: 2026-01-01\ntags: [가, 나]\ncategory: 방\nseries: 연재\n---\n# 제목\n\n본문\n"


@pytest.fixture
def cloned(site: SiteTest) -> SiteTest:
    """Return a site with a post."""
    site.write("content/posts/a.md", POST)
    return site


def some_quick(names: Iterable[str]) -> list[object]:
    """Return the parameters of a test of which every third is quick."""
    return [pytest.param(name, marks=pytest.mark.slow if at % 3 else ()) for at, name in enumerate(names)]


RUN = "os.popen('touch {victim}').read()"
# Ways to the operating system that are known from other sandboxes of Jinja, and some of this program's own.
ESCAPES = {
    "the way of a cycler": "{{ cycler.__init__.__globals__.os.popen('touch {victim}').read() }}",
    "of a namespace": "{{ namespace.__init__.__globals__['os'].popen('touch {victim}').read() }}",
    "of a joiner": "{{ (joiner()).__init__.__globals__.os.popen('touch {victim}').read() }}",
    "of lipsum": "{{ lipsum.__globals__.os.popen('touch {victim}').read() }}",
    "of a function of ours": "{{ _.__globals__.__builtins__.open('{victim}', 'w') }}",
    "of its closure": "{{ absolute.__closure__[0].cell_contents }}{{ asset.__code__ }}",
    "of a method of ours": "{{ site.recent.__func__.__globals__.__builtins__.open('{victim}', 'w') }}",
    "of what a view keeps": "{{ page._trace._results }}",
    "by an item": "{{ page['_trace']['_results'] }}",
    "by a filter": "{{ (page|attr('_trace'))|attr('_results') }}",
    "by another filter": "{{ [page]|map(attribute='_trace')|first }}",
    "by sorting": "{{ [page]|sort(attribute='_trace._results.site')|list }}",
    "by grouping": "{{ [page]|groupby('__class__.__init__')|list }}",
    "by a sum": "{{ [page]|sum(attribute='__class__') }}",
    "by a selection": "{{ [page]|selectattr('_trace._results', 'defined')|map(attribute='_trace')|first }}",
    "by a format": "{{ '{0.__class__.__init__.__globals__}'.format(page) }}",
    "by a format with a name": "{{ '{p._trace._results.theme}'.format(p=page) }}",
    "by a format of a mapping": "{{ '{p.__class__.__mro__}'.format_map({'p': page}) }}",
    "by a format that a filter fetches": "{{ ('{0._trace}'|attr('format'))(page) }}",
    "by an escaped format": "{{ ('{0._trace}'|safe).format(page) }}",
    "by the name in a format": "{{ '{0[__init__]}'.format(page) }}",
    "by the subclasses": "{% for one in ''.__class__.__mro__[1].__subclasses__() %}{{ one }}{% endfor %}",
    "by the class of a number": "{{ (1).__class__.__base__ }}",
    "by the clock": "{{ page.date.now() }}",
    "by the zone": "{{ page.date.tzinfo.from_file }}",
    "by the template itself": "{{ self._TemplateReference__context.environment }}",
    "by a macro": "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "by a caller": "{% macro m() %}{{ caller.__class__ }}{% endmacro %}{% call m() %}{% endcall %}",
    "by a loop": "{% for one in [1] %}{{ loop._iterator.__class__ }}{{ loop.__init__.__globals__ }}{% endfor %}",
    "by an imported template": "{% import 'm.html' as m %}{{ m.__class__ }}{{ m._body_stream }}",
    "by what is not there": "{{ nothing.__class__.__init__.__globals__ }}",
    "by a type": "{{ dict.fromkeys([1]) }}{{ dict.__subclasses__() }}",
    "by a generator": "{{ ([1]|map('string')).gi_frame.f_globals }}",
    "by bytes": "{{ ''.encode().__class__.fromhex('00') }}",
    "to change a list": "{% set l = [] %}{{ l.append(1) }}",
    "to change what others see": "{{ {}.update(a=1) }}",
}


@pytest.mark.parametrize("name", some_quick(ESCAPES))
@pytest.mark.parametrize("template", ["404.html", pytest.param("post.html", marks=pytest.mark.slow)])
def test_a_template_cannot_run_or_open_anything(cloned: SiteTest, tmp_path: Path, name: str, template: str) -> None:
    """A template that tries to access more than the data of the site fails, and its page is not rendered."""
    victim = tmp_path / "victim"
    text = ESCAPES[name].replace("{victim}", str(victim))
    needs_page = "page" in text and template == "404.html"
    if "m.html" in text:
        cloned.write("templates/m.html", "{% macro hello() %}{% endmacro %}")
    cloned.write(f"templates/{template}", "{% set page = site.recent(1)[0] %}" + text if needs_page else text)
    built = cloned.build()

    assert not victim.exists()
    assert not built.report.is_written, cloned.page("404.html")
    [problem] = built.report.problems
    assert problem.code in {"template-forbidden", "unknown-in-template"}, message_of(problem, "en")
    assert problem.location.path == f"templates/{template}"


def test_texts_of_a_theme_cannot_access_attributes(cloned: SiteTest) -> None:
    """A text in `i18n` is a format string, which cannot access more of its values than a template."""
    cloned.write("themes/evil/theme.yml", "extends: hanji\n")
    cloned.write("themes/evil/i18n/ko.yml", "leak: '{page._trace._results.site.settings}'\n")
    cloned.write("themes/evil/templates/post.html", "{{ _('leak', page=page) }}")
    cloned.write("blog.yml", "title: t\ntheme: evil\n")

    [problem] = cloned.build().report.problems
    assert (problem.code, problem.argument("name")) == ("template-forbidden", "_trace")


def test_a_name_can_be_read_of_the_types_that_list_it_only(cloned: SiteTest) -> None:
    """Texts list `replace`; a date has a method of that name too, which is not listed."""
    cloned.write("templates/post.html", "{{ page.title.replace('글', 'x') }}{{ page.date.replace(year=1) }}")
    [problem] = cloned.build().report.problems

    assert (problem.code, problem.argument("name")) == ("template-forbidden", "replace")


def values(found: object, environment: Sandbox) -> Iterator[object]:
    """Yield what a template can get from a value: by name, by item, by a call without arguments."""
    for name in {*dir(found), *NAMES.get(type(found), ())}:
        value = environment.getattr(found, name)
        if not isinstance(value, Undefined):
            yield value
    if isinstance(found, tuple | list | set | frozenset):
        yield from found
    elif isinstance(found, dict):
        yield from found.items()
    elif isinstance(found, FunctionType | MethodType):
        for arguments in ((), ("x",), (2,)):
            try:
                yield found(*arguments)
            except Exception:  # noqa: BLE001  (it takes something else; what it says is no way out)
                continue


def test_only_listed_types_can_be_reached(cloned: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the values that a template gets, attributes, items and calls lead only to values of listed types."""
    seen: dict[object, object] = {}
    strange: list[str] = []
    kinds: set[type] = set()
    passive = (type(None), *NAMES, *OPEN, *CALLABLE, TemplateReference)

    @pass_context
    def probe(context: Context, _: object) -> str:
        environment = context.environment
        assert isinstance(environment, Sandbox)
        waiting = [*context.get_all().items()]
        while waiting:
            name, value = waiting.pop()
            known: object = value if isinstance(value, str | int) else id(value)  # a format makes its text anew
            if known in seen:
                continue
            seen[known] = value
            kinds.add(type(value))
            is_ours = isinstance(value, FunctionType | MethodType) and not [
                one for one in dir(value) if not isinstance(environment.getattr(value, one), Undefined)
            ]
            is_listed = type(value) in passive or value in MAKERS or is_ours or isinstance(value, BuiltinMethodType)
            if isinstance(value, BuiltinMethodType):
                is_listed = value.__name__ in NAMES[type(value.__self__)]
            if not is_listed:
                strange.append(f"{name}: {type(value)}")
            waiting += [(f"{name} …", one) for one in values(value, environment)]
        return ""

    monkeypatch.setitem(FILTERS, "probe", probe)
    monkeypatch.setattr(
        templates, "_without_theme", templates._without_theme.__wrapped__
    )  # it compiles, and has no probe
    cloned.write("templates/post.html", "{% set kept = namespace(a=1) %}{% macro m() %}{% endmacro %}{{ ''|probe }}")
    cloned.write("templates/home.html", "{{ ''|probe }}")
    cloned.write("templates/archive.html", "{{ ''|probe }}")
    cloned.build().must_succeed()

    assert not strange
    assert PageView in kinds
    assert len(kinds) > 15


BOMBS = {
    "a long text": "{{ 'a' * 10**9 }}",
    "a long list": "{{ [1] * 10**8 }}",
    "a list of long texts": "{{ (['a' * 1000000] * 1000000)|join }}",
    "a large number": "{{ 2 ** (10 ** 7) }}",
    "a number that grows": "{% set n = namespace(x=3) %}{% for i in range(50) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "padding": "{{ 'a'|center(10**9) }}",
    "padding by a method": "{{ 'a'.ljust(10**9) }}",
    "zeros": "{{ '1'.zfill(10**9) }}",
    "a width": "{{ '%1000000000d' % 1 }}",
    "a width of a filter": "{{ '%1000000000d'|format(1) }}",
    "a width that is given": "{{ '%*d' % (1000000000, 1) }}",
    "a width of a format": "{{ '{:>1000000000}'.format(1) }}",
    "a width within a format": "{{ '{:>{w}}'.format(1, w=1000000000) }}",
    "a format that repeats": "{{ ('{0}' * 100000).format('a' * 1000000) }}",
    "tabs": "{{ ('\t' * 1000).expandtabs(10**8) }}",
    "a replacement": "{{ ('a' * 1000000)|replace('a', 'b' * 1000000) }}",
    "a replacement of nothing": "{{ ('a' * 1000000).replace('', 'b' * 1000000) }}",
    "a separator": "{{ (['a'] * 100000)|join('x' * 1000000) }}",
    "a separator by a method": "{{ ('x' * 1000000).join(['a'] * 100000) }}",
    "an indentation": "{{ ('a\\n' * 1000)|indent(10**8) }}",
    "rows": "{{ [1]|batch(10**9, 'x')|list }}",
    "slices": "{{ [1]|slice(10**9)|list }}",
    "a precision": "{{ 1|round(10**8, 'ceil') }}",
    "a range": "{{ range(10**15)|list }}",
    "ranges": "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
    "loops": "{% set l = ([1] * 9999) %}" + "{% for a in l %}" * 6 + "{{ a }}" + "{% endfor %}" * 6,
    "loops over the site": "{% set l = ([1] * 9999) %}"
    "{% for a in l %}{% for b in l %}{{ page.body|length }}{{ site.menu }}{% endfor %}{% endfor %}",
    "a macro that calls itself twice": "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "a template that includes itself twice": "{% set n = n|default(40) - 1 %}"
    "{% if n %}{% include 'post.html' %}{% include 'post.html' %}{% endif %}",
    "a loop that calls itself": "{% for a in [1] recursive %}{{ a }}"
    "{% if loop.depth < 60 %}{{ loop([1, 2]) }}{{ loop([1, 2]) }}{% endif %}{% endfor %}",
    "doubling by a sum": "{% set n = namespace(x='ab') %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "doubling by a tilde": "{% set n = namespace(x='ab') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "doubling by a block": "{% set n = namespace(x='ab') %}"
    "{% for i in range(60) %}{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}{% endfor %}",
    "doubling by lists": "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x }}",
    "doubling by dictionaries": "{% set n = namespace(x=1) %}"
    "{% for i in range(60) %}{% set n.x = dict(a=n.x, b=n.x) %}{% endfor %}{{ n.x|tojson }}",
    "a list in itself": "{% set n = namespace() %}{% set n.x = n %}{{ [n] }}",
    "what stands still": "{% for a in [1] * 9999 %}{% for b in [1] * 9999 %}"
    + "글" * 2000
    + "{% endfor %}{% endfor %}",
    "a long output": "{% set x = 'a' * 1000000 %}{% for a in [1] * 9999 %}{{ x }}{% endfor %}",
    "tags without end": "{{ ('<a>' * 3000000)|striptags }}",
    "links": "{{ ('http://a.kr ' * 900000)|urlize }}",
    "a constant": "{{ 'a'|center(100000000) }}",
}


@pytest.mark.parametrize(
    "name", [pytest.param(one, marks=pytest.mark.slow if at % 8 else ()) for at, one in enumerate(BOMBS)]
)
def test_an_endless_template_is_a_problem_of_its_page(cloned: SiteTest, name: str) -> None:
    """It is stopped before memory is full; its template and line are reported, and the published site stays."""
    cloned.build().must_succeed()
    before = cloned.files()
    cloned.write("templates/post.html", "글\n" + BOMBS[name])
    built = cloned.build()

    assert built.problems == ["templates/post.html:2 template-limit"]
    assert built.report.problems[0].argument("page") == "content/posts/a.md"
    assert cloned.files() == before


def test_an_endless_template_is_tried_for_one_page_only(site: SiteTest) -> None:
    """The other four hundred pages with that template are not rendered, in this process and in workers."""
    for number in range(400):
        site.write(f"content/posts/{number}.md", POST)
    site.write("templates/post.html", BOMBS["ranges"])
    site.jobs = 2
    built = site.build()

    assert set(built.problems) == {"templates/post.html:1 template-limit"}
    assert len(built.problems) <= 8  # a batch of each worker, and those that were under way


BROKEN = {
    "brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "lists": "{{ " + "[" * 5000 + "]" * 5000 + " }}",
    "loops": "{% for a in [1] %}" * 40 + "{% endfor %}" * 40,
    "conditions": "{% if 1 %}" * 2000 + "{% endif %}" * 2000,
    "a number": "{{ " + "9" * 5000 + " }}",
    "attributes": "{{ page" + ".a" * 5000 + " }}",
    "filters": "{{ page" + "|e" * 5000 + " }}",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_template_that_cannot_be_compiled_is_reported(cloned: SiteTest, name: str) -> None:
    """However deeply nested it is, an invalid template is a problem with its path and no crash."""
    cloned.write("templates/post.html", "{% include 'deep.html' %}")
    cloned.write("templates/deep.html", BROKEN[name])

    [problem] = cloned.build().report.problems
    assert problem.location.path == "templates/deep.html"


TYPOS = {
    "{{ page.titel }}": ("page.titel", "page.title"),
    "{{ page['titel'] }}": ("page.titel", "page.title"),
    "{{ paeg.title }}": ("paeg", "page"),
    "{{ site.descripton }}": ("site.descripton", "site.description"),
    "{{ site.recnet(3) }}": ("site.recnet", "site.recent"),
    "{{ page.title|uper }}": ("|uper", "|upper"),
    "{% if page.title %}{{ page.title|joza('이/가') }}{% endif %}": ("|joza", "|josa"),
    "{% if page.title is definde %}{% endif %}": ("is definde", "is defined"),
    "{{ theme.acent }}": ("theme.acent", "theme.accent"),
    "{{ _('updted') }}": ("_('updted')", "_('updated')"),
    "{{ page.tags[0].nmae }}": ("nmae", "name"),
    "{{ page.series.itmes }}": ("page.series.itmes", "page.series.items"),
    "{% for one in [1] %}{{ loop.idnex }}{% endfor %}": ("idnex", "index"),
    "{{ rnage(3) }}": ("rnage", "range"),
    "{% import 'm.html' as m %}{{ m.helo() }}": ("helo", "hello"),
    "{% set n = namespace(count=1) %}{{ n.cuont }}": ("cuont", "count"),
}


@pytest.mark.parametrize("text", some_quick(TYPOS))
def test_a_typo_in_a_template_is_reported_with_the_nearest_name(cloned: SiteTest, text: str) -> None:
    """The value is named as in the template, in both languages, and no class of Byeoru is named."""
    name, near = TYPOS[text]
    if "m.html" in text:
        cloned.write("templates/m.html", "{% macro hello() %}{% endmacro %}")
    cloned.write("templates/post.html", f"글\n\n{text}")
    [problem] = cloned.build().report.problems

    assert (problem.code, str(problem.location)) == ("unknown-in-template", "templates/post.html:3")
    assert (problem.argument("name"), problem.argument("near")) == (name, near)
    said: list[Callable[..., str]] = [message_of, hint_of]
    words = " ".join(localize(problem, language) for localize in said for language in ("ko", "en"))
    assert f"`{name}`" in words
    assert f"`{near}`" in words
    assert not [word for word in ("View", "object", "byeoru.", "Undefined") if word in words]


@pytest.mark.parametrize("text", ["page", "[page]", "site.recent", "[1]|map('upper')", "cycler(1)", "'' ~ page"])
def test_a_value_that_is_no_text_cannot_be_printed(cloned: SiteTest, text: str) -> None:
    """Its Python representation contains a memory address, so that builds would not be reproducible."""
    cloned.write("templates/post.html", f"글\n{{{{ {text} }}}}")
    [problem] = cloned.build().report.problems

    assert (problem.code, str(problem.location)) == ("unprintable-in-template", "templates/post.html:2")
    assert "page.title" in hint_of(problem, "ko")


def test_an_attribute_of_an_empty_value_is_explained(cloned: SiteTest) -> None:
    """A value that is empty on this page is not reported as a typo; the hint is to test it with `if`."""
    cloned.write("content/posts/a.md", "---\ndate: 2026-01-01\n---\n글\n")
    cloned.write("templates/post.html", "{{ page.cover.width }}{{ page.category.label }}")
    cloned.write("templates/post.html", "{{ page.category.label }}")
    [problem] = cloned.build().report.problems

    assert (problem.code, problem.hint, problem.argument("name")) == ("empty-in-template", "ask-before", "label")


def test_ordinary_themes_work_in_the_sandbox(cloned: SiteTest) -> None:
    """Methods of texts, dates and dictionaries, arithmetic, formats, macros and loops work."""
    lines: dict[str, Any] = {
        "{{ page.title.replace('글', 'x') ~ '!' * 3 }}": "x!!!",
        "{{ '%s/%03d' % (page.title, 7) }}": "글/007",
        "{{ '{month:02d}.{day:02}.'.format(month=3, day='9') }}": "03.90.",
        "{{ '{:>5}|{0.title}'.format(page) if false else '{0.title:>3}'.format(page) }}": "  글",
        "{{ {'b': 1, 'a': 2}.items()|sort|map(attribute=0)|join(',') }}": "a,b",
        "{{ dict({'a': 1}, b=2)|tojson }}": '{"a": 1, "b": 2}',
        "{{ page.date.strftime('%Y') }}{{ page.date.month + 1 }}": "20262",
        "{{ [3, 1, 2]|sort|sum }}{{ (1, 2).index(2) }}": "61",
        "{% for a in 'ab' %}{{ loop.index }}{{ a }}{{ ',' if not loop.last }}{% endfor %}": "1a,2b",
        "{% macro m(a, b='y') %}{{ a }}{{ b }}{{ caller() }}{% endmacro %}{% call m('x') %}z{% endcall %}": "xyz",
        "{% set x %}<b>{{ page.title }}</b>{% endset %}{{ x }}": "<b>글</b>",
        "{{ '<' ~ page.title }}": "&lt;글",
        "{{ range(3)|batch(2)|list }}": "[[0, 1], [2]]",
        "{{ ['a', 'b']|join('<') }}": "a&lt;b",
        "{% set n = namespace(l=[]) %}{% for a in 'ab' %}{% set n.l = n.l + [a] %}{% endfor %}{{ n.l|join }}": "ab",
    }
    cloned.write("templates/post.html", "\n".join(f"{line}." for line in lines))
    cloned.build().must_succeed()

    assert cloned.page("posts/a/index.html").split("\n") == [f"{line}." for line in lines.values()]
