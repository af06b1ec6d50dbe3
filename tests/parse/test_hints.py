"""Hints of Markdown rules: whoever follows one loses no word, and the warning is gone."""

import re

import pytest

from markdown_test import html, problems

# By the code of a warning: a text, and the same text after its author has done what the hint says.
FOLLOWED = {
    "unclosed-fence": ("앞\n\n```js\n코드\n\n글", "앞\n\n```js\n코드\n```\n\n글"),
    "unclosed-container": (":::tip 제목\n글\n\n뒤", ":::tip 제목\n글\n:::\n\n뒤"),
    "unknown-container": (":::magic 제목\n글\n:::", ":::note 제목\n글\n:::"),
    "undefined-footnote": ("글[^1]이다", "글[^1]이다\n\n[^1]: 내용"),
    "undefined-footnote, as text": ("글[^1]이다", "글\\[^1]이다"),
    "diagram-as-code": ("```mermaid\n코드\n```", "```text\n코드\n```"),
}


@pytest.mark.parametrize(("name", "text", "followed"), [(name, *texts) for name, texts in FOLLOWED.items()])
def test_a_hint_removes_its_warning_and_no_word(name: str, text: str, followed: str) -> None:
    """The text as the hint wants it has no problem, and shows all words of the text before."""
    code = name.partition(",")[0]
    words = re.findall("[가-힣]+", text)

    assert [problem.split()[1] for problem in problems(text)] == [code]
    assert problems(followed) == []
    assert all(word in html(followed) for word in words)
