"""The workflow for GitHub Actions publishes pushed sources with the least permissions, and runs for scheduled posts."""

import hashlib
import os
import re
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from byeoru.base.diagnostic import Diagnostic
from byeoru.model.deploy import Deploy
from byeoru.publish.domain.inspection import _dns_and_claim_findings
from byeoru.publish.domain.records import Domain, github_pages
from byeoru.publish.domain.survey import NameServers, take_survey
from byeoru.publish.git.checkout import Checkout, checkout_of
from byeoru.publish.targets import hosting_of, target_options
from byeoru.publish.targets.github_actions.workflow import PATH, crons_of, due_times, install_command, workflow
from byeoru.settings import read_settings
from deploy_test import Bench, git

ARCHIVE = f"https://github.com/kim/byeoru/archive/{'a' * 40}.tar.gz#sha256={'b' * 64}"
INSTALL = f"deploy:\n  actions: {{install: '{ARCHIVE}'}}\n"
AT_NINE = "2031-12-03T09:00:00+09:00"
NOW = {"SOURCE_DATE_EPOCH": "1900000000"}  # 2030-03-17


def read(text: str) -> Any:  # noqa: ANN401
    """Read a workflow; the key `on` is no switch to GitHub, which reads YAML 1.2."""
    found = yaml.load(text, Loader=yaml.BaseLoader)
    assert isinstance(found, dict)
    return found


def cloned(bench: Bench, folder: str = "") -> Bench:
    """Make a clone of `bench.blog`, or of the folder above it."""
    top = bench.blog if not folder else bench.folder
    git(top, "init", "--quiet", "--initial-branch=trunk")
    git(top, "remote", "add", "origin", "git@github.com:Kim/notes.git")
    bench.write("blog.yml", f"title: 시험\nbase_url: https://blog.example.kr\n{INSTALL}")
    return bench


def test_the_workflow_has_the_least_permissions() -> None:
    """The build job can only read; the job that can publish runs no code of ours; actions are pinned to commits."""
    made = read(workflow(Checkout("/w", "", "main"), "1.2.3", ARCHIVE, ()))

    jobs = made["jobs"]
    assert made["permissions"] == {}
    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert [set(step) for step in jobs["deploy"]["steps"]] == [{"id", "uses", "with"}]
    assert made["on"] == {"push": {"branches": ["main"]}, "workflow_dispatch": ""}
    assert made["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    uses = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert len(uses) == 5
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one) for one in uses)
    runs = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert not any("${{" in run for run in runs)
    assert install_command(ARCHIVE) in runs
    assert not re.search(r"byeoru *[=<>~]=", str(made))


def test_the_newest_cache_is_restored() -> None:
    """Each run saves a cache under a new key, and the newest one of the same version is restored."""
    steps = read(workflow(Checkout("/w", "", "main"), "1.2.3", ARCHIVE, ()))["jobs"]["build"]["steps"]
    [cache] = [step["with"] for step in steps if "cache@" in step.get("uses", "")]

    assert cache["key"].startswith(cache["restore-keys"])
    assert "github.run_id" in cache["key"]
    assert "github.run_attempt" in cache["key"]
    assert cache["path"] == ".blog"


def test_a_run_can_be_repeated() -> None:
    """Artifacts of earlier attempts remain, so each attempt publishes the artifact of its own build by name."""
    jobs = read(workflow(Checkout("/w", "", "main"), "1.2.3", ARCHIVE, ()))["jobs"]
    [upload] = [step["with"] for step in jobs["build"]["steps"] if "upload" in step.get("uses", "")]
    [publish] = jobs["deploy"]["steps"]

    assert upload["name"] == jobs["build"]["outputs"]["artifact"]
    assert "github.run_attempt" in upload["name"]
    assert publish["with"] == {"artifact_name": "${{ needs.build.outputs.artifact }}"}
    assert jobs["deploy"]["needs"] == "build"


def test_a_project_in_a_subfolder_of_its_clone() -> None:
    """It is built in that folder, and only a push that changes the folder starts a build."""
    made = read(workflow(Checkout("/w", "web/내 블로그+", 'a"b'), "1.2.3", ARCHIVE, ()))

    assert made["on"]["push"] == {"branches": ['a"b'], "paths": [r"web/내 블로그\+/**", PATH]}
    build = made["jobs"]["build"]
    assert build["defaults"]["run"]["working-directory"] == "web/내 블로그+"
    paths = [step["with"]["path"] for step in build["steps"] if "path" in step.get("with", {})]
    assert paths == ["web/내 블로그+/.blog", "web/내 블로그+/site"]


