"""No command runs a program from a cloned folder, whatever its git repository contains."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from command import run_blog
from deploy_test import SETTINGS, Bench, git

INSTALL = "https://example.kr/byeoru.tar.gz#sha256=" + "0" * 64
# Every command that asks a git something, in an order in which each finds what the ones before it left.
COMMANDS = (
    ("build",),
    ("deploy", "--dry-run", "--diff"),
    ("deploy", "--no-wait", "--yes"),
    ("deploy", "--list"),
    ("deploy", "--rollback", "--yes", "--no-wait"),
    ("deploy", "--setup", "actions", "--yes"),
    ("deploy", "--target", "github-actions", "--dry-run"),
    ("domain", "check", "--dns-only", "--nameserver", "127.0.0.1:9"),
)
HOOKS = (
    *("pre-commit", "post-checkout", "post-index-change", "pre-push", "reference-transaction", "fsmonitor-watchman"),
    *("pre-receive", "update", "post-receive", "post-update", "push-to-checkout", "pre-auto-gc", "proc-receive"),
)


def trap(folder: Path, name: str) -> str:
    """Return a command that leaves a file behind when it is run."""
    place = folder / "traps" / name
    place.parent.mkdir(exist_ok=True)
    place.write_text(f"#!/bin/sh\ntouch '{folder}/sprung-{name}'\nexit 1\n")
    place.chmod(0o755)
    return str(place)


def sprung(folder: Path) -> list[str]:
    """Return which traps have been run, and set them again."""
    found = sorted(folder.glob("sprung-*"))
    for place in found:
        place.unlink()
    return [place.name.removeprefix("sprung-") for place in found]


def configuration(folder: Path, kind: str) -> str:
    """Return a configuration of git with a trap behind each key that names a program."""

    def run(name: str) -> str:
        return trap(folder, f"{kind}-{name}")

    return f"""
[core]
    fsmonitor = {run("fsmonitor")}
    sshCommand = {run("ssh")}
    gitProxy = {run("proxy")}
    askPass = {run("askpass")}
    pager = {run("pager")}
    editor = {run("editor")}
    alternateRefsCommand = {run("alternates")}
[pager]
    status = {run("pager-of-status")}
    log = {run("pager-of-log")}
[alias]
    status = !{run("alias")}
[diff]
    external = {run("diff")}
[diff "x"]
    command = {run("diff-command")}
    textconv = {run("textconv")}
[filter "x"]
    clean = {run("clean")}
    smudge = {run("smudge")}
    required = true
[filter "a=b.c"]
    process = {run("process")}
    required = true
[merge "x"]
    driver = {run("merge")}
[credential]
    helper = !{run("credential")}
[gpg]
    program = {run("gpg")}
[log]
    showSignature = true
[uploadpack]
    packObjectsHook = {run("pack-objects")}
[protocol]
    allow = always
[protocol "ext"]
    allow = always
"""


def with_hooks(repository: Path, kind: str, folder: Path) -> None:
    """Put a trap into each hook of *repository*."""
    (repository / "hooks").mkdir(exist_ok=True)
    for name in HOOKS:
        (repository / "hooks" / name).unlink(missing_ok=True)
        (repository / "hooks" / name).symlink_to(trap(folder, f"{kind}-hook-{name}"))


def own_git(bench: Bench) -> None:
    """Make the `.git` of an unpacked archive: its configuration, hooks, attributes, a submodule, objects that are missing."""
    git(bench.blog, "init", "--quiet")
    bench.write(".gitattributes", "* filter=x diff=x merge=x\n*.bin filter=a=b.c\n")
    bench.write("static/a.bin", "a")
    git(bench.blog, "add", ".")
    git(bench.blog, "commit", "--quiet", "-m", "one")
    git(bench.blog, "init", "--quiet", "module")
    git(bench.blog / "module", "commit", "--quiet", "--allow-empty", "-m", "one")
    git(bench.blog, "add", "module")
    with (bench.blog / "module/.git/config").open("a", encoding="utf-8") as file:
        file.write(configuration(bench.folder, "module"))
    git(bench.blog, "commit", "--quiet", "-m", "two")
    git(bench.blog, "commit", "--quiet", "--allow-empty", "-m", "three")
    git(bench.blog, "branch", "upstream", "HEAD~2")
    lost = git(bench.blog, "rev-parse", "HEAD~1")
    (bench.blog / f".git/objects/{lost[:2]}/{lost[2:]}").unlink()
    # Their stats are those of no index, so that git looks into them.
    for path in ("content/posts/p0.md", "static/a.bin"):
        os.utime(bench.blog / path, (1, 1))
    with_hooks(bench.blog / ".git", "own", bench.folder)
    more = f"""
