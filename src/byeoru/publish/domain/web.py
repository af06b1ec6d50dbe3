"""Visit a host: its certificate, and what it answers to a plain request.

In:  an address and a port, the host to ask for, a time limit.
Out: ``Certificate`` and ``FrontPage``; what failed is a value.
Must not: look up names (the check has asked the DNS itself), send anything but one request, or judge.
"""

import http.client
import socket
import ssl
from typing import Literal, NamedTuple

SECONDS = 8.0

# OpenSSL's X509_V_FLAG_NO_CHECK_TIME: a certificate that has ended is read like others, so that its dates can be told.
_ANY_TIME = 0x200000


class Certificate(NamedTuple):
    """What a server showed; dates in seconds since 1970."""

    status: Literal["trusted", "untrusted", "silent"]
    names: tuple[str, ...] = ()
    since: float = 0.0
    until: float = 0.0


class FrontPage(NamedTuple):
    """The answer to `GET /`, without its body."""

    status: int = 0  # 0 where there was no answer
    location: str = ""
    server: str = ""  # as it calls itself


def certificate(address: str, port: int, host: str, seconds: float = SECONDS) -> Certificate:
    """Shake hands with the server at *address* and read the certificate that it shows for *host*."""
    try:
        with _open_tls(address, port, host, _any_time(), seconds) as stream:
            shown = stream.getpeercert() or {}
    except ssl.SSLCertVerificationError:
        return Certificate("untrusted")
    except (OSError, ValueError):  # also every other fault of TLS
        return Certificate("silent")
    names = tuple(str(pair[1]) for pair in shown.get("subjectAltName", ()) if len(pair) == 2 and pair[0] == "DNS")
    since, until = (ssl.cert_time_to_seconds(str(shown[name])) for name in ("notBefore", "notAfter"))
    return Certificate("trusted", names, since, until)


def secure_page(address: str, port: int, host: str, seconds: float = SECONDS) -> FrontPage:
    """Ask for the front page by HTTPS; of what certificate it comes with `certificate` tells."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with _open_tls(address, port, host, context, seconds) as stream:
            return _ask(stream, host, port, 443)
    except (OSError, ValueError, http.client.HTTPException):
        return FrontPage()


def plain_page(address: str, port: int, host: str, seconds: float = SECONDS) -> FrontPage:
    """Ask for the front page by HTTP."""
    try:
        with socket.create_connection((address, port), seconds) as stream:
            return _ask(stream, host, port, 80)
    except (OSError, ValueError, http.client.HTTPException):
        return FrontPage()


def _open_tls(address: str, port: int, host: str, context: ssl.SSLContext, seconds: float) -> ssl.SSLSocket:
    bare = socket.create_connection((address, port), seconds)
    try:
        return context.wrap_socket(bare, server_hostname=host)
    except BaseException:
        bare.close()
        raise


def _any_time() -> ssl.SSLContext:
    """Return a context that wants a trusted issuer, and leaves names and dates to the check."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_flags |= _ANY_TIME
    return context


def _ask(stream: socket.socket, host: str, port: int, usual: int) -> FrontPage:
    connection = http.client.HTTPConnection(host, port)
    connection.sock = stream  # connected already, to the address that the DNS check has judged
    name = host if port == usual else f"{host}:{port}"
    connection.putrequest("GET", "/", skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", name)
    connection.putheader("User-Agent", "byeoru")
    connection.putheader("Connection", "close")
    connection.endheaders()
    with connection.getresponse() as answer:
        return FrontPage(answer.status, answer.getheader("Location") or "", answer.getheader("Server") or "")
