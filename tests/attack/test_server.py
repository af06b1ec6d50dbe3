"""Requests to a preview that no browser sends, and files that change while they are sent."""

import os
import socket
import threading
import time
from collections.abc import Callable

import pytest

from serve.preview import Preview, wait_for
from serve.test_hostile import HOST, answer, get, status
from site_test import SiteTest

pytestmark = pytest.mark.slow  # `.ci/run` runs it

Serve = Callable[..., Preview]
SECRET = b"SECRET-OF-THE-VICTIM"


def close(request: bytes) -> bytes:
    """Return a request whose connection ends with its answer."""
    return request.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1)


PATHS = [
    b"/posts/a/%2e%2e/%2e%2e/blog.yml",
    b"/%2e%2e%5c%2e%2e%5cblog.yml",
    b"/..;/blog.yml",
    b"/posts/a;/../../blog.yml",
    b"/%u002e%u002e/blog.yml",
    b"/%e0%80%ae%e0%80%ae/blog.yml",
    b"/%f0%80%80%ae/blog.yml",
    b"/%EF%BC%8E%EF%BC%8E/blog.yml",
    b"/posts/a/index.html%20",
    b"/posts/a/index.html.",
    b"/posts/a/index.html::$DATA",
    b"/posts/a//",
    b"/posts//a/",
    b"/posts/%2fa/",
    b"/posts%2fa%2f..%2f..%2f..%2fblog.yml",
    b"/%0d%0aX-Evil:%201",
    b"/posts/a%0d%0aX-Evil:%201",
    b"/posts/a?%0d%0aX-Evil:%201",
    b"/\\\\evil.example\\x",
    b"/C:/Windows/win.ini",
    b"/~root/.ssh/id_rsa",
    b"/.blog/preview/posts/a/index.html",
    b"/.byeoru-0123456789abcdef.tmp",
    b"/__byeoru__",
    b"/__byeoru__//client.js",
    b"/__byeoru__/client.js/",
    b"/__byeoru__/%2e%2e/blog.yml",
    b"/__byeoru__/words.js%00",
    b"/__byeoru__/page?path=../../blog.yml",
    b"/__byeoru__/page?path=%00&path=posts/a/index.html",
    b"/%ed%a0%80",
    b"/" + b"%61" * 3000,
    "/posts/가/".encode(),
    b"/posts/\xb0\xa1/",
    b"/?" + b"a=1&" * 10000,
]


def test_no_spelling_of_a_path_leaves_the_folder(serve: Serve, blog: SiteTest) -> None:
    """No response contains bytes of a file outside of the preview, or a header from the path."""
    blog.write("blog.yml", f"title: t\nauthor: {SECRET.decode()}-author\n")
    blog.write("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-01\nauthor: somebody\n---\n\nwords\n")
    preview = serve()

    for path in PATHS:
        found = answer(preview, get(path))
        assert status(found) in {200, 204, 301, 400, 403, 404, 405}, (path, found[:200])
        assert b"base_url" not in found, path
        assert b"title: t" not in found, path
        assert b"\r\nX-Evil" not in found, path
        if status(found) == 301:
            location = found.split(b"location: ")[1].split(b"\r\n")[0]
            assert location.startswith(b"/"), path
            assert not location.startswith((b"//", b"/\\")), path
    assert not preview.has_crashed()


