"""A real sshd on a loopback port, for the user who runs the tests, for tests of deployment to a server."""

import getpass
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from programs import program


@dataclass(frozen=True)
class Sshd:
    """A running server, and how its only user connects to it."""

    folder: Path
    port: int

    @property
    def rsh(self) -> str:
        """Return the ssh command with key and server, for `RSYNC_RSH`."""
        return f"ssh -F {self.folder / 'client'}"

    def destination(self, path: Path) -> str:
        """Return a folder of this machine as a destination on the server."""
        return f"ssh://127.0.0.1:{self.port}{path}"

    def reset(self) -> None:
        """Let the client know the server's key again, and the server that of the client."""
        (self.folder / "authorized").write_text((self.folder / "user.pub").read_text())
        self.know(self.folder / "host.pub")

    def know(self, key: Path) -> None:
        """Make the client trust *key* as the server's."""
        words = key.read_text().split()[:2]
        (self.folder / "known").write_text(f"[127.0.0.1]:{self.port} {' '.join(words)}\n")


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        return int(taken.getsockname()[1])


def make_key(place: Path) -> Path:
    """Create a key pair; return the public key."""
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", place], check=True, stdin=subprocess.DEVNULL)
    return place.with_suffix(".pub")


@contextmanager
def sshd(folder: Path, *settings: str) -> Iterator[Sshd]:
    """Run a server with additional lines of `sshd_config`; skip the test if sshd is not installed."""
    daemon, *_ = map(program, ("sshd", "ssh", "ssh-keygen", "rsync"))
    if os.geteuid() == 0:
        os.makedirs("/run/sshd", mode=0o755, exist_ok=True)  # which sshd asks for when root starts it
    folder.mkdir(mode=0o700)
    server = Sshd(folder, free_port())
    for name in ("host", "user"):
        make_key(folder / name)
    server.reset()
    lines = [
        f"Port {server.port}",
        "ListenAddress 127.0.0.1",
        f"HostKey {folder / 'host'}",
        f"AuthorizedKeysFile {folder / 'authorized'}",
        "PidFile none",
        "StrictModes no",
        "UsePAM no",
        "PermitRootLogin prohibit-password",
        "PasswordAuthentication no",
        "KbdInteractiveAuthentication no",
        "MaxStartups 100",
        *settings,
    ]
    (folder / "config").write_text("".join(f"{line}\n" for line in lines))
    (folder / "client").write_text(
        f"User {getpass.getuser()}\nIdentityFile {folder / 'user'}\nIdentitiesOnly yes\nIdentityAgent none\n"
        f"UserKnownHostsFile {folder / 'known'}\nGlobalKnownHostsFile /dev/null\n"
    )
    words = [daemon, "-D", "-e", "-f", str(folder / "config")]
    with open(folder / "log", "wb") as log:
        process = subprocess.Popen(words, stderr=log, stdin=subprocess.DEVNULL)
        try:
            _wait_for(server, process)
            yield server
        finally:
            process.terminate()
            process.wait()


def _wait_for(server: Sshd, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(400):  # 20 s on an idle machine; a busy one takes some to start a process
        if process.poll() is not None:
            pytest.skip(f"sshd does not run here: {(server.folder / 'log').read_text().strip()[:200]}")
        with closing(socket.socket()) as asking:
            if asking.connect_ex(("127.0.0.1", server.port)) == 0:
                return
        time.sleep(0.05)
    pytest.skip("sshd does not listen")


def tools_without(folder: Path, *left_out: str) -> Path:
    """Create a folder with every common tool except a few, for a `PATH`."""
    folder.mkdir()
    places: dict[str, str] = {}
    for place in ("/bin", "/usr/bin", "/usr/local/bin"):  # the last one takes precedence
        places |= dict.fromkeys(os.listdir(place) if os.path.isdir(place) else (), place)
    for name, place in places.items():
        if name not in left_out:
            os.symlink(f"{place}/{name}", f"{folder}/{name}")
    return folder
