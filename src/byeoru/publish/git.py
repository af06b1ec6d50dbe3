"""Run git, and say what went wrong in codes of ours.

In:  the words of a command, and what it reads.
Out: what it wrote; raises ``GitFailed`` with a problem that the catalogue can word.
Must not: ask anybody anything, run a hook, or inherit a repository from the environment.
"""

import contextlib
import os
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from byeoru.base.diagnostic import Diagnostic, Place, error
from byeoru.publish.programs import line_of, run, watch
from byeoru.publish.sending import Sent, Tell

LOCAL = 120.0  # seconds for what needs no network
NETWORK = 60.0  # seconds for a question to the remote
TRANSFER = 900.0  # seconds for fetching a site
SILENCE = 300.0  # seconds that sending one may take without getting on

# Of git's variables those that say how to reach a remote; all others name repositories, people or traces.
_KEPT = ("GIT_SSH", "GIT_ASKPASS", "GIT_CONFIG", "GIT_SSL", "GIT_PROXY", "GIT_EXEC_PATH", "GIT_HTTP")
_NOTHING: Mapping[str, str] = MappingProxyType({})
_SETTINGS = (
    f"core.hooksPath={os.devnull}",
    "core.fsmonitor=false",
    "core.autocrlf=false",
    "core.quotePath=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "push.recurseSubmodules=no",
    "push.gpgSign=false",
    "advice.defaultBranchName=false",
)
# What git and its servers say, the more telling first, and what to do about it.
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
_WORDS = [word for setting in _SETTINGS for word in ("-c", setting)]
_WRITING = re.compile(
    r"^Writing objects:\s+\d+% \((?P<done>\d+)/(?P<total>\d+)\)(?:, (?P<size>[\d.]+ (?:bytes|[KMG]iB)))?"
)
# What git says of its course, which is no news once it has failed.
_COURSE = re.compile(
    r"(?:remote: )?(?:(?:Enumerating|Counting|Compressing|Writing|Resolving)\b.*: |Delta compression |Total \d)"
)
_SECRET = re.compile(r"(?<=://)[^/\s@]+@")


class GitFailed(Exception):  # noqa: N818  (it is caught where the story of a deployment is told, and becomes a value)
    """A command of git did not do its work."""

    def __init__(self, problem: Diagnostic) -> None:
        """Take what to tell the author; git's own words are its argument ``detail``."""
        super().__init__(problem.code)
        self.problem = problem


def git(
    *words: str,
    folder: str = "",
    at: str = "",
    data: bytes = b"",
    limit: float = LOCAL,
    also: Mapping[str, str] = _NOTHING,
) -> bytes:
    """Run git on the bare repository *folder*, or on the one that *at* lies in, and return what it wrote."""
    place = [f"--git-dir={folder}"] if folder else ["-C", at] if at else []
    with _telling(words[0], limit):
        ended = run(["git", *place, *_WORDS, *words], data, limit, {**_environment(), **also})
    if ended.code:
        raise GitFailed(meaning_of(words[0], (ended.err + ended.out).decode("utf-8", "replace")))
    return ended.out


def send(*words: str, folder: str, silence: float, tell: Tell) -> None:
    """Run a command that sends, and *tell* how far it is; it may take as long as it likes while it gets on."""

    def hear(line: str) -> None:
        if found := _WRITING.search(line):
            tell(Sent(int(found["done"]), int(found["total"]), found["size"] or ""))

    with _telling(words[0], silence):
        ended = watch(["git", f"--git-dir={folder}", *_WORDS, *words], silence, _environment(), hear)
    if ended.code:
        lines = ended.out.decode("utf-8", "replace").splitlines()
        raise GitFailed(meaning_of(words[0], "\n".join(line for line in lines if not _COURSE.match(line))))


@contextlib.contextmanager
def _telling(command: str, seconds: float) -> Iterator[None]:
    """Say in words of ours that there is no git, or that it did not end."""
    try:
        yield
    except FileNotFoundError:
        raise GitFailed(error("git-missing", Place(""), "install-git")) from None
    except TimeoutError:
        problem = error("git-hung", Place(""), "check-network", command=command, seconds=round(seconds))
        raise GitFailed(problem) from None


def meaning_of(command: str, said: str) -> Diagnostic:
    """Return the problem that git's words *said* mean."""
    plain = without_secrets(said).strip()
    for pattern, code, hint in _PATTERNS:
        if found := pattern.search(plain):
            return error(code, Place(""), hint, command=command, detail=plain, line=line_of(plain, found.start()))
    return error("git-failed", Place(""), "see-verbose", command=command, detail=plain, line=line_of(plain, 0))


def without_secrets(text: str) -> str:
    """Return *text* with the names and passwords taken out of its addresses.

    >>> without_secrets("fatal: https://me:token@github.com/me/blog.git")
    'fatal: https://github.com/me/blog.git'
    """
    return _SECRET.sub("", text)


def _environment() -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return kept | {
        "LC_ALL": "C",
        "LANGUAGE": "",
        "GIT_TERMINAL_PROMPT": "0",
        "GCM_INTERACTIVE": "never",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_ALLOW_PROTOCOL": "file:git:http:https:ssh",
    }
