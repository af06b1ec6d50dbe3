"""Turn away what no writer's own browser sends.

A page of another site may make the browser ask this server under a name of its own (DNS rebinding); the Host header
tells. An address in figures cannot be rebound, and is always let in.
"""

import ipaddress
import re
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([\w.-]+))(?::\d{0,5})?")


class HostGuard:
    """An application that answers 403 to every Host that is not ours."""

    def __init__(self, application: ASGIApp, names: Iterable[str]) -> None:
        """Take the names, besides `localhost`, under which this server may be asked."""
        self._application, self._names = application, frozenset(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] == "http" and not self._is_ours(Headers(scope=scope).getlist("host")):
            await PlainTextResponse("403 Host\n", 403)(scope, receive, send)
            return
        await self._application(scope, receive, send)

    def _is_ours(self, hosts: list[str]) -> bool:
        if len(hosts) != 1:
            return False
        name = host_name(hosts[0])
        return name == "localhost" or name.endswith(".localhost") or name in self._names or is_ip_address(name)


def host_name(host: str) -> str:
    """Return the name of a Host header without its port; "" for what is none (RFC 9112, 3.2).

    >>> host_name("Localhost:4000"), host_name("[::1]:4000"), host_name("localhost:1@evil.example")
    ('localhost', '::1', '')
    """
    found = _HOST.fullmatch(host)
    if found is None:
        return ""
    figures, name = found.groups()
    return figures.lower() if figures else name.rstrip(".").lower()


def is_ip_address(name: str) -> bool:
    """Tell whether *name* is an address of the Internet Protocol and no name."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(name: str) -> bool:
    """Tell whether *name* is this machine's address to itself."""
    return is_ip_address(name) and ipaddress.ip_address(name).is_loopback
