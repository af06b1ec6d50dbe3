"""A site is deployed only to a target that its author has agreed to."""

import os
import pty

import pytest

from byeoru.model.deploy import Deploy
from byeoru.publish.git.errors import GitError
from byeoru.publish.git.remote import origin_of, repository_url
from byeoru.publish.targets import hosting_of
from byeoru.publish.trust import TrustStore
from command import run_blog, start_blog
from deploy_test import SETTINGS, Bench, git
from programs import needs

pytestmark = pytest.mark.slow  # `.ci/run` runs it

BARE = "title: 시험\nbase_url: https://blog.example.kr\n"


def around(bench: Bench) -> None:
    """Put the blog into somebody else's clone, whose `origin` is the remote."""
    git(bench.folder, "init", "--quiet")
    git(bench.folder, "remote", "add", "origin", str(bench.remote))
    bench.write("blog.yml", BARE)


@pytest.mark.parametrize("words", [("--yes",), ("--yes", "--dry-run"), ("--list",), ("--rollback", "--yes")])
def test_the_origin_of_a_surrounding_clone_is_not_used(bench: Bench, words: tuple[str, ...]) -> None:
    """It may belong to somebody else: nothing is read from it or pushed to it, and the hint names the setting."""
    around(bench)

    answer = bench.deploy(*words)

    assert (answer.returncode, bench.tip) == (1, "")
    assert "error[deploy-origin-around]" in answer.stderr
    assert "deploy: {repository: user/repository}" in answer.stderr


def test_no_other_command_uses_a_surrounding_origin(bench: Bench) -> None:
    """Neither the check of a domain nor the instructions for GitHub Actions mention it."""
    around(bench)
    git(bench.folder, "remote", "set-url", "origin", "git@github.com:somebody/else.git")
    bench.write("blog.yml", f"{BARE}deploy: {{actions: {{install: 'https://a.kr/b.tar.gz#sha256={'0' * 64}'}}}}\n")

    said = bench.deploy("--setup", "actions", "--yes")

    assert hosting_of(Deploy(), str(bench.blog)).remote == ""
    assert said.returncode == 0, said.stderr
    assert "somebody" not in said.stdout + said.stderr


def test_a_symlink_to_the_clone_is_the_clone(bench: Bench) -> None:
    """The top of the clone and the project are compared by their real paths."""
    git(bench.blog, "init", "--quiet")
    git(bench.blog, "remote", "add", "origin", "../remote.git")
    (bench.folder / "link").symlink_to(bench.blog)

    assert origin_of(str(bench.folder / "link")) == "../remote.git"
    assert repository_url("", str(bench.folder / "link")) == str(bench.folder / "remote.git")


@pytest.mark.parametrize(
    "written", ["./evil.git", "evil.git", "{blog}/evil.git", "file://{blog}/evil.git", "../top.git", "way"]
)
def test_a_repository_inside_of_the_clone_is_refused(bench: Bench, written: str) -> None:
    """A push to it would run the hooks that came with it; this holds for the whole clone, and through symlinks."""
    git(bench.folder, "init", "--quiet")
    (bench.blog / "way").symlink_to("evil.git")

    with pytest.raises(GitError) as failed:
        repository_url(written.format(blog=bench.blog), str(bench.blog))

    assert failed.value.problem.code == "deploy-repository-inside"


@pytest.mark.parametrize(
    "written",
    [
        "-uevil",
        "--upload-pack=touch x",
        "https://a.kr/x\ny",
        "https://u:p w@a.kr/b",
        "https://u:p/w@a.kr/b",
        "https://evil.kr/x@github.com/kim/blog",
        "ext::sh -c touch% x",
        "file:///srv/%62log/evil.git",
        "file://../srv/blog/evil.git",
        "FILE://srv/blog/evil.git",
    ],
)
def test_an_ambiguous_repository_url_is_refused(written: str) -> None:
    """Git might push to another host than the one shown; no part of a password is printed."""
    with pytest.raises(GitError) as failed:
        repository_url(written, "/srv/blog")

    assert failed.value.problem.code == "deploy-bad-repository"
    assert "p/w" not in str(failed.value.problem)
    assert "p w" not in str(failed.value.problem)


