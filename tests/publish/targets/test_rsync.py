"""A server always shows the complete old or new site, at whatever step a deployment fails."""

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from byeoru.base.digest import digest
from byeoru.base.rooted import Rooted
from byeoru.emit.manifest import read_manifest
from byeoru.model.destination import Destination
from byeoru.publish import file_list
from byeoru.publish.deployment import Authorship
from byeoru.publish.errors import PublishError
from byeoru.publish.site import BuiltSite
from byeoru.publish.staging import staged
from byeoru.publish.targets.rsync import scripts
from byeoru.publish.targets.rsync.releases import parse_name
from byeoru.publish.targets.rsync.server import Server, whole_script
from byeoru.publish.targets.rsync.target import Rsync
from deploy_test import Bench
from programs import needs
from sshd_test import Sshd, free_port, make_key, sshd, tools_without

pytestmark = needs("rsync")

POST = "---\ntitle: {0}\ndate: 2026-01-02\n---\n{0}\n"


def point(bench: Bench, destination: str, more: str = "") -> None:
    """Let the blog go to *destination*."""
    quoted = destination.replace('"', '\\"')
    deploy = f'deploy:\n  target: rsync\n  destination: "{quoted}"\n{more}'
    bench.write("blog.yml", f"title: 시험\nbase_url: https://blog.example.kr\n{deploy}")


def whole(release: Path) -> str:
    """Return the stamp of a release whose files are all there and as its list says; "" for any other."""
    files = file_list.from_text((release / file_list.FILES).read_text(encoding="utf-8"))
    found = {path: digest((release / path).read_bytes()) for path in files}
    return (release / "byeoru/stamp.txt").read_text().strip() if files and found == files else ""


def names(place: Path) -> list[str]:
    """Return the releases, the oldest first."""
    return sorted(path.name for path in (place / "releases").iterdir() if path.is_dir())


