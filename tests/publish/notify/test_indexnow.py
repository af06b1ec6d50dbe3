"""Search engines are notified of changed pages, and none of their responses makes a deployment fail."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from byeoru.base.catalogue import localize
from byeoru.publish.changes import Changes
from byeoru.publish.notify.indexnow import LIMIT, Announcement, Receipt, changed_pages
from deploy_test import Bench

KEY = "0123456789abcdef"


@contextmanager
def engine(status: int = 200, stamps: Bench | None = None) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Answer every request with *status*, and keep what was told; with *stamps*, also serve the built site."""
    told: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.headers["Content-Type"] == "application/json; charset=utf-8"
            told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self._answer(status, b"")

        def do_GET(self) -> None:
            path = self.path.partition("?")[0].lstrip("/")
            data = stamps.show(path).encode() if stamps and path in stamps.files() else b""
            self._answer(200 if data else 404, data)

        def _answer(self, code: int, data: bytes) -> None:
            self.send_response(code)
            if code == 302:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *words: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", told
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_pages_are_announced_as_encoded_urls() -> None:
    """Added, changed and removed pages are announced, in NFC and percent-encoded; lists and other files are not."""
    decomposed = "posts/\u1100\u1161/index.html"
    changes = Changes((decomposed,), ("index.html", "tags/x/index.html", "feed.xml"), ("old.html", "404.html"))

    found = changed_pages("https://한글.kr/노트", changes)

    base = "https://xn--bj0bj06e.kr/%EB%85%B8%ED%8A%B8"
    assert found == (f"{base}/", f"{base}/old.html", f"{base}/posts/%EA%B0%80/")


def test_each_engine_gets_host_key_and_addresses() -> None:
    """As the protocol requires, one request contains at most ten thousand addresses."""
    addresses = tuple(f"https://a.kr/{number}/" for number in range(LIMIT + 1))
    with engine() as (url, told):
        answers = Announcement((f"{url}/one", f"{url}/two"), "https://a.kr", KEY, addresses).send()

    assert [answer.code for answer in answers] == ["taken", "taken"]
    assert [len(body["urlList"]) for body in told] == [LIMIT, 1, LIMIT, 1]
    assert told[0]["urlList"][0] == "https://a.kr/0/"
    assert (told[0]["host"], told[0]["key"], told[0]["keyLocation"]) == ("a.kr", KEY, f"https://a.kr/{KEY}.txt")


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (200, "taken"),
        (202, "taken"),
        (400, "400"),
        (403, "403"),
        (422, "422"),
        (429, "429"),
        (500, "other"),
        (302, "other"),
    ],
)
def test_each_response_has_a_message(status: int, code: str) -> None:
    """Every status has a message in both languages, and redirects are not followed."""
    with engine(status) as (url, told):
        [answer] = Announcement((url,), "https://a.kr", KEY, ("https://a.kr/",)).send()

    assert (answer.code, answer.is_accepted) == (code, code == "taken")
    assert answer.is_accepted or answer.detail == str(status)
    assert len(told) == 1
    for language in ("ko", "en"):
        assert answer.host in localize(
            f"indexnow.{answer.code}", language, host=answer.host, detail=answer.detail, key=KEY, count=1
        )


def test_an_unreachable_engine() -> None:
    """An unreachable search engine is reported as a value, and the others are still notified."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        closed = one.getsockname()[1]
    with engine() as (url, told):
        answers = Announcement((f"http://127.0.0.1:{closed}/", url), "https://a.kr", KEY, ("https://a.kr/",)).send()

    assert [answer.code for answer in answers] == ["unreachable", "taken"]
    assert len(told) == 1
    assert Receipt("https://api.indexnow.org/indexnow", "taken").host == "api.indexnow.org"


@pytest.mark.parametrize("status", [200, pytest.param(403, marks=pytest.mark.slow)])
def test_a_deployment_is_announced_once_it_is_live(bench: Bench, status: int) -> None:
    """Only changed pages are announced, with the key that the site contains; a refusal is not a failure."""
    with engine(status, bench) as (url, told):
        settings = f"title: 시험\nbase_url: {url}\ndeploy:\n  repository: ../remote.git\n  indexnow:\n    endpoints: [{url}/indexnow]\n"
        bench.write("blog.yml", settings)
        live = ("--allow", "address", "--wait", "30")
        first = bench.deploy_and_wait(*live)
        bench.write("content/posts/p0.md", "---\ntitle: 글 0\ndate: 2026-01-02\n---\n고친 본문\n")
        second = bench.deploy_and_wait(*live)
        same = bench.deploy_and_wait(*live)

    assert (first.returncode, second.returncode, same.returncode) == (0, 0, 0), (first, second)
    assert [body["urlList"] for body in told][1:] == [[f"{url}/", f"{url}/posts/p0/"]]
    assert f"{url}/posts/p1/" in told[0]["urlList"]
    key = told[0]["key"]
    assert bench.show(f"{key}.txt") == key
    assert ("submitted 2 URLs" in second.stdout) == (status == 200)
    assert (f"check that `{key}.txt` is reachable" in second.stderr) == (status == 403)


def test_a_site_that_is_not_live_is_not_announced(bench: Bench) -> None:
    """Search engines are not notified with `--no-wait` (which is reported), in a dry run, or by default."""
    with engine(200, bench) as (url, told):
        without = f"title: 시험\nbase_url: {url}\ndeploy:\n  repository: ../remote.git\n"
        bench.write("blog.yml", f"{without}  indexnow:\n    endpoints: [{url}/indexnow]\n")
        dry = bench.deploy("--allow", "address", "--dry-run")
        unseen = bench.deploy("--allow", "address")
        bench.write("blog.yml", without)
        off = bench.deploy_and_wait("--allow", "address", "--wait", "30")

    assert told == []
    assert (dry.returncode, unseen.returncode, off.returncode) == (0, 0, 0)
    assert "skipped IndexNow" in unseen.stderr
    assert "IndexNow" not in dry.stderr + off.stderr
