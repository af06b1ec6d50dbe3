"""Connect to a host: read its certificate, and request its front page.

In:  an IP address and a port, the host name, a time limit.
Out: ``Certificate`` and ``FrontPage``; a failure is a value too.
Must not: resolve names (the check has queried the DNS itself), send more than one request, or evaluate the result.
"""

import http.client
import socket
import ssl
from typing import Literal, NamedTuple

SECONDS = 8.0

# OpenSSL's X509_V_FLAG_NO_CHECK_TIME: an expired certificate is read too, so that its dates can be reported.
_NO_CHECK_TIME = 0x200000


class Certificate(NamedTuple):
    """The certificate of a server; dates are Unix times."""

    status: Literal["trusted", "untrusted", "silent"]
    names: tuple[str, ...] = ()
    since: float = 0.0
    until: float = 0.0


class FrontPage(NamedTuple):
    """The response to `GET /`, without its body."""

    status: int = 0  # 0 if there was no response
    location: str = ""
    server: str = ""  # its `Server` header


def certificate(address: str, port: int, host: str, seconds: float = SECONDS) -> Certificate:
    """Perform a TLS handshake with the server at *address*, and read its certificate for *host*."""
    try:
        with _open_tls(address, port, host, _without_expiry_check(), seconds) as stream:
            peer = stream.getpeercert() or {}
    except ssl.SSLCertVerificationError:
        return Certificate("untrusted")
    except (OSError, ValueError):  # includes all other TLS errors
        return Certificate("silent")
    names = tuple(str(pair[1]) for pair in peer.get("subjectAltName", ()) if len(pair) == 2 and pair[0] == "DNS")
    since, until = (ssl.cert_time_to_seconds(str(peer[name])) for name in ("notBefore", "notAfter"))
    return Certificate("trusted", names, since, until)


def https_page(address: str, port: int, host: str, seconds: float = SECONDS) -> FrontPage:
    """Request the front page by HTTPS, with any certificate: `certificate` checks that."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with _open_tls(address, port, host, context, seconds) as stream:
            return _get(stream, host, port, 443)
    except (OSError, ValueError, http.client.HTTPException):
        return FrontPage()


def http_page(address: str, port: int, host: str, seconds: float = SECONDS) -> FrontPage:
    """Request the front page by HTTP."""
    try:
        with socket.create_connection((address, port), seconds) as stream:
            return _get(stream, host, port, 80)
    except (OSError, ValueError, http.client.HTTPException):
        return FrontPage()


def _open_tls(address: str, port: int, host: str, context: ssl.SSLContext, seconds: float) -> ssl.SSLSocket:
    stream = socket.create_connection((address, port), seconds)
    try:
        return context.wrap_socket(stream, server_hostname=host)
    except BaseException:
        stream.close()
        raise


def _without_expiry_check() -> ssl.SSLContext:
    """Return a context that requires a trusted issuer, but does not check names and dates."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_flags |= _NO_CHECK_TIME
    return context


def _get(stream: socket.socket, host: str, port: int, default_port: int) -> FrontPage:
    connection = http.client.HTTPConnection(host, port)
    connection.sock = stream  # already connected, to the address that the DNS check has approved
    name = host if port == default_port else f"{host}:{port}"
    connection.putrequest("GET", "/", skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", name)
    connection.putheader("User-Agent", "byeoru")
    connection.putheader("Connection", "close")
    connection.endheaders()
    with connection.getresponse() as response:
        return FrontPage(response.status, response.getheader("Location") or "", response.getheader("Server") or "")