@pytest.mark.parametrize("target", ["github-pages", pytest.param("rsync", marks=needs("rsync")), "folder"])
def test_the_first_deployment_to_a_target_needs_consent(bench: Bench, target: str) -> None:
    """Without a terminal `--yes` is needed once, and again for another target or another project folder."""
    place = {
        "github-pages": "  repository: ../remote{n}.git\n",
        "rsync": "  target: rsync\n  destination: {top}/server{n}\n",
        "folder": "  target: folder\n  path: ../html{n}\n",
    }[target]
    git(bench.folder, "init", "--quiet", "--bare", "remote1.git")
    git(bench.folder, "init", "--quiet", "--bare", "remote2.git")
    state = str(bench.folder / "state")

    def run(number: int, *words: str) -> tuple[int, str]:
        bench.write("blog.yml", f"{BARE}deploy:\n" + place.format(n=number, top=bench.folder))
        done = run_blog(bench.blog, "deploy", "--no-wait", *words, XDG_STATE_HOME=state)
        return done.returncode, done.stdout + done.stderr

    refused, dry, agreed, again, other = run(1), run(1, "--dry-run"), run(1, "--yes"), run(1), run(2)
    (bench.blog).rename(bench.folder / "moved")
    moved = run_blog(bench.folder / "moved", "deploy", "--no-wait", XDG_STATE_HOME=state)

    assert [code for code, _ in (refused, dry, agreed, again, other)] == [1, 0, 0, 0, 1]
    for _, said in (refused, other, (1, moved.stderr)):
        assert "error[deploy-new-target]" in said
        assert "--yes" in said
    assert moved.returncode == 1
    assert not (bench.folder / "server2").exists()
    assert not (bench.folder / "html2").exists()


@pytest.mark.parametrize("state", ["{blog}/state", "{blog}/.blog", "/dev/null/state"])
def test_consent_that_cannot_be_stored_is_requested_again(bench: Bench, state: str) -> None:
    """A state folder inside of the project could have been committed, so it is not trusted; this is reported."""
    place = state.format(blog=bench.blog)

    first = run_blog(bench.blog, "deploy", "--no-wait", "--yes", XDG_STATE_HOME=place)
    later = run_blog(bench.blog, "deploy", "--no-wait", XDG_STATE_HOME=place)

    assert first.returncode == 0, first.stderr
    assert "you will be asked again" in first.stderr
    assert not (bench.blog / "state").exists()
    assert not (bench.blog / ".blog/byeoru").exists()
    assert (later.returncode, "deploy-new-target" in later.stderr) == (1, True)


def test_consent_for_another_target_does_not_count(bench: Bench) -> None:
    """The content of the stored consent is compared, not only the name of its file."""
    mine, other = (
        TrustStore(str(bench.folder / "state"), str(bench.blog)),
        TrustStore(str(bench.folder / "state"), "/srv/other"),
    )
    assert mine.trust("github-pages a")
    assert mine.trusts("github-pages a")
    [note] = (bench.folder / "state/deployed").iterdir()

    assert not mine.trusts("github-pages b")
    assert not other.trusts("github-pages a")
    assert note.stat().st_mode & 0o777 == 0o600
    note.write_text("another")
    assert not mine.trusts("github-pages a")


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("\n", 1)])
def test_a_terminal_prompts_for_consent(bench: Bench, answer: str, code: int) -> None:
    """The prompt shows repository and branch, and the default is no."""
    ours, theirs = pty.openpty()
    os.write(ours, answer.encode())
    state = str(bench.folder / "state")
    process = start_blog(bench.blog, "deploy", "--no-wait", options={"stdin": theirs}, XDG_STATE_HOME=state)
    out, err = process.communicate(timeout=100)
    os.close(ours)
    os.close(theirs)

    assert process.returncode == code, err
    assert f"{bench.remote} (gh-pages); deploy?" in out
    assert bool(bench.tip) == (code == 0)


def test_a_password_with_a_slash_is_never_printed(bench: Bench) -> None:
    """It appears neither in the target, nor in git's output, nor with `--verbose`."""
    for password in ("s3cret", "s3%2Fcret", "s3/cret", "s3@cret", "s3:c/r@et"):
        bench.write("blog.yml", SETTINGS.replace("../remote.git", f"https://kim:{password}@127.0.0.1:9/blog.git"))
        answer = bench.deploy("--verbose", "--yes")
        said = answer.stdout + answer.stderr

        assert answer.returncode == 1
        assert not {part for part in ("s3", "cret", "c/r", "kim:", "@et") if part in said.replace("s3cret.", "")}, said


def test_consent_is_for_the_target_of_a_symlink(bench: Bench) -> None:
    """Consent for a folder does not extend to another one that a symlink leads to later."""
    (bench.blog / "way").symlink_to(bench.remote)

    assert repository_url("./way", str(bench.blog)) == str(bench.remote)
