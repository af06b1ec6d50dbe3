"""A site with a remote on the disk, and the command that deploys it, for tests of deployment."""

import os
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.user_folders import user_state_directory
from byeoru.cli.site_settings import settings_of
from byeoru.model.project import Project
from byeoru.publish.targets import target_types
from byeoru.publish.trust import TrustStore
from command import run_blog, start_blog

SETTINGS = "title: 시험\nbase_url: https://blog.example.kr\ndeploy:\n  repository: ../remote.git\n"
PEOPLE = {f"GIT_{who}_{what}": "t@example.kr" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def git(folder: Path, *words: str, data: bytes = b"") -> str:
    """Run git in *folder*, as a user would."""
    answer = subprocess.run(
        ["git", *words], cwd=folder, capture_output=True, check=True, input=data, env={**os.environ, **PEOPLE}
    )
    return answer.stdout.decode("utf-8", "replace").strip()


@dataclass(frozen=True)
class Bench:
    """A blog in `blog`, and the bare repository `remote.git` next to it."""

    folder: Path

    @property
    def blog(self) -> Path:
        return self.folder / "blog"

    @property
    def remote(self) -> Path:
        return self.folder / "remote.git"

    @classmethod
    def made(cls, folder: Path, posts: int = 2) -> "Bench":
        """Create both, with a few posts."""
        bench = cls(folder)
        (bench.blog / "content/posts").mkdir(parents=True)
        (bench.blog / "blog.yml").write_text(SETTINGS, encoding="utf-8")
        for number in range(posts):
            bench.write(
                f"content/posts/p{number}.md", f"---\ntitle: 글 {number}\ndate: 2026-01-02\n---\n본문 {number}\n"
            )
        git(folder, "init", "--quiet", "--bare", "remote.git")
        return bench

    def write(self, path: str, text: str) -> None:
        place = self.blog / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())

    def start(self, *words: str, **environment: str) -> "subprocess.Popen[str]":
        """Start `blog deploy` as a process, with consent to the target in the settings."""
        self.agree()
        return start_blog(self.blog, "deploy", *words, options={"start_new_session": True}, **environment)

    def kill(self, process: "subprocess.Popen[str]") -> None:
        """Kill a deployment, and wait for the programs that it has started: a push of git ends a little later."""
        process.kill()
        process.communicate()
        deadline = time.monotonic() + 20
        with suppress(ProcessLookupError):
            while time.monotonic() < deadline:
                os.killpg(process.pid, 0)
                time.sleep(0.01)

    def seconds(self, **environment: str) -> float:
        """Deploy in a process and return its duration, for tests that kill one."""
        began = time.monotonic()
        process = self.start("--no-wait", **environment)
        out, err = process.communicate(timeout=100)
        assert process.returncode == 0, out + err
        return time.monotonic() - began

    def deploy(self, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run `blog deploy` without waiting for the address to respond."""
        return self.deploy_and_wait("--no-wait", *words, **environment)

    def deploy_and_wait(self, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run `blog deploy`, which waits until the site is live."""
        self.agree()
        return run_blog(self.blog, "deploy", *words, **environment)

    def agree(self) -> None:
        """Record consent to the target in the settings, as if the author had given it before."""
        root = os.path.realpath(self.blog)
        project, memory = Project(root), TrustStore(user_state_directory(), root)
        settings = settings_of(project)
        kind = target_types().get(settings.deploy.target)
        target = kind.connect(settings.deploy, project, (), memory) if kind and kind.connect else None
        if target is not None and not isinstance(target, Diagnostic):
            assert memory.trust(f"{settings.deploy.target} {target.where}")

    def deployed(self, *words: str, **environment: str) -> str:
        """Deploy; fail unless it succeeds."""
        answer = self.deploy(*words, **environment)
        assert answer.returncode == 0, answer.stdout + answer.stderr
        return answer.stdout

    def setup_for(self, kind: str, *words: str) -> str:
        """Return the output of `--setup`."""
        return self.deployed("--setup", kind, *words)

    @property
    def tip(self) -> str:
        """Return the commit of the branch, "" for none."""
        rows = git(self.remote, "for-each-ref", "--format=%(objectname)", "refs/heads/gh-pages")
        return rows.strip()

    def files(self, at: str = "gh-pages") -> list[str]:
        """Return the files of the branch."""
        return git(self.remote, "ls-tree", "-r", "-z", "--name-only", at).rstrip("\0").split("\0")

    def show(self, path: str, at: str = "gh-pages") -> str:
        """Return one file of the branch."""
        return git(self.remote, "show", f"{at}:{path}")

    def commit_on_branch(self, path: str, text: str, message: str = "Create CNAME") -> str:
        """Commit a file on the branch, as GitHub's web page does; return the commit."""
        other = self.folder / "other"
        if not other.exists():
            git(self.folder, "clone", "--quiet", "--branch", "gh-pages", "remote.git", "other")
        git(other, "pull", "--quiet")
        (other / path).write_text(text, encoding="utf-8")
        git(other, "add", path)
        git(other, "commit", "--quiet", "-m", message)
        git(other, "push", "--quiet")
        return self.tip
