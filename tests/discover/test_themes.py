"""What themes declare and sites choose, which theme is found, and which file of which layer."""

import pytest

from site_test import SiteTest

BASE = "title: 시험\nbase_url: https://example.com\n"
PAGE = "{{ theme.accent }} {{ theme.columns + 1 }} {% if theme.wide %}wide{% else %}narrow{% endif %} {{ theme.word }}"
DECLARED = """
name: t
description: {ko: 시험, en: Test}
options:
  accent: {default: "#123456", help: 색}
  columns: {default: 2}
  wide: {default: false}
  word: {choices: [one, two]}
"""


@pytest.fixture
def themed(site: SiteTest) -> SiteTest:
    """Return a site with a theme that shows its options."""
    site.write("content/pages/a.md", "# a\n")
    site.write("themes/t/theme.yml", DECLARED)
    site.write("themes/t/templates/page.html", PAGE)
    site.write("blog.yml", BASE + "theme: t\n")
    return site


def shown(site: SiteTest, theme: str) -> tuple[str, list[str]]:
    """Return what the page shows with these settings of the theme, and the problems."""
    site.write("blog.yml", f"{BASE}theme:\n  name: t\n{theme}")
    built = site.build().must_succeed()
    return site.page("a/index.html"), built.problems


def test_options_are_values_of_their_kind(themed: SiteTest) -> None:
    """A flag is true or false and a number can be counted with; a choice without a default is the first."""
    assert shown(themed, "") == ("#123456 3 narrow one", [])
    assert shown(themed, "  wide: yes\n  columns: '3'\n  word: two\n  accent: oklch(50% .1 20)\n") == (
        "oklch(50% .1 20) 4 wide two",
        [],
    )
    assert shown(themed, "  wide:\n  accent: ''\n") == ("#123456 3 narrow one", [])


def test_what_an_option_does_not_take_is_pointed_at(themed: SiteTest) -> None:
    """Each value and each unknown name has its line and column; the default is used."""
    text, problems = shown(themed, "  wide: maybe\n  columns: two\n  word: twoo\n  accent: reed\n  acent: red\n")

    assert text == "#123456 3 narrow one"
    assert problems == [
        "blog.yml:5:9 bad-option",
        "blog.yml:6:12 bad-option",
        "blog.yml:7:9 bad-option",
        "blog.yml:8:11 bad-option",
        "blog.yml:9:3 unknown-option",
    ]
    found = themed.build().report.problems
    assert [(one.hint, one.argument("near")) for one in found] == [
        ("write-flag", ""),
        ("write-number", ""),
        ("did-you-mean", "two"),
        ("did-you-mean", "red"),
        ("did-you-mean", "accent"),
    ]


@pytest.mark.parametrize(
    "colour",
    ["red;}body{display:none", "red</style><script>alert(1)</script>", "#12", "rgb(0 0 0", "rgb(url(/x))", "rgb(0/*)"],
)
def test_a_colour_never_leaves_its_declaration(site: SiteTest, colour: str) -> None:
    """What could end the declaration, the rule or the element is no colour."""
    site.write("content/pages/a.md", "# a\n")
    site.write("blog.yml", f"{BASE}theme: {{accent: '{colour}'}}\n")
    built = site.build().must_succeed()

    assert built.problems == ["blog.yml:3:17 bad-option"]
    assert "<style>:root{--accent:#9a4a3c}</style>" in site.page("a/index.html")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("options: [a]\n", "1:10 wrong-type"),
        ("options:\n  a: red\n", "2:6 wrong-type"),
        ("options:\n  a: {default: [1]}\n", "2:16 wrong-type"),
        ("options:\n  a: {default: c, choices: [a, b]}\n", "2:16 bad-option"),
        ("options:\n  a: {default: c, type: flag}\n", "2:16 bad-option"),
        ("options:\n  a: {type: colour}\n", "2:13 bad-option"),
        ("options:\n  a: {choices: {b: c}}\n", "2:16 wrong-type"),
        ("options:\n  a: {help: [x]}\n", "2:13 wrong-type"),
        ("options:\n  a: {defualt: x}\n", "2:7 unknown-key"),
        ("description: [x]\n", "1:14 wrong-type"),
        ("extends: {a: b}\n", "1:10 wrong-type"),
        ("extend: hanji\n", "1:1 unknown-key"),
    ],
)
def test_a_broken_theme_is_said_with_its_place_once(themed: SiteTest, text: str, problem: str) -> None:
    """The site is built with what can be read."""
    themed.write("themes/t/theme.yml", text)
    themed.write("themes/t/templates/page.html", "x")

    assert themed.build().must_succeed().problems == [f"themes/t/theme.yml:{problem}"]


def test_themes_that_are_not_there_or_extend_themselves_are_errors_with_places(themed: SiteTest) -> None:
    """In the settings, or where the parent is named."""
    themed.write("blog.yml", f"{BASE}theme: {{name: tt}}\n")
    assert themed.build().problems == ["blog.yml:3:15 no-such-theme"]
    themed.write("blog.yml", f"{BASE}theme: t\n")
    themed.write("themes/t/theme.yml", "name: t\nextends: nobody\n")
    assert themed.build().problems == ["themes/t/theme.yml:2:10 no-such-theme"]
    themed.write("themes/t/theme.yml", "extends: u\n")
    themed.write("themes/u/theme.yml", "extends: t\n")
    assert themed.build().problems == ["themes/u/theme.yml:1:10 theme-loop"]


def test_a_theme_names_only_what_it_changes_of_its_parents_options(themed: SiteTest) -> None:
    """Type, choices and help come from the parent."""
    themed.write("themes/child/theme.yml", "extends: t\noptions:\n  word: {default: two}\n  columns: {default: x}\n")
    themed.write("blog.yml", f"{BASE}theme: child\n")
    built = themed.build().must_succeed()

    assert themed.page("a/index.html") == "#123456 3 narrow two"
    assert built.problems == ["themes/child/theme.yml:4:22 bad-option"]


def test_a_page_shows_another_option_when_it_is_chosen(themed: SiteTest) -> None:
    """An option is a question: pages that ask for it are made anew, and others are not."""
    themed.write("content/posts/b.md", "# b\n")
    themed.write("templates/post.html", "{{ page.title }}")
    themed.build().must_succeed()
    themed.write("blog.yml", f"{BASE}theme:\n  name: t\n  wide: true\n")
    made = themed.build().must_succeed().made

    assert "a/index.html" in made
    assert "posts/b/index.html" not in made
    assert "wide" in themed.page("a/index.html")


def test_a_text_beside_the_themes_is_no_theme(site: SiteTest) -> None:
    """`themes/README.md` is read by people alone."""
    site.write("themes/README.md", "# 읽기\n")
    site.write("blog.yml", f"{BASE}theme: README.md\n")

    assert site.build().problems == ["blog.yml:3:8 no-such-theme"]


def test_options_of_the_default_theme(site: SiteTest) -> None:
    """`fonts` sets texts in a Myeongjo, and `toc` leaves the list of contents out."""
    site.write("content/pages/a.md", "# a\n\n## b\n\n## c\n\n## d\n")
    site.build().must_succeed()
    assert 'class="toc"' in site.page("a/index.html")
    site.write("blog.yml", f"{BASE}theme: {{fonts: serif, toc: false}}\n")
    assert site.build().must_succeed().problems == []

    assert ";--sans:var(--serif)}" in site.page("a/index.html")
    assert 'class="toc"' not in site.page("a/index.html")
