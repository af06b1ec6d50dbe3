"""`theme:post.html` extends the template below it, in each layer, traced and without loops."""

from pathlib import Path

import pytest

from byeoru.render import templates
from site_test import SiteTest, files_below

BASE = "title: 시험\nbase_url: https://example.com\n"
FRAME = "<{% block main %}{% endblock %}|{% block foot %}theme{% endblock %}>"


@pytest.fixture
def layered(site: SiteTest) -> SiteTest:
    """Return a site with a theme, its parent, and a page."""
    site.write("content/posts/a.md", "---\ntitle: a\ndate: 2026-01-01\n---\n글\n")
    site.write("themes/child/theme.yml", "extends: parent\n")
    site.write("themes/parent/theme.yml", "name: parent\n")
    site.write("themes/parent/templates/frame.html", FRAME)
    site.write("themes/parent/templates/post.html", "{% extends 'frame.html' %}{% block main %}parent{% endblock %}")
    site.write("blog.yml", BASE + "theme: child\n")
    return site


def page(site: SiteTest) -> str:
    """Build, and return the post, which is the same after a clean build."""
    site.build().must_succeed()
    return site.page("posts/a/index.html")


def test_each_layer_extends_the_one_below(layered: SiteTest) -> None:
    """The site's template extends that of the theme, and that its parent's, all of one name."""
    assert page(layered) == "<parent|theme>"
    layered.write(
        "themes/child/templates/post.html",
        "{% extends 'theme:post.html' %}{% block main %}child {{ super() }}{% endblock %}",
    )
    assert page(layered) == "<child parent|theme>"
    layered.write(
        "templates/post.html", "{% extends 'theme:post.html' %}{% block main %}site {{ super() }}{% endblock %}"
    )
    assert page(layered) == "<site child parent|theme>"
    layered.write("templates/frame.html", "{% extends 'theme:frame.html' %}{% block foot %}own{% endblock %}")
    assert page(layered) == "<site child parent|own>"


def test_include_and_import_reach_below_too(layered: SiteTest) -> None:
    """The site can wrap a template that the theme includes, and extend its macros."""
    layered.write("themes/parent/templates/m.html", "{% macro hi() %}hi{% endmacro %}")
    layered.write(
        "templates/m.html", "{% from 'theme:m.html' import hi as old %}{% macro hi() %}{{ old() }}!{% endmacro %}"
    )
    layered.write("templates/post.html", "{% from 'm.html' import hi %}{{ hi() }}[{% include 'theme:post.html' %}]")

    assert page(layered) == "hi![<parent|theme>]"


def test_a_page_depends_on_every_layer_that_it_shows(layered: SiteTest, tmp_path: Path) -> None:
    """A page is rebuilt when a layer below changes, is added or is removed."""
    layered.write("templates/post.html", "{% extends 'theme:post.html' %}{% block foot %}site{% endblock %}")
    seen = [page(layered)]
    layered.write("themes/parent/templates/post.html", "{% extends 'frame.html' %}{% block main %}new{% endblock %}")
    seen.append(page(layered))
    layered.write("themes/child/templates/post.html", "child {% block foot %}{% endblock %}")
    seen.append(page(layered))
    layered.delete("templates/post.html")
    seen.append(page(layered))
    layered.delete("themes/child/templates/post.html")
    seen.append(page(layered))

    assert seen == ["<parent|site>", "<new|site>", "child site", "child ", "<new|theme>"]
    twin = layered.clean_twin(tmp_path.parent / f"{tmp_path.name}-twin")
    twin.build().must_succeed()
    assert files_below(twin.output) == layered.files()


def test_the_same_text_in_another_layer_extends_another_template(layered: SiteTest) -> None:
    """A page is rebuilt when a template moves from the site to its theme with the same bytes."""
    including = "{% include 'theme:card.html' %}"
    layered.write("themes/child/templates/card.html", "child's")
    layered.write("themes/parent/templates/card.html", "parent's")
    layered.write("templates/post.html", including)
    assert page(layered) == "child's"
    layered.move("templates/post.html", "themes/child/templates/post.html")

    assert page(layered) == "parent's"


def test_a_theme_of_the_built_in_ones_name_extends_that(site: SiteTest) -> None:
    """`themes/hanji` of a project can override one block of the built-in theme `hanji`."""
    site.write("content/posts/a.md", "# a\n")
    site.write(
        "themes/hanji/templates/base.html", "{% extends 'theme:base.html' %}{% block footer %}mine{% endblock %}"
    )
    site.build().must_succeed()

    assert "mine" in site.page("posts/a/index.html")
    assert "site-header" in site.page("posts/a/index.html")


LOOPS = {
    "itself": ({"templates/post.html": "글\n{% extends 'post.html' %}"}, "templates/post.html:2"),
    "each other": (
        {"templates/post.html": "\n\n{% extends 'frame.html' %}", "templates/frame.html": "{% extends 'post.html' %}"},
        "templates/post.html:3",
    ),
    "through the theme": (
        {"templates/frame.html": "{% extends 'post.html' %}"},
        "themes/parent/templates/post.html:1",
    ),
    "a macro": ({"templates/post.html": "{% macro m() %}\n{{ m() }}{% endmacro %}{{ m() }}"}, "templates/post.html:2"),
}


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_is_reported_with_its_location(layered: SiteTest, name: str) -> None:
    """Templates that extend each other endlessly are an error with a location and a hint."""
    files, location = LOOPS[name]
    for path, text in files.items():
        layered.write(path, text)
    built = layered.build()

    assert built.problems == [f"{location} template-loop"]
    assert built.report.problems[0].hint == "extend-the-theme"


def test_problems_below_have_their_own_locations(layered: SiteTest) -> None:
    """An error is located in the layer of the failing block, or in the template that includes a missing one."""
    layered.write("templates/post.html", "{% extends 'theme:post.html' %}\n{% block main %}{{ super() }}{% endblock %}")
    layered.write(
        "themes/parent/templates/post.html", "{% extends 'frame.html' %}\n\n{% block main %}{{ 1 / 0 }}{% endblock %}"
    )
    assert layered.build().problems == ["themes/parent/templates/post.html:3 template-error"]
    layered.write("templates/post.html", "\n{% extends 'theme:none.html' %}")
    [problem] = layered.build().report.problems

    assert (problem.code, str(problem.location), problem.argument("name")) == (
        "no-such-template",
        "templates/post.html:2",
        "theme:none.html",
    )


def test_a_text_selects_the_number_of_a_noun(layered: SiteTest) -> None:
    """Texts of a theme can select singular and plural, as messages do."""
    layered.write("themes/child/i18n/ko.yml", 'posts: "{count:+post/posts}"\n')
    layered.write(
        "templates/post.html", "{{ _('posts', count=1) }} {{ _('posts', count=2) }} {{ _('posts', count=0) }}"
    )

    assert page(layered) == "1 post 2 posts 0 posts"


def test_an_edit_of_a_template_compiles_that_template_only(layered: SiteTest) -> None:
    """The code of the others, which have the same text, is taken from the last build of the process."""
    layered.write("templates/post.html", "one")
    layered.build().must_succeed()
    compiled = templates._compiled.cache_info().misses

    layered.write("templates/post.html", "two {{ page.title }}")

    assert page(layered) == "two a"
    assert templates._compiled.cache_info().misses == compiled + 1
