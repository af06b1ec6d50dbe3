"""The terms of one document."""

from collections.abc import Callable
from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from byeoru.index.document_terms import by_letter
from byeoru.index.postings import impact
from byeoru.model.body import Body
from byeoru.model.content import Dialect, ParseOptions, Source
from byeoru.parse.document import parse
from byeoru.parse.terms import terms_of
from growth_test import GENEROUS, LIMIT, growth_in_lines, growth_of_the_large

OPTIONS = ParseOptions(("posts", "notes"), "UTC", "ko", Dialect())


def terms(text: str, header: str = "title: 제목", path: str = "content/posts/a.md") -> dict[str, int]:
    """Return the terms of a text, with their impacts."""
    source = Source(path, f"---\n{header}\n---\n{text}\n".encode("utf-8", "replace"), "", "")
    parsed, _ = parse(source, OPTIONS)
    alike = by_letter(parsed.terms) if parsed else ()
    return {term: impact(letter) for letter, found in alike for term in found}


def test_a_word_is_found_by_its_stem() -> None:
    """Particles and endings are taken off, and what is left has two syllables."""
    found = terms("클로저에서는 최적화하려면 경로")

    assert {"클로저", "최적화", "경로"} <= found.keys()
    assert not {"클로저에서는", "최적화하려면", "경"} & found.keys()


def test_a_doubtful_suffix_gives_both_words() -> None:
    """A word that may end in a suffix has both readings, unless the document has one of them elsewhere."""
    assert {"텐서플로", "텐서플"} <= terms("텐서플로 시작").keys()
    assert "텐서플" not in terms("텐서플로 시작. 텐서플로를 본다.")
    assert "클로저도" not in terms("클로저도 클로저를 본다.")


def test_the_place_of_a_word_decides_its_impact() -> None:
    """A word of the title weighs more than one of a heading, and that more than a mention."""
    found = terms("언급\n\n## 소제목", "title: 첫째\ntags: [꼬리표]")

    assert found["첫째"] > found["꼬리표"] > found["소제목"] > found["언급"] == 1


@pytest.mark.parametrize(("times", "impact"), [(1, 1), (2, 2), (3, 2), (4, 3), (7, 3), (8, 4), (100, 4)])
def test_an_impact_grows_with_the_times_a_word_occurs(times: int, impact: int) -> None:
    """Eight times are as good as any number more."""
    assert terms("낱말. " * times)["낱말"] == impact


def test_headings_that_stand_side_by_side_are_words_apart() -> None:
    """Without a text between them, headings are not one word, and each keeps the weight of a heading."""
    found = terms("## To-Read\n\n## Finished\n\n## 백로그")

    assert {"read", "finished", "백로그"} <= found.keys()
    assert min(found["finished"], found["백로그"]) > 1
    assert "readfinished" not in found


def test_a_title_is_worth_more_than_everything_below_it() -> None:
    """A word of the title that occurs once outweighs a word of a heading that occurs often."""
    found = terms("## 소제목\n" + "소제목. " * 20, "title: 첫째")

    assert found["첫째"] > found["소제목"]


def test_neighbours_are_joined() -> None:
    """A compound that is written apart is found joined, if it is in a title or heading, or occurs twice."""
    assert "가비지컬렉션" in terms("글", "title: 가비지 컬렉션")
    assert "모델저장" in terms("모델 저장. 모델 저장을 한다.")
    assert "모델저장" not in terms("모델 저장.")


def test_the_end_of_a_compound_is_a_term() -> None:
    """The second word of a joined compound is found by itself."""
    assert "호출" in terms("재귀호출을 한다")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("`useEffect`에서", {"useeffect", "use", "effect"}),
        ("snake_case의", {"snake_case", "snake", "case"}),
        ("C++과 C#, c", {"c++", "c#", "c"}),
        ("v1.2와 2024년", {"v1.2", "2024"}),
        ("日本語", {"日本語", "日本", "本語"}),
        ("café", {"café"}),
    ],
)
def test_words_of_other_scripts(text: str, expected: set[str]) -> None:
    """Identifiers are terms as a whole and in parts; versions and C++ are one word."""
    assert expected <= terms(text).keys()


