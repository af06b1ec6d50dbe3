"""Read which domain the published branch claims: its CNAME file.

In:  a repository as git knows it, and a branch.
Out: ``Claim``; where git cannot tell, that is a value.
Must not: write to the repository, ask for passwords, or wait for long.
"""

import os
import tempfile
from typing import Literal, NamedTuple

from byeoru.publish.git.errors import GitError
from byeoru.publish.git.run import run_git

SECONDS = 20.0


class Claim(NamedTuple):
    """What the branch says."""

    status: Literal["found", "absent", "unknown"]
    host: str = ""


def claim_of(remote: str, branch: str, seconds: float = SECONDS) -> Claim:
    """Return the domain in the CNAME file at the root of *branch*."""
    if not remote or remote.startswith("-"):
        return Claim("unknown")
    with tempfile.TemporaryDirectory(prefix="byeoru-", ignore_cleanup_errors=True) as folder:
        words = ("clone", "--quiet", "--bare", "--template=", "--depth=1", "--filter=blob:none", f"--branch={branch}")
        # git takes a short cut to folders that knows neither depth nor filter; an address has none.
        source = f"file://{os.path.abspath(remote)}" if os.path.isdir(remote) else remote
        try:
            run_git(*words, "--", source, folder, limit=seconds)
            if not run_git("ls-tree", "--name-only", "HEAD", "CNAME", folder=folder, limit=seconds).strip():
                return Claim("absent")
            text = run_git("show", "HEAD:CNAME", folder=folder, limit=seconds).decode("utf-8", "replace")
        except GitError:
            return Claim("unknown")
        return Claim("found", text.strip().lower())
