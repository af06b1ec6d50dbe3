"""A folder that cannot be read is said, and its posts are not taken for deleted ones."""

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

# A first build brings all modules in: another user may not be allowed to read this Python.
BUILD = """
import os, sys, tempfile
sys.path[:0] = {path!r}
from pathlib import Path
from site_test import SiteTest
first = SiteTest(Path(tempfile.mkdtemp()))
first.write("content/posts/a.md", "# a\\n")
first.build()
if os.geteuid() == 0:
    os.setgroups([]); os.setgid({nobody}); os.setuid({nobody})
site = SiteTest.__new__(SiteTest)
site.__dict__.update(first.__dict__, root=Path({root!r}), output=Path({root!r}) / "site")
built = site.build()
print(built.report.is_written, built.problems)
"""


@pytest.fixture
def open_site() -> Iterator[SiteTest]:
    """Yield a site in a folder that everybody may enter, and that belongs to nobody where this process is root."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    site = SiteTest(folder)
    site.write("content/posts/a.md", "# a\n")
    site.write("content/pages/b.md", "# b\n")
    yield site
    subprocess.run(["chmod", "-R", "u+rwx", str(folder)], check=True)
    shutil.rmtree(folder)


def built_by_nobody(site: SiteTest) -> str:
    if os.geteuid() == 0:
        subprocess.run(["chown", "-R", str(NOBODY), str(site.root)], check=True)
    program = BUILD.format(nobody=NOBODY, path=sys.path, root=str(site.root))
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="modes")
@pytest.mark.parametrize("mode", [0o400, 0o000, 0o600, 0o100])
def test_a_folder_that_cannot_be_entered_is_an_error(open_site: SiteTest, mode: int) -> None:
    """With its names readable and nothing else, all posts were lost with exit code 0: the old site has to stay."""
    assert built_by_nobody(open_site) == "True []"
    before = open_site.files()
    (open_site.root / "content/posts").chmod(mode)

    said = built_by_nobody(open_site)

    assert said == "False ['content/posts unreadable-folder']"
    assert open_site.files() == before
