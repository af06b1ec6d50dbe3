"""The URLs of a preview, and a QR code of one.

In:  host and port on which the server listens.
Out: URLs, and a QR code for a terminal, drawn in half-blocks.
Must not: send anything. The address on the network is read from the route that the system would use.
"""

import io
import socket

import segno

from byeoru.base.paths import encode
from byeoru.serve.host_guard import is_loopback

_EVERYWHERE = {"0.0.0.0", "::", ""}  # noqa: S104  (compared, not listened on)
_OUTSIDE = ("192.0.2.1", 9)  # reserved for documentation (RFC 5737); connecting a datagram socket sends nothing


def is_reachable_from_network(host: str) -> bool:
    """Tell whether other machines can reach a server that listens on *host*.

    >>> [is_reachable_from_network(host) for host in ("127.0.0.1", "localhost", "::1", "0.0.0.0", "192.168.0.7")]
    [False, False, False, True, True]
    """
    return host != "localhost" and not is_loopback(host)


def local_url(host: str, port: int, base: str) -> str:
    """Return the URL for a browser on this machine.

    >>> local_url("0.0.0.0", 4000, "/노트"), local_url("::1", 80, "")
    ('http://127.0.0.1:4000/%EB%85%B8%ED%8A%B8/', 'http://[::1]:80/')
    """
    name = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)  # noqa: S104
    return f"http://{f'[{name}]' if ':' in name else name}:{port}{encode(base)}/"


def network_url(host: str, port: int, base: str) -> str:
    """Return the URL for other machines, "" without a network."""
    if host not in _EVERYWHERE:
        return local_url(host, port, base)
    return "".join(local_url(name, port, base) for name in network_ips())


def network_ips() -> tuple[str, ...]:
    """Return the IP address of this machine on the network, if it has one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_OUTSIDE)
        except OSError:
            return ()
        name = str(probe.getsockname()[0])
    return (name,) if is_reachable_from_network(name) else ()


def host_names(host: str) -> tuple[str, ...]:
    """Return the names, besides `localhost` and IP addresses, under which a browser may request a server on *host*."""
    if host not in _EVERYWHERE:
        return (host,)
    name = socket.gethostname().lower()
    return (name, f"{name.partition('.')[0]}.local")


def qr_code(url: str) -> str:
    """Return *url* as a QR code; each terminal row holds two rows of it."""
    buffer = io.StringIO()
    segno.make(url, error="l", micro=False).terminal(buffer, border=2, compact=True)
    return buffer.getvalue().rstrip("\n")
