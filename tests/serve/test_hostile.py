"""Hostile requests over raw sockets: no file outside of the preview is sent, and there is never a traceback."""

import socket
import time
from collections.abc import Callable, Iterator

import pytest

from serve.preview import Preview, post, wait_for
from site_test import SiteTest

Serve = Callable[..., Preview]
HOST = b"Host: localhost\r\n"
# Paths by which development servers have been exploited (CVE-2021-40978, CVE-2023-40274 and others).
PATHS = [
    b"/../blog.yml",
    b"/..%2fblog.yml",
    b"/%2e%2e/blog.yml",
    b"/%2e%2e%2fblog.yml",
    b"/..%5cblog.yml",
    b"/..\\blog.yml",
    b"/%252e%252e/blog.yml",
    b"/%c0%ae%c0%ae/blog.yml",
    b"/....//blog.yml",
    b"/posts/../../blog.yml",
    b"/posts/a/../../../../blog.yml",
    b"/./../blog.yml",
    b"/blog.yml%00.html",
    b"/%00",
    b"//evil.example/%2f..",
    b"///etc/passwd",
    b"/etc/passwd",
    b"/%2fetc%2fpasswd",
    b"/file:///etc/passwd",
    b"/.byeoru-manifest",
    b"/.git/config",
    b"/.blog/cache.db",
    b"/content/posts/a.md",
    b"/blog.yml",
    b"/secret.txt",
    b"/link/secret.txt",
    b"/__byeoru__/../../blog.yml",
    b"/__byeoru__/..%2f..%2fblog.yml",
    b"/__byeoru__/client.py",
    b"/__byeoru__/",
    b"/%ff%fe",
    b"/\xff",
    b"/%",
    b"/%zz",
    b"/" + b"a" * 5000,
    b"/" + b"a/" * 3000,
    b"*",
    b"http://evil.example/",
]


def answer(preview: Preview, request: bytes, seconds: float = 10.0) -> bytes:
    """Send bytes, and return the response until the connection is closed."""
    with socket.create_connection(("127.0.0.1", preview.port), timeout=seconds) as connection:
        found = b""
        try:
            connection.sendall(request)
            while part := connection.recv(65536):
                found += part
        except (TimeoutError, ConnectionError):
            pass
        return found


def status(answered: bytes) -> int:
    """Return the status of a response, 0 for none."""
    words = answered.split(b" ", 2)
    return int(words[1]) if answered.startswith(b"HTTP/1.1 ") else 0


def get(path: bytes, more: bytes = HOST) -> bytes:
    """Return a request for a raw path."""
    return b"GET " + path + b" HTTP/1.1\r\n" + more + b"Connection: close\r\n\r\n"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Return a preview that the tests share and do not change; files inside and outside of its project are secret."""
    folder = tmp_path_factory.mktemp("shared")
    site = SiteTest(folder / "blog")
    site.write("content/posts/a.md", post("A", "First words."))
    site.write("secret.txt", "SECRET")
    (folder / "secret.txt").write_text("SECRET")
    site.write("static/about.html", "<p>about")
    site.write("static/data.json", "{}")
    site.write("static/LICENSE", "words")
    preview = Preview(site)
    yield preview
    preview.close()


def test_no_path_leads_out_of_the_preview(shared: Preview) -> None:
    """The response is 400, 403 or 404, and contains nothing of another file."""
    answers = {path: answer(shared, get(path)) for path in PATHS}

    statuses = {path: status(found) for path, found in answers.items()}
    assert {path: found for path, found in statuses.items() if found not in {400, 403, 404}} == {}
    for found in answers.values():
        assert not any(
            word in found for word in (b"SECRET", b"root:", "시험 노트\nbase_url".encode(), b"SQLite format")
        )
    assert not shared.has_crashed()
    assert shared.get("/posts/a/")[0] == 200


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (b"Host: localhost:1\r\n", 200),
        (b"Host: 127.0.0.1\r\n", 200),
        (b"Host: [::1]:80\r\n", 200),
        (b"Host: 192.168.0.7\r\n", 200),
        (b"Host: evil.example\r\n", 403),
        (b"Host: localhost.evil.example\r\n", 403),
        (b"Host: 127.0.0.1.evil.example\r\n", 403),
        (b"Host: evil.example\r\nHost: localhost\r\n", 400),
        (b"Host: \r\n", 403),
        (b"", 400),
    ],
)
def test_only_known_hosts_are_accepted(shared: Preview, headers: bytes, expected: int) -> None:
    """By DNS rebinding a page of another site can make the browser request this server under that site's name."""
    assert status(answer(shared, get(b"/posts/a/", headers))) == expected


