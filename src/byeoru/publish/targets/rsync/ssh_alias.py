"""Resolve a host alias of the ssh configuration.

In:  the host of a destination.
Out: the real host name.
Must not: access the network; ssh only reads its configuration files.
"""

import os

from byeoru.publish.programs import run

_SECONDS = 5.0


def host_of_alias(host: str) -> str:
    """Return the host name of the alias *host*; a host with a dot or a colon is not an alias."""
    if not host or "." in host or ":" in host:
        return host
    try:
        result = run(["ssh", "-G", "--", host], b"", _SECONDS, {**os.environ, "LC_ALL": "C"})
    except (FileNotFoundError, TimeoutError):
        return host
    lines = result.out.decode("utf-8", "replace").splitlines()
    names = (line.partition(" ")[2].strip() for line in lines if line.startswith("hostname "))
    return next(names, host)
