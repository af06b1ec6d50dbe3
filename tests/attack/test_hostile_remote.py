"""Whatever a remote contains or prints, a command ends with a message, and prints no control characters."""

import re
from collections.abc import Callable

import pytest

from byeoru.base.diagnostic import Location, error
from byeoru.publish.git.errors import meaning_of
from byeoru.publish.targets.rsync.releases import Releases, parse_releases
from deploy_test import Bench, git

pytestmark = pytest.mark.slow  # `.ci/run` runs it

ESCAPE = "\x1b]0;owned\x07\x1b[2J\r\x9b31m\u202e"
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def raw_commit(bench: Bench, head: str, message: bytes, tree: str = "gh-pages^{tree}") -> None:
    """Put a commit on the branch as no `git commit` writes one."""
    tree = git(bench.remote, "rev-parse", tree)
    body = f"tree {tree}\nparent {bench.tip}\n{head}\n\n".encode() + message
    name = git(bench.remote, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", data=body)
    git(bench.remote, "update-ref", "refs/heads/gh-pages", name)


def people(date: str, name: str = "x <x@example.kr>") -> str:
    return f"author {name} {date}\ncommitter {name} {date}"


def far_future(bench: Bench) -> None:
    raw_commit(bench, people("99999999999999 +0000"), b"later\n")


def beyond_numbers(bench: Bench) -> None:
    raw_commit(bench, people("9" * 40 + " +9999"), b"never\n")


def no_date(bench: Bench) -> None:
    raw_commit(bench, "author x\ncommitter x", b"at no time\n")


def control_characters(bench: Bench) -> None:
    raw_commit(
        bench, people("1700000000 +0000"), f"a\x01b{ESCAPE}\n\nSource-Commit: {ESCAPE}\nAgain: {ESCAPE}\n".encode()
    )


def no_text(bench: Bench) -> None:
    raw_commit(bench, people("1700000000 +0000"), b"\xff\xfe\x80\n")


def nothing(bench: Bench) -> None:
    raw_commit(bench, people("1700000000 +0000"), b"")


def very_long(bench: Bench) -> None:
    raw_commit(bench, people("1700000000 +0000"), b"x" * 1_000_000)


def with_tree(*rows: str) -> Callable[[Bench], None]:
    """Return what replaces the branch's tree by one with *rows*, each a line for `git mktree`."""

    def apply(bench: Bench) -> None:
        blob = git(bench.remote, "hash-object", "-w", "--stdin", data=b"/etc/passwd")
        page = git(bench.remote, "rev-parse", "gh-pages:posts/p0/index.html")
        lines = "".join(row.format(blob=blob, page=page, commit=bench.tip) + "\n" for row in rows)
        folder = git(bench.remote, "mktree", "--missing", data=lines.encode())
        rest = [line for line in git(bench.remote, "ls-tree", "gh-pages").splitlines() if not line.endswith("\tposts")]
        top = git(
            bench.remote,
            "mktree",
            data="".join(f"{line}\n" for line in [*rest, f"040000 tree {folder}\tposts"]).encode(),
        )
        raw_commit(bench, people("1700000000 +0000"), b"odd\n", top)

    return apply


ODD = {
    "far future": far_future,
    "beyond numbers": beyond_numbers,
    "no date": no_date,
    "control characters": control_characters,
    "no text": no_text,
    "nothing": nothing,
    "very long": very_long,
    "submodule": with_tree("160000 commit {commit}\tp0"),
    "submodule for a page": with_tree(
        "040000 tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\tp1", "160000 commit {commit}\tindex.html"
    ),
    "symlink": with_tree("120000 blob {blob}\tp0", "120000 blob {blob}\tindex.html"),
    "executable": with_tree("100755 blob {page}\tindex.html"),
    "escapes in a name": with_tree("100644 blob {blob}\ta\x1b[2Jb.html"),
    "git in a name": with_tree("100644 blob {blob}\t.git"),
    "dots for a name": with_tree("100644 blob {blob}\t.."),
}


@pytest.mark.parametrize("odd", ODD)
def test_an_unusual_commit_on_the_branch(bench: Bench, odd: str) -> None:
    """It is listed, can be deployed over, and rollbacks to it and beyond it work."""
    bench.deployed()
    git(bench.remote, "config", "receive.fsckObjects", "false")
    ODD[odd](bench)
    bench.write("content/posts/p0.md", "---\ntitle: 고침\ndate: 2026-01-02\n---\n고침\n")

    answers = [
        bench.deploy("--list"),
        bench.deploy("--rollback", "--allow", "broken", "--verbose"),
        bench.deploy("--allow", "broken", "--allow", "shrink", "--allow", "empty", "--diff", "--verbose"),
        bench.deploy("--rollback", "2", "--allow", "broken", "--verbose"),
        bench.deploy("--list"),
    ]

    for answer in answers:
        said = answer.stdout + answer.stderr
        assert "Traceback" not in said
        assert "bug in Byeoru" not in said
        assert answer.returncode in {0, 1}, said
        assert not CONTROL.search(said)
    assert [answers[number].returncode for number in (0, 2, 3, 4)] == [0, 0, 0, 0], [one.stderr for one in answers]
    modes = {line.split()[0] for line in git(bench.remote, "ls-tree", "-r", "gh-pages").splitlines()}
    assert modes == {"100644"}


def test_a_submodule_in_place_of_a_page(bench: Bench) -> None:
    """A removed page is compared with the new pages; a submodule is not treated as a page."""
    bench.deployed()
    page = git(bench.remote, "mktree", "--missing", data=f"160000 commit {'1' * 40}\tindex.html\n".encode())
    posts = git(bench.remote, "mktree", data=f"040000 tree {page}\tp0\n".encode())
    rest = [line for line in git(bench.remote, "ls-tree", "gh-pages").splitlines() if not line.endswith("\tposts")]
    rows = "".join(f"{line}\n" for line in [*rest, f"040000 tree {posts}\tposts"])
    raw_commit(bench, people("1700000000 +0000"), b"odd\n", git(bench.remote, "mktree", data=rows.encode()))
    (bench.blog / "content/posts/p0.md").rename(bench.blog / "content/posts/moved.md")

    answer = bench.deploy("--allow", "broken", "--allow", "shrink")

    assert answer.returncode == 0, answer.stderr
    assert "posts/moved/index.html" in bench.files()


def test_control_characters_of_a_remote_are_escaped(bench: Bench) -> None:
    """The output of a remote's hook is printed with escaped control characters, also with `--verbose`."""
    bench.deployed()
    hook = bench.remote / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_bytes(b"#!/bin/sh\nprintf '\\033]0;owned\\007\\033[2Jno \\302\\233 \\342\\200\\256\\r' >&2\nexit 1\n")
    hook.chmod(0o755)
    bench.write("content/posts/p0.md", "---\ntitle: 고침\ndate: 2026-01-02\n---\n고침\n")

    answer = bench.deploy("--verbose")

    assert answer.returncode == 1
    assert "\\x1b]0;owned\\x07" in answer.stderr
    assert not CONTROL.search(answer.stdout + answer.stderr)


@pytest.mark.parametrize(
    "words", ["Permission denied (publickey).", "rsync: mkdir failed: No space left on device", "boom"]
)
def test_control_characters_of_an_ssh_banner_are_escaped(bench: Bench, words: str) -> None:
    """The greeting of a server and the output of its rsync are escaped too."""
    fake = bench.folder / "fake-ssh"
    fake.write_bytes(
        b"#!/bin/sh\nprintf '\\033[2Jwelcome\\302\\233\\342\\200\\256\\n%s\\n' '"
        + words.encode()
        + b"' >&2\nexit 255\n"
    )
    fake.chmod(0o755)
    bench.write(
        "blog.yml", "title: a\nbase_url: https://a.kr\ndeploy:\n  target: rsync\n  destination: kim@a.kr:/srv/a\n"
    )

    answer = bench.deploy("--verbose", RSYNC_RSH=str(fake))

    assert answer.returncode == 1
    assert "\\x1b[2J" in answer.stderr
    assert not CONTROL.search(answer.stdout + answer.stderr)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"byeoru:\n",
        b"byeoru:\nreleases/\x1b[2J\n-1\n-1\n",
        b"byeoru:\nreleases/20260101-000000-a\n" + b"9" * 5000 + b"\n",
        b"byeoru:\nreleases/20260101-000000-a\n\xd9\xa3\nabc-1\n\n99999999-999999-x\n5\nab",
        b"byeoru:\nreleases/99999999-999999-x\n-1\n-1\n99999999-999999-x\n3\n\xff\xfe\x00",
    ],
)
def test_an_unexpected_response_is_parsed_without_an_error(answer: bytes) -> None:
    """Malformed output of a server is parsed as far as possible."""
    assert isinstance(parse_releases(answer), Releases)


def test_problems_contain_no_control_characters() -> None:
    """All arguments of a diagnostic are escaped when it is created."""
    for problem in (error("x", Location(""), line=ESCAPE), meaning_of("push", f"fatal: {ESCAPE}")):
        assert not [text for _, text in problem.arguments if CONTROL.search(text)]
