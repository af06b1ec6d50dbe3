"""Targets declare themselves, and options that they share are read in the same way."""

import subprocess
from pathlib import Path

import pytest

from byeoru.publish.targets import target_types
from program_copy_test import ProgramCopy


def test_targets_are_found_in_their_folder() -> None:
    """All targets are listed, the default first."""
    assert list(target_types()) == ["github-pages", "folder", "github-actions", "rsync"]


@pytest.mark.parametrize("name", target_types())
def test_an_option_has_one_reader(name: str) -> None:
    """A project may have options of several targets, so an option of two targets must mean the same for both."""
    for option, read in target_types()[name].options.items():
        assert all(one.options.get(option, read) is read for one in target_types().values())


PLANTED = '''"""Publish to a list of addresses, for a test."""

import os

from byeoru.publish import file_list, options
from byeoru.publish.deployment import Published
from byeoru.publish.target import Look
from byeoru.publish.target_type import TargetType


class Index:
    where, address, live_timeout = "an index", "", 1

    def __init__(self, place):
        self.place = place

    def look(self, site):
        after = file_list.files_of(site)
        read = lambda paths: dict.fromkeys(paths, b"")
        return Look("", "", site.stamp, {}, after, frozenset(), False, False, read, lambda _: "planted diff", site=site)

    def send(self, look, authorship, on_progress):
        with open(self.place, "w", encoding="utf-8") as file:
            file.write("".join(f"{path}\\n" for path in look.after))
        return Published(look.stamp, look.stamp)


def connect(deploy, project, sources, trust):
    return Index(os.path.join(project.root, deploy.option("index", "index.txt")))


MESSAGES = {
    "problem.bad-index": ("`{text}`에는 쓸 수 없습니다", "cannot write to `{text}`"),
}
TARGET = TargetType("index", {"index": options.one_of(["a.txt"], "bad-index")}, connect)
'''


def test_a_new_target_is_one_new_file(tmp_path: Path) -> None:
    """Its name, options and messages, and all commands that need no history, work without a change in another file."""
    program = ProgramCopy(tmp_path)
    program.add("publish/targets/index.py", PLANTED)
    blog = tmp_path / "blog"
    (blog / "content/posts").mkdir(parents=True)
    (blog / "content/posts/a.md").write_text("---\ntitle: 가\ndate: 2026-01-02\n---\n본문\n", encoding="utf-8")

    def run(settings: str, *words: str) -> "subprocess.CompletedProcess[str]":
        (blog / "blog.yml").write_text(f"title: t\nbase_url: https://a.kr\ndeploy: {settings}\n", encoding="utf-8")
        return program.completed(blog, *words)

    wrong = run("{target: index, index: b.txt}", "build")
    shown = run("{target: index, index: a.txt}", "deploy", "--dry-run", "--diff")
    sent = run("{target: index, index: a.txt}", "deploy", "--yes", "--no-wait")
    past = run("{target: index}", "deploy", "--list")

    assert "warning[bad-index]: cannot write to `b.txt`" in wrong.stderr
    assert (shown.returncode, "planted diff" in shown.stdout) == (0, True), shown.stderr
    assert sent.returncode == 0, sent.stderr
    assert "posts/a/index.html" in (blog / "a.txt").read_text(encoding="utf-8").splitlines()
    assert "error[deploy-keeps-no-past]: the target `index` keeps no previous deployments" in past.stderr
