"""A branch is always the complete old or new site, and each change of it is reported."""

import hashlib
import os
import random
import subprocess
import time
from pathlib import Path

import pytest

from byeoru.base.rooted import Rooted
from byeoru.emit.manifest import read_manifest
from byeoru.publish.deployment import Authorship
from byeoru.publish.errors import PublishError
from byeoru.publish.git.repository import Remote, Repository
from byeoru.publish.site import BuiltSite
from byeoru.publish.targets.github_pages.target import GithubPages
from command import run_blog, start_blog
from deploy_test import PEOPLE, Bench, git


def snapshot(folder: Path) -> dict[str, str]:
    """Return the digest of every file below *folder*, git's own among them, but what builds may write."""
    skipped = {".blog", "site"}
    found = {}
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in skipped]
        for name in names:
            place = Path(root) / name
            found[place.relative_to(folder).as_posix()] = hashlib.sha256(place.read_bytes()).hexdigest()
    return found


def test_the_branch_contains_the_site_and_the_files_of_its_host(bench: Bench) -> None:
    """It contains the build, `.nojekyll`, `404.html`, `CNAME` and the stamp, but not the manifest of the build."""
    said = bench.deployed()

    built = {
        path.relative_to(bench.blog / "site").as_posix() for path in (bench.blog / "site").rglob("*") if path.is_file()
    }
    ours = {".nojekyll", "CNAME", "byeoru/stamp.txt", "byeoru/published.txt"}
    assert set(bench.files()) == (built - {".byeoru-manifest"}) | ours
    assert "404.html" in built
    assert bench.show("CNAME") == "blog.example.kr"
    assert "first deployment · 2 posts added" in said
    assert said.splitlines()[-1] == "https://blog.example.kr/"
    assert bench.show("byeoru/published.txt").splitlines() == ["/", "/posts/p0/", "/posts/p1/"]
    for path in sorted(built - {".byeoru-manifest"}):
        blob = git(bench.blog, "hash-object", "--no-filters", f"site/{path}")
        assert git(bench.remote, "rev-parse", f"gh-pages:{path}") == blob
    assert git(bench.remote, "fsck", "--strict", "gh-pages") == ""


def test_the_same_site_is_not_pushed_again(bench: Bench) -> None:
    """An unchanged site is reported as such, even if the private repository was lost."""
    bench.deployed()
    tip = bench.tip
    git(bench.blog, "init", "--quiet")
    subprocess.run(["rm", "-r", bench.blog / ".blog", bench.blog / "site"], check=True)

    again = bench.deployed()

    assert "nothing to deploy" in again
    assert bench.tip == tip


def test_a_deployment_is_one_commit_on_top(bench: Bench) -> None:
    """The summary counts posts, lists and files; the commit message contains these counts and the source commit."""
    git(bench.blog, "init", "--quiet")
    git(bench.blog, "add", "blog.yml", "content")
    git(bench.blog, "commit", "--quiet", "-m", "글")
    bench.deployed()
    first = bench.tip
    bench.write("content/posts/new.md", "---\ntitle: 새 글\ndate: 2026-02-03\n---\n새로\n")

    answer = bench.deploy()

    assert answer.returncode == 0
    assert "1 post added" in answer.stdout
    assert "0 addresses would break" in answer.stdout
    assert "note: 1 uncommitted file (content/posts/new.md)" in answer.stderr
    assert git(bench.remote, "rev-list", "--parents", "-1", "gh-pages").split() == [bench.tip, first]
    source = git(bench.blog, "rev-parse", "HEAD")
    assert f"Source-Commit: {source}+" in git(bench.remote, "log", "-1", "--format=%B", "gh-pages")


