"""Blocks of Markdown as other programs write them."""

from pathlib import Path

import pytest

from cases.case import build_case
from site_test import SiteTest


@pytest.mark.parametrize(
    ("name", "kind", "title"),
    [("folders/container-bangs", "note", "제목"), ("folders/container-colons", "tip", "제목")],
)
def test_containers_are_callouts(name: str, kind: str, title: str, tmp_path: Path) -> None:
    """A container of MkDocs or Docusaurus is a callout with its title."""
    case = build_case(name, tmp_path)

    expected = f'<div class="callout {kind}">\n<p class="callout-title">{title}</p>\n<p>글</p>\n</div>'
    assert expected in case.main("/notes/a/")


def test_containers_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    """What is in a container is Markdown and no code."""
    main = build_case("reports/24-containers-in-silence", tmp_path).main("/posts/a/")

    assert "<strong>본문</strong>은 코드가 아니다" in main
    assert main.count('class="callout ') == 2
    assert "!!!" not in main
    assert ":::" not in main


def test_a_notice_is_a_callout(tmp_path: Path) -> None:
    """The class of a notice of Minimal Mistakes makes a callout of its paragraph."""
    case = build_case("folders/notice-box", tmp_path)

    assert '<div class="callout warning">\n<p>조심</p>\n</div>' in case.everything()


def test_attributes_belong_to_the_block_below_an_empty_line(tmp_path: Path) -> None:
    """As in kramdown, attributes below an empty line belong to the block that is right below them."""
    text = build_case("reports/19-kramdown-attribute-before", tmp_path).everything()

    assert "<p>앞 문단</p>" in text
    assert '<div class="callout warning">' in text


def test_a_diagram_that_is_not_drawn_is_reported(tmp_path: Path) -> None:
    """One warning says that a diagram is shown as code."""
    case = build_case("folders/mermaid", tmp_path)

    assert case.at("diagram-as-code") == ["notes/a.md:2"]
    assert "A --&gt; B" in case.main("/notes/a/")


def test_a_fence_without_an_end_is_reported(tmp_path: Path) -> None:
    """A fence that is never closed is reported with its line."""
    assert build_case("folders/unclosed-fence-told", tmp_path).at("unclosed-fence") == ["notes/a.md:2"]


def test_a_figure_keeps_its_width(tmp_path: Path) -> None:
    """The width of a shortcode is that of its picture."""
    assert 'width="33%"' in build_case("folders/figure-width", tmp_path).everything()


def test_json_that_is_none_has_no_colours(tmp_path: Path) -> None:
    """Headers of HTTP in a fence of JSON are plain text."""
    main = build_case("folders/json-confetti", tmp_path).main("/notes/a/")

    assert '<code class="language-json">HTTP/1.1 200 OK\nContent-Type: text/plain\n</code>' in main


def test_a_footnote_that_is_not_defined_is_reported(tmp_path: Path) -> None:
    """A reference to a footnote that does not exist is reported at its place."""
    assert build_case("reports/45-undefined-footnote", tmp_path).at("undefined-footnote") == ["content/posts/a.md:5"]


def test_numbered_pages_have_a_heading(tmp_path: Path) -> None:
    """A page of the list of posts has a heading and a title of its own."""
    page = build_case("reports/41-empty-h1", tmp_path).page("/page/1/")

    assert "<h1>글 목록 · 1쪽</h1>" in page
    assert "<title>글 목록 · 1쪽 – T</title>" in page


def test_names_with_dots_have_different_addresses(tmp_path: Path) -> None:
    """A dot between letters or digits of a name stays in the address."""
    case = build_case("reports/36-dots-in-names", tmp_path)

    assert all(case.has(f"/posts/{name}/") for name in ("v1.10", "v11.0", "node.js"))


def test_a_break_swallows_nothing(tmp_path: Path) -> None:
    """Below a line of `<br>` alone, a heading is a heading and emphasis is bold."""
    text = build_case("folders/br-block", tmp_path).everything()

    assert '<br>\n<h2 id="절">절</h2>\n<p><strong>굵게</strong></p>' in text


def test_html_that_contains_markdown(tmp_path: Path) -> None:
    """Markdown in an element with `markdown="1"` is read, and the attribute is not published."""
    text = build_case("reports/20-markdown-1", tmp_path).everything()

    assert "<p><strong>굵은 글</strong>과 <code>코드</code></p>\n<ul>\n<li>하나</li>\n</ul>\n</div>" in text
    assert "markdown=" not in text


def test_a_title_is_shown_once(tmp_path: Path) -> None:
    """A heading below a line with a date gives the title, and is not shown again."""
    case = build_case("folders/title-twice", tmp_path)

    assert case.main("/notes/a/").count("문자열") == 1
    assert "2024 / 05 / 01" in case.main("/notes/a/")


def test_modules_of_mdx_are_not_shown(tmp_path: Path) -> None:
    """Neither imports nor exports nor comments of an `.mdx` file are published."""
    text = build_case("reports/25-mdx-shown", tmp_path).everything()

    assert "<p>본문</p>" in text
    assert not any(hidden in text for hidden in ("import 차트", "export const 값", "편집자만"))


@pytest.mark.parametrize(("folder", "is_kramdown"), [("_posts", True), ("content/posts", False)])
def test_folders_of_jekyll_are_read_as_kramdown(folder: str, is_kramdown: bool, site: SiteTest) -> None:
    """In a folder of Jekyll a quote ends at an empty line and a table needs no delimiter row; elsewhere neither holds."""
    site.write(f"{folder}/2024-05-01-a.md", "> 하나\n- 둘\n\n|가|나|\n|다|라|\n")
    site.build().must_succeed()
    pages = [path.read_text(encoding="utf-8") for path in (site.root / "site").rglob("*.html")]

    assert any("</ul>\n</blockquote>" in page for page in pages) == is_kramdown
    assert any("<td>다</td>" in page for page in pages) == is_kramdown
