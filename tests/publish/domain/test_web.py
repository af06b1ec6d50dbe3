"""Checks of the site: certificates made for the test, redirects, and domains without a claim."""

import json
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from byeoru.publish.domain.claim import Claim, read_claim
from byeoru.publish.domain.records import SiteServer, github_pages
from byeoru.publish.domain.web import Certificate, FrontPage, certificate, http_page, https_page
from byeoru.publish.domain.web_checks import (
    certificate_findings,
    claim_findings,
    https_redirect_findings,
    page_findings,
    partner_findings,
)
from command import run_blog
from programs import program
from zone_test import served

HOST = "blog.example.kr"
NOW = 1_800_000_000.0
DAY = 86400.0


class Issuer:
    """An authority of the test's own, and the certificates that it makes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.openssl(
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            "ca.key",
            "-out",
            "ca.pem",
            "-days",
            "2",
            "-subj",
            "/CN=Test CA",
        )

        self.openssl("genrsa", "-out", "key.pem", "2048")

    def openssl(self, *words: str) -> None:
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)

    def certificate(self, name: str, days: int = 90, *, is_self_signed: bool = False) -> Path:
        """Make a certificate for *name* with its key in one file."""
        self.openssl("req", "-new", "-key", "key.pem", "-out", "req.pem", "-subj", "/CN=x")
        (self.folder / "ext").write_text(f"subjectAltName=DNS:{name}\n")
        signer = ["-signkey", "key.pem"] if is_self_signed else ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"]
        self.openssl(
            "x509", "-req", "-in", "req.pem", *signer, "-days", str(days), "-extfile", "ext", "-out", "cert.pem"
        )
        both = self.folder / "both.pem"
        both.write_bytes((self.folder / "cert.pem").read_bytes() + (self.folder / "key.pem").read_bytes())
        return both


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Issuer:
    """Return an authority; the two keys that it needs are made once, as they cost most."""
    program("openssl")
    return Issuer(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def issuer(authority: Issuer, monkeypatch: pytest.MonkeyPatch) -> Issuer:
    """Return an authority that this process trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.folder / "ca.pem"))
    return authority


class Quiet(ThreadingHTTPServer):
    """A server that says nothing of visitors who refuse its certificate."""

    def handle_error(self, *about: object) -> None:
        pass


@contextmanager
def web(pem: Path | None = None, status: int = 200, **headers: str) -> Iterator[int]:
    """Serve one answer to everything, by HTTPS with *pem*; give the port."""

    class Handler(BaseHTTPRequestHandler):
        def version_string(self) -> str:
            return headers.get("Server", "test")

        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("X-Host", self.headers["Host"])
            for name, value in headers.items():
                if name != "Server":
                    self.send_header(name, value)
            self.end_headers()

        def log_message(self, *words: object) -> None:
            pass

    server = Quiet(("127.0.0.1", 0), Handler)
    if pem:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pem)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def codes(found: list) -> list[tuple[str, str]]:  # type: ignore[type-arg]
    return [(one.code, one.level) for one in found]


@pytest.mark.parametrize(
    ("name", "days", "code", "level"),
    [
        (HOST, 90, "cert-right", "ok"),
        ("*.example.kr", 90, "cert-right", "ok"),
        (HOST, 3, "cert-soon", "warn"),
        (HOST, -1, "cert-expired", "fail"),
        ("*.kr", 90, "cert-names", "fail"),
        ("*.github.io", 90, "cert-names", "fail"),
        ("*.blog.example.kr", 90, "cert-names", "fail"),
    ],
)
def test_certificates_are_read_from_a_server(issuer: Issuer, name: str, days: int, code: str, level: str) -> None:
    """Names and dates are those of the certificate that the server sends for the host."""
    with web(issuer.certificate(name, days)) as port:
        shown = certificate("127.0.0.1", port, HOST)

    assert shown.names == (name,)
    assert codes(certificate_findings(HOST, port, shown, time.time())) == [(code, level)]


def test_an_expired_certificate_is_read_with_its_date(issuer: Issuer) -> None:
    """The check runs with a later time, at which the certificate, valid for one day, has expired."""
    with web(issuer.certificate(HOST, 1)) as port:
        shown = certificate("127.0.0.1", port, HOST)
        later, earlier = time.time() + 5 * DAY, time.time() - 5 * DAY

    assert codes(certificate_findings(HOST, port, shown, later)) == [("cert-expired", "fail")]
    assert codes(certificate_findings(HOST, port, shown, earlier)) == [("cert-early", "fail")]


def test_a_self_signed_certificate_is_not_trusted(issuer: Issuer) -> None:
    """A certificate that its server has signed itself is reported."""
    with web(issuer.certificate(HOST, is_self_signed=True)) as port:
        shown = certificate("127.0.0.1", port, HOST)

    assert codes(certificate_findings(HOST, port, shown, time.time())) == [("cert-untrusted", "fail")]


def test_a_server_without_tls_or_without_an_open_port_is_silent() -> None:
    """Neither raises an exception."""
    with web() as port:
        assert certificate("127.0.0.1", port, HOST, 2) == Certificate("silent")
        assert https_page("127.0.0.1", port, HOST, 2) == FrontPage()
    assert http_page("127.0.0.1", port, HOST, 1) == FrontPage()
    assert codes(certificate_findings(HOST, 443, Certificate("silent"), NOW)) == [("web-silent", "fail")]


