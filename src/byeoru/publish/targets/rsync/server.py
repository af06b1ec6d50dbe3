"""Run scripts on a server by ssh, and send folders to it by rsync.

In:  a destination. One without a host is this machine, where the same scripts and rsync run locally.
Out: the output of the script; raises ``ServerError`` with a diagnostic.
Must not: prompt the user, or pass an unquoted path to a shell.
"""

import os
import re
import shlex
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.model.destination import Destination
from byeoru.publish.errors import PublishError
from byeoru.publish.programs import ProgramResult, line_of, run

SCRIPT_SECONDS = 60.0  # seconds for a script
TRANSFER_SECONDS = 3600.0  # seconds for a site
_STALL_SECONDS = 60  # seconds without a byte, after which rsync gives up
_SSH_OPTIONS = (
    "-T",
    *("-o", "BatchMode=yes"),
    *("-o", "ConnectTimeout=15"),
    *("-o", "ServerAliveInterval=15"),
    *("-o", "ServerAliveCountMax=4"),
    *("-o", "ClearAllForwardings=yes"),
    *("-o", "RemoteCommand=none"),
)
# Patterns in the output of ssh, rsync and the server's tools, the most specific first, with diagnostic code and hint.
_FAILURES = [
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
    (r"rsync error code 11", "server-write", "free-space-there"),  # it ended before it could print the reason
    (r"Permission denied|Read-only file system|Operation not permitted", "server-denied", "own-the-destination"),
    (r"closed by|[Cc]onnection closed|reset by|Broken pipe|unexpectedly closed", "server-cut", "deploy-again"),
]  # fmt: skip
_FAILURE_PATTERNS = [(re.compile(pattern), code, hint) for pattern, code, hint in _FAILURES]


class ServerError(PublishError):
    """The server or the connection failed."""


def whole_script(script: str) -> str:
    """Return a script that does nothing until all of it has been received."""
    return f"main() {{\nexport LC_ALL=C\numask 022\n{script}\n}}\nmain </dev/null\n"


class Server(NamedTuple):
    """A folder on a server, with the commands to access it."""

    destination: Destination

    def run(self, script: str) -> bytes:
        """Run *script* on the server; if the connection breaks while it is sent, nothing of it runs.

        It is the standard input of `sh`, so that the user's login shell, which may be another one, does not parse it.
        """
        host = self.destination.host
        command = [*self._ssh, "--", host, "exec sh -s"] if host else ["sh", "-s"]
        return self._run_program(command, whole_script(script).encode(), SCRIPT_SECONDS).out

    def send(self, folder: str, into: str, link_dest: str) -> None:
        """Send the files of *folder* into the folder *into*; files equal to those of *link_dest* are hard links.

        Modification times are not sent: a linked file has its old time, and a new file that of its transfer. So the
        headers `Last-Modified` and `ETag` of a server are correct after a clean build too.
        """
        command = ["rsync", "--recursive", "--checksum", "--perms", "--chmod=D755,F644", f"--timeout={_STALL_SECONDS}"]
        command += [f"--link-dest=../{link_dest}"] if link_dest else []
        host = self.destination.host
        if host:
            remote_path = f"[{host}]:." if ":" in host else f"{host}:."
            # The remote shell parses the path, and rsync before 3.2.4 does not quote it.
            command += [
                "--compress",
                "--rsh",
                shlex.join(self._ssh),
                "--rsync-path",
                f"cd {shlex.quote(into)} && rsync",
            ]
            command += ["--", f"{folder}/", remote_path]
        else:
            command += ["--", f"{folder}/", f"{into}/"]
        self._run_program(command, b"", TRANSFER_SECONDS)

    @property
    def _ssh(self) -> list[str]:
        """Return the command for ssh: that of `RSYNC_RSH`, the variable of rsync, or `ssh`."""
        port = ["-p", str(self.destination.port)] if self.destination.port else []
        user = ["-l", self.destination.user] if self.destination.user else []
        return [*shlex.split(os.environ.get("RSYNC_RSH") or "ssh"), *_SSH_OPTIONS, *port, *user]

    def _run_program(self, command: list[str], data: bytes, limit: float) -> ProgramResult:
        try:
            result = run(command, data, limit, {**os.environ, "LC_ALL": "C", "LANGUAGE": ""})
        except FileNotFoundError:
            code, hint = ("rsync-missing", "install-rsync") if command[0] == "rsync" else ("ssh-missing", "install-ssh")
            raise ServerError(error(code, Location(""), hint, program=command[0])) from None
        except TimeoutError:
            raise ServerError(self._problem("ssh-timeout", "check-server", f"{round(limit)} s", "")) from None
        if result.code:
            output = (result.err + result.out).decode("utf-8", "replace").strip()
            raise ServerError(self._failure_in(output or f"{command[0]} error code {result.code}"))
        return result

    def _failure_in(self, output: str) -> Diagnostic:
        """Return the diagnostic for the output of a failed program."""
        for pattern, code, hint in _FAILURE_PATTERNS:
            if match := pattern.search(output):
                return self._problem(code, hint, line_of(output, match.start()), output)
        return self._problem("server-failed", "see-program-output", line_of(output, 0), output)

    def _problem(self, code: str, hint: str, line: str, output: str) -> Diagnostic:
        destination = self.destination
        login = f"{destination.user}@{destination.host}" if destination.user else destination.host
        port = f"-p {destination.port} " if destination.port else ""
        return error(
            code,
            Location(""),
            hint,
            host=destination.host,
            login=port + login,
            path=destination.path,
            line=line,
            detail=output,
        )