def test_a_run_starts_after_each_date() -> None:
    """Times are in UTC, across the ends of days and years; the next ten posts have two runs each."""
    due = due_times([AT_NINE, AT_NINE, "2030-12-31T23:30:00+00:00"])

    assert [one.cron for one in due] == ["33 23 31 12 *", "33 0 1 1 *", "3 0 3 12 *", "3 1 3 12 *"]
    text = workflow(Checkout("/w", "", "main"), "1.2.3", ARCHIVE, due)
    assert read(text)["on"]["schedule"] == [{"cron": one.cron} for one in due]
    assert crons_of(text) == {one.cron for one in due}
    assert len(due_times(f"2031-01-{day:02}T00:00:00+00:00" for day in range(1, 31))) == 20


@pytest.mark.parametrize("folder", ["", "blog"])
def test_the_workflow_is_written_at_the_top_of_the_clone(bench: Bench, folder: str) -> None:
    """It uses the default branch; the target is written to the settings, and the next steps are printed."""
    cloned(bench, folder)
    top = bench.folder if folder else bench.blog

    said = bench.deployed("--setup", "actions", "--yes")

    made = read((top / PATH).read_text(encoding="utf-8"))
    assert made["on"]["push"]["branches"] == ["trunk"]
    assert "schedule" not in made["on"]
    assert f"byeoru @ {ARCHIVE}" in str(made)
    assert "  target: github-actions\n" in (bench.blog / "blog.yml").read_text(encoding="utf-8")
    # The `origin` of a clone around the project is not taken for the author's.
    assert f"gh api repos/{'OWNER/REPO' if folder else 'Kim/notes'}/pages -X POST -f build_type=workflow" in said
    assert "-f cname=blog.example.kr" in said
    assert "git push origin trunk" in said
    assert ("../" if folder else "") + PATH in said
    assert "no schedule" in said


def test_a_changed_workflow_is_overwritten_only_with_yes(bench: Bench) -> None:
    """An identical workflow is not written; a different one needs `--yes`."""
    cloned(bench)
    bench.deployed("--setup", "actions", "--yes")
    written = (bench.blog / PATH).read_bytes()
    again = bench.deployed("--setup", "actions")
    bench.write(PATH, "name: mine\n")
    refused = bench.deploy("--setup", "actions")

    assert "is up to date" in again
    assert (refused.returncode, "actions-differs" in refused.stderr) == (1, True)
    assert (bench.blog / PATH).read_text(encoding="utf-8") == "name: mine\n"
    bench.deployed("--setup", "actions", "--yes")
    assert (bench.blog / PATH).read_bytes() == written


def test_comments_of_the_settings_stay(bench: Bench) -> None:
    """The target is inserted into `deploy`, whether that is a mapping or missing."""
    cloned(bench)
    text = "title: 시험  # 제목\nbase_url: https://blog.example.kr\ndeploy:\n  # 어디에\n  repository: kim/blog # 여기\nmenu: {}\n"
    text = text.replace("deploy:\n", INSTALL)
    bench.write("blog.yml", text)

    bench.deployed("--setup", "actions", "--yes")

    wanted = text.replace("# 여기\n", "# 여기\n  target: github-actions\n")
    assert (bench.blog / "blog.yml").read_text(encoding="utf-8") == wanted


def test_scheduled_posts_have_runs(bench: Bench) -> None:
    """A scheduled post has a run; one that is missing in the workflow is reported."""
    cloned(bench)
    bench.write("content/posts/later.md", "---\ntitle: 나중\ndate: 2031-12-03 09:00\n---\n나중에\n")
    first = bench.deploy("--setup", "actions", "--yes", **NOW)
    made = read((bench.blog / PATH).read_text(encoding="utf-8"))
    fine = bench.deploy(**NOW)
    bench.write("content/posts/more.md", "---\ntitle: 더\ndate: 2031-12-04 09:00\n---\n더\n")
    told = bench.deploy(**NOW)
    in_a_run = bench.deploy("--dry-run", **NOW, GITHUB_ACTIONS="true")

    assert [row["cron"] for row in made["on"]["schedule"]] == ["3 0 3 12 *", "3 1 3 12 *"]
    assert "a schedule for 1 scheduled post" in first.stdout
    assert "actions-not-scheduled" not in fine.stderr
    assert "actions-not-scheduled" in told.stderr
    assert "2031-12-04T09:00+09:00" in told.stderr
    assert "::warning title=actions-not-scheduled::" in in_a_run.stdout
    assert [one.returncode for one in (first, fine, told, in_a_run)] == [0, 0, 0, 0]


