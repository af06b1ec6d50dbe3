"""A build without changes ends at the entry point, before anything heavy is imported."""

import gc
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from byeoru.cache import last_build
from byeoru.cache.lock import locked
from byeoru.cache.parsings import Batch, Parsing
from byeoru.model.content import Source
from byeoru.model.project import Job, Project
from byeoru.session import Everything, Paths, session
from command import run_blog
from site_test import Silent, SiteTest

HEAVY = {
    "markdown_it",
    "pygments",
    "jinja2",
    "yaml",
    "multiprocessing",
    "concurrent.futures",
    "rich",
    "importlib.metadata",
    "dataclasses",
}


def loaded_by_a_build(root: Path) -> set[str]:
    """Return the names of all modules that a build imports."""
    program = (
        "import sys\nfrom byeoru.cli.app import main\nsys.argv = ['blog', 'build', '--quiet']\n"
        "try:\n    main()\nfinally:\n    print(*sys.modules)\n"
    )
    words = (sys.executable, "-c", program)
    return set(subprocess.run(words, cwd=root, check=True, capture_output=True, text=True).stdout.split())


def test_nothing_heavy_is_imported(tmp_path: Path) -> None:
    """Without changes, neither Markdown, Pygments, Jinja, YAML nor a pool is imported."""
    assert run_blog(tmp_path, "init", ".", "--yes").returncode == 0

    assert loaded_by_a_build(tmp_path) >= {"markdown_it", "jinja2", "yaml"}
    assert loaded_by_a_build(tmp_path) & HEAVY == set()


def test_an_edit_of_a_template_imports_no_parser(site: SiteTest) -> None:
    """What is only shown otherwise is not parsed."""
    site.write("content/posts/a.md", "---\ntitle: 가\ndate: 2026-03-01\n---\n글\n")
    os.utime(site.root / "content/posts/a.md", (0, 0))  # what is new is read again
    parser = {"markdown_it", "byeoru.parse.document"}
    site.write("templates/post.html", "하나")
    assert loaded_by_a_build(site.root) >= parser | {"jinja2"}
    site.write("templates/post.html", "둘")

    loaded = loaded_by_a_build(site.root)

    assert "jinja2" in loaded
    assert loaded & parser == set()


def test_an_edit_of_a_text_imports_what_it_uses(site: SiteTest) -> None:
    """A plain post needs neither YAML nor a lexer for the code that it had before."""
    post = "---\ntitle: 가\ndate: 2026-03-01\n---\n{text}\n\n```python\nx = 1\n```\n"
    site.write("content/posts/a.md", post.format(text="글"))
    assert loaded_by_a_build(site.root) >= {"markdown_it", "jinja2", "yaml", "pygments"}
    site.write("content/posts/a.md", post.format(text="다른 글"))
    edited = loaded_by_a_build(site.root)

    assert edited >= {"markdown_it", "jinja2"}
    assert edited & {"yaml", "pygments", "rich", "importlib.metadata"} == set()


def test_warnings_come_back(site: SiteTest) -> None:
    """A warning is repeated until its cause is fixed, whether anything is rebuilt or not."""
    site.write("content/posts/a.md", "---\nnope: 1\n---\n[x](no.md)\n")
    first, second = site.build(), site.build()

    assert (
        first.problems
        == second.problems
        == ["content/posts/a.md:2:1 unknown-key", "content/posts/a.md:4:5 broken-link"]
    )
    assert second.made == []