def test_a_server_that_never_responds_costs_its_time_limit() -> None:
    """A server that accepts a connection and sends nothing costs no more than the time limit."""
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        port = deaf.getsockname()[1]
        assert http_page("127.0.0.1", port, HOST, 0.2) == FrontPage()
        assert certificate("127.0.0.1", port, HOST, 0.2) == Certificate("silent")


def test_pages_are_requested_with_their_host(issuer: Issuer) -> None:
    """The IP address is from the DNS check, and the Host header is that of the site."""
    with web(issuer.certificate(HOST), 301, Location=f"https://{HOST}/") as port:
        assert https_page("127.0.0.1", port, HOST) == FrontPage(301, f"https://{HOST}/", "test")
    with web(status=301, Location=f"https://{HOST}/") as port:
        assert http_page("127.0.0.1", port, HOST) == FrontPage(301, f"https://{HOST}/", "test")


@pytest.mark.parametrize(
    ("page", "server", "code", "level"),
    [
        (FrontPage(200), github_pages("hong"), "page-right", "ok"),
        (FrontPage(301, f"https://{HOST}/ko/"), github_pages("hong"), "page-right", "ok"),
        (FrontPage(302, "/ko/"), github_pages("hong"), "page-right", "ok"),
        (FrontPage(301, "https://www.example.kr/"), github_pages("hong"), "page-elsewhere", "fail"),
        (FrontPage(404, "", "GitHub.com"), github_pages("hong"), "page-unclaimed", "fail"),
        (FrontPage(404, "", "GitHub.com"), SiteServer(a=("127.0.0.1",)), "page-broken", "fail"),
        (FrontPage(503), github_pages("hong"), "page-broken", "fail"),
    ],
)
def test_front_pages_are_checked(page: FrontPage, server: SiteServer, code: str, level: str) -> None:
    """The page must exist, belong to this site, and its domain must be claimed."""
    assert codes(page_findings(HOST, page, server)) == [(code, level)]


def test_redirects_are_checked() -> None:
    """HTTP must redirect to HTTPS, and the alternate host to the site's host."""
    assert codes(https_redirect_findings(HOST, FrontPage(301, f"https://{HOST}/"))) == [("https-redirect", "ok")]
    assert codes(https_redirect_findings(HOST, FrontPage(200))) == [("http-open", "warn")]
    assert codes(https_redirect_findings(HOST, FrontPage(301, f"http://{HOST}/x"))) == [("http-open", "warn")]
    assert codes(https_redirect_findings(HOST, FrontPage())) == [("web-silent", "warn")]
    assert codes(partner_findings("example.kr", "www.example.kr", FrontPage(301, "https://example.kr/"))) == [
        ("partner-redirect", "ok")
    ]
    assert codes(partner_findings("example.kr", "www.example.kr", FrontPage(200))) == [("partner-apart", "warn")]


@pytest.mark.parametrize(
    ("text", "leads", "found"),
    [
        (HOST, True, [("branch-right", "ok")]),
        ("other.example.kr", True, [("branch-other", "fail")]),
        (None, True, [("branch-none", "fail")]),
        (None, False, []),
    ],
)
def test_the_published_branch_claims_the_domain(
    tmp_path: Path, text: str | None, leads: bool, found: list[tuple[str, str]]
) -> None:
    """A domain that leads to GitHub Pages is an error if no branch claims it."""
    work = tmp_path / "work"
    work.mkdir()
    git = ["git", "-C", str(work), "-c", "user.name=t", "-c", "user.email=t@example.kr"]
    subprocess.run([*git, "init", "-q", "-b", "gh-pages"], check=True)
    (work / ("CNAME" if text else "index.html")).write_text(f"{text}\n")
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "x"], check=True)
    claim = read_claim(str(work), "gh-pages")

    assert claim == (Claim("present", text) if text else Claim("absent"))
    assert codes(claim_findings(HOST, "gh-pages", claim, leads_to_pages=leads)) == found


def test_a_branch_that_cannot_be_read_is_unknown(tmp_path: Path) -> None:
    """A missing repository or branch, and a URL that git could read as an option, give an unknown claim."""
    for remote in ("", "--upload-pack=touch x", str(tmp_path / "none"), "ext::sh -c false"):
        assert read_claim(remote, "gh-pages", 5) == Claim("unknown")
    assert codes(claim_findings(HOST, "gh-pages", Claim("unknown"), leads_to_pages=True)) == [
        ("branch-unknown", "warn")
    ]


def test_a_site_on_the_authors_server_is_checked_completely(issuer: Issuer, tmp_path: Path) -> None:
    """The check covers settings, DNS, certificate and front page, at the port of its address."""
    with web(issuer.certificate(HOST)) as port, served("blog IN A 127.0.0.1\n") as server:
        (tmp_path / "blog.yml").write_text(
            f"title: t\nbase_url: https://{HOST}:{port}\ndeploy: {{target: rsync, destination: '127.0.0.1:/srv'}}\n"
        )
        words = ["domain", "check", "--json", "--nameserver", f"127.0.0.1:{server.port}"]
        done = run_blog(tmp_path, *words)
        found = json.loads(done.stdout)

    assert done.returncode == 0
    assert [row["code"] for row in found["findings"]] == ["a-right", "aaaa-none", "cert-right", "page-right"]