def test_a_run_stops_for_the_same_reasons_as_a_deployment(bench: Bench) -> None:
    """A private page stops the run before the upload, unless the workflow was created with `--allow`."""
    cloned(bench)
    bench.write("content/posts/own.md", "---\ntitle: 나만\ndate: 2026-01-02\nprivate: true\n---\n나만 보는 글\n")

    def runs(*words: str) -> int:
        bench.deployed("--setup", "actions", "--yes", *words)
        steps = read((bench.blog / PATH).read_text(encoding="utf-8"))["jobs"]["build"]["steps"]
        [command] = [step["run"] for step in steps if "deploy" in step.get("run", "")]
        return bench.deploy(*command.split()[2:], GITHUB_ACTIONS="true").returncode

    assert (runs(), runs("--allow", "private")) == (1, 0)


def test_a_deployment_is_a_push_of_the_sources(bench: Bench) -> None:
    """`blog deploy` pushes nothing and explains that; there is no history, and the alternative is named."""
    cloned(bench)
    bench.write("blog.yml", f"title: 시험\nbase_url: https://blog.example.kr\n{INSTALL}  target: github-actions\n")
    without = bench.deploy()
    bench.deployed("--setup", "actions", "--yes")
    said = bench.deployed()
    listed, rolled = bench.deploy("--list"), bench.deploy("--rollback")

    assert (without.returncode, "actions-no-workflow" in without.stderr) == (1, True)
    assert "GitHub Actions deploys this site when you push: git push origin trunk" in said
    assert "https://github.com/Kim/notes/actions" in said
    assert not bench.tip
    for answer in (listed, rolled):
        assert answer.returncode == 1
        assert "git revert" in answer.stderr


def test_the_domain_is_not_read_from_a_file(bench: Bench) -> None:
    """With GitHub Actions a missing `CNAME` is no problem, and the report names the setting at GitHub."""
    found = {}
    for target in ("github-pages", "github-actions"):
        hosting = hosting_of(Deploy(target, (("repository", "../remote.git"),)), str(bench.blog))
        asked = take_survey(Domain("blog.example.kr", "example.kr"), github_pages("kim"), NameServers((), ()), "probe")
        found[target] = [
            one for one in _dns_and_claim_findings(asked, hosting) if one.code.startswith(("branch-", "claim-"))
        ]

    assert [one.code for one in found["github-pages"]] == ["branch-unknown"]
    assert [(one.code, one.level) for one in found["github-actions"]] == [("claim-by-settings", "ok")]


def test_without_a_clone(bench: Bench) -> None:
    """Without a clone the set-up stops with a hint."""
    answer = bench.deploy("--setup", "actions", "--yes")

    assert (answer.returncode, "actions-no-clone" in answer.stderr) == (1, True)


def test_the_default_branch_is_that_of_the_remote(tmp_path: Path) -> None:
    """It is not the current branch if the clone has recorded the remote's default branch."""
    git(tmp_path, "init", "--quiet", "--initial-branch=trunk", "origin")
    git(tmp_path / "origin", "commit", "--quiet", "--allow-empty", "-m", "one")
    git(tmp_path, "clone", "--quiet", "origin", "mine")
    git(tmp_path / "mine", "switch", "--quiet", "--create", "draft")

    found = checkout_of(str(tmp_path / "mine"))

    assert not isinstance(found, Diagnostic)
    assert (found.branch, found.folder) == ("trunk", "")


