"""Old addresses in the front matter of other programs: each leads to its page, or is reported at its line."""

from pathlib import Path

from cases.case import build_case


def test_an_address_with_a_query_is_reported_and_the_others_work(tmp_path: Path) -> None:
    """WordPress's `/?p=123` cannot be a file; the site is built."""
    case = build_case("reports/33-alias-with-query", tmp_path)

    assert case.exit_code == 0
    assert case.at("address-of-no-file") == ["content/posts/a.md:5"]
    assert case.redirect("/archives/123/") == "/posts/a/"


def test_an_alias_of_hugo_is_beside_its_page(tmp_path: Path) -> None:
    """In Hugo an alias without a slash is relative to the folder of the page."""
    case = build_case("reports/34-hugo-relative-aliases", tmp_path)

    assert case.problems == ()
    assert case.redirect("/posts/old-name/") == "/posts/a/"
    assert case.redirect("/posts/sub/older/") == "/posts/a/"
    assert case.redirect("/posts/old.html") == "/posts/a/"


def test_an_alias_may_lead_upwards_within_the_site(tmp_path: Path) -> None:
    """`../old-a/` of /posts/a/ is /old-a/."""
    case = build_case("reports/35-hugo-parent-alias", tmp_path)

    assert case.problems == ()
    assert case.redirect("/old-a/") == "/posts/a/"


def test_two_pages_with_one_alias_are_named_with_the_line(tmp_path: Path) -> None:
    """The only error is at the alias, whose removal helps; `slug` would not."""
    case = build_case("reports/39-two-aliases-message", tmp_path)

    [alias] = case.problems
    assert (alias["path"], alias["code"], alias["line"], alias["column"]) == (
        *("content/posts/b.md", "same-address", 4, 11),
    )
    assert "/old/" in alias["hint"]
    assert "slug" not in alias["hint"]


def test_an_address_elsewhere_is_the_source_of_a_clipping(tmp_path: Path) -> None:
    """`url: https://…` is no permalink; the build goes on."""
    case = build_case("folders/url-is-source", tmp_path)

    assert case.problems == ()
    assert 'href="https://example.com/x"' in case.main("/notes/a/")
