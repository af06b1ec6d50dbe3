"""Addresses in folders of other programs stay as their configuration says."""

from pathlib import Path

import pytest

from cases.case import build_case


@pytest.mark.parametrize(
    ("case", "address"),
    [
        ("folders/jekyll-permalink", "/2024/05/01/hello/"),
        ("folders/jekyll-default-html", "/2024/05/01/hello.html"),
        ("folders/case-of-slug", "/2024/05/01/Hello-World.html"),
        ("folders/permalink-placeholders", "/til/2024-05-01-TIL/"),
        ("folders/hexo-permalink", "/2024/05/01/Hello/"),
        ("folders/hugo-permalink", "/2024/05/hello/"),
        ("reports/32-permalink-placeholders", "/2026/01/hello/"),
    ],
)
def test_a_post_keeps_its_address(case: str, address: str, tmp_path: Path) -> None:
    """The pattern of the configuration or of the front matter is filled in as the program does."""
    built = build_case(case, tmp_path)

    assert built.problems == ()
    assert "<article" in built.main(address)


def test_two_languages_with_one_permalink_are_a_pair(tmp_path: Path) -> None:
    """The text in the language of the site keeps the permalink; the other one has it in its own edition."""
    case = build_case("folders/polyglot", tmp_path)

    assert case.problems == ()
    assert 'hreflang="en" href="https://blog.example.kr/en/posts/a/"' in case.page("/posts/a/")
    assert case.has("/en/posts/a/")


def test_words_of_jekyll_are_categories_and_tags(tmp_path: Path) -> None:
    """`categories: jekyll update` is one category by its levels, `tags: foo bar` are two tags."""
    case = build_case("reports/13-jekyll-space-separated", tmp_path)

    assert case.has("/categories/jekyll/update/")


def test_a_list_of_categories_in_hugo_is_several_categories(tmp_path: Path) -> None:
    """`[dev, life]` is not `dev/life`."""
    case = build_case("folders/categories-flat-hugo", tmp_path)

    assert case.has("/categories/dev/")
    assert case.has("/categories/life/")
    assert not case.has("/categories/dev/life/")


def test_a_line_break_of_hexo_is_one(tmp_path: Path) -> None:
    """The renderers of Hexo break lines by default."""
    case = build_case("folders/hexo-breaks", tmp_path)

    assert "첫 줄<br>" in case.main("/2024/05/01/a/")


def test_an_address_that_cannot_be_kept_redirects(tmp_path: Path) -> None:
    """Hugo's `:slug` is the title of a post without one: that address leads to the page at its name."""
    case = build_case("folders/hugo-permalink", tmp_path)

    assert case.redirect("/2024/05/시험/") == "/2024/05/hello/"
