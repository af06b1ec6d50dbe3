"""The search of the terminal and that of the browser give the same answers."""

from collections.abc import Callable

import pytest

from byeoru.base.rooted import Rooted
from byeoru.search.engine import search
from byeoru.search.folder import FolderReader
from byeoru.search.reader import Found
from search.queries import generated, strange
from site_test import SiteTest

Answers = Callable[[list[str], int], list[dict[str, object]]]
FIRST = 50  # results that are compared
BAD = [
    *(
        "",
        " ",
        "ㅋ",
        "가",
        "a",
        "가" * 10_000,
        "a" * 10_000,
        "ㅋ" * 10_000,
        "가 " * 5_000,
        "🙂" * 5_000,
        "클로저" + "는" * 9_000,
    ),
    *(".*+?[", "(", "\\", "^$", "a|b", "[가-힣]", "{1,9999}", "%", "%ED%95%9C"),
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;", '"', "'", "`", "../../index.json"),
    *("__proto__", "constructor", "toString", "hasOwnProperty", "null", "undefined", "NaN", "0", "-1"),
    *("🙂", "👩‍💻 클로저", "ㅏ", "ㅏㅏㅏ", "ㄳ", "ㅋㅋㅋㅋ", "클ㄹ", "클로ㅈ", "ᄏ", "\u1161", "클로저\u11a8"),
    *("\x00", "\x1b[2J", "\t\n\r", "\u200b", "\u202e클로저", "\ufeff클로저", "클\x00로저"),
    *(
        "\ud800",
        "\udfff클로저",
        "클로저\ud83d",
        "\ude42\ud83d",
        "é",
        "e\u0301",
        "ß",
        "İstanbul",
        "ΣΑΣ",
        "ſ",
        "ﬁ",
        "Å",
        "漢字",
        "カﾞ",
        "豈",
    ),
    *(
        "#",
        "@",
        "/",
        "##",
        "#캐시",
        "#캐시 클로저",
        "@posts",
        "@posts 클로저",
        "/dev",
        "#없는 클로저",
        "#캐시 #CNN",
        "c",
        "c++",
        "C#",
    ),
]


def in_terminal(site: SiteTest, queries: list[str]) -> list[dict[str, object]]:
    """Return the answers of the terminal as the browser writes them."""
    with Rooted(str(site.output)) as folder:
        reader = FolderReader(folder, "ko")
        return [as_values(search(reader, query, FIRST)) for query in queries]


def as_values(found: Found) -> dict[str, object]:
    """Return an answer as JSON has it."""
    return {
        "rows": [list(row) for row in found.rows],
        "total": found.total,
        "words": list(found.words),
        "widened": [list(pair) for pair in found.widened],
        "filters": list(found.filters),
    }


def compare(queries: list[str], site: SiteTest, answers_in_browser: Answers) -> None:
    """Fail for the first query with different answers."""
    pairs = zip(queries, in_terminal(site, queries), answers_in_browser(queries, FIRST), strict=True)
    for query, terminal, browser in pairs:
        assert browser == terminal, ascii(query)


def test_bad_input_is_answered(notebook: SiteTest, answers_in_browser: Answers) -> None:
    """Any text has an answer, the same in both."""
    compare(BAD, notebook, answers_in_browser)


def test_first_answers_to_queries_are_equal(notebook: SiteTest, words: str, answers_in_browser: Answers) -> None:
    """Documents, their order and scores, the words and what was widened are equal for queries of each kind."""
    compare(generated(words, 200), notebook, answers_in_browser)
    compare(strange(200), notebook, answers_in_browser)


@pytest.mark.slow
def test_many_answers_are_equal(notebook: SiteTest, words: str, answers_in_browser: Answers) -> None:
    """They are equal for two thousand queries and as many random strings."""
    compare(generated(words, 2000, seed=3), notebook, answers_in_browser)
    compare(strange(2000, seed=4), notebook, answers_in_browser)
