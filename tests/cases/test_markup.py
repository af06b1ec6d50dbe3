"""Blocks of Markdown as other programs write them."""

from pathlib import Path

import pytest

from cases.case import build_case


@pytest.mark.parametrize(("name", "kind", "title"), [("bangs", "note", "제목"), ("colons", "tip", "제목")])
def test_containers_are_callouts(name: str, kind: str, title: str, tmp_path: Path) -> None:
    """A container of MkDocs or Docusaurus is a callout with its title."""
    case = build_case(f"folders/container-{name}", tmp_path)

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
