"""Diagnostics for the error output of git and its servers.

In:  the output of a command that failed.
Out: the problem, which callers raise as ``GitError``.
Must not: run a program, or include a password.
"""

import re

from byeoru.base.credentials import without_credentials
from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.publish.errors import PublishError
from byeoru.publish.programs import line_of

# Patterns of error output, the most specific first, with diagnostic code and hint.
_MEANINGS = [
    (r"GH006|protected branch", "git-protected", "unprotect-branch"),
    (r"GH001|exceeds GitHub's file size limit|this exceeds .*file size", "git-large-file", "shrink-the-file"),
    (r"GH013|repository rule violations", "git-declined", "ask-the-owner"),
    (r"hook declined|declined by hook|\[remote rejected\].*\(.*hook", "git-declined", "ask-the-owner"),
    (
        (
            r"stale info|cannot lock ref|fetch first|non-fast-forward|failed to update ref|reference already exists"
            r"|incorrect old value"
        ),
        "deploy-moved",
        "deploy-again",
    ),
    (r"Permission denied \((?:publickey|[a-z,-]*publickey)", "git-publickey", "add-ssh-key"),
    (r"Host key verification failed", "git-host-key", "trust-the-host"),
    (r"dubious ownership", "git-ownership", "own-the-folder"),
    (r"error: 403|Permission to \S+ denied|[Ww]rite access to repository not granted", "git-forbidden", "get-access"),
    (
        (
            r"could not read (?:Username|Password)|Authentication failed|terminal prompts disabled"
            r"|Invalid username or|error: 401"
        ),
        "git-no-login",
        "log-in",
    ),
    (
        (
            r"Could not resolve host|Name or service not known|Temporary failure in name resolution|unreachable"
            r"|Connection (?:refused|timed out)|[Cc]ould ?n[o']t connect|Failed to connect|No route to host"
            r"|unable to connect|unable to look up"
        ),
        "git-no-network",
        "check-network",
    ),
    (
        (
            r"[Rr]epository (?:'[^']*' )?not found|does not appear to be a git repository|error: 404"
            r"|repository not exported|does not exist|is not a git repository"
        ),
        "git-no-repository",
        "make-repository",
    ),
    (
        r"unexpected disconnect|early EOF|RPC failed|hung up|Connection reset|Connection closed|Broken pipe",
        "git-cut",
        "deploy-again",
    ),
    (r"No space left|Disk quota", "git-disk", "free-space"),
]
_PATTERNS = [(re.compile(pattern), code, hint) for pattern, code, hint in _MEANINGS]


class GitError(PublishError):
    """A git command failed."""


def meaning_of(command: str, output: str) -> Diagnostic:
    """Return the diagnostic for the *output* of git."""
    plain = without_credentials(output).strip()
    for pattern, code, hint in _PATTERNS:
        if match := pattern.search(plain):
            return error(code, Location(""), hint, command=command, detail=plain, line=line_of(plain, match.start()))
    return error("git-failed", Location(""), "see-verbose", command=command, detail=plain, line=line_of(plain, 0))
