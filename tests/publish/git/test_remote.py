"""The settings of a deployment determine its repository and the address of the site."""

import os
import pty
from pathlib import Path

import pytest

from byeoru.cli.site_settings import with_base_url
from byeoru.model.deploy import Deploy
from byeoru.model.project import Project
from byeoru.publish.git.remote import repository_url
from byeoru.publish.github import pages_address
from byeoru.publish.targets import hosting_of, target_options
from byeoru.settings import read_settings
from command import KOREAN, start_blog
from deploy_test import Bench, git
from programs import program


@pytest.mark.parametrize(
    ("text", "deploy", "problems"),
    [
        ("deploy: github-pages", Deploy(), []),
        (
            "deploy: {repository: kim/blog, branch: main, history: squash}",
            Deploy(options=(("branch", "main"), ("history", "squash"), ("repository", "kim/blog"))),
            [],
        ),
        ("deploy:", Deploy(), []),
        ("deploy: {target: github-page}", Deploy("github-page"), ["blog.yml:2:18 unknown-target did-you-mean"]),
        ("deploy: {history: forget}", Deploy(), ["blog.yml:2:19 unknown-history one-of"]),
        ("deploy: {branch: 'a b'}", Deploy(), ["blog.yml:2:18 bad-branch write-like"]),
        ("deploy: {branch: -f}", Deploy(), ["blog.yml:2:18 bad-branch write-like"]),
        ("deploy: {repositry: a/b}", Deploy(), ["blog.yml:2:10 unknown-key did-you-mean"]),
        (
            "deploy: {target: rsync, destination: 'hong@web.example.kr:/srv/내 블로그', port: 2222}",
            Deploy("rsync", (("destination", "hong@web.example.kr:/srv/내 블로그"), ("port", "2222"))),
            [],
        ),
        ("deploy: {target: folder, path: ../html}", Deploy("folder", (("path", "../html"),)), []),
        ("deploy: {destination: -oX=1:/srv}", Deploy(), ["blog.yml:2:23 bad-destination write-like"]),
        ("deploy: {port: 70000}", Deploy(), ["blog.yml:2:16 bad-port write-like"]),
        ("deploy: {port: ssh}", Deploy(), ["blog.yml:2:16 wrong-type write-number"]),
        ("deploy: [a]", Deploy(), ["blog.yml:2:9 wrong-type write-mapping"]),
    ],
)
def test_the_settings_are_read_with_their_locations(text: str, deploy: Deploy, problems: list[str]) -> None:
    """An unknown target is kept, so that the site is not deployed to another target by mistake."""
    settings, found = read_settings(f"title: 시험\n{text}\n", target_options)

    assert settings.deploy == deploy
    assert [f"{one.location} {one.code} {one.hint}" for one in found] == problems


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("git@github.com:Kim/notes.git", "https://kim.github.io/notes"),
        ("https://github.com/kim/Kim.GitHub.io", "https://kim.github.io"),
        ("https://token@github.com/kim/notes.git/", "https://kim.github.io/notes"),
        ("ssh://git@github.com:22/kim/notes.git", "https://kim.github.io/notes"),
        ("https://gitlab.com/kim/notes.git", ""),
        ("/srv/notes.git", ""),
    ],
)
def test_the_address_that_github_gives_a_repository(url: str, address: str) -> None:
    """A user's repository is served at the root, any other one below its name."""
    assert pages_address(url) == address


def test_a_repository_can_be_written_in_several_ways() -> None:
    """It is a short name, a path or a URL."""
    assert repository_url("kim/blog", "/b") == "https://github.com/kim/blog.git"
    assert repository_url("../here.git", "/srv/b") == "/srv/here.git"
    assert repository_url("git@github.com:kim/blog.git", "/b") == "git@github.com:kim/blog.git"


def test_an_unknown_target_is_an_error(bench: Bench) -> None:
    """It is an error in the settings and on the command line."""
    asked = bench.deploy("--target", "rsink")
    bench.write("blog.yml", "title: 시험\ndeploy: github-page\n")
    written = bench.deploy()

    assert (asked.returncode, written.returncode, bench.tip) == (2, 2, "")
    assert "github-pages" in asked.stderr


def test_a_url_that_runs_commands_is_refused(bench: Bench) -> None:
    """`ext::` would let the settings of a blog start any program."""
    bench.write(
        "blog.yml", f"title: 시험\nbase_url: https://a.kr\ndeploy: {{repository: 'ext::touch {bench.folder}/ran'}}\n"
    )
    bench.deploy()

    assert not (bench.folder / "ran").exists()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# 설정\ntitle: a # 말\nlanguage: ko\n", "# 설정\ntitle: a # 말\nbase_url: https://a.kr\nlanguage: ko\n"),
        ("base_url:\r\ntitle: a\r\n", "base_url: https://a.kr\r\ntitle: a\r\n"),
        ("title: >\n  a\n  b\n", "title: >\n  a\n  b\nbase_url: https://a.kr\n"),
        ("base_url: # 나중에\ntitle: a\n", "base_url: https://a.kr  # 나중에\ntitle: a\n"),
        ("title: a", "title: a\nbase_url: https://a.kr\n"),
    ],
)
def test_an_address_is_inserted_after_the_title(tmp_path: Path, before: str, after: str) -> None:
    """All other bytes of the settings stay."""
    (tmp_path / "blog.yml").write_bytes(before.encode())

    with_base_url(Project(str(tmp_path)), "https://a.kr", "ko")

    assert (tmp_path / "blog.yml").read_bytes().decode() == after


def test_a_missing_address_is_derived_from_origin(bench: Bench) -> None:
    """A terminal prompts before it is written; without one it is written only with `--yes`."""
    bench.write("blog.yml", "title: 시험\n")
    git(bench.blog, "init", "--quiet")
    git(bench.blog, "remote", "add", "origin", "git@github.com:kim/notes.git")
    offline = {"GIT_SSH_COMMAND": "false"}

    silent = bench.deploy(**offline)
    untouched = (bench.blog / "blog.yml").read_text(encoding="utf-8")
    ours, theirs = pty.openpty()
    asked = start_blog(bench.blog, "deploy", options={"stdin": theirs}, **offline, **KOREAN)
    os.write(ours, b"y\n")
    out, _ = asked.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)

    assert silent.returncode == 1
    assert untouched == "title: 시험\n"
    assert "`blog.yml`에 `https://kim.github.io/notes`를 추가할까요?" in out
    assert (bench.blog / "blog.yml").read_text(
        encoding="utf-8"
    ) == "title: 시험\nbase_url: https://kim.github.io/notes\n"


def test_an_ssh_alias_is_resolved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The host of an alias is read from ssh's configuration; an unknown alias stays as it is."""
    ssh = program("ssh")
    (tmp_path / "config").write_text("Host web\n  HostName web.example.kr\n")
    wrapper = tmp_path / "ssh"
    wrapper.write_text(f'#!/bin/sh\nexec {ssh} -F {tmp_path}/config "$@"\n')
    wrapper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    known, unknown = (
        hosting_of(Deploy("rsync", (("destination", f"{name}:blog"),)), "/").host for name in ("web", "other")
    )

    assert (known, unknown) == ("web.example.kr", "other")
