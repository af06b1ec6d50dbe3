"""Reject requests with an unknown Host header.

In a DNS rebinding attack a page of another site makes the browser request this server under that site's name, which is
visible in the Host header. An IP address cannot be rebound, so it is always accepted.
"""

import ipaddress
import re
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]+)\]|([\w.-]+))(?::\d{0,5})?")


class HostGuard:
    """A middleware that responds with 403 to every unknown Host."""

    def __init__(self, application: ASGIApp, names: Iterable[str]) -> None:
        """Store the names, besides `localhost`, under which this server may be requested."""
        self._application, self._names = application, frozenset(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Reject a request, or pass it on."""
        if scope["type"] == "http" and not self._is_known(Headers(scope=scope).getlist("host")):
            await PlainTextResponse("403 Host\n", 403)(scope, receive, send)
            return
        await self._application(scope, receive, send)

    def _is_known(self, hosts: list[str]) -> bool:
        if len(hosts) != 1:
            return False
        name = host_name(hosts[0])
        return name == "localhost" or name.endswith(".localhost") or name in self._names or is_ip_address(name)


def host_name(host: str) -> str:
    """Return the name in a Host header without the port; "" if it is invalid (RFC 9112, 3.2).

    >>> host_name("Localhost:4000"), host_name("[::1]:4000"), host_name("localhost:1@evil.example")
    ('localhost', '::1', '')
    """
    match = _HOST.fullmatch(host)
    if match is None:
        return ""
    ipv6, name = match.groups()
    return ipv6.lower() if ipv6 else name.rstrip(".").lower()


def is_ip_address(name: str) -> bool:
    """Tell whether *name* is an IP address."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(name: str) -> bool:
    """Tell whether *name* is a loopback address."""
    return is_ip_address(name) and ipaddress.ip_address(name).is_loopback
