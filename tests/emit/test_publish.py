"""The published folder is the old site or the new one, and never a mixture."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from byeoru.base.rooted import Rooted
from byeoru.emit import folder as emit_folder
from byeoru.emit import journal
from byeoru.emit.manifest import write_manifest
from site_test import SiteTest, files_below


def fill(site: SiteTest, word: str, count: int = 30) -> None:
    """Write posts that all contain *word*."""
    for number in range(count):
        site.write(f"content/posts/p{number}.md", f"---\ntitle: p{number}\n---\n{word}\n")


@pytest.fixture(params=["exchange", "journal"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Publish in each of the two ways."""
    if request.param == "journal":
        monkeypatch.setattr(emit_folder, "can_exchange", lambda output, state: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_files_that_no_build_wrote_stay(site: SiteTest) -> None:
    """Unmanaged files survive builds with their bytes, wherever they are."""
    unmanaged = {"CNAME.bak": b"1", "own/deep/file.txt": b"2", "posts/a/note.txt": b"3", ".gitignore": b"*\n"}
    for path, data in unmanaged.items():
        site.write(f"site/{path}", data)
    site.write("content/posts/a.md", "# a\n")
    site.build().must_succeed()
    site.write("content/posts/b.md", "# b\n")
    site.build().must_succeed()
    site.delete("content/posts/a.md")
    site.build().must_succeed()

    left = files_below(site.output)

    assert {path: left.get(path) for path in unmanaged} == unmanaged
    assert "posts/a/index.html" not in left


@pytest.mark.usefixtures("way")
def test_a_deleted_unmanaged_file_does_not_come_back(site: SiteTest) -> None:
    """A deleted unmanaged file is not restored from the spare tree."""
    site.write("content/posts/a.md", "# a\n")
    site.write("site/unmanaged.txt", "x")
    for number in range(2):
        site.write("content/posts/b.md", f"# b{number}\n")
        site.build().must_succeed()
    (site.output / "unmanaged.txt").unlink()
    for number in range(3):
        site.write("content/posts/b.md", f"# again {number}\n")
        site.build().must_succeed()

        assert not (site.output / "unmanaged.txt").exists()


@pytest.mark.usefixtures("way")
def test_an_unmanaged_file_at_the_path_of_an_output_is_not_overwritten(site: SiteTest) -> None:
    """An unmanaged file at the path of an output stops the build and is unchanged."""
    site.write("content/posts/a.md", "# a\n")
    site.write("site/index.html", "mine")
    built = site.build()

    assert [problem.code for problem in built.report.problems] == ["not-ours"]
    assert files_below(site.output) == {"index.html": b"mine"}


def test_unmanaged_files_in_another_output_are_safe_after_a_first_build(site: SiteTest) -> None:
    """Records of one output folder do not apply to another one."""
    site.write("content/posts/a.md", "# a\n")
    site.build().must_succeed()
    site.write("www/index.html", "mine")
    site.write("www/posts/gone/index.html", "mine too")
    before = files_below(site.root / "www")
    site.output = site.root / "www"

    assert [problem.code for problem in site.build().report.problems] == ["not-ours"]
    assert files_below(site.root / "www") == before


@pytest.mark.skipif(sys.platform == "win32", reason="modes")
def test_folders_of_others_are_left_where_they_are(site: SiteTest) -> None:
    """A repository inside the output keeps its empty folders, modes and inodes."""
    site.write("content/posts/a.md", "# a\n")
    (site.output / "sub/.git/refs/heads").mkdir(parents=True)
    (site.output / "sub").chmod(0o700)
    inode = (site.output / "sub/.git").stat().st_ino
    for number in range(3):
        site.write("content/posts/b.md", f"# {number}\n")
        site.build().must_succeed()

    assert (site.output / "sub/.git/refs/heads").is_dir()
    assert (site.output / "sub").stat().st_mode & 0o777 == 0o700
    assert (site.output / "sub/.git").stat().st_ino == inode


@pytest.mark.skipif(sys.platform != "linux", reason="the spare tree needs an exchange of folders")
def test_a_symlink_in_the_spare_tree_costs_no_build(site: SiteTest, tmp_path: Path) -> None:
    """A symlink in the spare tree is detected before any staged file is moved, and the same build rebuilds the tree."""
    victim = tmp_path / "victim"
    victim.mkdir()
    for word in ("one", "two", "three"):
        for name in "az":
            site.write(f"content/posts/{name}.md", f"# {name}\n\n{word}\n")
        if word != "three":
            site.build().must_succeed()
    [spare] = [path for path in (site.root / ".blog").glob("spare-site-*") if path.is_dir()]
    shutil.rmtree(spare / "posts/z")
    (spare / "posts/z").symlink_to(victim)

    site.build().must_succeed()

    assert [("three" in site.page(f"posts/{name}/index.html")) for name in "az"] == [True, True]
    assert list(victim.iterdir()) == []


def test_forged_lists_reach_nothing_outside(site: SiteTest) -> None:
    """A forged manifest or journal can delete and write only inside the output folder."""
    victim = site.root.parent / "victim"
    victim.write_text("x")
    site.write("content/posts/a.md", "# a\n")
    site.output.mkdir()
    write_manifest(Rooted(str(site.output)), {"../../victim": "0" * 32})
    site.write(f"site/{journal.FOLDER}/0", "pwned")
    plan = {"put": ["../../pwned"], "remove": ["../../victim"], "wanted": {}}
    site.write(f"site/{journal.FOLDER}/plan.json", json.dumps(plan))
    site.build()
    emit_folder.clear(Rooted(str(site.output)))

    assert victim.read_text() == "x"
    assert not (site.root.parent / "pwned").exists()


@pytest.mark.usefixtures("way")
def test_a_file_becomes_a_folder_and_back(site: SiteTest) -> None:
    """A file in the way of a new folder is removed first, and the reverse."""
    site.write("static/foo", "file")
    site.build().must_succeed()
    site.delete("static/foo")
    site.write("static/foo/bar", "in a folder")
    site.build().must_succeed()
    assert (site.output / "foo/bar").read_text() == "in a folder"
    site.delete("static/foo/bar")
    (site.root / "static/foo").rmdir()
    site.write("static/foo", "file again")
    site.build().must_succeed()
    assert (site.output / "foo").read_text() == "file again"


@pytest.mark.skipif(sys.platform == "win32", reason="no such files")
@pytest.mark.timeout(30)
def test_what_is_no_file_in_the_output_is_never_opened(site: SiteTest) -> None:
    """A fifo in place of a page is replaced without being opened, which would hang."""
    site.write("content/posts/a.md", "# a\n")
    site.build().must_succeed()
    (site.output / "index.html").unlink()
    os.mkfifo(site.output / "index.html")
    site.build().must_succeed()

    assert "</html>" in site.page("index.html")


@pytest.mark.usefixtures("way")
def test_emptied_folders_disappear(site: SiteTest) -> None:
    """A deleted post leaves no empty folder behind."""
    site.write("content/posts/a.md", "# a\n")
    site.build()
    site.delete("content/posts/a.md")
    site.write("content/posts/b.md", "# b\n")
    site.build()

    assert not (site.output / "posts/a").exists()


@pytest.mark.usefixtures("way")
def test_unchanged_files_keep_their_time(site: SiteTest) -> None:
    """Unchanged files are not written, so rsync and caches can skip them."""
    site.write("content/posts/a.md", "# a\n")
    site.write("content/notes/n.md", "# n\n")
    site.build()
    before = (site.output / "posts/a/index.html").stat().st_mtime_ns
    site.write("content/notes/n.md", "# m\n")
    site.build().must_succeed()

    assert (site.output / "posts/a/index.html").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "output", ["/", "~", ".", "content", "content/x", "static/s", "templates", "..", ".blog/x", "themes/a"]
)
def test_a_dangerous_output_is_refused(site: SiteTest, output: str) -> None:
    """The output cannot be the root, home or the sources, nor be above or inside of them."""
    site.write("content/posts/a.md", "# a\n")
    path = Path(output).expanduser() if output.startswith(("/", "~")) else site.root / output
    site.output = Path(os.path.normpath(path))
    before = files_below(site.root)
    built = site.build()

    assert [problem.code for problem in built.report.problems] == ["output-refused"]
    assert files_below(site.root) == before


