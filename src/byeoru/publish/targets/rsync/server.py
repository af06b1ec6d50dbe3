"""Speak with a server of one's own: a script for its shell, and a folder for its rsync.

In:  a destination.
Out: what the script wrote; raises ``ServerError`` with a problem that the catalogue can word.
Must not: ask anybody anything, or hand a path to a shell that it has not quoted. A destination without a host is this
machine, which is spoken with in the same way.
"""

import os
import re
import shlex
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.model.destination import Destination
from byeoru.publish.errors import PublishError
from byeoru.publish.programs import Ended, line_of, run

QUESTION = 60.0  # seconds for a script
TRANSFER = 3600.0  # seconds for a site
_SILENCE = 60  # seconds without a byte, after which rsync gives up
_SSH = (
    "-T",
    *("-o", "BatchMode=yes"),
    *("-o", "ConnectTimeout=15"),
    *("-o", "ServerAliveInterval=15"),
    *("-o", "ServerAliveCountMax=4"),
    *("-o", "ClearAllForwardings=yes"),
    *("-o", "RemoteCommand=none"),
)
# What ssh, rsync and the tools of a server say, the more telling first, and what to do about it.
_MEANINGS = [
    (r"byeoru: moved", "deploy-moved", "deploy-again"),
    (r"byeoru: busy", "server-busy", "deploy-again"),
    (r"rsync: (?:command )?not found", "rsync-missing-there", "install-rsync-there"),
    (r"Permission denied \([a-z,-]+\)|Too many authentication failures", "ssh-publickey", "copy-ssh-key"),
    (r"IDENTIFICATION HAS CHANGED|host key .* has changed", "ssh-host-changed", "compare-host-key"),
    (r"Host key verification failed", "ssh-host-unknown", "trust-the-server"),
    (r"Could not resolve|Name or service not known|failure in name resolution", "ssh-no-host", "check-destination"),
    (r"Connection refused", "ssh-refused", "check-port"),
    (r"timed out|No route to host|(?:Network|Host) is unreachable|[Tt]imeout", "ssh-timeout", "check-server"),
    (r"No space left|[Dd]isk quota|File too large", "server-disk", "free-space-there"),
    (r"rsync error code 11", "server-write", "free-space-there"),  # it broke off before it could say why
    (r"Permission denied|Read-only file system|Operation not permitted", "server-denied", "own-the-destination"),
    (r"closed by|[Cc]onnection closed|reset by|Broken pipe|unexpectedly closed", "server-cut", "deploy-again"),
]  # fmt: skip
_PATTERNS = [(re.compile(pattern), code, hint) for pattern, code, hint in _MEANINGS]


class ServerError(PublishError):
    """A server, or the way to it, failed."""


def whole_script(script: str) -> str:
    """Return a script that does nothing until the last of it has arrived."""
    return f"main() {{\nexport LC_ALL=C\numask 022\n{script}\n}}\nmain </dev/null\n"


class Server(NamedTuple):
    """A folder on a server, and how to reach it."""

    destination: Destination

    def run(self, script: str) -> bytes:
        """Run *script* in the folder's shell; it runs as a whole or not at all, also if the connection breaks.

        It goes in through the shell's input, so that no other shell reads it, whatever the user's own is.
        """
        host = self.destination.host
        words = [*self._ssh, "--", host, "exec sh -s"] if host else ["sh", "-s"]
        return self._ended(words, whole_script(script).encode(), QUESTION).out

    def send(self, folder: str, into: str, basis: str) -> None:
        """Send the files of *folder* into the folder *into*; what *basis* beside that holds already costs nothing.

        Times are not kept: a file that is linked has its old one, and a new file that of its arrival, so what a
        server says of both (`Last-Modified`, `ETag`) is right after a clean build too.
        """
        words = ["rsync", "--recursive", "--checksum", "--perms", "--chmod=D755,F644", f"--timeout={_SILENCE}"]
        words += [f"--link-dest=../{basis}"] if basis else []
        host = self.destination.host
        if host:
            there = f"[{host}]:." if ":" in host else f"{host}:."
            # The path is for the server's shell to read; an rsync before 3.2.4 would not quote it.
            words += ["--compress", "--rsh", shlex.join(self._ssh), "--rsync-path", f"cd {shlex.quote(into)} && rsync"]
            words += ["--", f"{folder}/", there]
        else:
            words += ["--", f"{folder}/", f"{into}/"]
        self._ended(words, b"", TRANSFER)

    @property
    def _ssh(self) -> list[str]:
        """Return how to call ssh: as `RSYNC_RSH` says, which is rsync's own name for it."""
        port = ["-p", str(self.destination.port)] if self.destination.port else []
        user = ["-l", self.destination.user] if self.destination.user else []
        return [*shlex.split(os.environ.get("RSYNC_RSH") or "ssh"), *_SSH, *port, *user]

    def _ended(self, words: list[str], data: bytes, limit: float) -> Ended:
        try:
            ended = run(words, data, limit, {**os.environ, "LC_ALL": "C", "LANGUAGE": ""})
        except FileNotFoundError:
            code, hint = ("rsync-missing", "install-rsync") if words[0] == "rsync" else ("ssh-missing", "install-ssh")
            raise ServerError(error(code, Location(""), hint, program=words[0])) from None
        except TimeoutError:
            raise ServerError(self._problem("ssh-timeout", "check-server", f"{round(limit)} s", "")) from None
        if ended.code:
            said = (ended.err + ended.out).decode("utf-8", "replace").strip()
            raise ServerError(self._meaning_of(said or f"{words[0]} error code {ended.code}"))
        return ended

    def _meaning_of(self, said: str) -> Diagnostic:
        """Return the problem that the programs' words mean."""
        for pattern, code, hint in _PATTERNS:
            if found := pattern.search(said):
                return self._problem(code, hint, line_of(said, found.start()), said)
        return self._problem("server-failed", "see-their-words", line_of(said, 0), said)

    def _problem(self, code: str, hint: str, line: str, said: str) -> Diagnostic:
        where = self.destination
        login = f"{where.user}@{where.host}" if where.user else where.host
        port = f"-p {where.port} " if where.port else ""
        return error(
            code, Location(""), hint, host=where.host, login=port + login, path=where.path, line=line, detail=said
        )