def test_the_steps_of_the_workflow_build_the_site(bench: Bench) -> None:
    """In a fresh clone with the last cache, its commands produce the bytes of a clean build."""
    cloned(bench)
    bench.deployed("--setup", "actions", "--yes")
    runs = [
        step["run"]
        for step in read((bench.blog / PATH).read_text(encoding="utf-8"))["jobs"]["build"]["steps"]
        if "run" in step
    ]
    programs = Path(sys.executable).parent
    first = steps(bench.blog, runs, programs)
    bench.write("content/posts/p0.md", "---\ntitle: 고침\ndate: 2026-01-02\n---\n고침\n")
    subprocess.run(["rm", "-r", bench.blog / "site"], check=True)  # the cache holds `.blog` alone
    warm = steps(bench.blog, runs, programs)
    subprocess.run(["rm", "-r", bench.blog / "site", bench.blog / ".blog"], check=True)
    clean = steps(bench.blog, runs, programs)

    assert warm == clean != first
    assert ".byeoru-manifest" not in clean


def steps(folder: Path, runs: list[str], programs: Path) -> dict[str, bytes]:
    """Run the commands of the workflow but the one that needs the network; return the site."""
    for run in runs:
        if "pip install" not in run:
            subprocess.run(
                ["sh", "-ec", run],
                cwd=folder,
                check=True,
                capture_output=True,
                env={"PATH": f"{programs}:/usr/bin:/bin", "GITHUB_ACTIONS": "true", "LANG": "C.UTF-8"},
            )
    return {
        path.relative_to(folder / "site").as_posix(): path.read_bytes()
        for path in sorted((folder / "site").rglob("*"))
        if path.is_file()
    }


def test_without_an_archive_to_install_from(bench: Bench) -> None:
    """No workflow is written that would install a package of this name from an index; a hint names the setting."""
    cloned(bench)
    bench.write("blog.yml", "title: 시험\nbase_url: https://blog.example.kr\n")

    answer = bench.deploy("--setup", "actions", "--yes")

    assert (answer.returncode, "error[actions-no-install]" in answer.stderr) == (1, True)
    assert 'install: "https://github.com/OWNER/REPO/archive/COMMIT.tar.gz#sha256=DIGEST"' in answer.stderr
    assert not (bench.blog / PATH).exists()


@pytest.mark.parametrize(
    "text",
    [
        *("byeoru", "byeoru==0.1.0", "https://a.kr/b.tar.gz", f"http://a.kr/b.tar.gz#sha256={'0' * 64}"),
        *(f"https://a.kr/b.tar.gz#sha256={'0' * 63}", f"https://a.kr/$(touch x)#sha256={'0' * 64}"),
        *(f"https://kim:pw@a.kr/b.tar.gz#sha256={'0' * 64}", f"https://a.kr/b'c.tar.gz#sha256={'0' * 64}"),
    ],
)
def test_an_archive_needs_a_digest(text: str) -> None:
    """A package name, a URL without a digest, and a command are refused."""
    found = read_settings(f'title: a\ndeploy:\n  actions:\n    install: "{text}"\n', target_options)

    assert found.value.deploy.option("actions") == ""
    assert [problem.code for problem in found.problems] == ["bad-install"]


@pytest.mark.slow
def test_the_install_command_checks_the_digest(tmp_path: Path) -> None:
    """It installs an archive of this repository, and refuses one with another digest."""
    root = Path(__file__).parents[3]
    words = ["tar", "-czf", str(tmp_path / "byeoru.tar.gz"), "--transform", "s,^,byeoru-x/,"]
    subprocess.run([*words, "pyproject.toml", "README.md", "LICENSE", "NOTICE", "src", "themes"], cwd=root, check=True)
    found = hashlib.sha256((tmp_path / "byeoru.tar.gz").read_bytes()).hexdigest()
    programs = Path(sys.executable).parent
    own = {"PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_INDEX": "1", "PIP_NO_CACHE_DIR": "1"}
    environment = {
        **os.environ,
        **own,
        "PATH": f"{programs}:{os.environ['PATH']}",
        "PIP_TARGET": str(tmp_path / "there"),
    }

    handler = partial(QuietHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        place = f"http://127.0.0.1:{server.server_port}/byeoru.tar.gz"
        done = {
            digest: subprocess.run(
                ["sh", "-ec", install_command(f"{place}#sha256={digest}")],
                env=environment,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            for digest in ("0" * 64, found)
        }
        server.shutdown()

    assert done["0" * 64].returncode != 0
    assert "DO NOT MATCH" in done["0" * 64].stderr
    assert done[found].returncode == 0, done[found].stderr
    assert (tmp_path / "there/byeoru/__main__.py").exists()
    assert (tmp_path / "there/byeoru/themes").is_dir()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serve a folder without a line for each request."""

    def log_message(self, *words: object) -> None: ...