@contextmanager
def watched(place: Path) -> Iterator[list[str]]:
    """Read the site over and over, as visitors do; give what was wrong."""
    wrong: list[str] = []
    is_over = threading.Event()

    def look() -> None:
        while not is_over.is_set():
            try:
                release = (place / "current").resolve(strict=True)
                if not whole(release):
                    wrong.append(f"{release} is a mixture")
            except OSError as failed:
                wrong.append(str(failed))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield wrong
    finally:
        is_over.set()
        thread.join()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder whose name no shell leaves alone."""
    return tmp_path / 'it\'s "내" $(touch x) 블로그'


@pytest.fixture(scope="module")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    """Return a server that the tests of this module share."""
    with sshd(tmp_path_factory.mktemp("server") / "sshd") as running:
        yield running


@pytest.fixture
def server(shared_server: Sshd) -> Sshd:
    """Return the server; its keys, which a test may have changed, are valid."""
    shared_server.reset()
    return shared_server


def test_a_site_is_transferred_next_to_the_old_one(bench: Bench, server: Sshd, place: Path) -> None:
    """The folder on the server may have spaces, quotes and Hangul; unchanged files are hard links."""
    point(bench, f"127.0.0.1:{place}", f"  port: {server.port}\n")
    first = bench.deployed(RSYNC_RSH=server.rsh)
    old = (place / "current").resolve()
    bench.write("content/posts/new.md", POST.format("새 글"))
    second = bench.deployed(RSYNC_RSH=server.rsh)

    new = (place / "current").resolve()
    built = {path.relative_to(bench.blog / "site") for path in (bench.blog / "site").rglob("*") if path.is_file()}
    sent = {path.relative_to(new) for path in new.rglob("*") if path.is_file()}
    ours = {Path("byeoru/stamp.txt"), Path("byeoru/published.txt"), Path("byeoru/files.txt")}
    assert sent == (built - {Path(".byeoru-manifest")}) | ours
    assert all((new / path).read_bytes() == (bench.blog / "site" / path).read_bytes() for path in sent - ours)
    assert os.readlink(place / "current") == f"releases/{new.name}"
    assert "first deployment · 2 posts added" in first
    assert "1 post added" in second
    assert whole(old) != whole(new) != ""
    assert os.path.samefile(old / "posts/p1/index.html", new / "posts/p1/index.html")
    assert not os.path.samefile(old / "index.html", new / "index.html")
    assert (new / "index.html").stat().st_mode & 0o777 == 0o644
    assert not list(place.parent.rglob("x"))
    assert not list((place / "releases").glob(".*"))


def test_the_same_site_is_not_sent_again(bench: Bench, place: Path) -> None:
    """It is recognized even if all stored state was lost and the files have new times."""
    point(bench, str(place))
    bench.deployed()
    before = names(place)
    subprocess.run(["rm", "-r", bench.blog / ".blog", bench.blog / "site"], check=True)

    again = bench.deployed()
    dry = bench.deployed("--dry-run", "--diff")

    assert "nothing to deploy" in again
    assert "nothing to deploy" in dry
    assert names(place) == before


def test_a_clean_build_sends_only_changed_files(bench: Bench, place: Path) -> None:
    """Times do not matter: files with the same bytes are linked although they were built again."""
    point(bench, str(place))
    bench.deployed()
    old = (place / "current").resolve()
    subprocess.run(["rm", "-r", bench.blog / ".blog", bench.blog / "site"], check=True)
    bench.write("content/posts/p0.md", POST.format("고침"))
    time.sleep(1.1)
    said = bench.deployed("--diff")

    new = (place / "current").resolve()
    assert os.path.samefile(old / "404.html", new / "404.html")
    assert "고침" in said
    assert "~ posts/p0/index.html" in said


def test_five_releases_are_kept_and_can_be_restored(bench: Bench, place: Path) -> None:
    """The last five are listed; `--rollback` creates a new release from an earlier one, and the list shows which."""
    point(bench, str(place))
    for number in range(6):
        bench.write("content/posts/p0.md", POST.format(f"회차 {number}"))
        bench.deployed()
    kept = names(place)
    listed = bench.deployed("--list").splitlines()
    bench.deployed("--rollback", "2")
    after = bench.deployed("--list").splitlines()
    too_far = bench.deploy("--rollback", "5")

    assert len(kept) == len(listed) == 5
    assert [row.split()[3] for row in listed] == kept[::-1]
    assert "회차 3" in (place / "current/posts/p0/index.html").read_text(encoding="utf-8")
    assert len(after) == 5
    assert after[0].endswith(f"← {kept[2]}")
    assert os.path.samefile(place / "current/posts/p0/index.html", place / f"releases/{kept[2]}/posts/p0/index.html")
    assert (too_far.returncode, "deploy-no-earlier" in too_far.stderr) == (1, True)


def test_an_address_that_would_break_stops_a_deployment(bench: Bench, place: Path) -> None:
    """A rollback stops too; `--redirect` finds the new address of a moved post."""
    point(bench, str(place))
    bench.deployed()
    bench.write("content/posts/p2.md", POST.format("셋째"))
    bench.deployed()
    os.rename(bench.blog / "content/posts/p2.md", bench.blog / "content/posts/third.md")

    stopped, back = bench.deploy(), bench.deploy("--rollback")
    bench.deployed("--redirect")

    assert (stopped.returncode, back.returncode) == (1, 1)
    assert "moved: /posts/p2/ → /posts/third/" in stopped.stderr
    assert "error[deploy-broken]" in back.stderr
    assert (place / "current/posts/p2/index.html").exists()


@pytest.mark.slow
def test_one_of_two_concurrent_deployments_succeeds(tmp_path: Path, server: Sshd, place: Path) -> None:
    """The deployment that loses is reported; the live site is one of the two, complete."""
    bench = Bench.made(tmp_path)
    point(bench, server.destination(place))
    bench.deployed(RSYNC_RSH=server.rsh)
    twin = Bench(tmp_path / "twin")
    twin.folder.mkdir()
    subprocess.run(["cp", "-r", bench.blog, twin.blog], check=True)
    for one, word in ((bench, "하나"), (twin, "둘")):
        one.write("content/posts/p0.md", POST.format(word))
    # Both have looked before one has switched: each transfer takes a second more.
    slow = tmp_path / "slow"
    slow.write_text(f'#!/bin/sh\ncase "$*" in *rsync*) sleep 1;; esac\nexec {server.rsh} "$@"\n')
    slow.chmod(0o755)

    running = [one.start("--no-wait", RSYNC_RSH=str(slow)) for one in (bench, twin)]
    said = [process.communicate(timeout=60) for process in running]

    codes = [process.returncode for process in running]
    assert sorted(codes) == [0, 1], said
    assert "error[deploy-moved]" in said[codes.index(1)][1]
    assert ("하나" if codes[0] == 0 else "둘") in (place / "current/posts/p0/index.html").read_text(encoding="utf-8")
    assert whole(place / "current")
    assert len(names(place)) == 2


def test_a_stale_lock_is_ignored(bench: Bench, place: Path) -> None:
    """A lock that a killed process left ten minutes ago is ignored."""
    point(bench, str(place))
    bench.deployed()
    lock = place / "releases/.lock"
    lock.mkdir()
    os.utime(lock, (time.time() - 700, time.time() - 700))
    bench.write("content/posts/p0.md", POST.format("고침"))

    bench.deployed()

    assert not lock.exists()


def test_remains_of_a_killed_deployment_are_removed(bench: Bench, place: Path) -> None:
    """Partial transfers, unused symlinks and releases that were never live are removed and not listed."""
    point(bench, str(place))
    bench.deployed()
    first = names(place)
    (place / "releases/.part-dead").mkdir()
    (place / "releases/.part-dead.note").write_text("note")
    (place / ".current-dead").symlink_to("releases/dead")
    (place / "releases/20200101-000000-00000000").mkdir()
    bench.write("content/posts/p0.md", POST.format("고침"))

    bench.deployed()
    listed = bench.deployed("--list").splitlines()

    assert not list(place.glob(".*"))
    assert not list((place / "releases").glob(".*"))
    assert [row.split()[3] for row in listed] == [os.readlink(place / "current").removeprefix("releases/"), *first]


def test_a_server_that_changes_during_a_deployment(bench: Bench, place: Path) -> None:
    """The switch states the expected target of the symlink, so that a concurrent deployment is not lost."""
    point(bench, str(place))
    bench.deployed()
    folder = bench.blog / "site"
    manifest = read_manifest(Rooted(str(folder)))
    assert manifest is not None
    target = Rsync(Server(Destination(str(place))))
    (bench.folder / "staging").mkdir()
    look = target.look(BuiltSite(str(folder), manifest, "https://other.example.kr"))
    look = staged(look, str(bench.folder / "staging"))
    bench.write("content/posts/p0.md", POST.format("남이 먼저"))
    bench.deployed()
    theirs = os.readlink(place / "current")

    with pytest.raises(PublishError) as failed:
        target.send(look, Authorship("Publish", "", "", {}), lambda _: None)

    assert failed.value.problem.code == "deploy-moved"
    assert os.readlink(place / "current") == theirs
    assert not list((place / "releases").glob(".*"))


@pytest.mark.slow
def test_a_lost_response(bench: Bench, server: Sshd, place: Path) -> None:
    """If the connection breaks after the switch, the deployment is reported as successful."""
    point(bench, server.destination(place))
    deaf = bench.folder / "deaf"
    deaf.write_text(
        f'#!/bin/sh\ncase "$*" in *rsync*) exec {server.rsh} "$@";; esac\ncat >{bench.folder}/said.$$\n'
        f'{server.rsh} "$@" <{bench.folder}/said.$$ || exit\n'
        f'grep -q "ln -s" {bench.folder}/said.$$ && {{ echo "Connection closed by 127.0.0.1" >&2; exit 255; }}\nexit 0\n'
    )
    deaf.chmod(0o755)

    answer = bench.deploy(RSYNC_RSH=str(deaf))

    assert answer.returncode == 0, answer.stderr
    assert f"deployed as {names(place)[0]}" in answer.stdout


Trouble = Callable[[Bench, Sshd, Path], dict[str, str]]


def _denied_key(bench: Bench, server: Sshd, place: Path) -> dict[str, str]:
    (server.folder / "authorized").write_text("")
    return {}


def _unknown_host(bench: Bench, server: Sshd, place: Path) -> dict[str, str]:
    (server.folder / "known").write_text("")
    return {}


def _changed_host(bench: Bench, server: Sshd, place: Path) -> dict[str, str]:
    server.know(make_key(bench.folder / "other"))
    return {}


def _no_such_host(bench: Bench, server: Sshd, place: Path) -> dict[str, str]:
    point(bench, "no-such-host.invalid:/srv/blog")
    return {}


def _refused(bench: Bench, server: Sshd, place: Path) -> dict[str, str]:
    point(bench, f"ssh://127.0.0.1:{free_port()}{place}")
    return {}


def _not_ours(bench: Bench, server: Sshd, place: Path) -> dict[str, str]:
    point(bench, server.destination(Path("/sys/blog")))  # where root may make no folder either
    return {}


def _no_rsync_here(bench: Bench, server: Sshd, place: Path) -> dict[str, str]:
    return {"PATH": str(tools_without(bench.folder / "tools", "rsync"))}


def _no_ssh_here(bench: Bench, server: Sshd, place: Path) -> dict[str, str]:
    return {"PATH": "/nowhere"}


@pytest.mark.parametrize(
    ("trouble", "code", "words"),
    [
        (_denied_key, "ssh-publickey", "Permission denied (publickey)"),
        (_unknown_host, "ssh-host-unknown", "Host key verification failed"),
        (_changed_host, "ssh-host-changed", "REMOTE HOST IDENTIFICATION HAS CHANGED"),
        (_no_such_host, "ssh-no-host", "Could not resolve hostname"),
        (_refused, "ssh-refused", "Connection refused"),
        (_not_ours, "server-denied", "cannot create directory"),
        (_no_rsync_here, "rsync-missing", ""),
        (_no_ssh_here, "ssh-missing", ""),
    ],
)
def test_each_failure_has_a_message(
    bench: Bench, server: Sshd, place: Path, trouble: Trouble, code: str, words: str
) -> None:
    """The message has a hint, `--verbose` adds the program's output, and a failed deployment changes nothing."""
    point(bench, server.destination(place))
    environment = {"RSYNC_RSH": server.rsh, **trouble(bench, server, place)}

    answer = bench.deploy("--verbose", **environment)

    assert answer.returncode == 1
    assert f"error[{code}]" in answer.stderr, answer.stderr
    assert words in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (place / "current").exists()