def test_an_upgrade_rebuilds(site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Values cached by another version of the program are never used."""
    site.write("content/posts/a.md", "# a\n")
    site.build()
    monkeypatch.setattr("byeoru.session.program_digest", lambda: "another")

    assert "posts/a/index.html" in site.build().made


def test_another_address_or_output_is_another_build(site: SiteTest) -> None:
    """Options of the command line are part of what a build depends on."""
    site.write("content/posts/a.md", "# a\n")
    site.build()
    site.base_url = "https://other.kr/x"
    site.build().must_succeed()
    assert "https://other.kr/x/posts/a/" in site.page("posts/a/index.html")
    site.base_url = None
    site.output = site.root / "public"
    site.build().must_succeed()
    assert "https://example.com/posts/a/" in site.page("posts/a/index.html")


def test_the_output_of_a_large_site_is_compared_as_well(site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process looks at it: what was changed or deleted is written again, and files of others stay."""
    monkeypatch.setattr(last_build, "_LARGE", 0)
    site.write("content/posts/a.md", "---\ntitle: A\ndate: 2026-03-01\n---\n본문\n")
    site.build().must_succeed()
    whole = site.files()
    assert site.build().made == []

    (site.root / "site/posts/a/index.html").write_text("다른 글", encoding="utf-8")
    assert site.build().made == ["posts/a/index.html"]
    (site.root / "site/posts/a/index.html").unlink()
    (site.root / "site/CNAME").write_text("example.com", encoding="utf-8")
    assert site.build().made == ["posts/a/index.html"]

    assert site.files() == whole | {"CNAME": b"example.com"}
    assert site.build().made == []


def test_the_second_waits_and_reports_for_whom(tmp_path: Path) -> None:
    """A waiting build reports the process that holds the lock; a killed process holds none."""
    place = tmp_path / "lock"
    program = f"import time\nfrom byeoru.cache.lock import locked\nwith locked({str(place)!r}, print):\n    print('in', flush=True)\n    time.sleep(30)\n"
    holder = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert holder.stdout
    holder.stdout.readline()
    heard: list[str] = []

    def waits_for(process: str) -> None:
        heard.append(process)
        holder.kill()

    with locked(str(place), waits_for) as clock_ns:
        assert abs(clock_ns - time.time_ns()) < 60 * 10**9
    holder.stdout.close()
    holder.wait()

    assert heard == [str(holder.pid)]


def test_a_build_of_another_folder_does_not_wait(tmp_path: Path) -> None:
    """Each profile of each project has a separate lock."""
    with locked(str(tmp_path / "a"), print), locked(str(tmp_path / "b"), lambda process: os._exit(1)):
        pass


def test_only_the_first_flush_hides_objects_from_the_garbage_collector(site: SiteTest) -> None:
    """The garbage of later edits is collected; a long preview would grow by it with each flush."""
    path = site.write("content/posts/a.md", "글\n")
    with session(Project(str(site.root)), site.profile, Silent()) as builds:
        builds.run(Job(site.now), Everything())
        builds.flush()
        frozen = gc.get_freeze_count()
        for number in range(3):
            path.write_text(f"글 {number}\n", encoding="utf-8")
            builds.run(Job(site.now), Paths(frozenset({str(path)})))
            builds.flush()

        assert 0 < gc.get_freeze_count() <= frozen


def test_a_cache_that_came_along_is_used(site: SiteTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project that was copied with its cache, as CI does it, is not parsed again; without its site, only rendered."""
    for name in "ab":
        site.write(f"content/posts/{name}.md", f"# {name}\n")
    files = site.build().must_succeed() and site.files()
    parsed: list[str] = []
    one = Batch._one

    def noting(batch: Batch, source: Source) -> Parsing:
        parsed.append(source.path)
        return one(batch, source)

    monkeypatch.setattr(Batch, "_one", noting)

    for place in (".", "site"):
        site.root.rename(tmp_path / "aside")
        shutil.copytree(tmp_path / "aside", site.root, copy_function=shutil.copyfile)  # with other times and inodes
        shutil.rmtree(tmp_path / "aside")
        if place == "site":
            shutil.rmtree(site.output)
        built = site.build().must_succeed()

        assert (built.made == []) == (place == ".")
        assert site.files() == files
    assert parsed == []


def test_a_text_that_comes_back_as_another_goes_is_noticed(site: SiteTest, tmp_path: Path) -> None:
    """In a preview, where the documents are as many as before and none of those that remain has changed."""
    text = "---\ntitle: {0}\ndate: 2026-03-01\ntags: [먹]\n---\n글 {0}\n"
    for name in "abc":
        site.write(f"content/posts/{name}.md", text.format(name))
    with session(Project(str(site.root)), site.profile, Silent()) as builds:
        builds.run(Job(site.now, needs_site=True), Everything())
        site.delete("content/posts/a.md")
        builds.run(Job(site.now, needs_site=True), Everything())
        site.write("content/posts/a.md", text.format("a"))
        site.delete("content/posts/b.md")
        builds.run(Job(site.now, needs_site=True), Everything())
    twin = site.clean_twin(tmp_path / "twin")
    twin.build().must_succeed()

    assert site.files() == twin.files()
