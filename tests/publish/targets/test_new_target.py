"""A target is one module: the settings, the deployment and its messages read the table of targets."""

from pathlib import Path
from zipfile import ZipFile

from program_copy_test import ProgramCopy

ARCHIVE = '''
"""A zip file."""

import os
from typing import NamedTuple
from zipfile import ZipFile

from byeoru.base.diagnostic import Location, error
from byeoru.base.digest import digest
from byeoru.publish import options
from byeoru.publish.deployment import Published
from byeoru.publish.file_list import files_of
from byeoru.publish.site import STAMP
from byeoru.publish.target import Look
from byeoru.publish.target_type import TargetType

MESSAGES = {
    "problem.deploy-no-archive": ("`deploy.file`이 없습니다", "`deploy.file` is missing"),
    "hint.set-archive": ("zip 파일의 경로를 적으세요", "set the path of a zip file"),
}


class Archive(NamedTuple):
    path: str
    address: str = ""
    live_timeout: int = 0

    @property
    def where(self):
        return self.path

    def look(self, site):
        contents = self.contents()
        stamp = contents.get(STAMP, b"").decode()
        before, after = {path: digest(data) for path, data in contents.items()}, files_of(site)
        read = lambda paths: {path: contents.get(path, b"") for path in paths}
        return Look(stamp, site.stamp, site.stamp, before, after, frozenset(), bool(stamp), before == after, read,
                    lambda changes: "", tuple(after), site=site)

    def send(self, look, authorship, on_progress):
        with ZipFile(self.path, "w") as archive:
            for path in look.after:
                archive.writestr(path, look.site.read(path))
        return Published(look.stamp, look.stamp)

    def contents(self):
        if not os.path.exists(self.path):
            return {}
        with ZipFile(self.path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


def _connect(deploy, project, sources, trust):
    path = deploy.option("file")
    if not path:
        return error("deploy-no-archive", Location("blog.yml"), "set-archive")
    return Archive(os.path.join(project.root, path))


TARGET = TargetType("archive", {"file": options.text}, _connect)
'''
SETTINGS = "title: t\nbase_url: https://example.kr\ndeploy:\n  target: archive\n"


def test_a_target_is_added_by_one_file(tmp_path: Path) -> None:
    """Its options are settings, it receives the site once, and what it refuses is reported in its own words."""
    program, blog = ProgramCopy(tmp_path), tmp_path / "blog"
    program.add("publish/targets/archive.py", ARCHIVE)
    (blog / "content/posts").mkdir(parents=True)
    (blog / "content/posts/a.md").write_text("---\ntitle: a\ndate: 2026-01-01\n---\n글\n")

    (blog / "blog.yml").write_text(SETTINGS)
    refused = program.run(blog, "deploy", "--yes", "--no-wait", code=1)
    (blog / "blog.yml").write_text(f"{SETTINGS}  file: ../site.zip\n")
    first, again = (program.run(blog, "deploy", "--yes", "--no-wait") for _ in range(2))

    assert "`deploy.file` is missing" in refused
    assert "first deployment" in first
    assert "already up to date" in again
    with ZipFile(tmp_path / "site.zip") as archive:
        assert archive.read("posts/a/index.html") == (blog / "site/posts/a/index.html").read_bytes()
