"""Programs that are not on every machine: a test gets its path here, or is skipped with a reason.

In:  the name of a program of ``PACKAGES``.
Out: where it lies.
Must not: be gone around. `tests/test_bare_machine.py` runs all that names such a program on a `PATH` without them.
"""

import os
import shutil

import pytest

# What a developer types to have it, on Debian and Ubuntu.
PACKAGES = {
    "caddy": "caddy",
    "chromium": "chromium",
    "dnsmasq": "dnsmasq-base",
    "java": "default-jre-headless",
    "nginx": "nginx-light",
    "node": "nodejs",
    "openssl": "openssl",
    "rsync": "rsync",
    "ssh": "openssh-client",
    "ssh-keygen": "openssh-client",
    "sshd": "openssh-server",
}
_OTHER_NAMES = {"chromium": ("chromium-browser", "google-chrome")}
_SERVERS = ("/usr/local/sbin", "/usr/sbin")  # which are not in everybody's PATH


def found(name: str) -> str:
    """Return the path of a program, "" if it is not installed; on a bare machine none is."""
    path = os.environ.get("PATH", "")
    if "BYEORU_BARE" not in os.environ:
        path = os.pathsep.join((path, *_SERVERS))
    places = (shutil.which(each, path=path) for each in (name, *_OTHER_NAMES.get(name, ())))
    return next(filter(None, places), "")


def program(name: str) -> str:
    """Return the path of a program, or skip the test."""
    if place := found(name):
        return place
    pytest.skip(_missing(name))


def needs(*names: str) -> pytest.MarkDecorator:
    """Mark tests of code that runs programs itself."""
    missing = [name for name in names if not found(name)]
    return pytest.mark.skipif(bool(missing), reason=" ".join(map(_missing, missing)) or "nothing is missing")


def _missing(name: str) -> str:
    return f"needs {name} (Debian: {PACKAGES[name]})"
