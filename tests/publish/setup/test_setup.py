"""The configurations that `--setup` prints work in real servers."""

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import NamedTuple

import pytest

from deploy_test import Bench
from programs import program
from sshd_test import free_port

SYSTEM = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
SERVERS = ("nginx", "caddy")


class Answer(NamedTuple):
    status: int
    headers: HTTPMessage
    body: bytes


class Web(NamedTuple):
    """A web server that is running."""

    plain: int
    secure: int

    def get(self, path: str, host: str = "example.kr", *, secure: bool = True, **headers: str) -> Answer:
        with closing(HTTPConnection("127.0.0.1", self.secure if secure else self.plain, timeout=10)) as asking:
            asking.connect()
            if secure:
                context = ssl.create_default_context()
                context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
                asking.sock = context.wrap_socket(asking.sock, server_hostname=host)
            named = {name.replace("_", "-"): text for name, text in headers.items()}
            asking.request("GET", path, headers={"Host": host, **named})
            answer = asking.getresponse()
            return Answer(answer.status, answer.headers, answer.read())


def published(bench: Bench, base_url: str) -> Path:
    """Publish the blog to a folder; return that."""
    folder = bench.folder / "공개 html"
    settings = f'title: 시험\nbase_url: {base_url}\ndeploy:\n  target: folder\n  path: "{folder}"\n'
    bench.write("blog.yml", settings)
    bench.write("static/one.html", "<title>one</title>")
    bench.write("static/site.webmanifest", "{}")
    bench.write("static/read.txt", "한글\n" * 500)
    bench.write("static/a.css", "a { color: red }\n" * 500)
    (bench.blog / "static/a.png").write_bytes(b"\x89PNG")
    (bench.blog / "static/empty/deep").mkdir(parents=True)
    bench.write("static/empty/deep/x.txt", "x")
    bench.deployed("--allow", "address")
    return folder


def certificate(folder: Path) -> tuple[Path, Path]:
    """Make a certificate that nobody trusts."""
    key, made = folder / "privkey.pem", folder / "fullchain.pem"
    words = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=example.kr", "-addext", "subjectAltName=DNS:example.kr,DNS:www.example.kr"]
    subprocess.run(["openssl", *words, *names, "-keyout", key, "-out", made], check=True, capture_output=True)
    return made, key


