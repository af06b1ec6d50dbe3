"""A symlink out of the project never brings a file from outside into the site."""

import os
import shutil
from pathlib import Path

import pytest

from byeoru.discover.read import digest_file, opened, read_markdown
from byeoru.discover.sources import find_sources
from byeoru.model.project import Project
from byeoru.publish.compare.preflight import reasons_of_build
from deploy_test import Bench
from site_test import SiteTest

WORD = "두루미비밀"
PLAIN = "title: 시험 노트\nbase_url: https://example.com\n"

# Where a link is, and where it leads: to a file with the word, or to a folder that has some.
OUT = [
    ("static/env.txt", "../.env"),
    ("static/env.txt", "../../outside/a.txt"),
    ("static/deep", "../../outside"),
    ("static/.well-known", "../../outside"),
    ("static/favicon.ico", "../../outside/a.txt"),
    ("static/robots.txt", "../../outside/a.txt"),
    ("static/CNAME", "../../outside/a.txt"),
    ("static/git", "../.git"),
    ("static/cache", "../.blog"),
    ("static/hidden", "../.hidden"),
    ("static", "../outside"),
    ("static", ".hidden"),
    ("content/posts/a.png", "../../../outside/a.png"),
    ("content/posts/bundle", "../../../outside"),
    ("content/posts/out.md", "../../../outside/a.md"),
    ("content/data.json", "../.env"),
    ("content", "../outside"),
    ("templates/page.html", "../../outside/page.html"),
    ("templates", "../outside"),
    ("themes/mine", "../../outside/theme"),
    ("themes/mine/static/style.css", "../../../../outside/a.txt"),
    ("themes", "../outside"),
    ("blog.yml", "../outside/blog.yml"),
]


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    """Return a site beside a folder that is none of its business."""
    outside = tmp_path / "outside"
    (outside / "posts").mkdir(parents=True)
    (outside / "theme/static").mkdir(parents=True)
    for path in (
        "a.txt",
        "a.png",
        "a.md",
        "posts/b.md",
        "posts/b.png",
        "page.html",
        "index.html",
        "theme/static/s.css",
    ):
        (outside / path).write_text(f"{WORD}\n", encoding="utf-8")
    (outside / "blog.yml").write_text(f"title: {WORD}\n", encoding="utf-8")
    (outside / "theme/theme.yml").write_text("extends: hanji\n", encoding="utf-8")
    made = SiteTest(tmp_path / "blog")
    made.write("content/posts/open.md", "---\ntitle: 열린 글\n---\n![그림](a.png)\n")
    made.write("content/pages/page.md", "---\ntitle: 쪽\ntemplate: page.html\n---\n")
    made.write(".env", f"KEY={WORD}\n")
    made.write(".hidden/x.txt", f"{WORD}\n")
    made.write(".git/config", f"{WORD}\n")
    return made


def linked(site: SiteTest, path: str, target: str) -> None:
    """Put a link in place of whatever is there."""
    place = site.root / path
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)


def leaks(site: SiteTest) -> list[str]:
    files = site.files() if site.output.is_dir() else {}
    return [path for path, data in files.items() if WORD.encode() in data]


@pytest.mark.parametrize(("path", "target"), OUT)
def test_the_target_of_a_symlink_outside_is_not_published(site: SiteTest, path: str, target: str) -> None:
    """The link is reported and not followed, and a deployment stops."""
    if path.startswith("themes/mine"):
        site.write("blog.yml", PLAIN + "theme: mine\n")
        site.write("themes/mine/theme.yml", "extends: hanji\n")
    site.build()

    linked(site, path, target)
    report = site.build().report

    assert leaks(site) == []
    assert path in {one.location.path for one in report.problems if one.code == "link-outside" and one.hint}
    assert "links" in {one.argument("allow") for one in reasons_of_build(report)}


def test_a_source_folder_that_contains_the_output_is_refused(site: SiteTest) -> None:
    """If a symlink puts the output folder inside of a source folder, nothing is written."""
    linked(site, "static", "..")

    assert not site.build().report.is_written


def test_a_symlink_within_the_project_is_followed(site: SiteTest) -> None:
    """An image that two folders share, and a folder of texts beside `content`, are published."""
    site.write("drawer/b.md", "---\ntitle: 서랍\n---\n글\n")
    site.write("static/logo.txt", "로고")
    linked(site, "content/posts/drawer", "../../drawer")
    linked(site, "content/mark.txt", "../static/logo.txt")

    built = site.build().must_succeed()

    assert reasons_of_build(built.report) == ()
    assert {"posts/b/index.html", "mark.txt"} <= site.files().keys()


@pytest.mark.parametrize("swapped", ["static/a.txt", "static", "content/posts/open.md", "content/posts", "drawer"])
def test_a_symlink_that_replaces_a_file_after_the_scan_is_not_followed(site: SiteTest, swapped: str) -> None:
    """A file or folder that was scanned as such is never opened through a symlink."""
    site.write("static/a.txt", "글")
    site.write("drawer/c.txt", "글")
    linked(site, "content/linked", "../drawer")
    project = Project(str(site.root))
    scan = find_sources(project, str(site.output))
    path = {"drawer": "content/linked/c.txt", "static": "static/a.txt", "content/posts": "content/posts/open.md"}.get(
        swapped, swapped
    )
    outside = site.root.parent / "outside"
    for name in ("a.txt", "c.txt", "open.md"):
        (outside / name).write_text(WORD, encoding="utf-8")

    name = path.rpartition("/")[2]
    linked(site, swapped, str(outside if "." not in swapped else outside / name))

    with pytest.raises(OSError, match="symbolic links"):
        opened(project, scan, path)
    assert getattr(read_markdown(project, scan, path), "code", "") == "unreadable-file"
    assert getattr(digest_file(project, scan, path), "code", "") == "unreadable-file"


def test_a_symlink_out_of_the_project_stops_a_deployment(tmp_path: Path) -> None:
    """The link is reported; with `--allow links` the site is published without its target."""
    bench = Bench.made(tmp_path)
    bench.write(".env", f"KEY={WORD}\n")
    bench.write("static/a.txt", "글")
    os.symlink("../.env", bench.blog / "static/env.txt")

    stopped = bench.deploy()

    assert (stopped.returncode, bench.tip) == (1, "")
    assert "static/env.txt" in stopped.stderr
    bench.deployed("--allow", "links")
    assert "env.txt" not in bench.files()
    assert not [path for path in bench.files() if WORD in bench.show(path)]