@pytest.mark.parametrize("method", [b"POST", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"TRACE", b"CONNECT", b"BREW"])
def test_pages_are_only_read(shared: Preview, method: bytes) -> None:
    """Only GET and HEAD are allowed."""
    found = answer(shared, method + b" /posts/a/ HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n")

    assert status(found) in {400, 405}
    assert b"First words" not in found


def test_a_head_has_no_body(shared: Preview) -> None:
    """The response to HEAD has the headers of the page and no body."""
    found = answer(shared, b"HEAD /posts/a/ HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n")
    head, _, body = found.partition(b"\r\n\r\n")

    assert (status(found), body) == (200, b"")
    assert b"content-type: text/html; charset=utf-8" in head
    assert b"access-control-allow-origin" not in head.lower()


def test_invalid_requests_are_rejected(shared: Preview) -> None:
    """Too many headers, a line that is too long, and bytes that are not HTTP get an error or a closed connection."""
    requests = [
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
        b"GET / HTTP/1.1\r\n" + HOST + b"X-A: b\r\n" * 20_000 + b"\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00" + bytes(range(256)),
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET  /  HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        b"POST /__byeoru__/pictures HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
    ]

    statuses = [status(answer(shared, request, 3.0)) for request in requests]

    assert set(statuses) <= {0, 400, 403, 405, 413, 431}
    assert shared.get("/posts/a/")[0] == 200
    assert not shared.has_crashed()


def test_it_answers_as_github_pages_does(shared: Preview) -> None:
    """Folders redirect and keep the query, `.html` may be omitted, and a missing page gets the 404 page of the site."""
    found = answer(shared, get(b"/posts/a?x=1"))
    assert status(found) == 301
    assert b"location: /posts/a/?x=1" in found
    assert status(answer(shared, get(b"/about"))) == 200
    missing = answer(shared, get(b"/nothing/here"))
    assert status(missing) == 404
    assert b"text/html" in missing
    assert status(answer(shared, get(b"/about/"))) == 404
    assert status(answer(shared, get(b"/posts/A/"))) == 404
    assert b"content-type: application/json" in answer(shared, get(b"/data.json"))
    assert b"content-type: application/octet-stream" in answer(shared, get(b"/LICENSE"))
    part = answer(shared, get(b"/data.json", HOST + b"Range: bytes=1-1\r\n"))
    assert (status(part), part[-1:]) == (206, b"}")


def test_a_site_below_a_path_is_below_it_here(serve: Serve, blog: SiteTest) -> None:
    """The preview uses the path of `base_url`, and redirects the root to it."""
    blog.write("blog.yml", "title: t\nbase_url: https://example.com/노트\n")
    preview = serve()

    assert status(answer(preview, get("/노트/posts/a/".encode()))) in {200, 400}
    assert preview.get("/%EB%85%B8%ED%8A%B8/posts/a/")[0] == 200
    assert preview.get("/posts/a/")[0] == 404
    assert b"location: /%EB%85%B8%ED%8A%B8/" in answer(preview, get(b"/"))


def test_idle_and_slow_clients_leave_it_responsive(serve: Serve) -> None:
    """A thousand idle, incomplete or unread connections do not block other requests."""
    preview = serve()
    lazy: list[socket.socket] = []
    try:
        for number in range(1000):
            connection = socket.create_connection(("127.0.0.1", preview.port), timeout=10)
            lazy.append(connection)
            if number % 3 == 1:
                connection.sendall(b"GET / HTTP/1.1\r\nHost: loc")
            elif number % 3 == 2 and number < 300:
                connection.sendall(b"GET /__byeoru__/events HTTP/1.1\r\n" + HOST + b"\r\n")
        began = time.monotonic()
        for _ in range(20):
            assert preview.get("/posts/a/")[0] == 200
        assert time.monotonic() - began < 10  # detects a hang; not a measurement
        preview.edit("content/posts/a.md", "First words.", "Beside a thousand.")
        wait_for(lambda: b"Beside a thousand." in preview.get("/posts/a/")[1], "new page")
        began = time.monotonic()
        preview.close()
        assert time.monotonic() - began < 5
    finally:
        for connection in lazy:
            connection.close()

    assert preview.process.returncode == 0
    assert not preview.has_crashed()


@pytest.mark.slow
def test_an_incomplete_request_times_out(serve: Serve) -> None:
    """A connection that does not complete its request is closed."""
    preview = serve()
    with socket.create_connection(("127.0.0.1", preview.port), timeout=60) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: loc")
        found = b""
        while part := connection.recv(1000):  # ends when the server closes the connection
            found += part

    assert status(found) in {0, 400, 408}
