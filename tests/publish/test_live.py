"""The responses of an address are distinguished: new, old, other or no site, redirect loops, certificate errors."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from byeoru.publish.live import LiveResponse, request_stamp, wait_until_live
from deploy_test import Bench

STAMP, OLD = "a" * 32, "b" * 32
Answer = tuple[int, str, str]  # status, body, Location


@contextmanager
def served(*answers: Answer) -> Iterator[str]:
    """Serve *answers* one after the other, the last for ever."""
    left = list(answers)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body, location = left.pop(0) if len(left) > 1 else left[0]
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *words: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize("host", ["한" * 64 + ".kr", "a..kr"])
def test_an_invalid_host_is_unreachable(host: str) -> None:
    """A host without a Punycode form is reported and raises no exception."""
    assert request_stamp(f"http://{host}", "byeoru/stamp.txt", STAMP).code == "unreachable"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ((200, f"{STAMP}\n", ""), "live"),
        ((200, f"{OLD}\n", ""), "old-stamp"),
        ((200, "<html>주차된 도메인</html>".encode().decode("latin-1"), ""), "other-site"),
        ((404, "no", ""), "not-yet"),
        ((503, "no", ""), "http-error"),
        ((301, "", "/around"), "redirect-loop"),
    ],
)
def test_each_response_has_a_code(answer: Answer, code: str) -> None:
    """Each kind of response has its own message code."""
    with served((answer[0], answer[1], answer[2])) as url:
        assert request_stamp(url, "byeoru/stamp.txt", STAMP).code == code


def test_an_unreachable_server() -> None:
    """A refused connection and an unknown host name are distinguished from responses."""
    with served((200, "", "")) as url:
        pass

    assert request_stamp(url, "x", STAMP).code == "unreachable"
    assert request_stamp("http://no-such-host.invalid", "x", STAMP).code in {"no-name", "unreachable"}


def test_https_without_a_certificate() -> None:
    """A server that does not speak TLS is reported as a certificate that is not ready."""
    with served((200, "", "")) as url:
        assert request_stamp(url.replace("http:", "https:"), "x", STAMP).code == "certificate"


def test_waiting_ends_when_the_new_site_is_live() -> None:
    """Each earlier response is reported."""
    told: list[str] = []
    with served((404, "", ""), (200, OLD, ""), (200, STAMP, "")) as url:
        seen = wait_until_live(url, "s", STAMP, limit=20, pause=0.01, report=lambda one, _: told.append(one.code))

    assert seen == LiveResponse("live")
    assert told == ["not-yet", "old-stamp"]


def test_waiting_ends_after_the_time_limit() -> None:
    """The last response is the result."""
    with served((200, OLD, "")) as url:
        seen = wait_until_live(url, "s", STAMP, limit=0.1, pause=0.05, report=lambda *_: None)

    assert seen.code == "old-stamp"


def test_the_command_waits_and_reports_the_response(bench: Bench) -> None:
    """If the site is not live within the limit, this is reported, the exit code is 0, and the address is printed."""
    with served((200, OLD, "")) as url:
        bench.write("blog.yml", f"title: 시험\nbase_url: {url}\ndeploy:\n  repository: ../remote.git\n")
        deployed = bench.deploy_and_wait("--wait", "1", "--allow", "address")

    assert deployed.returncode == 0
    assert "the previous site is still being served" in deployed.stderr
    assert deployed.stdout.splitlines()[-1] == f"{url}/"
