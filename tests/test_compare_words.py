"""The tool that compares folders of others with the sites built from them finds each kind of loss, and nothing else."""

from pathlib import Path

import pytest

from compare_words import literal_markup, lost_words, measure, summary
from shown_words import Page, Word, words_of

SHOWN = {
    "front matter": ("---\ntitle: 제목\n---\n글", ["글"]),
    "link and picture": ("[가](b.md '다') ![나]({{ site.url }}/c(1).png)", ["가", "나"]),
    "tags": (
        "{% include a.html %} 가 {{< youtube x >}} 나 <br/> <img style={{width: 1}}/> <!-- b\nc --> 다",
        list("가나다"),
    ),
    "code": ("```js\nlet a = `b`\n```\n\n`<c>` 글", ["let", "a", "b", "c", "글"]),
    "numbers, tasks and notes": ("1. 가\n2. [x] 나[^1]\n\n[^1]: 다", ["가", "나"]),
    "formulas and URLs": ("$a_b$ 가 https://example.com/c 나 :smile: 09:00:00", ["가", "나", "09", "00", "00"]),
}


@pytest.mark.parametrize(("source", "expected"), SHOWN.values(), ids=SHOWN.keys())
def test_words_of_a_source_are_those_that_readers_see(source: str, expected: list[str]) -> None:
    """Front matter, tags, markup and destinations are no words; code is, as it is written."""
    assert [word.text for word in words_of(source)] == expected


def test_a_word_has_its_line() -> None:
    """Lines are counted from the top of the file, over front matter, code and comments."""
    source = "---\ntitle: 제목\n---\n가\n\n```\n나\n```\n<!--\n-->\n다\n"

    assert list(words_of(source)) == [Word(4, "가"), Word(7, "나"), Word(11, "다")]


def test_a_missing_word_is_found_although_it_is_elsewhere_on_the_page() -> None:
    """Words have to follow each other; only whole lines may stand elsewhere, as footnotes do."""
    words = list(words_of("하나 둘 셋\n\n넷 다섯 여섯\n\n각주 글이다\n\n끝"))

    assert not list(lost_words(words, "하나둘셋넷다섯여섯끝각주글이다"))
    assert list(lost_words(words, "하나셋넷다섯여섯끝각주글이다" + "가" * 200 + "둘")) == [Word(1, "둘")]


def test_literal_markup_is_silent_where_no_line_is_reported() -> None:
    """Markup in code is no markup; a reported line explains what the page shows."""
    source = "`{% a %}`\n{% b %}\n"
    prose = "".join(Page("<main><p><code>{% a %}</code> {% b %}</p></main>").prose)

    assert [finding.line for finding in literal_markup("a.md", source, prose, set(), set())] == [1]
    assert not list(literal_markup("a.md", source, prose, {2}, set()))
    assert not list(literal_markup("a.md", "[[가]]", "[[가]]", set(), {"wikilink"}))
    assert not list(literal_markup("a.md", "[[1, 2], [3]] 와!!!", "[[1, 2], [3]] 와!!!", set(), set()))


def test_a_folder_is_built_and_measured(tmp_path: Path) -> None:
    """The line of a folder counts its texts, addresses, words and problems."""
    (tmp_path / "blog.yml").write_text("title: 노트\nbase_url: https://example.com\n", encoding="utf-8")
    (tmp_path / "_config.yml").write_text("permalink: /:title/\n", encoding="utf-8")
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_posts/2024-05-01-a.md").write_text(
        "---\ntitle: 가\n---\n하나 **둘**은 [셋](없다.md)\n", encoding="utf-8"
    )

    measured = measure(tmp_path, tmp_path / "site")

    assert (measured.texts, measured.words, measured.lost, measured.literal) == (1, 4, (), ())
    assert (measured.moves.kept, measured.moves.lost) == (1, 0)
    assert summary("노트", measured).startswith(
        "노트 (Jekyll) · 1 texts, 0 skipped · addresses 1 kept, 0 redirected, 0 lost"
    )
    assert "broken-link 1" in summary("노트", measured)
