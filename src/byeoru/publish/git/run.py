"""Run git; no other module does.

In:  the arguments of a command, and its standard input.
Out: its standard output. Raises ``GitError`` with a problem of the catalogue.
Must not: prompt, run a hook, inherit a repository from the environment, or run what the configuration of a clone names:
somebody else may have written that.
"""

import contextlib
import os
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from byeoru.base.diagnostic import Location, error
from byeoru.publish.git.errors import GitError, meaning_of
from byeoru.publish.programs import run, watch
from byeoru.publish.progress import Sent, Tell

LOCAL = 120.0  # seconds for what needs no network
NETWORK = 60.0  # seconds for a question to the remote
TRANSFER = 900.0  # seconds for fetching a site
SILENCE = 300.0  # seconds that a push may take without progress

# The variables of git that configure how to reach a remote; all others name repositories, people or traces.
_KEPT = ("GIT_SSH", "GIT_ASKPASS", "GIT_CONFIG", "GIT_SSL", "GIT_PROXY", "GIT_EXEC_PATH", "GIT_HTTP")
_NO_VARIABLES: Mapping[str, str] = MappingProxyType({})
_SETTINGS = (
    f"core.hooksPath={os.devnull}",
    "core.fsmonitor=false",
    "core.autocrlf=false",
    "core.quotePath=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "push.recurseSubmodules=no",
    "push.gpgSign=false",
    "log.showSignature=false",
    "advice.defaultBranchName=false",
    # A folder of a clone may look like a bare repository and bring a configuration along (git-config, safe.*).
    "safe.bareRepository=explicit",
)
_ARGUMENTS = ["--no-pager", *(word for setting in _SETTINGS for word in ("-c", setting))]
_PROTOCOLS = "file:git:http:https:ssh"
_NO_PROTOCOL = "none"
_OWN_SCOPES = frozenset({"system", "global", "command"})  # of the configuration that the user wrote, and ours
_FILTER = re.compile(r"filter\..+\.[a-z]+", re.DOTALL)
_WRITING = re.compile(
    r"^Writing objects:\s+\d+% \((?P<done>\d+)/(?P<total>\d+)\)(?:, (?P<size>[\d.]+ (?:bytes|[KMG]iB)))?"
)
# The progress output of git, which is left out of an error.
_PROGRESS = re.compile(
    r"(?:remote: )?(?:(?:Enumerating|Counting|Compressing|Writing|Resolving)\b.*: |Delta compression |Total \d)"
)


def run_git(
    *words: str, folder: str = "", data: bytes = b"", limit: float = LOCAL, variables: Mapping[str, str] = _NO_VARIABLES
) -> bytes:
    """Run git on the bare repository *folder*, or on none, and return its output."""
    return _run([f"--git-dir={folder}"] if folder else [], words, data, limit, variables)


def query_clone(at: str, *words: str, variables: Mapping[str, str] = _NO_VARIABLES) -> bytes:
    """Query the clone that the folder *at* lies in, whose configuration is not trusted; return the output of git.

    No protocol is allowed, so nothing is fetched and no program that connects to a remote is run, whatever objects are
    missing. Two variables disable it, as git before 2.39.4 does not know the second one.
    """
    return _run(
        ["-C", at], words, b"", LOCAL, {"GIT_ALLOW_PROTOCOL": _NO_PROTOCOL, "GIT_NO_LAZY_FETCH": "1", **variables}
    )


def without_filters(at: str) -> dict[str, str]:
    """Return the variables with which git runs no filter that the clone's configuration defines.

    A filter of the user's configuration, such as that of Git LFS, is kept.
    """
    own, others = _configured(at, _NO_VARIABLES)
    settings = {key: own.get(key, "") for key in others if _FILTER.fullmatch(key)}
    settings |= {key: own.get(key, "false") for key in settings if key.endswith(".required")}
    variables = _as_variables(settings)
    # Git before 2.31 does not know these variables.
    if settings and not settings.items() <= _configured(at, variables)[0].items():
        raise GitError(
            error("git-failed", Location(""), "see-verbose", command="config", detail="", line="GIT_CONFIG_COUNT")
        )
    return variables


def _configured(at: str, variables: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the configuration of the user for every clone, and that of the clone at *at* itself."""
    output = query_clone(at, "config", "--list", "--show-scope", "-z", variables=variables)
    listed = output.decode("utf-8", "surrogateescape").split("\0")
    own: dict[str, str] = {}
    others: dict[str, str] = {}
    for scope, entry in zip(listed[::2], listed[1::2], strict=False):
        key, _, value = entry.partition("\n")
        (own if scope in _OWN_SCOPES else others)[key] = value
    return own, others


def _as_variables(settings: Mapping[str, str]) -> dict[str, str]:
    """Return *settings* as variables of git, after those that the environment has already."""
    given = os.environ.get("GIT_CONFIG_COUNT", "")
    first = int(given) if given.isdecimal() and len(given) < 5 else 0
    variables = {"GIT_CONFIG_COUNT": str(first + len(settings))}
    for number, (key, value) in enumerate(settings.items(), first):
        variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return variables


def _run(place: list[str], words: tuple[str, ...], data: bytes, limit: float, variables: Mapping[str, str]) -> bytes:
    with _reported(words[0], limit):
        ended = run(["git", *place, *_ARGUMENTS, *words], data, limit, {**_environment(), **variables})
    if ended.code:
        raise GitError(meaning_of(words[0], (ended.err + ended.out).decode("utf-8", "replace")))
    return ended.out


def push(*words: str, folder: str, silence: float, tell: Tell) -> None:
    """Run a push, and *tell* its progress; it has no time limit as long as it makes progress."""

    def hear(line: str) -> None:
        if found := _WRITING.search(line):
            tell(Sent(int(found["done"]), int(found["total"]), found["size"] or ""))

    with _reported(words[0], silence):
        ended = watch(["git", f"--git-dir={folder}", *_ARGUMENTS, *words], silence, _environment(), hear)
    if ended.code:
        lines = ended.out.decode("utf-8", "replace").splitlines()
        raise GitError(meaning_of(words[0], "\n".join(line for line in lines if not _PROGRESS.match(line))))


@contextlib.contextmanager
def _reported(command: str, seconds: float) -> Iterator[None]:
    """Raise as a ``GitError`` that there is no git, or that it has not ended in time."""
    try:
        yield
    except FileNotFoundError:
        raise GitError(error("git-missing", Location(""), "install-git")) from None
    except TimeoutError:
        problem = error("git-hung", Location(""), "check-network", command=command, seconds=round(seconds))
        raise GitError(problem) from None


def _environment() -> dict[str, str]:
    """Return the one environment that git runs in: nothing in it names a repository, an index or an author."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return kept | {
        "LC_ALL": "C",
        "LANGUAGE": "",
        "GIT_TERMINAL_PROMPT": "0",
        "GCM_INTERACTIVE": "never",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_ALLOW_PROTOCOL": _PROTOCOLS,
    }
