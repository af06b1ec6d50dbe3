"""Golden sites: small projects with one feature each, compared byte for byte with their expected output.

`make golden` writes the expected files anew; read the difference before it is committed.
"""

import re
import shutil
from pathlib import Path

import pytest

from site_test import NOW, SiteTest, files_below

GOLDEN = Path(__file__).parent / "golden"
SHARED = ("theme/code.css", "theme/plain.css")  # the same in every site; they stand in `golden/expected` once
# Which terms a text has is tuned by measurement (`bench/search`), and the shards of all sites would change each time.
TUNED = re.compile(r"search/\w+/\d+/(p|u)[^/]*/\w+\.txt")
PROJECTS = sorted(path.parent.name for path in GOLDEN.glob("*/blog.yml"))


def built(name: str, place: Path) -> dict[str, bytes]:
    """Build the golden project *name* in *place* and return its files."""
    shutil.copytree(GOLDEN / name, place, ignore=shutil.ignore_patterns("expected"))
    shutil.copytree(GOLDEN / "themes", place / "themes")
    site = SiteTest.__new__(SiteTest)
    site.__dict__.update(
        root=place,
        now=NOW,
        drafts=False,
        future=False,
        strict=True,
        base_url=None,
        jobs=1,
        output=place / "site",
    )
    assert site.build().must_succeed().problems == []
    return {path: data for path, data in site.files().items() if not TUNED.fullmatch(path)}


def expected_of(name: str) -> dict[str, bytes]:
    """Return the expected files of the golden project *name*."""
    return files_below(GOLDEN / "expected") | files_below(GOLDEN / name / "expected")


def shown(data: bytes) -> str:
    """Return a file as text, to make a difference readable; images are hexadecimal."""
    return data.decode("utf-8", "backslashreplace")


@pytest.mark.parametrize("name", PROJECTS)
def test_a_golden_site_is_what_it_was(name: str, tmp_path: Path) -> None:
    """Every file of the site is equal to the expected one, byte for byte."""
    expected = expected_of(name)
    found = built(name, tmp_path / name)

    assert sorted(found) == sorted(expected)
    for path, data in expected.items():
        assert shown(found[path]) == shown(data), path


def test_every_address_of_a_project_site_lies_below_its_path(tmp_path: Path) -> None:
    """No address in pages, style sheets and feeds is outside of the site's path."""
    site_files = built("subpath", tmp_path / "plain")
    themed = tmp_path / "hanji"
    shutil.copytree(GOLDEN / "subpath", themed, ignore=shutil.ignore_patterns("expected"))
    text = (themed / "blog.yml").read_text(encoding="utf-8").replace("theme: plain\n", "")
    (themed / "blog.yml").write_text(text, encoding="utf-8")
    (tmp_path / "other").mkdir()
    site = SiteTest(tmp_path / "other")
    site.root, site.output = themed, themed / "site"
    site.build().must_succeed()

    for path, data in [*site_files.items(), *site.files().items()]:
        if not path.endswith((".html", ".css", ".xml")):
            continue
        for reference in re.findall(
            r"""(?:href|src|content|url)\s*=?\s*[("']\s*(?:\d+; url=)?(/[^"')]*)""", data.decode()
        ):
            assert reference.startswith("/%EB%85%B8%ED%8A%B8/"), (path, reference)


def write_expected() -> None:
    """Write the expected files of all golden sites."""
    import tempfile

    for name in PROJECTS:
        with tempfile.TemporaryDirectory() as folder:
            files = built(name, Path(folder) / name)
        shutil.rmtree(GOLDEN / name / "expected", ignore_errors=True)
        for path, data in files.items():
            place = (GOLDEN if path in SHARED else GOLDEN / name) / "expected" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)


if __name__ == "__main__":
    write_expected()
