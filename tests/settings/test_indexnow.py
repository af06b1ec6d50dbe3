"""`deploy.indexnow` is a boolean, the author's own key, or a mapping of key and endpoints."""

import pytest

from byeoru.model.indexnow import ENDPOINTS, IndexNow
from byeoru.settings import read_settings
from site_test import SiteTest


@pytest.mark.parametrize(
    ("text", "expected", "problems"),
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
def test_each_form_is_read(text: str, expected: IndexNow, problems: list[str]) -> None:
    """An invalid key is reported and disables notification, because a key names a file of the site."""
    settings, reported = read_settings(f"title: t\ndeploy:\n  indexnow: {text}\n")

    assert settings.deploy.indexnow == expected
    assert [problem.code for problem in reported] == problems


def test_the_site_contains_its_key(site: SiteTest) -> None:
    """A file named by the key contains only the key; without a base URL or the setting there is none."""
    site.write("content/posts/a.md", "# 글\n")
    site.write("blog.yml", "title: 시험\nbase_url: https://a.kr\ndeploy: {indexnow: true}\n")
    site.build().must_succeed()
    key = IndexNow(ENDPOINTS).key_of("https://a.kr")
    assert site.page(f"{key}.txt") == key

    for text in ("title: 시험\nbase_url: https://a.kr\n", "title: 시험\ndeploy: {indexnow: true}\n"):
        site.write("blog.yml", text)
        site.build().must_succeed()
        assert not list((site.root / "site").glob("*[0-9a-f].txt"))