def test_squash_leaves_one_commit(bench: Bench) -> None:
    """With `history: squash` the branch has a single commit."""
    bench.write("blog.yml", (bench.blog / "blog.yml").read_text(encoding="utf-8") + "  history: squash\n")
    bench.deployed()
    bench.write("content/posts/p0.md", "---\ntitle: 고침\ndate: 2026-01-02\n---\n고침\n")
    bench.deployed()

    listed, rolled = bench.deploy("--list"), bench.deploy("--rollback")

    assert git(bench.remote, "rev-list", "--count", "gh-pages") == "1"
    for answer in (listed, rolled):
        assert answer.returncode == 1
        assert "error[deploy-no-history]" in answer.stderr
        assert "`history: keep`" in answer.stderr


def test_the_authors_clone_is_not_modified(bench: Bench) -> None:
    """Its files, index, branches and configuration are identical before and after."""
    git(bench.blog, "init", "--quiet")
    git(bench.blog, "remote", "add", "origin", "../remote.git")
    hook = bench.blog / ".git/hooks/pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\ntouch ../hook-ran\nexit 1\n")
    hook.chmod(0o755)
    bench.write("staged.txt", "a")
    git(bench.blog, "add", "staged.txt")
    bench.write("staged.txt", "b")
    before, status = snapshot(bench.blog), git(bench.blog, "--no-optional-locks", "status", "--porcelain")

    bench.deployed()

    assert snapshot(bench.blog) == before
    assert git(bench.blog, "--no-optional-locks", "status", "--porcelain", "--", "staged.txt") in status
    assert not (bench.folder / "hook-ran").exists()


def test_the_default_repository_is_origin(bench: Bench) -> None:
    """Without `deploy.repository` the site is pushed to `origin` of the author's clone."""
    bench.write("blog.yml", "title: 시험\nbase_url: https://blog.example.kr\n")
    without = bench.deploy()
    git(bench.blog, "init", "--quiet")
    git(bench.blog, "remote", "add", "origin", str(bench.remote))
    bench.deployed()

    assert without.returncode == 1
    assert "deploy-no-repository" in without.stderr
    assert bench.tip


def test_a_dry_run_pushes_nothing(bench: Bench) -> None:
    """With `--diff` it prints the changed files and the diff of their texts."""
    bench.deployed()
    tip = bench.tip
    bench.write("content/posts/p0.md", "---\ntitle: 글 0\ndate: 2026-01-02\n---\n다른 본문\n")

    said = bench.deployed("--dry-run", "--diff")

    assert bench.tip == tip
    assert "~ posts/p0/index.html" in said
    assert "다른 본문" in said


def test_one_of_two_concurrent_deployments_succeeds(tmp_path: Path) -> None:
    """The deployment that loses gets a hint; the branch is one of the two sites, complete."""
    bench = Bench.made(tmp_path)
    bench.deployed()
    twin = Bench(tmp_path / "twin")
    subprocess.run(["cp", "-r", bench.folder / "blog", tmp_path / "copy"], check=True)
    twin.folder.mkdir()
    os.rename(tmp_path / "copy", twin.blog)
    settings = (bench.blog / "blog.yml").read_text(encoding="utf-8")
    twin.write("blog.yml", settings.replace("../remote.git", str(bench.remote)))
    # The remote takes a second over each push, so both have looked before one has landed.
    hook = bench.remote / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nsleep 1\n")
    hook.chmod(0o755)
    for one, word in ((bench, "하나"), (twin, "둘")):
        one.write("content/posts/p0.md", f"---\ntitle: {word}\ndate: 2026-01-02\n---\n{word}\n")

    running = [one.start("--no-wait") for one in (bench, twin)]
    said = [process.communicate(timeout=60) for process in running]

    codes = [process.returncode for process in running]
    assert sorted(codes) == [0, 1], said
    loser = said[codes.index(1)][1]
    assert "error[deploy-moved]" in loser
    assert "run `blog deploy` again" in loser
    assert git(bench.remote, "rev-list", "--count", "gh-pages") == "2"
    assert ("하나" if codes[0] == 0 else "둘") in bench.show("posts/p0/index.html")


