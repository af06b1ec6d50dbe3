"""A deployment that may do harm stops with a hint, and continues if an option allows it."""

import os
import unicodedata
from pathlib import Path

import pytest

from byeoru.publish.compare.preflight import LiveSite, PlannedSite, reasons_to_stop
from byeoru.publish.github import pages_address
from byeoru.publish.site_address import cname_of
from byeoru.publish.targets.github_pages.checks import FILE_LIMIT, Branch, branch_reasons
from deploy_test import Bench, git

NOTHING = LiveSite((), is_ours=False, broken=())


def with_settings(bench: Bench, base_url: str) -> None:
    bench.write("blog.yml", f"title: 시험\nbase_url: {base_url}\ndeploy:\n  repository: ../remote.git\n")


def codes(folder: Path, live: LiveSite = NOTHING, **own: str) -> list[str]:
    """Return the reasons to stop for the files of *folder*."""
    paths = tuple(
        sorted(
            os.path.relpath(os.path.join(root, name), folder) for root, _, names in os.walk(folder) for name in names
        )
    )
    fields = {"base_url": "https://blog.example.kr", "expected": "", "cname": "", **own}
    branch = branch_reasons(
        str(folder), paths, fields["base_url"], fields["cname"], Branch(frozenset(), "", is_ours=False)
    )
    planned = PlannedSite(fields["base_url"], fields["expected"], paths)
    return [problem.code for problem in reasons_to_stop(planned, live, branch)]


def begin(folder: Path) -> None:
    """Make the smallest site."""
    for name in ("index.html", "a.html"):
        (folder / name).write_text("")


@pytest.mark.parametrize(
    ("base_url", "host"),
    [
        ("https://Blog.Example.kr", "blog.example.kr"),
        ("https://한글.kr", "xn--bj0bj06e.kr"),
        ("https://kim.github.io/notes", None),
        ("https://kim.github.io", None),
        ("https://blog.example.kr/notes", None),
    ],
)
def test_cname_exists_only_for_a_custom_domain(bench: Bench, base_url: str, host: str | None) -> None:
    """It contains one host in Punycode; there is none for GitHub's own addresses and for sites below a path."""
    with_settings(bench, base_url)

    bench.deployed()

    assert (bench.show("CNAME") if "CNAME" in bench.files() else None) == host
    if host:
        assert git(bench.remote, "cat-file", "-s", "gh-pages:CNAME") == str(len(host) + 1)


def test_a_domain_that_was_set_at_github_is_not_overwritten(bench: Bench) -> None:
    """The deployment stops, unless an option allows it or the settings name the same host."""
    with_settings(bench, "https://kim.github.io/notes")
    bench.deployed()
    theirs = bench.commit_on_branch("CNAME", "blog.example.kr\n")

    stopped = bench.deploy()
    untouched = bench.tip
    with_settings(bench, "https://other.example.kr")
    other = bench.deploy()
    with_settings(bench, "https://blog.example.kr")
    bench.deployed()

    assert "error[deploy-cname]" in stopped.stderr
    assert "--allow cname" in stopped.stderr
    assert untouched == theirs
    assert other.returncode == 1
    assert bench.show("CNAME") == "blog.example.kr"


def test_a_domain_of_an_earlier_deployment_can_change(bench: Bench) -> None:
    """A `CNAME` from the last deployment may be replaced."""
    bench.deployed()
    with_settings(bench, "https://new.example.kr")

    bench.deployed()

    assert bench.show("CNAME") == "new.example.kr"


@pytest.mark.parametrize("base_url", ["http://localhost:8080", "http://127.0.0.1", "http://192.168.0.7/blog", "''"])
def test_a_local_base_url_stops_a_deployment(bench: Bench, base_url: str) -> None:
    """Every canonical link and feed entry would contain it."""
    with_settings(bench, base_url)

    stopped, allowed = bench.deploy(), bench.deploy("--allow", "address")

    assert stopped.returncode == 1
    assert "--allow address" in stopped.stderr
    assert (allowed.returncode, bench.tip != "") == (0, True)


def test_sources_on_the_branch_are_not_replaced(bench: Bench) -> None:
    """A branch that contains a project is probably the wrong one."""
    git(bench.blog, "init", "--quiet", "-b", "gh-pages")
    git(bench.blog, "add", "blog.yml", "content")
    git(bench.blog, "commit", "--quiet", "-m", "글")
    git(bench.blog, "push", "--quiet", "../remote.git", "gh-pages")
    tip = bench.tip

    stopped = bench.deploy()

    assert "error[deploy-over-sources]" in stopped.stderr
    assert bench.tip == tip


def test_a_much_smaller_site_stops_a_deployment(bench: Bench) -> None:
    """If more than half of the files would be deleted, this is probably a mistake."""
    for number in range(60):
        bench.write(f"content/posts/more/{number}.md", f"---\ntitle: 더 {number}\ndate: 2026-01-02\n---\n더\n")
    bench.deployed()
    for number in range(60):
        (bench.blog / f"content/posts/more/{number}.md").unlink()

    stopped = bench.deploy()
    half = bench.deploy("--allow", "shrink")
    bench.deployed("--allow", "shrink", "--allow", "broken")

    assert "error[deploy-shrink]" in stopped.stderr
    assert "deploy-shrink" not in half.stderr
    assert "error[deploy-broken]" in half.stderr


def test_an_empty_site_stops_a_deployment(tmp_path: Path) -> None:
    """A folder without `index.html` is no site, nor is one with empty lists."""
    nothing = codes(tmp_path)
    (tmp_path / "tags").mkdir()
    for name in ("index.html", "404.html", "tags/index.html"):
        (tmp_path / name).write_text("")

    assert nothing == codes(tmp_path) == ["deploy-empty"]


def test_names_that_differ_only_in_case_or_normal_form(tmp_path: Path) -> None:
    """Files and folders whose names are equal on some file systems stop a deployment."""
    for path in (
        "index.html",
        "a.html",
        "tags/Go/index.html",
        "tags/go/index.html",
        "한글.png",
        unicodedata.normalize("NFD", "한글.png"),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")

    assert codes(tmp_path) == ["deploy-same-name", "deploy-same-name", "deploy-same-name"]


def test_too_large_files_and_sites(tmp_path: Path) -> None:
    """GitHub refuses files over 100 MB and sites over 1 GB; sparse files take their place here."""
    begin(tmp_path)
    for number in range(11):
        with (tmp_path / f"{number}.bin").open("wb") as file:
            file.truncate(FILE_LIMIT + (1 if number == 0 else 0))

    assert codes(tmp_path) == ["deploy-large-file", "deploy-large-site"]


def test_a_cname_file_in_the_site(tmp_path: Path) -> None:
    """`static/CNAME` is accepted if it contains the host in the settings."""
    begin(tmp_path)

    assert codes(tmp_path, cname="blog.example.kr") == []
    assert codes(tmp_path, cname="old.example.kr") == ["deploy-cname-file"]


def test_a_base_url_of_another_repository(tmp_path: Path) -> None:
    """`https://kim.github.io` is not the address of the repository `kim/notes`, where stylesheets would be missing."""
    begin(tmp_path)
    expected = pages_address("git@github.com:kim/notes.git")

    assert codes(tmp_path, base_url="https://kim.github.io", expected=expected) == ["deploy-other-address"]
    assert codes(tmp_path, base_url="https://kim.github.io/notes", expected=expected) == []
    assert cname_of("https://kim.github.io") == ""
