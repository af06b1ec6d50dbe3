"""Read the CNAME file of the published branch: the custom domain that it claims at GitHub Pages.

In:  a repository URL or path, and a branch.
Out: ``Claim``; a failure of git is a value too.
Must not: write to the repository, prompt for a password, or exceed its time limit.
"""

import os
import tempfile
from typing import Literal, NamedTuple

from byeoru.publish.git.errors import GitError
from byeoru.publish.git.run import run_git

SECONDS = 20.0


class Claim(NamedTuple):
    """The content of the CNAME file."""

    status: Literal["present", "absent", "unknown"]
    host: str = ""


def read_claim(remote: str, branch: str, seconds: float = SECONDS) -> Claim:
    """Return the domain in the CNAME file at the root of *branch*."""
    if not remote or remote.startswith("-"):
        return Claim("unknown")
    with tempfile.TemporaryDirectory(prefix="byeoru-", ignore_cleanup_errors=True) as folder:
        clone = (
            "clone",
            "--quiet",
            "--bare",
            "--template=",
            "--depth=1",
            "--filter=blob:none",
            f"--branch={branch}",
        )
        # git ignores depth and filter when it clones a local path, but not for a `file://` URL.
        source = f"file://{os.path.abspath(remote)}" if os.path.isdir(remote) else remote
        try:
            run_git(*clone, "--", source, folder, limit=seconds)
            if not run_git("ls-tree", "--name-only", "HEAD", "CNAME", folder=folder, limit=seconds).strip():
                return Claim("absent")
            text = run_git("show", "HEAD:CNAME", folder=folder, limit=seconds).decode("utf-8", "replace")
        except GitError:
            return Claim("unknown")
        return Claim("present", text.strip().lower())
