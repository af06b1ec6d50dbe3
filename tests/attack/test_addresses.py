"""No password and no invalid URL gets into the pages of a site, whether from the settings or the command line."""

from pathlib import Path

import pytest

from byeoru.settings import read_settings
from command import run_blog
from site_test import SiteTest

# What is written, the code, and the column that is pointed at.
WRITTEN = [
    ("base_url: https://kim:s3cret@blog.example.kr", "base-url-login", 19),
    ("base_url: 'https://kim:s3cret@blog.example.kr'", "base-url-login", 20),
    ("base_url: https://kim@blog.example.kr", "base-url-login", 19),
    ("base_url: https://kim:s3@cret@blog.example.kr", "base-url-login", 19),
    ("base_url: https://kim:s3/cret@blog.example.kr", "bad-base-url", 11),
    ("base_url: kim:s3cret@blog.example.kr", "bad-base-url", 11),
    ("base_url: //kim:s3cret@blog.example.kr", "bad-base-url", 11),
    ("base_url: https://blog example.kr", "base-url-sign", 23),
    ("base_url: https://blog.example.kr\\@evil.kr", "base-url-login", 19),
    ("base_url: https://blog\\evil.kr", "base-url-sign", 23),
    ("base_url: 'https://blog\"onload=x.kr'", "base-url-sign", 24),
    ('base_url: "https://blog\'x.kr"', "base-url-sign", 24),
    ("base_url: https://blog<b>.kr", "base-url-sign", 23),
    ('base_url: https://blog.example.kr/a"b', "base-url-sign", 36),
    ("base_url: https://blog.example.kr/a\\b", "base-url-sign", 36),
    ("base_url: https://blog%2eexample.kr", "base-url-sign", 23),
    ("base_url: https://blog..kr", "bad-base-url", 11),
    ("base_url: https://-blog.kr", "bad-base-url", 11),
    ("base_url: https://[::1", "bad-base-url", 11),
    ("base_url: https://[blog]", "bad-base-url", 11),
    ("base_url: https://blog.kr:http", "bad-base-url", 11),
    ("base_url: javascript:alert(1)", "bad-base-url", 11),
    ("base_url: https://", "bad-base-url", 11),
]  # fmt: skip
GOOD = [
    *(
        "https://blog.example.kr",
        "http://localhost:8080",
        "https://한글.kr/노트",
        "http://[::1]:8080",
        "http://127.0.0.1",
    ),
    *(
        "https://blog_1.example.kr",
        "https://blog.example.kr/@kim",
        "HTTPS://Blog.Example.kr/",
        "https://xn--bj0bj06e.kr",
    ),
]


@pytest.mark.parametrize(("line", "code", "column"), WRITTEN)
def test_an_invalid_base_url_is_an_error(site: SiteTest, line: str, code: str, column: int) -> None:
    """An invalid `base_url` is an error with a location; nothing is written, and no password is shown."""
    site.write("blog.yml", f"title: 시험\n{line}\n")
    site.write("content/posts/a.md", "# a\n")

    done = run_blog(site.root, "build")

    assert done.returncode == 1
    assert f"blog.yml:2:{column}: error[{code}]" in done.stderr
    assert not {"s3", "cret"} & {part for part in ("s3", "cret") if part in done.stdout + done.stderr}
    assert not (site.root / "site").exists()


@pytest.mark.parametrize("url", GOOD)
def test_a_valid_base_url_is_accepted(url: str) -> None:
    """A `base_url` may contain Hangul, a port, an IP address, underscores and a path."""
    found = read_settings(f"title: a\nbase_url: {url}\n")

    assert found.problems == ()
    assert found.value.base_url == url.rstrip("/").replace("HTTPS", "https")


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        (("build", "--base-url", "https://kim:s3cret@a.kr"), ""),
        (("build", "--base-url", "https://kim:s3/cret@a.kr"), ""),
        (("domain", "set", "kim:s3cret@a.kr"), ""),
        (("domain", "set", "https://kim:s3cret@a.kr"), ""),
        (("domain", "set", "https://kim:s3/cret@a.kr"), ""),
        (("init", "new"), "제목\n\nhttps://kim:s3cret@a.kr\n\n나\nn\n"),
        (("init", "new"), "제목\nkim:s3cret@a.kr\n\n\n나\nn\n"),
    ],
)
def test_no_command_accepts_a_password_in_a_url(site: SiteTest, words: tuple[str, ...], answers: str) -> None:
    """A URL with a password is refused on the command line and in prompts too."""
    site.write("blog.yml", "title: 시험\n")
    site.write("content/posts/a.md", "# a\n")

    done = run_blog(site.root, *words, stdin=answers)

    assert "Traceback" not in done.stderr
    assert (done.returncode == 0) == (words[0] == "init")
    written = [path for path in Path(site.root).rglob("*") if path.is_file() and b"cret" in path.read_bytes()]
    assert written == []
    assert "cret" not in done.stdout + done.stderr