[remote "origin"]
    url = {bench.remote}
    uploadpack = {trap(bench.folder, "own-uploadpack")}
    receivepack = {trap(bench.folder, "own-receivepack")}
    promisor = true
    partialCloneFilter = blob:none
    fetch = +refs/heads/*:refs/remotes/origin/*
[branch "{git(bench.blog, "symbolic-ref", "--short", "HEAD")}"]
    remote = .
    merge = refs/heads/upstream
[extensions]
    partialClone = origin
"""
    with (bench.blog / ".git/config").open("a", encoding="utf-8") as file:
        file.write(configuration(bench.folder, "own") + more)
    bench.write("blog.yml", SETTINGS.replace("  repository: ../remote.git\n", f"  actions: {{install: '{INSTALL}'}}\n"))


def bare_folder(bench: Bench) -> None:
    """Let the folder itself look like a bare repository, as any clone may have one committed."""
    git(bench.folder, "init", "--quiet", "--bare", "template.git")
    for name in ("HEAD", "objects", "refs"):
        (bench.folder / "template.git" / name).rename(bench.blog / name)
    with_hooks(bench.blog, "bare", bench.folder)
    bench.write("config", "[core]\n    bare = false\n    worktree = .\n" + configuration(bench.folder, "bare"))
    bench.write(".gitattributes", "* filter=x diff=x\n")


def private_repository(bench: Bench) -> None:
    """Commit a private repository, whole but for its configuration, its hooks and its alternates."""
    private = bench.blog / ".blog/deploy/github-pages.git"
    private.parent.mkdir(parents=True)
    git(bench.folder, "init", "--quiet", "--bare", str(private))
    with_hooks(private, "private", bench.folder)
    with (private / "config").open("a", encoding="utf-8") as file:
        file.write(configuration(bench.folder, "private"))
    (private / "objects/info/alternates").write_text(f"{bench.remote}/objects\n")
    (private / "byeoru-blobs.json").write_text("{}")
    bench.write("blog.yml", SETTINGS.replace("../remote.git", "ssh://kim@127.0.0.1:9/blog.git"))


def vouched_repository(bench: Bench) -> None:
    """Change the private repository that this very program made here: a key more in its configuration."""
    bench.deployed()
    bench.write("content/posts/p0.md", "---\ntitle: 고침\ndate: 2026-01-02\n---\n고침\n")
    with (bench.blog / ".blog/deploy/github-pages.git/config").open("a", encoding="utf-8") as file:
        file.write(configuration(bench.folder, "vouched"))
    bench.write("blog.yml", SETTINGS.replace("../remote.git", "ssh://kim@127.0.0.1:9/blog.git"))


def committed_remote(bench: Bench) -> None:
    """Let the settings name a repository that came with the clone."""
    git(bench.blog, "init", "--quiet", "--bare", "evil.git")
    with_hooks(bench.blog / "evil.git", "remote", bench.folder)
    with (bench.blog / "evil.git/config").open("a", encoding="utf-8") as file:
        file.write(configuration(bench.folder, "remote"))
    bench.write("blog.yml", SETTINGS.replace("../remote.git", "./evil.git"))


@pytest.mark.parametrize(
    "hostile",
    [
        own_git,
        private_repository,
        *(pytest.param(one, marks=pytest.mark.slow) for one in (bare_folder, vouched_repository, committed_remote)),
    ],
    ids=lambda one: one.__name__,
)
def test_no_program_of_a_cloned_folder_is_run(bench: Bench, hostile: Callable[[Bench], None]) -> None:
    """Each program that a repository can configure would create a file; after every command there is none."""
    hostile(bench)
    sprung(bench.folder)

    for words in COMMANDS:
        done = run_blog(bench.blog, *words)
        assert sprung(bench.folder) == [], words
        assert "Traceback" not in done.stderr, done.stderr
    assert bool(bench.tip) == (hostile in {own_git, bare_folder, vouched_repository})


def test_a_plain_git_runs_the_programs(bench: Bench) -> None:
    """Without protection git runs them, so the test above can fail."""
    own_git(bench)

    subprocess.run(["git", "status"], cwd=bench.blog, capture_output=True, check=False)
    subprocess.run(["git", "rev-list", "upstream..HEAD"], cwd=bench.blog, capture_output=True, check=False)

    assert {"own-fsmonitor", "own-clean", "own-uploadpack"} <= set(sprung(bench.folder))


def test_the_users_own_configuration_is_used(bench: Bench) -> None:
    """An ssh command and a filter such as Git LFS work if the user's own configuration defines them."""
    ssh = bench.folder / "ssh"
    ssh.write_text('#!/bin/sh\nfor last; do :; done\nexec sh -c "$last"\n')
    ssh.chmod(0o755)
    own = bench.folder / "gitconfig"
    own.write_text(f'[core]\n    sshCommand = {ssh}\n[filter "x"]\n    clean = tr a-z A-Z\n    required = true\n')
    environment = {"GIT_CONFIG_GLOBAL": str(own)}
    bench.write("blog.yml", SETTINGS.replace("../remote.git", f"ssh://kim@blog.example.kr{bench.remote}"))
    bench.write(".gitattributes", "*.txt filter=x\n")
    bench.write(".gitignore", "/site/\n/.blog/\n")
    bench.write("static/a.txt", "abc")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", str(own))
        git(bench.blog, "init", "--quiet")
        git(bench.blog, "add", ".")
        git(bench.blog, "commit", "--quiet", "-m", "one")
        git(bench.blog, "config", "filter.x.clean", trap(bench.folder, "clean"))
    os.utime(bench.blog / "static/a.txt", (1, 1))

    answer = bench.deploy(**environment)

    assert answer.returncode == 0, answer.stderr
    assert bench.tip
    assert "uncommitted" not in answer.stderr
    assert sprung(bench.folder) == []


@pytest.mark.parametrize("link", [".blog", ".blog/deploy", ".blog/deploy/github-pages.git"])
def test_a_private_repository_is_not_created_through_a_symlink(bench: Bench, link: str) -> None:
    """The target of the symlink is neither deleted nor written to."""
    victim = bench.folder / "victim"
    (victim / "deploy/github-pages.git").mkdir(parents=True)
    for folder in ("", "deploy/", "deploy/github-pages.git/", "objects/"):
        (victim / folder).mkdir(exist_ok=True)
        (victim / folder / "precious.txt").write_text("theirs")
    (bench.blog / link).parent.mkdir(parents=True, exist_ok=True)
    (bench.blog / link).symlink_to(victim)
    before = {path: path.read_bytes() for path in victim.rglob("*") if path.is_file()}

    answer = bench.deploy()

    after = {path: path.read_bytes() for path in victim.rglob("*") if path.is_file() and path.suffix != ".lock"}
    assert "Traceback" not in answer.stderr
    if link != ".blog":  # what builds do there has tests of its own
        assert after == before
    assert {path: after[path] for path in before} == before
