"""The names and runs of words of hidden pages are found in other texts."""

import pytest

from byeoru.audit.private_facts import HiddenText, PrivateFacts
from byeoru.audit.words import words_of_html, words_of_json, words_of_markdown, words_of_shard, words_of_xml

TEXT = """---
title: 두루미 작전
---
## 참석자 명단

어제 **저녁**에 강가의 [작은 찻집](a.md)에서 우리 셋이 처음으로 만나 이야기했다.
"""
PAGE = HiddenText(
    "비공개/a.md", TEXT, "두루미 작전", (("name", "heron-plan"), ("alias", "왜가리"), ("name", "2026-01-03"))
)


def kinds(words: list[str]) -> list[str]:
    """Return the kinds of the facts in *words*, sorted."""
    facts = PrivateFacts([PAGE], ["비공개/첨부/월급 명세.png"])
    return sorted(fact.kind for fact in facts.find(words).values())


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>두루미 작전을 시작</p>", ["title"]),
        ("<p>두루미 <em>작</em>전</p>", ["title"]),
        ("<p>두루미의 작전</p>", []),
        ("<p>왜가리를 보다</p>", ["alias"]),
        ("<p>왜가리목둥지마을에</p>", []),
        ('<a href="/notes/heron-plan/">글</a>', ["name"]),
        ('<a href="/notes/heron-planet/">글</a>', []),
        ('<p class="왜가리">글</p>', []),
        ("<p>2026-01-03</p>", []),
        ('<img src="/%EC%9B%94%EA%B8%89%20%EB%AA%85%EC%84%B8.png" alt="">', ["attachment"]),
        ("<h2>참석자 명단</h2>", ["heading"]),
        ("<p>저녁에 강가의 <a href='/a/'>작은 찻집</a>에서 우리 셋이 처음으로 만나</p>", ["text"]),
        ("<p>저녁에 강가의 작은 찻집에서 우리 셋이 처음으로 놀았다</p>", []),
    ],
)
def test_names_and_runs_are_found_in_pages(html: str, found: list[str]) -> None:
    """A name may have a particle and inner tags; eight words in a row are a run, seven are not."""
    assert kinds(words_of_html(html)) == found


def test_every_form_of_text_is_read() -> None:
    """Escapes of XML, JSON and URLs hide nothing, nor does the decomposed form of Hangul."""
    assert kinds(words_of_xml("<content>&lt;p&gt;왜&lt;b&gt;가리&lt;/b&gt;&lt;/p&gt;</content>")) == ["alias"]
    assert kinds(words_of_xml('<link href="/%EC%99%9C%EA%B0%80%EB%A6%AC/"/>')) == ["alias"]
    assert kinds(words_of_json('{"a": "\\uc65c\\uac00\\ub9ac"}')) == ["alias"]
    assert kinds(words_of_json('{"a": "첫 줄\\n왜가리"}')) == ["alias"]
    assert kinds(words_of_shard("왜가리\ta1b2\n")) == ["alias"]
    assert kinds(words_of_markdown("왜가리")) == ["alias"]


def test_numbers_and_repeated_words_are_no_run() -> None:
    """A table of numbers, or one word again and again, is in many texts."""
    rows = "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |\n\n" + "하 " * 20
    facts = PrivateFacts([HiddenText("a.md", rows, "가나", ())], [])

    assert facts.find(words_of_markdown(rows)) == {}


def test_the_line_of_a_secret_is_that_of_its_source() -> None:
    """A leak names the line of the hidden page, so that its author sees what is meant."""
    facts = PrivateFacts([PAGE], [])

    [heading] = facts.find(words_of_html("<h2>참석자 명단</h2>")).values()
    assert (heading.path, heading.line) == ("비공개/a.md", 4)
