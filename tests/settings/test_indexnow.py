"""`deploy.indexnow` is a switch, a key of the author's own, or both with whom to tell."""

import pytest

from byeoru.model.indexnow import ENDPOINTS, IndexNow
from byeoru.settings import read_settings
from site_test import SiteTest


@pytest.mark.parametrize(
    ("text", "wish", "problems"),
    [
        ("true", IndexNow(ENDPOINTS), []),
        ("false", IndexNow(), []),
        ("", IndexNow(), []),
        ("0123456789abcdef", IndexNow(ENDPOINTS, "0123456789abcdef"), []),
        ("'11111111'", IndexNow(ENDPOINTS, "11111111"), []),
        ("{key: my-own-key}", IndexNow(ENDPOINTS, "my-own-key"), []),
        ("{endpoints: [https://a.kr/indexnow]}", IndexNow(("https://a.kr/indexnow",)), []),
        ("short", IndexNow(), ["bad-indexnow-key"]),
        ("../../escape", IndexNow(), ["bad-indexnow-key"]),
        ("[a]", IndexNow(), ["wrong-type"]),
    ],
)
def test_what_is_written(text: str, wish: IndexNow, problems: list[str]) -> None:
    """What is no key is told and tells nobody, as a key names a file of the site."""
    settings, found = read_settings(f"title: t\ndeploy:\n  indexnow: {text}\n")

    assert settings.deploy.indexnow == wish
    assert [problem.code for problem in found] == problems


def test_the_site_holds_its_key(site: SiteTest) -> None:
    """A file named by the key holds it and nothing else; without an address, or unasked, there is none."""
    site.write("content/posts/a.md", "# 글\n")
    site.write("blog.yml", "title: 시험\nbase_url: https://a.kr\ndeploy: {indexnow: true}\n")
    site.build().must_succeed()
    key = IndexNow(ENDPOINTS).key_of("https://a.kr")
    assert site.page(f"{key}.txt") == key

    for text in ("title: 시험\nbase_url: https://a.kr\n", "title: 시험\ndeploy: {indexnow: true}\n"):
        site.write("blog.yml", text)
        site.build().must_succeed()
        assert not list((site.root / "site").glob("*[0-9a-f].txt"))