def test_emphasis_divides_no_word() -> None:
    """A word whose stem is set in bold has its particle taken off."""
    assert "클로저" in terms("**클로저**에서는")


@pytest.mark.parametrize(
    "text",
    [
        "<script>비밀</script>",
        "<sCRIPT>비밀</Script>",
        "<style>비밀 {}</style>",
        "<!-- 비밀 -->",
        "글\n\n<script>\n비밀",
        '<div title="비밀">글</div>',
        "%% 비밀 %%",
    ],
)
def test_what_is_not_seen_is_not_indexed(text: str) -> None:
    """Scripts, styles, comments and attributes give no term."""
    assert "비밀" not in terms(text)


def test_code_gives_its_longer_words() -> None:
    """Blocks of code are indexed, but not the short names in them."""
    found = terms("```python\nfor ab in range(3): # 주석\n```")

    assert {"range", "주석"} <= found.keys()
    assert "ab" not in found


def test_keys_lead_to_words() -> None:
    """Initials, consonants, translations, tags, categories and sections are keys."""
    found = terms("가비지 컬렉션(garbage collection)", "title: 클로저 closure\ntags: [머신 러닝]\ncategories: [학습]")

    assert {
        "ㅋㄹㅈ=클로저",
        "~clsr=closure",
        "가비지컬렉션=garbagecollection",
        "garbagecollection=가비지컬렉션",
    } <= found.keys()
    assert {"#머신러닝", "/학습", "@posts"} <= found.keys()


def test_a_filter_finds_what_is_below_it() -> None:
    """A page with the tag `언어/파이썬` is found by `#언어` too, and one of the category `학습/nlp` by `/학습`."""
    found = terms("글", "tags: [언어/파이썬]\ncategories: [[학습, nlp]]")

    assert {"#언어", "#언어/파이썬", "/학습", "/학습/nlp"} <= found.keys()


def test_a_word_of_little_weight_has_no_key_of_initials() -> None:
    """A word that is only mentioned does not lead from its initials."""
    assert "ㄴㅁ=낱말" not in terms("낱말")


def test_a_site_without_search_needs_no_terms() -> None:
    """Terms are made for the search index alone."""
    parsed, _ = parse(Source("content/posts/a.md", b"a", "", ""), replace(OPTIONS, has_search=False))

    assert parsed is not None
    assert parsed.terms == ""


MARKUP = st.text(st.sampled_from("가나클로저 는을에서의A_b1.#+()<>&*`|-\n\t\0日がㄱ😀"), max_size=60)


@given(st.text(max_size=60) | MARKUP)
def test_any_text_has_terms_of_one_line(text: str) -> None:
    """Terms of any text have no tab, line feed, or character beyond the basic plane, and impacts from 1 to 15."""
    for term, gained in terms(text).items():
        assert term
        assert all(" " < letter <= "\uffff" for letter in term)
        assert 1 <= gained <= 15


@given(st.text(max_size=60))
@example("À0@0.0")
def test_both_unicode_forms_have_the_same_terms(text: str) -> None:
    """A text that macOS wrote in decomposed letters has the terms of the composed one."""
    text = normalize("NFC", text)

    assert terms(normalize("NFD", text)) == terms(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        *(
            "가나 다라 ",
            "가",
            "a",
            "a_b",
            "aB",
            "가(a) ",
            "가나 다라(ab cd) ",
            "(",
            "<b ",
            "<!--",
            "<script>",
            "</pre>",
            "C++ ",
            "1.",
            "日",
        ),
        lambda n: " ".join(f"{chr(0xAC00 + at)}{chr(0xD000 - at)}호출을" for at in range(n // 6)),
    ],
)
def test_the_cost_of_terms_is_linear(make: str | Callable[[int], str]) -> None:
    """Twice as much of anything takes at most twice as long, and a little for sorting."""
    parsed, _ = parse(Source("content/posts/a.md", b"a", "", ""), OPTIONS)
    assert parsed is not None
    document = parsed.document

    def work(text: str) -> str:
        return terms_of(document, Body((text,)))

    assert growth_in_lines(work, make) <= LIMIT
    assert growth_of_the_large(work, make) <= GENEROUS
