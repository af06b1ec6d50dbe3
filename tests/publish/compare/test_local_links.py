"""Links that work only on the author's machine are found in changed pages, and only there."""

from pathlib import Path

import pytest

from byeoru.base.digest import digest
from byeoru.publish.compare.local_links import local_links
from byeoru.publish.site import BuiltSite
from deploy_test import Bench


def found_in(folder: Path, page: str, base_url: str = "https://a.kr") -> list[str]:
    (folder / "index.html").write_text(page, encoding="utf-8")
    site = BuiltSite(str(folder), {"index.html": digest((folder / "index.html").read_bytes())}, base_url)
    return [problem.argument("url") for problem in local_links(site, ["index.html", "gone.html", "a.css"])]


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:4000/a/",
        "https://127.0.0.1/",
        "//localhost/x.png",
        "http://[::1]:80",
        "http://0.0.0.0:8000/",
        "HTTP://a.localhost",
    ],
)
def test_a_local_address_is_reported(tmp_path: Path, url: str) -> None:
    """It is found in links, images and metadata of the page."""
    for page in (
        f'<p><a class="x" href="{url}">글</a>',
        f"<img alt=a src='{url}'>",
        f'<link rel=canonical href="{url}">',
        f'<meta property="og:url" content="{url}">',
    ):
        assert found_in(tmp_path, page) == [url]


@pytest.mark.parametrize(
    "page",
    [
        '<pre><code>curl http://localhost:4000/ &lt;a href="http://localhost/"&gt;</code></pre>',
        '<a href="http://localhost:8080/">http://localhost:8080</a>',
        '<a href="http://localhost:8080">localhost:8080</a>',
        '<meta name=description content="http://localhost:3000 에서 봅니다">',
        '<a href="https://localhost.example.kr/">a</a> <a href="https://a.kr/?u=http://localhost/">b</a> <a href="/localhost/">c</a>',
    ],
)
def test_addresses_in_text_are_ignored(tmp_path: Path, page: str) -> None:
    """Code, links whose text is their own address, and similar host names are not reported."""
    assert found_in(tmp_path, page) == []


def test_a_site_with_a_local_base_url(tmp_path: Path) -> None:
    """It has a single problem of its own, and none per page."""
    assert found_in(tmp_path, '<a href="http://localhost/">a</a>', "http://localhost") == []


def test_a_local_link_stops_a_deployment(bench: Bench) -> None:
    """Page and address are reported; once allowed, unchanged pages are not checked again."""
    bench.write(
        "content/posts/p0.md",
        "---\ntitle: 글\ndate: 2026-01-02\n---\n[앞 글](http://localhost:4000/posts/p1/)과 <http://localhost:3000>\n\n`http://localhost:1`\n",
    )

    stopped = bench.deploy()
    assert (stopped.returncode, bench.tip) == (1, "")
    assert stopped.stderr.count("deploy-local-link") == 1
    assert "`/posts/p0/` links to the local address `http://localhost:4000/posts/p1/`" in stopped.stderr
    bench.deployed("--allow", "local")
    bench.write("content/posts/p1.md", "---\ntitle: 글 1\ndate: 2026-01-02\n---\n본문 1\n\n더한 문단.\n")
    assert bench.deploy().returncode == 0