def test_a_branch_that_moves_during_a_deployment(bench: Bench) -> None:
    """The push states the expected commit of the branch, so that a concurrent push is not lost."""
    bench.deployed()
    folder = bench.blog / "site"
    manifest = read_manifest(Rooted(str(folder)))
    assert manifest is not None
    site = BuiltSite(str(folder), manifest, "https://other.example.kr")
    repository = Repository(str(bench.folder / "private.git"), Remote(str(bench.remote), "gh-pages"))
    look = GithubPages(repository).look(site)
    theirs = bench.commit_on_branch("note.txt", "hello\n")

    for squash in (False, True):
        with pytest.raises(PublishError) as failed:
            GithubPages(repository, squash).send(look, Authorship("Publish", "", "", PEOPLE), lambda _: None)

        assert failed.value.problem.code == "deploy-moved"
        assert bench.tip == theirs


def test_a_message_of_a_hook_that_declines_is_shown(bench: Bench) -> None:
    """The branch stays unchanged."""
    bench.deployed()
    tip = bench.tip
    hook = bench.remote / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'not on Fridays' >&2\nexit 1\n")
    hook.chmod(0o755)
    bench.write("content/posts/p0.md", "---\ntitle: 고침\ndate: 2026-01-02\n---\n고침\n")

    short, long = bench.deploy(), bench.deploy("--verbose")

    assert (short.returncode, bench.tip) == (1, tip)
    assert "error[git-declined]" in short.stderr
    assert "not on Fridays" in long.stderr


def test_a_commit_of_another_author_is_the_parent(bench: Bench) -> None:
    """A commit by another author is fetched, and becomes the parent of the deployment."""
    bench.deployed()
    theirs = bench.commit_on_branch("note.txt", "hello\n", "Add a note")
    bench.write("content/posts/p0.md", "---\ntitle: 고침\ndate: 2026-01-02\n---\n고침\n")

    said = bench.deployed()

    assert "1 file deleted" in said
    assert git(bench.remote, "rev-parse", "gh-pages^") == theirs


def test_a_missing_repository(bench: Bench) -> None:
    """It is reported with a hint."""
    subprocess.run(["rm", "-r", bench.remote], check=True)

    answer = bench.deploy()

    assert answer.returncode == 1
    assert "error[git-no-repository]" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_without_git(bench: Bench) -> None:
    """Without git a deployment stops with a message that names it."""
    answer = bench.deploy(PATH="/nowhere")

    assert answer.returncode == 1
    assert "error[git-missing]" in answer.stderr


def test_a_damaged_private_repository_is_created_again(bench: Bench) -> None:
    """Locks of a killed process and missing objects cost one fetch."""
    bench.deployed()
    private = bench.blog / ".blog/deploy/github-pages.git"
    for lock in ("index.lock", "refs/deploy/tip.lock"):
        (private / lock).write_text("")
    bench.write("content/posts/p0.md", "---\ntitle: 고침\ndate: 2026-01-02\n---\n고침\n")
    bench.deployed()
    for place in (private / "objects").glob("??/*"):
        place.unlink()
    bench.write("content/posts/p1.md", "---\ntitle: 고침\ndate: 2026-01-02\n---\n고침\n")
    bench.deployed()

    assert git(bench.remote, "rev-list", "--count", "gh-pages") == "3"
    assert git(bench.remote, "fsck", "--strict", "gh-pages") == ""


def test_an_earlier_site_is_published_again(bench: Bench) -> None:
    """A rollback is a new commit with the old tree, but with the current `CNAME`."""
    bench.deployed()
    first = git(bench.remote, "rev-parse", "gh-pages:posts")
    bench.write("content/posts/p0.md", "---\ntitle: 고침\ndate: 2026-01-02\n---\n고침\n")
    bench.write(
        "blog.yml", (bench.blog / "blog.yml").read_text(encoding="utf-8").replace("blog.example", "new.example")
    )
    bench.deployed()

    bench.deployed("--rollback")
    listed = bench.deployed("--list").splitlines()
    too_far = bench.deploy("--rollback", "7")

    assert git(bench.remote, "rev-parse", "gh-pages:posts") == first
    assert bench.show("CNAME") == "new.example.kr"
    assert len(listed) == 3
    assert "2 posts added" in listed[2]
    assert (too_far.returncode, "deploy-no-earlier" in too_far.stderr) == (1, True)


