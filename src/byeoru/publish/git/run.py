"""Run git; no other module does.

In:  the arguments of a command, and its standard input.
Out: its standard output. Raises ``GitError`` with a problem of the catalogue.
Must not: prompt, run a hook, inherit a repository from the environment, or run programs that the configuration of a
clone defines, as somebody else may have written it.
"""

import contextlib
import os
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from byeoru.base.diagnostic import Location, error
from byeoru.publish.git.errors import GitError, meaning_of
from byeoru.publish.programs import run, watch
from byeoru.publish.progress import OnProgress, Sent

LOCAL = 120.0  # seconds for a command without network access
NETWORK = 60.0  # seconds for a query of the remote
TRANSFER = 900.0  # seconds for fetching a site
SILENCE = 300.0  # seconds without progress after which a push is killed

# The variables of git that configure the connection to a remote; all others set repositories, people or traces.
_INHERITED = ("GIT_SSH", "GIT_ASKPASS", "GIT_CONFIG", "GIT_SSL", "GIT_PROXY", "GIT_EXEC_PATH", "GIT_HTTP")
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
    # A folder of a clone may be a bare repository with a configuration (git-config, safe.*).
    "safe.bareRepository=explicit",
)
_ARGUMENTS = ["--no-pager", *(word for setting in _SETTINGS for word in ("-c", setting))]
_PROTOCOLS = "file:git:http:https:ssh"
_NO_PROTOCOL = "none"
_TRUSTED_SCOPES = frozenset({"system", "global", "command"})  # of the configuration: from the user and from Byeoru
_FILTER = re.compile(r"filter\..+\.[a-z]+", re.DOTALL)
_WRITING = re.compile(
    r"^Writing objects:\s+\d+% \((?P<done>\d+)/(?P<total>\d+)\)(?:, (?P<size>[\d.]+ (?:bytes|[KMG]iB)))?"
)
# The progress output of git, which is removed from error messages.
_PROGRESS = re.compile(
    r"(?:remote: )?(?:(?:Enumerating|Counting|Compressing|Writing|Resolving)\b.*: |Delta compression |Total \d)"
)


def run_git(
    *words: str, folder: str = "", data: bytes = b"", limit: float = LOCAL, variables: Mapping[str, str] = _NO_VARIABLES
) -> bytes:
    """Run git in the bare repository *folder*, or without a repository, and return its output."""
    return _run([f"--git-dir={folder}"] if folder else [], words, data, limit, variables)


def query_clone(folder: str, *words: str, variables: Mapping[str, str] = _NO_VARIABLES) -> bytes:
    """Query the clone that contains *folder*, without trusting its configuration; return the output of git.

    No protocol is allowed, so that git never fetches missing objects, nor runs a program that connects to a remote.
    Two variables disable this, as git before 2.39.4 does not support the second one.
    """
    variables = {"GIT_ALLOW_PROTOCOL": _NO_PROTOCOL, "GIT_NO_LAZY_FETCH": "1", **variables}
    return _run(["-C", folder], words, b"", LOCAL, variables)


def without_filters(folder: str) -> dict[str, str]:
    """Return variables that disable all filters which the clone's configuration defines.

    A filter in the user's configuration, such as that of Git LFS, stays enabled.
    """
    trusted, untrusted = _configuration(folder, _NO_VARIABLES)
    settings = {key: trusted.get(key, "") for key in untrusted if _FILTER.fullmatch(key)}
    settings |= {key: trusted.get(key, "false") for key in settings if key.endswith(".required")}
    variables = _as_variables(settings)
    # Git before 2.31 does not support these variables.
    if settings and not settings.items() <= _configuration(folder, variables)[0].items():
        raise GitError(
            error("git-failed", Location(""), "see-verbose", command="config", detail="", line="GIT_CONFIG_COUNT")
        )
    return variables


def _configuration(folder: str, variables: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the user's configuration for all clones, and that of the clone that contains *folder*."""
    output = query_clone(folder, "config", "--list", "--show-scope", "-z", variables=variables)
    listed = output.decode("utf-8", "surrogateescape").split("\0")
    trusted: dict[str, str] = {}
    untrusted: dict[str, str] = {}
    for scope, entry in zip(listed[::2], listed[1::2], strict=False):
        key, _, value = entry.partition("\n")
        (trusted if scope in _TRUSTED_SCOPES else untrusted)[key] = value
    return trusted, untrusted


def _as_variables(settings: Mapping[str, str]) -> dict[str, str]:
    """Return *settings* as variables of git, numbered after those in the environment."""
    given = os.environ.get("GIT_CONFIG_COUNT", "")
    first = int(given) if given.isdecimal() and len(given) < 5 else 0
    variables = {"GIT_CONFIG_COUNT": str(first + len(settings))}
    for number, (key, value) in enumerate(settings.items(), first):
        variables |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return variables


def _run(options: list[str], words: tuple[str, ...], data: bytes, limit: float, variables: Mapping[str, str]) -> bytes:
    with _errors_of(words[0], limit):
        result = run(["git", *options, *_ARGUMENTS, *words], data, limit, {**_environment(), **variables})
    if result.code:
        raise GitError(meaning_of(words[0], (result.err + result.out).decode("utf-8", "replace")))
    return result.out


def push(*words: str, folder: str, silence: float, on_progress: OnProgress) -> None:
    """Run a push, and report its progress to *on_progress*; there is no time limit as long as it makes progress."""

    def on_line(line: str) -> None:
        if match := _WRITING.search(line):
            on_progress(Sent(int(match["done"]), int(match["total"]), match["size"] or ""))

    with _errors_of(words[0], silence):
        result = watch(["git", f"--git-dir={folder}", *_ARGUMENTS, *words], silence, _environment(), on_line)
    if result.code:
        lines = result.out.decode("utf-8", "replace").splitlines()
        raise GitError(meaning_of(words[0], "\n".join(line for line in lines if not _PROGRESS.match(line))))


@contextlib.contextmanager
def _errors_of(command: str, seconds: float) -> Iterator[None]:
    """Raise a ``GitError`` if git is not installed, or exceeds its time limit."""
    try:
        yield
    except FileNotFoundError:
        raise GitError(error("git-missing", Location(""), "install-git")) from None
    except TimeoutError:
        problem = error("git-hung", Location(""), "check-network", command=command, seconds=round(seconds))
        raise GitError(problem) from None


def _environment() -> dict[str, str]:
    """Return the environment of all git commands, without variables that set a repository, an index or an author."""
    inherited = {
        name: text for name, text in os.environ.items() if not name.startswith("GIT_") or name.startswith(_INHERITED)
    }
    return inherited | {
        "LC_ALL": "C",
        "LANGUAGE": "",
        "GIT_TERMINAL_PROMPT": "0",
        "GCM_INTERACTIVE": "never",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_ALLOW_PROTOCOL": _PROTOCOLS,
    }
