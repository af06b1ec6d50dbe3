"""A site goes to a server by git's smart HTTP protocol, with a password."""

import base64
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from deploy_test import Bench, git

LOGIN = ("kim", "비밀 p:w@rd")


@contextmanager
def git_server(folder: Path) -> Iterator[int]:
    """Serve the repositories of *folder* by git's own backend to whoever knows the password."""
    backend = os.path.join(
        subprocess.run(["git", "--exec-path"], capture_output=True, check=True, text=True).stdout.strip(),
        "git-http-backend",
    )
    wanted = "Basic " + base64.b64encode(":".join(LOGIN).encode()).decode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.headers.get("Authorization") != wanted:
                self.send_response(401)
                self.send_header("WWW-Authenticate", 'Basic realm="git"')
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            path, _, query = self.path.partition("?")
            answer = subprocess.run(
                [backend],
                input=self._body(),
                capture_output=True,
                check=True,
                env={
                    **os.environ,
                    "GIT_PROJECT_ROOT": str(folder),
                    "GIT_HTTP_EXPORT_ALL": "1",
                    "REMOTE_USER": LOGIN[0],
                    "PATH_INFO": path,
                    "QUERY_STRING": query,
                    "REQUEST_METHOD": self.command,
                    "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                    "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
                    "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
                },
            )
            head, _, data = answer.stdout.partition(b"\r\n\r\n")
            rows = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
            self.send_response(int(rows.pop("Status", "200").split()[0]))
            for name, value in rows.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_POST = do_GET  # noqa: N815  (the library's name)

        def _body(self) -> bytes:
            if self.headers.get("Transfer-Encoding") != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length", "0")))
            found = b""
            while size := int(self.rfile.readline(), 16):
                found += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return found

        def log_message(self, *words: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize("way", [pytest.param("helper", marks=pytest.mark.slow), "address", "wrong"])
def test_a_push_with_a_password(bench: Bench, way: str) -> None:
    """It comes from git's credential helper or the URL; a wrong one changes nothing, and none is printed."""
    bench.deployed()
    tip = bench.tip
    git(bench.remote, "config", "http.receivepack", "true")
    # More than git sends in one piece.
    bench.write("static/large.bin", "".join(f"{number * 7919 % 1000003:06x}" for number in range(300_000)))
    helper = bench.folder / "helper"
    helper.write_text(
        f"#!/bin/sh\ncat >/dev/null\necho username={LOGIN[0]}\necho 'password={LOGIN[1]}'\n", encoding="utf-8"
    )
    helper.chmod(0o755)
    settings = (bench.blog / "blog.yml").read_text(encoding="utf-8")
    secrets = {"helper": "", "address": "kim:%EB%B9%84%EB%B0%80%20p%3Aw%40rd@", "wrong": "kim:wr0ng@"}
    config = (
        {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "credential.helper", "GIT_CONFIG_VALUE_0": str(helper)}
        if way == "helper"
        else {}
    )
    with git_server(bench.folder) as port:
        bench.write("blog.yml", settings.replace("../remote.git", f"http://{secrets[way]}127.0.0.1:{port}/remote.git"))
        answer = bench.deploy("--verbose", **config)
        again = bench.deploy(**config)

    said = answer.stdout + answer.stderr
    assert not [secret for secret in (LOGIN[1], secrets[way], "wr0ng") if secret and secret in said]
    if way == "wrong":
        assert (answer.returncode, bench.tip) == (1, tip)
        assert "error[git-no-login]" in answer.stderr
        return
    assert answer.returncode == 0, said
    assert git(bench.remote, "rev-parse", "gh-pages^") == tip
    assert len(bench.show("large.bin")) == 1_800_000
    assert git(bench.remote, "fsck", "--strict", "gh-pages") == ""
    assert "nothing to deploy" in again.stdout
