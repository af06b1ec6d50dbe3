"""An unreadable folder is reported, and its posts are not treated as deleted."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_test import SiteTest

NOBODY = 65534


@pytest.fixture
def open_site() -> Iterator[SiteTest]:
    """Yield a site in a folder that everybody may enter; its owner is `nobody` if this process is root."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    site = SiteTest(folder)
    site.write("content/posts/a.md", "# a\n")
    site.write("content/pages/b.md", "# b\n")
    yield site
    subprocess.run(["chmod", "-R", "u+rwx", str(folder)], check=True)
    shutil.rmtree(folder)


def built_by_nobody(site: SiteTest) -> str:
    """Build in a child of this process that is not root, with all modules imported, as it may not read them."""
    SiteTest(Path(tempfile.mkdtemp())).build()
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", str(NOBODY), str(site.root)], check=True)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _build_as_nobody(site, writing)
        finally:
            os._exit(1)
    os.close(writing)
    with open(reading, encoding="utf-8") as answer:
        said = answer.read()
    assert os.waitpid(child, 0)[1] == 0, said
    return said


def _build_as_nobody(site: SiteTest, writing: int) -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    built = site.build()
    os.write(writing, f"{built.report.is_written} {built.problems}".encode())
    os._exit(0)


@pytest.mark.skipif(sys.platform == "win32", reason="modes")
@pytest.mark.parametrize("mode", [0o400, 0o000, 0o600, 0o100])
def test_an_unreadable_folder_is_an_error(open_site: SiteTest, mode: int) -> None:
    """A folder of which only the names can be read is an error too, and the published site stays."""
    assert built_by_nobody(open_site) == "True []"
    before = open_site.files()
    (open_site.root / "content/posts").chmod(mode)

    said = built_by_nobody(open_site)

    assert said == "False ['content/posts unreadable-folder']"
    assert open_site.files() == before