PREFIX = b"GET /posts/a/ HTTP/1.1\r\n" + HOST
REQUESTS = {  # bytes of a connection, and the statuses that may come
    "a header of 60 KB": (close(PREFIX + b"X-A: " + b"b" * 60_000 + b"\r\n\r\n"), {200, 400, 431}),
    "a header of 2 MB": (close(PREFIX + b"X-A: " + b"b" * 2_000_000 + b"\r\n\r\n"), {0, 400, 431}),
    "a cookie of many": (close(PREFIX + b"Cookie: " + b"a=b; " * 5000 + b"\r\n\r\n"), {200, 400, 431}),
    "two lengths": (PREFIX + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", {400}),
    "length and chunks": (
        close(PREFIX + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        {200, 400},
    ),
    "a negative length": (PREFIX + b"Content-Length: -1\r\n\r\n", {400}),
    "a huge length": (PREFIX + b"Content-Length: " + b"9" * 30 + b"\r\n\r\n", {0, 200, 400}),
    "a header without a name": (PREFIX + b": x\r\n\r\n", {400}),
    "a header with a zero": (PREFIX + b"X-A: a\0b\r\n\r\n", {400}),
    "a folded header": (close(PREFIX + b"X-A: a\r\n b\r\n\r\n"), {200, 400}),
    "bare line feeds": (PREFIX.replace(b"\r\n", b"\n") + b"Connection: close\n\n", {200, 400}),
    "a space before the colon": (PREFIX + b"X-A : b\r\n\r\n", {400}),
    "HTTP/0.9": (b"GET /posts/a/\r\n", {0, 400}),
    "HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400, 403}),
    "an upgrade": (
        close(PREFIX + b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n\r\n"),
        {200, 400},
    ),
    "an expectation": (close(PREFIX + b"Expect: 100-continue\r\n\r\n"), {200, 400}),
    "a bad chunk beside a stream": (
        b"GET /__byeoru__/events HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\nZZ\r\n",
        {0, 200, 400},
    ),
    "a bad chunk beside a page": (PREFIX + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\nZZ\r\n", {0, 200, 400}),
    "what follows a request": (PREFIX + b"\r\n" + b"\x00\x01garbage\r\n\r\n", {200}),
    "a range of letters": (close(PREFIX.replace(b"/posts/a/", b"/data.bin") + b"Range: bytes=a-b\r\n\r\n"), {200, 400}),
    "a range of none": (close(PREFIX.replace(b"/posts/a/", b"/data.bin") + b"Range: bytes=-0\r\n\r\n"), {416}),
    "a range behind the end": (close(PREFIX.replace(b"/posts/a/", b"/data.bin") + b"Range: bytes=99-\r\n\r\n"), {416}),
    "a range backwards": (close(PREFIX.replace(b"/posts/a/", b"/data.bin") + b"Range: bytes=5-2\r\n\r\n"), {200, 416}),
    "a range of many digits": (
        close(PREFIX.replace(b"/posts/a/", b"/data.bin") + b"Range: bytes=0-" + b"9" * 6000 + b"\r\n\r\n"),
        {200},
    ),
    "a thousand ranges": (
        close(PREFIX.replace(b"/posts/a/", b"/data.bin") + b"Range: bytes=" + b"0-1," * 1000 + b"0-1\r\n\r\n"),
        {200},
    ),
    "a range of an empty file": (
        close(PREFIX.replace(b"/posts/a/", b"/empty.bin") + b"Range: bytes=0-\r\n\r\n"),
        {200},
    ),
}


@pytest.mark.parametrize("name", REQUESTS)
def test_an_invalid_request_is_rejected_quietly(serve: Serve, blog: SiteTest, name: str) -> None:
    """It gets a response or is disconnected, nothing is printed, and the next request works."""
    blog.write("static/data.bin", bytes(range(10)))
    blog.write("static/empty.bin", b"")
    preview = serve()
    before = preview.output()
    request, expected = REQUESTS[name]

    found = answer(preview, request, 2.0)

    assert status(found) in expected, found[:300]
    assert preview.get("/posts/a/")[0] == 200
    assert preview.output() == before


def test_pipelined_requests_get_their_responses_in_order(serve: Serve, blog: SiteTest) -> None:
    """Each request gets its own response, and no bytes of one are read as another."""
    blog.write("static/big.bin", b"x" * 3_000_000)
    preview = serve()
    names = [b"/posts/a/", b"/big.bin", b"/posts/b/", b"/none/", b"/__byeoru__/problems"] * 4
    request = b"".join(b"GET " + name + b" HTTP/1.1\r\n" + HOST + b"\r\n" for name in names)

    found = answer(preview, request, 3.0)

    statuses = [part[:3] for part in found.split(b"HTTP/1.1 ")[1:]]
    assert statuses == [{b"/none/": b"404"}.get(name, b"200") for name in names]
    assert found.count(b"x" * 3_000_000) == 4
    assert not preview.has_crashed()


HOSTS = [
    b"evil.example",
    b"127.0.0.1.nip.io",
    b"localhost:4000@evil.example",
    b"evil.example:80#localhost",
    b"evil.example/localhost",
    b"evil.example?localhost",
    b"evil.example, localhost",
    b"localhost evil.example",
    b"localhost.evil.example",
    b"evil.example.localhost.evil.example",
    b"xlocalhost",
    b"[localhost]",
    b"[evil.example]",
    b"[::1]evil.example",
    b"0x7f.1",
    b"2130706433",
    b"127.1",
    b"\xff\xfe",
    b"",
]


@pytest.mark.parametrize("host", HOSTS, ids=ascii)
def test_an_unknown_host_header_is_rejected(serve: Serve, host: bytes) -> None:
    """A host name that another site can resolve to this machine is rejected in any spelling."""
    preview = serve()

    for path in (b"/posts/a/", b"/__byeoru__/events", b"/__byeoru__/problems", b"/none"):
        found = answer(preview, get(path, b"Host: " + host + b"\r\n"), 3.0)
        assert status(found) in {400, 403}, found[:200]
        assert b"First words" not in found


ANSWERS = {  # of every kind that there is
    "a page": (get(b"/posts/a/"), 200),
    "a file": (get(b"/data.bin"), 200),
    "a part": (get(b"/data.bin", HOST + b"Range: bytes=1-2\r\n"), 206),
    "no part": (get(b"/data.bin", HOST + b"Range: bytes=99-\r\n"), 416),
    "a redirect": (get(b"/posts/a"), 301),
    "nothing": (get(b"/none/"), 404),
    "no path": (get(b"/%00"), 400),
    "no name of ours": (get(b"/", b"Host: evil.example\r\n"), 403),
    "no method": (b"POST /posts/a/ HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n", 405),
    "no request": (b"\x16\x03\x01 nothing\r\n\r\n", 400),
    "our script": (get(b"/__byeoru__/client.js"), 200),
    "our words": (get(b"/__byeoru__/words.js"), 200),
    "problems": (get(b"/__byeoru__/problems"), 200),
    "a rescan": (get(b"/__byeoru__/rescan"), 204),
    "a stranger's picture": (b"POST /__byeoru__/pictures HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n", 403),
    "a head": (b"HEAD /data.bin HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n", 200),
}


def test_every_response_has_security_headers(serve: Serve, blog: SiteTest) -> None:
    """Browsers do not guess types, no other site frames or loads it, and each header is sent once, also for errors."""
    blog.write("static/data.bin", bytes(range(10)))
    preview = serve()

    for name, (request, expected) in ANSWERS.items():
        head = answer(preview, request, 3.0).partition(b"\r\n\r\n")[0].lower()
        assert status(head.replace(b"http", b"HTTP", 1)) == expected, (name, head)
        for line in (
            b"x-content-type-options: nosniff",
            b"x-frame-options: sameorigin",
            b"content-security-policy: frame-ancestors 'self'",
            b"cross-origin-resource-policy: same-origin",
        ):
            assert head.count(line) == 1, (name, line, head)
        assert b"access-control" not in head, name
        assert b"content-type: " in head or expected in {204, 301, 304, 416}, name


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize("path", ["posts/a/index.html", "data.bin", "posts/a", "theme/hanji.css"])
def test_a_symlink_in_the_output_is_not_followed(serve: Serve, blog: SiteTest, path: str) -> None:
    """A process that can write to the preview's folder cannot read other files through the server."""
    blog.write("static/data.bin", b"data")
    victim = blog.root.parent / "victim"
    (victim / "index.html").parent.mkdir()
    for name in ("index.html", "secret"):
        (victim / name).write_bytes(SECRET)
    preview = serve()
    place = blog.root / ".blog/preview" / path
    place.rename(place.with_name("was"))
    place.symlink_to(victim if path == "posts/a" else victim / "secret")
    address = {"posts/a/index.html": "/posts/a/", "posts/a": "/posts/a/"}.get(path, f"/{path}")

    code, body = preview.get(address)

    assert (code, SECRET in body) == (404, False)
    assert not preview.has_crashed()


@pytest.mark.parametrize("way", ["removed", "truncated", "replaced", "grown", "a fifo"])
def test_a_file_may_be_deleted_while_it_is_sent(serve: Serve, blog: SiteTest, way: str) -> None:
    """The browser receives the announced file, or a closed connection; never a mixture or a traceback."""
    size = 30_000_000
    blog.write("static/big.bin", b"a" * size)
    preview = serve()
    before = preview.output()
    place = blog.root / ".blog/preview/big.bin"
    with socket.create_connection(("127.0.0.1", preview.port), timeout=20) as wire:
        wire.sendall(get(b"/big.bin"))
        found = wire.recv(2000)
        match way:
            case "removed":
                place.unlink()
            case "truncated":
                os.truncate(place, 1000)
            case "replaced":
                other = place.with_name("other")
                other.write_bytes(b"b" * size)
                os.replace(other, place)
            case "grown":
                with place.open("ab") as file:
                    file.write(b"b" * 1000)
            case _:
                place.unlink()
                os.mkfifo(place)
        parts = [found]
        while part := wire.recv(1 << 20):
            parts.append(part)
    body = b"".join(parts).partition(b"\r\n\r\n")[2]

    assert set(body) <= {ord("a")}
    assert len(body) == size or way == "truncated"
    codes = {"removed": {404}, "a fifo": {404}}.get(way, {200})
    assert preview.get("/big.bin")[0] in codes
    assert preview.output() == before


def test_clients_that_do_not_read_do_not_block_others(serve: Serve, blog: SiteTest) -> None:
    """Forty clients, as many as there are threads, request a large file and read nothing of it."""
    blog.write("static/big.bin", b"a" * 30_000_000)
    preview = serve()
    lazy = []
    try:
        for _ in range(60):
            wire = socket.create_connection(("127.0.0.1", preview.port), timeout=20)
            wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            wire.sendall(get(b"/big.bin"))
            lazy.append(wire)
        time.sleep(0.5)
        assert preview.get("/posts/a/")[0] == 200
        assert preview.get("/__byeoru__/page?path=posts/a/index.html")[0] == 200
        preview.edit("content/posts/a.md", "First words.", "Beside readers.")
        wait_for(lambda: b"Beside readers." in preview.get("/posts/a/")[1], "new page")
    finally:
        for wire in lazy:
            wire.close()
    preview.close()
    assert preview.process.returncode == 0
    assert not preview.has_crashed()


def test_concurrent_saves_requests_and_disconnects_cause_no_errors(serve: Serve, blog: SiteTest) -> None:
    """Closed streams, half-read responses and saves at the same time cause no internal error."""
    preview = serve()
    end = time.monotonic() + 3

    def crowd(number: int) -> None:
        while time.monotonic() < end:
            with socket.create_connection(("127.0.0.1", preview.port), timeout=20) as wire:
                wire.sendall(get([b"/__byeoru__/events", b"/posts/a/", b"/theme/hanji.css", b"/feed.xml"][number % 4]))
                wire.recv(100 * (number % 3))
                if number % 2:
                    wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    threads = [threading.Thread(target=crowd, args=(number,)) for number in range(8)]
    for one in threads:
        one.start()
    for number in range(10):
        blog.write("content/posts/b.md", f"---\ntitle: B{number}\ndate: 2026-01-02\n---\n\nround {number}\n")
        time.sleep(0.2)
    for one in threads:
        one.join()
    wait_for(lambda: b"round 9" in preview.get("/posts/b/")[1], "last page")

    assert not preview.has_crashed()
