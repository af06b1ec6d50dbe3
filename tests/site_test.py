"""A site in a folder, to be edited and built: the fixture of most tests."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from byeoru.model.project import Job, Profile, Project, Report
from byeoru.session import Everything, session

SETTINGS = "title: 시험 노트\nbase_url: https://example.com\n"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
BOOKKEEPING = ".byeoru-manifest"


class Silent:
    """A listener that ignores everything."""

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        yield

    def expect(self, total: int) -> None: ...

    def advance(self) -> None: ...

    def waits_for(self, process: str) -> None: ...


@dataclass(frozen=True)
class Built:
    """The result of a build, in short words that can be compared."""

    report: Report

    @property
    def problems(self) -> list[str]:
        """Return `path:line:column code` for each problem."""
        return [f"{problem.location} {problem.code}" for problem in self.report.problems]

    @property
    def made(self) -> list[str]:
        """Return the outputs that were rebuilt."""
        return sorted(path for path, _ in self.report.reasons)

    def must_succeed(self) -> "Built":
        """Fail unless the site was written."""
        assert self.report.is_written, self.problems
        return self


class SiteTest:
    """A project folder."""

    executor = ""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.now = NOW
        self.drafts = self.future = self.strict = False
        self.base_url: str | None = None
        self.jobs = 1
        self.output = root / "site"
        self.write("blog.yml", SETTINGS)

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file; text has LF line ends on every system."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
        return place

    def delete(self, path: str) -> None:
        """Remove a file."""
        (self.root / path).unlink()

    def move(self, old: str, new: str) -> None:
        """Rename a file."""
        (self.root / new).parent.mkdir(parents=True, exist_ok=True)
        os.replace(self.root / old, self.root / new)

    @property
    def profile(self) -> Profile:
        return Profile("site", str(self.output), self.drafts, self.future, self.base_url, self.strict)

    def build(self) -> Built:
        """Build the site as it is."""
        with session(Project(str(self.root)), self.profile, Silent()) as builds:
            builds.run(Job(self.now, self.jobs, self.executor), Everything())
            return Built(builds.flush())

    def files(self) -> dict[str, bytes]:
        """Return the files of the output folder."""
        return files_below(self.output)

    def page(self, path: str) -> str:
        """Return one text of the output folder."""
        return (self.output / path).read_text(encoding="utf-8")

    def clean_twin(self, place: Path) -> "SiteTest":
        """Return a copy of the sources in *place*, without cache and output."""
        shutil.copytree(self.root, place, ignore=shutil.ignore_patterns(".blog", "site"), symlinks=True)
        twin = SiteTest.__new__(SiteTest)
        twin.__dict__.update(self.__dict__)
        twin.root, twin.output = place, place / "site"
        return twin


def files_below(root: Path) -> dict[str, bytes]:
    """Return the contents of all files below *root* by their path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != BOOKKEEPING
    }