# Passes so many bytes on to a port, and breaks off.
CUT = """
import os, socket, sys, threading
port, left = map(int, sys.argv[1:])
there = socket.create_connection(("127.0.0.1", port))
def back():
    while data := there.recv(65536):
        os.write(1, data)
    os._exit(0)
threading.Thread(target=back, daemon=True).start()
while left > 0 and (data := os.read(0, min(left, 65536))):
    there.sendall(data)
    left -= len(data)
os._exit(1)
"""


@pytest.mark.slow
@pytest.mark.parametrize("length", [1000, 8000, 60_000, 150_000])
def test_a_connection_that_breaks(bench: Bench, server: Sshd, place: Path, length: int) -> None:
    """Whether a transfer or a script is cut, the old site stays, nothing remains, and the next deployment succeeds."""
    point(bench, server.destination(place))
    bench.deployed(RSYNC_RSH=server.rsh)
    before = os.readlink(place / "current")
    for number in range(2):
        bench.write(f"content/posts/p{number}.md", POST.format("고침 ") * 40)
    (bench.blog / "static").mkdir()
    (bench.blog / "static/a.bin").write_bytes(os.urandom(200_000))
    cut = bench.folder / "cut.py"
    cut.write_text(CUT)

    answer = bench.deploy(RSYNC_RSH=f"{server.rsh} -o 'ProxyCommand={sys.executable} {cut} {server.port} {length}'")
    after = os.readlink(place / "current")
    left = list((place / "releases").glob(".*"))
    bench.deployed(RSYNC_RSH=server.rsh)

    assert answer.returncode == 1
    assert "error[server-" in answer.stderr
    assert (after, left) == (before, [])
    assert whole(place / "current")


