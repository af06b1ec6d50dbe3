"""The same bytes everywhere: other zones, locales, hash seeds, folders, numbers of jobs, and a wheel."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from site_test import files_below

ROOT = Path(__file__).parents[1]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")


def copied(place: Path) -> Path:
    """Copy the example site's sources to *place*, without its checkout."""
    place.mkdir(parents=True)
    shutil.copytree(ROOT / "content", place / "content")
    shutil.copy(ROOT / "blog.yml", place)
    return place


BLOG = ("-m", "byeoru")
# The same command, which hands any work to its workers, however little it is; to those that it starts in one way.
EAGER = """
from byeoru import rendering
from byeoru.base import pool
from byeoru.cache import parsings
rendering.POOL_WEIGHT = parsings.ALONE_BYTES = 0
pool.start_method = lambda: {method!r}
from byeoru.__main__ import main
main()
"""


def built(place: Path, *words: str, **environment: str) -> dict[str, bytes]:
    """Build the site at *place* in a separate process."""
    return built_by_program(BLOG, place, words, environment)


def built_by_program(
    program: tuple[str, str], place: Path, words: Sequence[str], environment: Mapping[str, str]
) -> dict[str, bytes]:
    """Build the site at *place* with the options of Python that are *program*."""
    process = {**os.environ, "SOURCE_DATE_EPOCH": "1795000000", **environment}
    subprocess.run([sys.executable, *program, "build", "--quiet", *words], cwd=place, env=process, check=True)
    return files_below(place / "site")


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the example site as built here."""
    return built(copied(tmp_path_factory.mktemp("here") / "site-of-reference"))


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "12345"},
        *(
            pytest.param(one, marks=pytest.mark.slow)
            for one in (
                {"TZ": "UTC", "LC_ALL": "C"},
                {"TZ": "Asia/Seoul", "LANG": "ko_KR.UTF-8"},
                {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
                {"PYTHONHASHSEED": "12345", "PYTHONOPTIMIZE": "1"},
            )
        ),
    ],
)
def test_the_environment_does_not_matter(
    reference: dict[str, bytes], tmp_path: Path, environment: dict[str, str]
) -> None:
    """Time zone, locale and hash seed do not affect a byte."""
    assert built(copied(tmp_path / "other"), **environment) == reference


def built_by(jobs: int, place: Path) -> dict[str, bytes]:
    """Build the example site and many more posts in *place*, enough work for a pool."""
    copied(place)
    for number in range(320):
        front = f"title: 글 {number}\ndate: 2026-01-01\ntags: [t{number % 7}]"
        text = f"---\n{front}\n---\n[앞](p{max(0, number - 1)}.md)\n\n" + "글 **굵게**\n\n" * 8
        (place / f"content/posts/p{number}.md").write_text(text, encoding="utf-8")
    return built(place, "--jobs", str(jobs))


@pytest.fixture(scope="module")
def by_one(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the site built by a single process."""
    return built_by(1, tmp_path_factory.mktemp("one") / "site")


@pytest.mark.parametrize("method", [pytest.param("fork", marks=LINUX), "spawn"])
def test_workers_make_the_example_site(reference: dict[str, bytes], tmp_path: Path, method: str) -> None:
    """Two workers build the same bytes as one process, whether they inherit their work or are sent it."""
    place = copied(tmp_path / "한글 folder")

    assert built_by_program(("-c", EAGER.format(method=method)), place, ["--jobs", "2"], {}) == reference


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [2, 5])
def test_the_number_of_jobs_does_not_matter(by_one: dict[str, bytes], tmp_path: Path, jobs: int) -> None:
    """Workers build the same bytes as one process, also with enough work for a pool."""
    assert built_by(jobs, tmp_path / "한글 folder" / "site") == by_one


@pytest.mark.slow
def test_a_wheel_builds_what_a_checkout_builds(reference: dict[str, bytes], tmp_path: Path) -> None:
    """A wheel contains the themes and needs nothing else."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "dist"], cwd=ROOT, check=True
    )
    [wheel] = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")

    found = built(copied(tmp_path / "site"), PYTHONPATH=str(tmp_path / "installed"))

    assert (tmp_path / "installed/byeoru/themes/hanji/theme.yml").exists()
    assert found == reference


def test_an_edited_template_of_the_checkout_is_seen(tmp_path: Path) -> None:
    """In an editable install, the themes of the checkout are used."""
    from byeoru.discover.sources import builtin_themes

    assert Path(builtin_themes()).resolve() == ROOT / "themes"
