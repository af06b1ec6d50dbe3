"""A deployment publishes what its own build wrote, whatever other builds and programs do to the site at the same time."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.rooted import Rooted
from byeoru.emit.manifest import read_manifest
from byeoru.model.deploy import Deploy
from byeoru.model.project import Project
from byeoru.publish.deployment import Authorship, Published
from byeoru.publish.site import BuiltSite, SiteChangedError
from byeoru.publish.staging import staged
from byeoru.publish.targets import target_types
from byeoru.publish.trust import TrustStore
from deploy_test import PEOPLE, Bench, git
from programs import needs

pytestmark = pytest.mark.slow  # `.ci/run` runs it

SECRET = "남이 보면 안 되는 글"
BUILD = [sys.executable, "-m", "byeoru", "build"]
BASE = "title: 시험\nbase_url: https://blog.example.kr\n"
RSYNC = pytest.param("rsync", marks=needs("rsync"))
TARGETS = ("github-pages", RSYNC, "folder")


def point(bench: Bench, target: str) -> None:
    """Let the blog, which has a draft, go to a target beside it."""
    place = {
        "github-pages": "repository: ../remote.git",
        "rsync": f"destination: {bench.folder}/server",
        "folder": "path: ../html",
    }[target]
    bench.write("blog.yml", f"{BASE}deploy:\n  target: {target}\n  {place}\n")
    bench.write("content/posts/draft.md", f"---\ntitle: {SECRET}\ndate: 2026-01-02\ndraft: true\n---\n{SECRET}\n")


def everything(bench: Bench) -> bytes:
    """Return all bytes that have gone anywhere: files, and every object of the repositories."""
    found = []
    for repository in (bench.remote, bench.blog / ".blog/deploy/github-pages.git"):
        if repository.exists():
            found.append(git(repository, "cat-file", "--batch-all-objects", "--batch", "--unordered").encode())
    for folder in ("server", "html"):
        found += [path.read_bytes() for path in (bench.folder / folder).rglob("*") if path.is_file()]
    return b"\n".join(found)


@contextmanager
def builds(bench: Bench) -> Iterator[list[int]]:
    """Build with drafts and without, over and over, until the block is over; give the codes."""
    codes: list[int] = []
    is_over = threading.Event()

    def loop() -> None:
        while not is_over.is_set():
            words = [*BUILD, "--drafts"] if len(codes) % 3 else BUILD
            codes.append(subprocess.run(words, cwd=bench.blog, capture_output=True, check=False).returncode)

    thread = threading.Thread(target=loop)
    thread.start()
    try:
        yield codes
    finally:
        is_over.set()
        thread.join()


def race(bench: Bench, target: str, rounds: int) -> None:
    point(bench, target)
    with builds(bench) as codes:
        for number in range(rounds):
            bench.write("content/posts/p0.md", f"---\ntitle: 회차 {number}\ndate: 2026-01-02\n---\n회차 {number}\n")
            bench.deployed()
            sent = everything(bench)
            assert f"회차 {number}".encode() in sent
            assert SECRET.encode() not in sent
    assert codes
    assert set(codes) == {0}


@pytest.mark.parametrize("target", TARGETS)
def test_no_draft_is_published_during_other_builds(bench: Bench, target: str) -> None:
    """Builds with drafts run all the time; each deployment succeeds, has the newest text, and contains no draft."""
    race(bench, target, 4)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("target", TARGETS)
def test_no_draft_is_published_in_thirty_rounds(bench: Bench, target: str) -> None:
    """The same holds for thirty deployments to each target."""
    race(bench, target, 30)


def program(bench: Bench, name: str, before: str) -> str:
    """Put a program *name* before the true one that does something first; return the path to find it by."""
    folder = bench.folder / "bin"
    folder.mkdir(exist_ok=True)
    true = subprocess.run(["sh", "-c", f"command -v {name}"], capture_output=True, check=True, text=True).stdout.strip()
    (folder / name).write_text(f'#!/bin/sh\n{before}\nexec {true} "$@"\n')
    (folder / name).chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


# What a target calls between the build and its reading of the site, and a word that only that call has.
MOMENTS = {"github-pages": ("git", "ls-remote"), "rsync": ("sh", "-s")}


@pytest.mark.parametrize("target", ["github-pages", RSYNC])
def test_a_build_with_drafts_waits_for_the_deployment(bench: Bench, target: str) -> None:
    """A build that starts while a deployment reads the site waits until it has been read."""
    point(bench, target)
    bench.deployed()
    name, word = MOMENTS[target]
    began = bench.folder / "began"
    build = f"cd '{bench.blog}' && {sys.executable} -m byeoru build --drafts"
    run = f"[ -e {began} ] || {{ touch {began}; ( {build}; echo $? >{bench.folder}/code ) >/dev/null 2>&1 & sleep 3; }}"
    path = program(bench, name, f'case " $* " in *" {word} "*) {run} ;; esac')
    bench.write("content/posts/p0.md", "---\ntitle: 고침\ndate: 2026-01-02\n---\n고침\n")

    bench.deployed(PATH=path)

    for _ in range(300):
        if (bench.folder / "code").exists() and (bench.folder / "code").read_text():
            break
        threading.Event().wait(0.1)
    assert (bench.folder / "code").read_text() == "0\n"
    assert (bench.blog / "site/posts/draft/index.html").exists()
    assert "고침".encode() in everything(bench)
    assert SECRET.encode() not in everything(bench)
    bench.write("content/posts/p0.md", "---\ntitle: 또 고침\ndate: 2026-01-02\n---\n또 고침\n")
    bench.deployed()
    assert SECRET.encode() not in everything(bench)


@pytest.mark.parametrize("target", ["github-pages", RSYNC])
def test_a_changed_file_stops_the_deployment(bench: Bench, target: str) -> None:
    """The file is reported, and the digest of the old bytes is never used for the new ones."""
    point(bench, target)
    bench.deployed()
    name, word = MOMENTS[target]
    path = program(
        bench, name, f'case " $* " in *" {word} "*) echo {SECRET} >>"{bench.blog}/site/posts/p0/index.html" ;; esac'
    )
    bench.write("content/posts/p0.md", "---\ntitle: 고침\ndate: 2026-01-02\n---\n고침\n")

    stopped = bench.deploy(PATH=path)

    assert stopped.returncode == 1
    assert "site/posts/p0/index.html: error[deploy-site-changed]" in stopped.stderr
    bench.deployed()
    assert "고침".encode() in everything(bench)
    assert SECRET.encode() not in everything(bench)


@pytest.mark.parametrize("target", TARGETS)
def test_a_staged_site_does_not_change(bench: Bench, target: str) -> None:
    """After staging, later changes to the files of the site are not published."""
    point(bench, target)
    subprocess.run(BUILD, cwd=bench.blog, check=True, capture_output=True)
    deploy = Deploy(
        target,
        (("destination", f"{bench.folder}/server"), ("path", "../html"), ("repository", "../remote.git")),
    )
    connect = target_types()[target].connect
    assert connect is not None
    made = connect(deploy, Project(str(bench.blog)), (), TrustStore("", str(bench.blog)))
    assert not isinstance(made, Diagnostic)
    site = BuiltSite(
        str(bench.blog / "site"), read_manifest(Rooted(str(bench.blog / "site"))) or {}, "https://blog.example.kr"
    )
    (bench.folder / "staging").mkdir()
    look = staged(made.look(site), str(bench.folder / "staging"))
    for path in site.manifest:
        with (bench.blog / "site" / path).open("ab") as file:
            file.write(SECRET.encode())

    published = made.send(look, Authorship("Publish", "", "", PEOPLE), lambda _: None)

    assert isinstance(published, Published)
    assert SECRET.encode() not in everything(bench)


@pytest.mark.parametrize("kind", ["changed", "gone", "link"])
def test_a_file_that_differs_from_the_manifest_is_an_error(bench: Bench, kind: str) -> None:
    """Any bytes other than those in the manifest are an error with the path of the file."""
    (bench.folder / "site").mkdir()
    place = bench.folder / "site/a.html"
    match kind:
        case "changed":
            place.write_text("b")
        case "link":
            place.symlink_to("/etc/hostname")

    with pytest.raises(SiteChangedError) as changed:
        BuiltSite(str(bench.folder / "site"), {"a.html": "0" * 32}, "").read("a.html")

    assert changed.value.path == "a.html"


@pytest.mark.parametrize("target", [RSYNC, "folder"])
def test_the_copy_of_a_killed_deployment_is_removed(bench: Bench, target: str) -> None:
    """The next deployment removes the staging folder that a killed one left."""
    point(bench, target)
    left = bench.blog / ".blog/deploy/site-0123456789abcdef"
    left.mkdir(parents=True)
    (left / "index.html").write_text("old")

    bench.deployed()

    assert list((bench.blog / ".blog/deploy").glob("site-*")) == []