def test_a_partial_script_does_nothing(bench: Bench, place: Path) -> None:
    """The last script is cut at each tenth of its length: the symlink is unchanged, or completely switched."""
    point(bench, str(place))
    bench.deployed()
    asked = Server(Destination(str(place)))
    part = parse_name(asked.run(scripts.begin(str(place))))
    old = os.readlink(place / "current").removeprefix("releases/")
    script = scripts.activate(str(place), old, part, "0" * 32, "note\n")
    full = whole_script(script)

    for tenth in range(10):
        cut = full[: len(full) * tenth // 10]
        subprocess.run(["sh", "-s"], input=cut.encode(), capture_output=True, check=False)

        assert os.readlink(place / "current") == f"releases/{old}"
        assert (place / "releases" / part).is_dir()


def test_a_server_without_rsync(bench: Bench, place: Path) -> None:
    """A missing rsync on the server is distinguished from a missing rsync on this machine."""
    tools = tools_without(bench.folder / "tools", "rsync")
    with sshd(bench.folder / "sshd", f"SetEnv PATH={tools}") as server:
        point(bench, server.destination(place))
        answer = bench.deploy(RSYNC_RSH=server.rsh)

    assert "error[rsync-missing-there]" in answer.stderr, answer.stderr


def test_a_server_that_never_responds(bench: Bench) -> None:
    """A deployment ends after its time limit."""
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        point(bench, f"ssh://127.0.0.1:{silent.getsockname()[1]}/srv/blog")
        answer = bench.deploy(RSYNC_RSH="ssh -F /dev/null -o ConnectTimeout=1")

    assert "error[ssh-timeout]" in answer.stderr, answer.stderr


@pytest.mark.slow
def test_a_full_disk(bench: Bench, server: Sshd, place: Path) -> None:
    """The old site stays, the partial transfer is removed, and with enough space the next deployment succeeds."""
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(place)]
    if os.geteuid() != 0 or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a small disk")
    with ExitStack() as later:
        later.callback(subprocess.run, ["umount", str(place)], check=True)
        point(bench, server.destination(place))
        bench.deployed(RSYNC_RSH=server.rsh)
        before = whole(place / "current")
        big = bench.blog / "static/big.bin"
        big.parent.mkdir()
        big.write_bytes(os.urandom(3_000_000))
        answer = bench.deploy(RSYNC_RSH=server.rsh)
        left = [path.name for path in (place / "releases").glob(".*")]
        after = whole(place / "current")
        big.write_bytes(b"small")
        bench.deployed(RSYNC_RSH=server.rsh)
        last = whole(place / "current")

    # rsync loses its own words now and then, and says a number alone.
    assert "error[server-disk]" in answer.stderr or "error[server-write]" in answer.stderr, answer.stderr
    assert (before, left) == (after, [])
    assert last not in {"", before}


