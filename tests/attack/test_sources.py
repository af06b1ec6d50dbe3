"""Commands that change an author's files write the complete new file or keep the old one, and change no other file."""

import os
import resource
import signal
import subprocess
from pathlib import Path

import pytest

from command import run_blog, start_blog
from site_test import SiteTest

ARCHIVE = f"https://github.com/u/byeoru/archive/{'0' * 40}.tar.gz#sha256={'0' * 64}"
SETTINGS = f"title: t\nbase_url: https://example.com\ndeploy:\n  actions: {{install: '{ARCHIVE}'}}\n"
POST = "---\ntitle: A\ndate: 2026-01-01\n---\n\nwords\n"


def blog(root: Path, *words: str, limit: int | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command; *limit* is the number of bytes of a file for which the disk has room."""

    def no_room() -> None:
        assert limit is not None
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    if limit is None:
        return run_blog(root, *words)
    process = start_blog(root, *words, options={"preexec_fn": no_room})
    out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(words, process.returncode, out, err)


def sources(root: Path) -> dict[str, bytes]:
    """Return every file but what was built and what git keeps."""
    found = [
        path for path in sorted(root.rglob("*")) if path.is_file() and not {".blog", ".git", "site"} & {*path.parts}
    ]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


COMMANDS = {  # what changes or makes a source, and which
    "domain set": (("domain", "set", "blog.example.com"), "blog.yml"),
    "new": (("new", "Title"), "content/posts/title.md"),
    "eject": (("theme", "eject", "post.html"), "templates/post.html"),
    "actions": (("deploy", "--setup", "actions", "--yes"), ".github/workflows/blog.yml"),
}


@pytest.fixture
def project(tmp_path: Path) -> SiteTest:
    """Return a site in a clone."""
    root = tmp_path / "blog"
    root.mkdir()
    site = SiteTest(root)
    site.write("blog.yml", SETTINGS)
    site.write("content/posts/a.md", POST)
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=root, check=True)
    subprocess.run(["git", "remote", "add", "origin", "https://github.com/u/r.git"], cwd=root, check=True)
    return site


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("limit", [10, *(pytest.param(limit, marks=pytest.mark.slow) for limit in (0, 40))])
def test_a_full_disk_damages_no_source(project: SiteTest, name: str, limit: int) -> None:
    """No file is incomplete, no temporary file remains, and existing files are unchanged."""
    before = sources(project.root)

    done = blog(project.root, *COMMANDS[name][0], limit=limit)

    after = sources(project.root)
    assert done.returncode == 1, done.stdout
    assert any(word in done.stderr for word in ("too large", "disk"))
    assert "Traceback" not in done.stderr
    assert after == before


@pytest.mark.parametrize("name", COMMANDS)
def test_files_next_to_a_source_are_not_touched(project: SiteTest, name: str) -> None:
    """An author may have files whose names resemble those of temporary files."""
    words, path = COMMANDS[name]
    beside = [f"{path}{ending}" for ending in (".new", ".tmp", "~", ".bak")]
    beside.append(f"{os.path.dirname(path)}/.{os.path.basename(path)}-x".lstrip("/"))
    for one in beside:
        project.write(one, "mine")
    before = sources(project.root)

    done = blog(project.root, *words)

    after = sources(project.root)
    assert done.returncode == 0, done.stderr
    assert path in after
    assert {one: after.get(one) for one in beside} == {one: before[one] for one in beside}
    changed = {one for one in after.keys() | before.keys() if after.get(one) != before.get(one)}
    assert changed <= {path, "blog.yml", "static/CNAME"}


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_symlink_out_of_the_project_is_not_followed(project: SiteTest, tmp_path: Path, name: str) -> None:
    """Neither the file nor its folder may be a symlink out of the project; this is reported, and nothing changes."""
    words, path = COMMANDS[name]
    victim = tmp_path / "victim"
    victim.mkdir()
    place = project.root / path
    if place.exists():
        (victim / "file").write_bytes(place.read_bytes())
        place.unlink()
        place.symlink_to(victim / "file")
    else:
        top = project.root / path.split("/")[0]
        if top.exists():
            top.rename(victim / "top")
            top.symlink_to(victim / "top")
        else:
            top.symlink_to(victim)
    before = sources(victim)

    done = blog(project.root, *words)

    assert done.returncode == 1, done.stdout
    assert "through a symbolic link" in done.stderr
    assert sources(victim) == before


def test_init_on_a_full_disk_leaves_complete_files(tmp_path: Path) -> None:
    """Files that were written are complete, and the next `blog init` writes the others."""
    failed = blog(tmp_path, "init", "b", "--yes", limit=100)
    had = sources(tmp_path)
    assert failed.returncode != 0
    assert "Traceback" not in failed.stderr

    done = blog(tmp_path, "init", "b", "--yes")
    whole = blog(tmp_path, "init", "c", "--yes")

    assert whole.returncode == 0
    assert done.returncode == (0 if "b/blog.yml" not in had else 2)
    assert all(data == (tmp_path / path.replace("b/", "c/", 1)).read_bytes() for path, data in had.items())


def test_a_symlinked_settings_file_is_written_at_its_target(project: SiteTest) -> None:
    """If `blog.yml` is a symlink inside of the project, its target is written, and it stays a symlink."""
    (project.root / "settings").mkdir()
    os.replace(project.root / "blog.yml", project.root / "settings" / "real.yml")
    (project.root / "blog.yml").symlink_to("settings/real.yml")

    done = blog(project.root, "domain", "set", "blog.example.com")

    assert done.returncode == 0, done.stderr
    assert (project.root / "blog.yml").is_symlink()
    assert "blog.example.com" in (project.root / "settings" / "real.yml").read_text()