def test_a_rollback_that_breaks_addresses_is_stopped(bench: Bench) -> None:
    """Addresses that were published since would break; `--allow broken` permits it."""
    bench.deployed()
    bench.write("content/posts/new.md", "---\ntitle: 새 글\ndate: 2026-02-03\n---\n새로\n")
    bench.deployed()
    tip = bench.tip

    stopped = bench.deploy("--rollback")
    after = bench.tip
    bench.deployed("--rollback", "--allow", "broken")

    assert (stopped.returncode, after) == (1, tip)
    assert "error[deploy-broken]" in stopped.stderr
    assert "/posts/new/" in stopped.stderr
    assert "--redirect" not in stopped.stderr
    assert "posts/new/index.html" not in bench.files()


@pytest.mark.slow
def test_a_kill_leaves_the_old_branch_or_the_new_one(tmp_path: Path) -> None:
    """After SIGKILL at 25 random moments, branch and clone are intact, and the next deployment succeeds."""
    bench = Bench.made(tmp_path, posts=30)
    git(bench.blog, "init", "--quiet")
    git(bench.blog, "add", "blog.yml", "content")
    git(bench.blog, "commit", "--quiet", "-m", "글")
    bench.deployed()
    bench.write("content/posts/p0.md", "---\ntitle: 먼저\ndate: 2026-01-02\n---\n먼저\n")
    whole = bench.seconds()
    seed = random.randrange(10**9)
    print(f"seed {seed}")  # pytest shows it when the test fails
    chance = random.Random(seed)
    landed = set()
    for number in range(25):
        old = bench.tip
        text = f"회차 {number}"
        bench.write("content/posts/p0.md", f"---\ntitle: {text}\ndate: 2026-01-02\n---\n{text}\n")
        mine = snapshot(bench.blog)
        process = bench.start("--no-wait")
        time.sleep(chance.uniform(0.05 * whole, 1.05 * whole))
        bench.kill(process)
        tip = bench.tip
        landed.add(tip != old)
        assert (text in bench.show("posts/p0/index.html", tip)) == (tip != old)
        assert len(bench.files(tip)) == len(bench.files(old))
        git(bench.remote, "fsck", "--strict", "--full")
        assert snapshot(bench.blog) == mine
        bench.deployed()
        assert text in bench.show("posts/p0/index.html")
        git(bench.remote, "fsck", "--strict", "--full")
    print(f"landed {sorted(landed)}")


@pytest.mark.parametrize("moments", [(0.4,), pytest.param((0.2, 0.4, 0.6), marks=pytest.mark.slow)], ids=len)
def test_drafts_never_reach_the_branch(bench: Bench, moments: tuple[float, ...]) -> None:
    """No draft is pushed after a build with drafts, after a killed build, or after a killed deployment."""
    secret = "남이 보면 안 되는 글"
    bench.write("content/posts/draft.md", f"---\ntitle: {secret}\ndate: 2026-01-02\ndraft: true\n---\n{secret}\n")
    bench.write("content/posts/later.md", f"---\ntitle: {secret} 2\ndate: 2999-01-02\n---\n{secret}\n")
    build = ("build", "--drafts", "--future")
    assert run_blog(bench.blog, *build).returncode == 0
    assert (bench.blog / "site/posts/draft/index.html").exists()
    bench.deployed()
    for seconds in moments:
        for words in (build, ("deploy", "--no-wait")):
            process = start_blog(bench.blog, *words)
            time.sleep(seconds)
            process.kill()
            process.communicate()
        bench.deployed()
    assert run_blog(bench.blog, *build).returncode == 0
    bench.write("content/posts/p0.md", "---\ntitle: 고침\ndate: 2026-01-02\n---\n고침\n")
    bench.deployed()

    objects = git(bench.remote, "cat-file", "--batch-all-objects", "--batch", "--unordered")
    assert "고침" in objects
    assert secret not in objects