def nginx_words(text: str, room: Path, web: Web) -> list[str]:
    """Return how to run nginx with the server of *text*, at ports and with a certificate of our own."""
    made, _ = certificate(room)
    binary = Path(program("nginx"))
    types = next(
        (one for one in (Path("/etc/nginx/mime.types"), binary.parents[2] / "etc/nginx/mime.types") if one.exists()),
        None,
    )
    if types is None:
        pytest.skip("nginx has no mime.types here")
    shutil.copy(types, room / "mime.types")
    text = re.sub(r"listen \[::\].*\n", "", text)
    text = text.replace("listen 443", f"listen 127.0.0.1:{web.secure}").replace(
        "listen 80", f"listen 127.0.0.1:{web.plain}"
    )
    text = re.sub(r"/etc/letsencrypt/live/[^/]+", str(made.parent), text)
    temporary = "".join(
        f"{kind}_temp_path {room}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;\n" if os.geteuid() == 0 else ""
    (room / "nginx.conf").write_text(
        f"{user}daemon off;\npid {room}/pid;\nerror_log {room}/error.log;\nworker_processes 1;\nevents {{ }}\n"
        f"http {{\naccess_log off;\ninclude mime.types;\ndefault_type application/octet-stream;\n{temporary}{text}\n}}\n",
        encoding="utf-8",
    )
    return [str(binary), "-p", str(room), "-c", str(room / "nginx.conf"), "-e", str(room / "early.log")]


def caddy_words(text: str, room: Path, web: Web) -> list[str]:
    """Return how to run Caddy likewise."""
    made, key = certificate(room)
    text = re.sub(r"^(https://\S+ \{)$", rf"\1\n\ttls {made} {key}", text, flags=re.MULTILINE)
    text = f"{{\n\tadmin off\n\thttp_port {web.plain}\n\thttps_port {web.secure}\n}}\n{text}"
    (room / "Caddyfile").write_text(text, encoding="utf-8")
    return [program("caddy"), "run", "--config", str(room / "Caddyfile"), "--adapter", "caddyfile"]


def check_words(words: list[str]) -> list[str]:
    """Return how to check the configuration that *words* run."""
    return [words[0], "validate", *words[2:]] if words[0].endswith("caddy") else [*words, "-t"]


@contextmanager
def running(name: str, text: str, folder: Path) -> Iterator[Web]:
    room = folder / f"{name}-room"
    room.mkdir()
    web = Web(free_port(), free_port())
    words = (nginx_words if name == "nginx" else caddy_words)(text, room, web)
    environment = {**os.environ, "XDG_DATA_HOME": str(room), "XDG_CONFIG_HOME": str(room), "HOME": str(room)}
    checked = subprocess.run(
        check_words(words), capture_output=True, env=environment, encoding="utf-8", check=False, timeout=60
    )
    assert checked.returncode == 0, checked.stderr
    assert "[warn]" not in checked.stderr
    with open(room / "said", "wb") as said:
        process = subprocess.Popen(words, env=environment, stdout=said, stderr=said)
    try:
        for _ in range(200):
            with closing(socket.socket()) as asking:
                if process.poll() is not None or asking.connect_ex(("127.0.0.1", web.secure)) == 0:
                    break
            time.sleep(0.05)
        assert process.poll() is None, (room / "said").read_text()
        yield web
    finally:
        process.terminate()
        process.wait()


@pytest.fixture(params=SERVERS)
def name(request: pytest.FixtureRequest) -> str:
    program(str(request.param))
    return str(request.param)


def test_a_site_is_served_as_github_pages_does(bench: Bench, name: str) -> None:
    """Paths, slashes, the 404 page, content types, compression and cache times are as on GitHub Pages."""
    folder = published(bench, "https://example.kr")
    with running(name, bench.setup_for(name), bench.folder) as web:
        got = {
            path: web.get(path)
            for path in (
                *("/", "/posts/p0/", "/posts/p0", "/one", "/one.html", "/no/such", "/a.css", "/a.png", "/feed.xml"),
                *("/rss.xml", "/feed.json", "/site.webmanifest", "/read.txt", "/empty/deep/", "/byeoru/stamp.txt"),
            )
        }
        packed = web.get("/a.css", Accept_Encoding="gzip")
        again = web.get("/a.css", If_None_Match=str(got["/a.css"].headers["ETag"]))
        upgraded = web.get("/posts/p0/?a=1", secure=False)
        alternate = web.get("/posts/p0/?a=1", host="www.example.kr")

    assert (got["/"].status, got["/"].body) == (200, (folder / "index.html").read_bytes())
    assert got["/posts/p0/"].body == (folder / "posts/p0/index.html").read_bytes()
    assert got["/posts/p0"].status in {301, 308}
    assert got["/posts/p0"].headers["Location"] == "/posts/p0/"
    assert got["/one"].body == got["/one.html"].body == b"<title>one</title>"
    for path in ("/no/such", "/empty/deep/"):
        assert (path, got[path].status) == (path, 404)
        assert got[path].body == (folder / "404.html").read_bytes()
        assert got[path].headers["X-Content-Type-Options"] == "nosniff"
    ages = {path: got[path].headers["Cache-Control"] for path in ("/", "/posts/p0/", "/feed.xml", "/a.css", "/a.png")}
    assert list(ages.values()) == ["no-cache", "no-cache", "no-cache", "max-age=600", "max-age=86400"]
    assert got["/byeoru/stamp.txt"].headers["Cache-Control"] == "no-cache"
    kinds = {path: str(got[path].headers["Content-Type"]).lower() for path in got}
    assert kinds["/"] == kinds["/one"] == "text/html; charset=utf-8"
    assert kinds["/feed.xml"] == "application/atom+xml; charset=utf-8"
    assert kinds["/rss.xml"] == "application/rss+xml; charset=utf-8"
    assert kinds["/feed.json"].startswith("application/feed+json")
    assert kinds["/site.webmanifest"].startswith("application/manifest+json")
    assert kinds["/read.txt"] == "text/plain; charset=utf-8"
    assert packed.headers["Content-Encoding"] == "gzip"
    assert again.status == 304
    assert upgraded.status in {301, 308}
    assert upgraded.headers["Location"].replace(f":{web.secure}", "") == "https://example.kr/posts/p0/?a=1"
    assert alternate.status == 301
    assert alternate.headers["Location"] == "https://example.kr/posts/p0/?a=1"


def test_a_site_below_a_path(bench: Bench, name: str) -> None:
    """Other paths are not found, and redirects stay below the path."""
    folder = published(bench, "https://example.kr/노트")
    at = "/%EB%85%B8%ED%8A%B8"
    with running(name, bench.setup_for(name), bench.folder) as web:
        paths = (
            at,
            f"{at}/",
            f"{at}/posts/p0",
            f"{at}/posts/p0/",
            f"{at}/one",
            f"{at}/no",
            f"{at}/feed.xml",
            "/posts/p0/",
        )
        bare, home, slash, page, one, missing, feed, outside = (web.get(path) for path in paths)

    assert (bare.status in {301, 308}, bare.headers["Location"]) == (True, f"{at}/")
    assert home.body == (folder / "index.html").read_bytes()
    assert str(slash.headers["Location"]).lower() == f"{at}/posts/p0/".lower()
    assert page.body == (folder / "posts/p0/index.html").read_bytes()
    assert one.body == b"<title>one</title>"
    assert (missing.status, missing.body) == (404, (folder / "404.html").read_bytes())
    assert feed.headers["Content-Type"].lower() == "application/atom+xml; charset=utf-8"
    assert outside.status == 404


@pytest.mark.parametrize("kind", SERVERS)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_text_contains_the_values_of_the_settings(bench: Bench, kind: str, language: str) -> None:
    """It has the host in Punycode, the folder on the server, and a comment with instructions in the user's language."""
    settings = (
        "title: 시험\nbase_url: https://www.한글.kr\ndeploy: {target: rsync, destination: 'hong@web:/srv/내 블로그'}\n"
    )
    bench.write("blog.yml", settings)

    text = bench.setup_for(kind, "--lang", language)

    assert text.startswith("# ")
    assert ("에 저장한 뒤" in text.splitlines()[0]) == (language == "ko")
    assert "www.xn--bj0bj06e.kr" in text
    assert re.search(r"(?<![\w.])xn--bj0bj06e\.kr", text)
    assert '"/srv/내 블로그/current' in text


def test_without_an_address_no_configuration_is_printed(bench: Bench) -> None:
    """The message explains how to set an address."""
    bench.write("blog.yml", "title: 시험\n")

    answer = bench.deploy("--setup", "nginx")

    assert answer.returncode == 2
    assert "blog domain set" in answer.stderr