def test_an_output_that_is_a_file_is_refused(site: SiteTest) -> None:
    """A file at the path of the output folder is reported and kept."""
    site.output = site.write("out", "file")

    assert site.build().problems == [" output-not-a-folder"]
    assert site.output.read_text() == "file"


@pytest.mark.skipif(sys.platform != "linux", reason="needs an exchange of folders")
def test_a_reader_sees_the_old_build_or_the_new_one(site: SiteTest) -> None:
    """While builds run, no page is ever missing or incomplete."""
    fill(site, "old", 10)
    site.build().must_succeed()
    page = site.output / "posts/p7/index.html"
    seen: set[str] = set()
    faults: list[str] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                text = page.read_text()
            except OSError as problem:
                faults.append(str(problem))
                continue
            if not text.rstrip().endswith("</html>"):
                faults.append("torn")
            seen.add("new" if "<p>new" in text else "old")

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(6):
        fill(site, "new" if number % 2 == 0 else "old", 10)
        site.build().must_succeed()
    done.set()
    reader.join()

    assert faults == []
    assert seen == {"old", "new"}


def test_a_journal_that_was_left_is_finished(site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next build completes the journal of a build that was killed during its renames."""
    monkeypatch.setattr(emit_folder, "can_exchange", lambda output, state: False)
    fill(site, "old", 5)
    site.build().must_succeed()
    fill(site, "new", 5)
    replace, calls = os.replace, 0

    def failing(source: str, target: str, **folders: int) -> None:
        nonlocal calls
        if source.isdecimal():  # the name of a staged file
            calls += 1
            if calls == 3:
                raise KeyboardInterrupt
        replace(source, target, **folders)

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(KeyboardInterrupt):
        site.build()
    monkeypatch.setattr(os, "replace", replace)

    journal.finish(Rooted(str(site.output)))

    pages = [text for path, text in files_below(site.output).items() if path.startswith("posts/")]
    assert all(b"<p>new" in text for text in pages)
    assert len(pages) == 5


BUILD = """
import sys
sys.path[:0] = {path!r}
from pathlib import Path
from site_test import SiteTest
site = SiteTest.__new__(SiteTest)
site.__init__(Path({root!r}))
site.build()
"""


def build_elsewhere(site: SiteTest) -> "subprocess.Popen[bytes]":
    """Start a build in a separate process and process group."""
    here = [str(Path(__file__).parents[1]), *sys.path]
    program = BUILD.format(path=here, root=str(site.root))
    return subprocess.Popen([sys.executable, "-c", program], start_new_session=True)


def test_what_a_killed_process_was_writing_is_removed(site: SiteTest) -> None:
    """Half a manifest disappears with the next build, also if that writes nothing; a folder of that name is no file."""
    site.write("content/posts/a.md", "본문")
    site.build().must_succeed()
    whole = site.files()
    (site.output / ".byeoru-0123456789abcdef.tmp").write_text("byeoru-manifest", encoding="utf-8")
    (site.output / ".byeoru-folder.tmp").mkdir()

    assert site.build().must_succeed().made == []
    assert site.files() == whole
    assert (site.output / ".byeoru-folder.tmp").is_dir()


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_kill_at_any_moment_leaves_a_whole_site(site: SiteTest, tmp_path: Path) -> None:
    """After a kill at any moment, the folder is one of the two builds, and the next build is correct."""
    rng = random.Random(7)
    fill(site, "old", 60)
    site.build().must_succeed()
    whole = {"old": site.files()}
    fill(site, "new", 60)
    site.clean_twin(tmp_path / "twin").build().must_succeed()
    whole["new"] = files_below(tmp_path / "twin/site")
    for number in range(50):
        word = "new" if number % 2 == 0 else "old"
        fill(site, word, 60)
        child = build_elsewhere(site)
        time.sleep(rng.random() * 0.9)
        child.send_signal(signal.SIGKILL)
        child.wait()

        assert files_below(site.output) in whole.values(), f"kill {number} left a mixture"
        if number % 10 == 9:
            site.build().must_succeed()
            assert site.files() == whole[word]


def tmpfs(mount_point: Path, size: str) -> bool:
    """Mount a small file system; return False if this process may not."""
    mount_point.mkdir()
    return (
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", mount_point], capture_output=True, check=False
        ).returncode
        == 0
    )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="mounts a file system")
def test_a_full_disk_leaves_the_old_site(tmp_path: Path) -> None:
    """If a write fails on a full disk, the folder is the old site."""
    if not tmpfs(tmp_path / "probe", "64k"):
        pytest.skip("may not mount a tmpfs")
    subprocess.run(["umount", tmp_path / "probe"], check=True)
    outcomes = set()
    for kilobytes in range(900, 2600, 100):
        mount = tmp_path / f"disk{kilobytes}"
        assert tmpfs(mount, f"{kilobytes}k")
        try:
            (mount / "blog").mkdir()
            site = SiteTest(mount / "blog")
            fill(site, "old", 5)
            try:
                site.build()
            except OSError:
                outcomes.add("first failed")
                assert not site.output.exists() or "index.html" in files_below(site.output)
                continue
            old = site.files()
            try:
                fill(site, "new " * 300, 60)
            except OSError:  # the sources alone fill the disk
                continue
            try:
                site.build().must_succeed()
                outcomes.add("fits")
            except OSError:
                outcomes.add("second failed")
                assert site.files() == old
        finally:
            subprocess.run(["umount", mount], check=True)
    assert {"second failed", "fits"} <= outcomes


@pytest.mark.parametrize("name", ["replace", "link", "mkdir", "rename"])
def test_the_nth_failing_call_leaves_a_whole_site(site: SiteTest, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Whichever file system call fails, the folder is the old or the new site, and the next build is correct."""
    fill(site, "old", 4)
    site.build().must_succeed()
    fill(site, "new", 4)
    real = getattr(os, name)
    for failing in range(1, 40):
        calls = 0
        before = site.files()

        def call(*arguments: object, failing: int = failing, **options: object) -> object:
            nonlocal calls
            calls += 1
            if calls == failing:
                raise OSError(5, "planted")
            return real(*arguments, **options)

        monkeypatch.setattr(os, name, call)
        try:
            site.build()
        except OSError:
            assert site.files() == before
        monkeypatch.setattr(os, name, real)
        site.build().must_succeed()
        done = site.files()
        assert all(
            (b"<p>new" in text) == (failing % 2 == 1) for path, text in done.items() if path.startswith("posts/")
        )
        fill(site, "old" if failing % 2 else "new", 4)
        if calls < failing:
            break


def test_two_builds_at_once(site: SiteTest) -> None:
    """A second build waits for the first, and both end with the whole site."""
    fill(site, "text", 40)
    children = [build_elsewhere(site) for _ in range(3)]
    codes = [child.wait() for child in children]

    assert codes == [0, 0, 0]
    assert len(files_below(site.output / "posts")) == 40