def test_a_folder_named_current_is_not_modified(bench: Bench, place: Path) -> None:
    """A folder `current` that is not a symlink to a release is not modified."""
    (place / "current").mkdir(parents=True)
    point(bench, str(place))

    answer = bench.deploy()

    assert "error[deploy-current-taken]" in answer.stderr
    assert not (place / "releases").exists()


@pytest.mark.parametrize("text", ["-oProxyCommand=touch x:/srv", "web:-x", "web:/", "blog", "../blog/content"])
def test_a_dangerous_destination_is_refused(bench: Bench, text: str) -> None:
    """A leading dash would be an option of ssh, and a source folder would be overwritten."""
    point(bench, text)

    answer = bench.deploy()

    assert answer.returncode == 1
    assert "error[deploy-no-destination]" in answer.stderr or "error[deploy-path-refused]" in answer.stderr
    assert not (bench.blog / "x").exists()


@pytest.mark.slow
def test_visitors_never_see_a_mixture(bench: Bench, place: Path) -> None:
    """Every request during a switch is served from a single release."""
    point(bench, str(place))
    bench.deployed()

    with watched(place) as wrong:
        for number in range(3):
            bench.write("content/posts/p0.md", POST.format(f"회차 {number}"))
            bench.deployed()

    assert wrong == []


@pytest.mark.slow
def test_a_kill_leaves_the_old_site_or_the_new_one(tmp_path: Path, server: Sshd, place: Path) -> None:
    """With SIGKILL at ten random moments, visitors always see a complete site, and the next deployment succeeds."""
    bench = Bench.made(tmp_path, posts=30)
    point(bench, server.destination(place))
    bench.deployed(RSYNC_RSH=server.rsh)
    bench.write("content/posts/p0.md", POST.format("먼저"))
    lasted = bench.seconds(RSYNC_RSH=server.rsh)
    chance = random.Random(7)
    with watched(place) as wrong:
        for number in range(10):
            text = f"회차 {number}"
            bench.write("content/posts/p0.md", POST.format(text))
            process = bench.start("--no-wait", RSYNC_RSH=server.rsh)
            time.sleep(chance.uniform(0.2 * lasted, 1.05 * lasted))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            for _ in range(100):  # what it had started on the server ends by itself, and holds its lock until then
                answer = bench.deploy(RSYNC_RSH=server.rsh)
                if "server-busy" not in answer.stdout + answer.stderr:
                    break
                time.sleep(0.3)
            assert answer.returncode == 0, answer.stdout + answer.stderr
            assert text in (place / "current/posts/p0/index.html").read_text(encoding="utf-8")

    assert wrong == []
    assert not list((place / "releases").glob(".*"))
