"""Wait until the published site is live.

In:  the address of the site and the stamp that it should have.
Out: the last response.
Must not: read more than 4 KiB of a response, or follow redirects without a limit.
"""

import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException
from typing import NamedTuple
from urllib.parse import urlsplit

from byeoru.base.hosts import wire_address

_RESPONSE_SECONDS = 10.0  # for one response
_STAMP_LENGTH = 32


class LiveResponse(NamedTuple):
    """The result of one request: a message code below `live.`, and the argument of its message."""

    code: str
    detail: str = ""

    @property
    def is_live(self) -> bool:
        """Tell whether the published site is live."""
        return self.code == "live"


def wait_until_live(
    base_url: str, path: str, stamp: str, *, limit: float, pause: float, report: Callable[[LiveResponse, float], None]
) -> LiveResponse:
    """Request *path* every *pause* seconds until it is *stamp*, for at most *limit* seconds; *report* each response."""
    started_at = time.monotonic()
    while True:
        response = request_stamp(base_url, path, stamp)
        seconds = time.monotonic() - started_at
        if response.is_live or seconds + pause > limit:
            return response
        report(response, seconds)
        time.sleep(pause)


def request_stamp(base_url: str, path: str, stamp: str) -> LiveResponse:
    """Request the stamp of the site once, bypassing caches."""
    url = f"{wire_address(base_url)}/{path}?{stamp}"
    request = urllib.request.Request(url, headers={"Cache-Control": "no-cache", "User-Agent": "byeoru"})  # noqa: S310
    try:
        # The scheme is http or https, see read_base_url.
        with urllib.request.urlopen(request, timeout=_RESPONSE_SECONDS) as response:  # noqa: S310
            text = response.read(4096).decode("utf-8", "replace").strip()
            return _response_of(text, stamp, response.geturl(), url)
    except urllib.error.HTTPError as problem:
        problem.close()
        if "infinite loop" in str(problem.msg) or 300 <= problem.code < 400:
            return LiveResponse("redirect-loop", base_url)
        return LiveResponse("not-yet" if problem.code == 404 else "http-error", str(problem.code))
    except urllib.error.URLError as problem:
        return _unreachable(problem.reason)
    except (OSError, HTTPException, ValueError) as problem:
        return _unreachable(problem)


def _response_of(text: str, stamp: str, final_url: str, requested_url: str) -> LiveResponse:
    if text == stamp:
        return LiveResponse("live")
    if len(text) == _STAMP_LENGTH and text.isalnum():
        return LiveResponse("old-stamp", text[:8])
    return LiveResponse("other-site", urlsplit(final_url).netloc or urlsplit(requested_url).netloc)


def _unreachable(reason: object) -> LiveResponse:
    match reason:
        case ssl.SSLCertVerificationError():
            return LiveResponse("certificate", reason.verify_message)
        case ssl.SSLError():
            return LiveResponse("certificate", str(reason.reason or reason))
        case socket.gaierror():
            return LiveResponse("no-name", str(reason))
    return LiveResponse("unreachable", str(reason))
