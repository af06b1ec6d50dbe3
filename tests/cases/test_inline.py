"""Markup within a paragraph: images, links and what the summary takes of it."""

from pathlib import Path

from cases.case import build_case


def test_a_number_as_description_is_a_width(tmp_path: Path) -> None:
    """`![300](address)` is an image of that width without a description."""
    case = build_case("folders/width-as-alt", tmp_path)

    assert '<img src="https://example.com/p.png" alt="" width="300">' in case.everything()


def test_a_summary_joins_short_paragraphs(tmp_path: Path) -> None:
    """A summary goes on with the next paragraph while it is shorter than about 80 characters."""
    case = build_case("folders/short-summary", tmp_path)

    assert (
        'content="요약 이 글은 리눅스의 스케줄러가 어떻게 다음 일을 고르는지 차근차근 살펴본다."' in case.everything()
    )


def test_comments_of_obsidian_are_in_no_file(tmp_path: Path) -> None:
    """Text between two `%%` is published nowhere, except in code."""
    everything = build_case("reports/03-obsidian-comment", tmp_path).everything()

    assert "팀장" not in everything
    assert "여러 줄" not in everything
    assert "<code>100%%</code>" in everything


def test_links_of_a_vault_lead_to_its_notes(tmp_path: Path) -> None:
    """`[[나|별칭]]` is a link to the note of that name."""
    case = build_case("reports/23-wikilinks-in-silence", tmp_path)

    assert ">별칭</a>" in case.everything()


def test_a_link_that_leads_nowhere_is_reported(tmp_path: Path) -> None:
    """The report has the location of the link."""
    case = build_case("folders/wikilink-told", tmp_path)

    assert case.at("missing-note") == ["notes/a.md:2"]
