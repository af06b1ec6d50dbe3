"""Read which domain the published branch claims: its CNAME file.

In:  a repository as git knows it, and a branch.
Out: ``Claim``; where git cannot tell, that is a value.
Must not: write to the repository, ask for passwords, or wait for long.
"""

import os
import subprocess
import tempfile
from typing import Literal, NamedTuple

SECONDS = 20.0
_QUIET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "true",
    "GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh",
    "GIT_SSH_COMMAND": "ssh -o BatchMode=yes -o ConnectTimeout=10",
    "LC_ALL": "C",
}


class Claim(NamedTuple):
    """What the branch says."""

    status: Literal["found", "absent", "unknown"]
    host: str = ""


def claim_of(remote: str, branch: str, seconds: float = SECONDS) -> Claim:
    """Return the domain in the CNAME file at the root of *branch*."""
    if not remote or remote.startswith("-"):
        return Claim("unknown")
    with tempfile.TemporaryDirectory(prefix="byeoru-", ignore_cleanup_errors=True) as folder:
        words = ["clone", "--quiet", "--bare", "--depth=1", "--filter=blob:none", f"--branch={branch}", "--"]
        # git takes a short cut to folders that knows neither depth nor filter; an address has none.
        source = f"file://{os.path.abspath(remote)}" if os.path.isdir(remote) else remote
        if _git([*words, source, folder], seconds) is None:
            return Claim("unknown")
        listed = _git(["-C", folder, "ls-tree", "--name-only", "HEAD", "CNAME"], seconds)
        if listed is None:
            return Claim("unknown")
        if not listed.strip():
            return Claim("absent")
        text = _git(["-C", folder, "show", "HEAD:CNAME"], seconds)
        return Claim("unknown") if text is None else Claim("found", text.strip().lower())


def _git(words: list[str], seconds: float) -> str | None:
    """Return what git prints, None if it fails."""
    environment = {**_QUIET, **os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603  (words of our own, and an address behind `--`)
            ["git", *words],  # noqa: S607  (the author's git)
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            stdin=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
