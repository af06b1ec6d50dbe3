"""Wait until the address shows what was published.

In:  the address of the site and the stamp that it should have.
Out: what the last request returned.
Must not: read more than a stamp is long, or follow a redirect for ever.
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

_ANSWER = 10.0  # seconds for one answer
_STAMP_LENGTH = 32


class Seen(NamedTuple):
    """What one request returned: a code of the catalogue below `live.`, and the argument of its sentence."""

    code: str
    detail: str = ""

    @property
    def is_live(self) -> bool:
        """Tell whether it is the site that was published."""
        return self.code == "live"


def wait_until_live(
    base_url: str, path: str, stamp: str, *, limit: float, pause: float, tell: Callable[[Seen, float], None]
) -> Seen:
    """Ask every *pause* seconds until the stamp at *path* is *stamp*, at most *limit* seconds; *tell* each result."""
    began = time.monotonic()
    while True:
        seen = look(base_url, path, stamp)
        spent = time.monotonic() - began
        if seen.is_live or spent + pause > limit:
            return seen
        tell(seen, spent)
        time.sleep(pause)


def look(base_url: str, path: str, stamp: str) -> Seen:
    """Request the stamp of the site once, past every cache."""
    url = f"{wire_address(base_url)}/{path}?{stamp}"
    request = urllib.request.Request(url, headers={"Cache-Control": "no-cache", "User-Agent": "byeoru"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=_ANSWER) as answer:  # noqa: S310  (http or https: read_base_url)
            text = answer.read(4096).decode("utf-8", "replace").strip()
            return _read(text, stamp, answer.geturl(), url)
    except urllib.error.HTTPError as problem:
        problem.close()
        if "infinite loop" in str(problem.msg) or 300 <= problem.code < 400:
            return Seen("redirect-loop", base_url)
        return Seen("not-yet" if problem.code == 404 else "http-error", str(problem.code))
    except urllib.error.URLError as problem:
        return _unreachable(problem.reason)
    except (OSError, HTTPException, ValueError) as problem:
        return _unreachable(problem)


def _read(text: str, stamp: str, came_from: str, asked: str) -> Seen:
    if text == stamp:
        return Seen("live")
    if len(text) == _STAMP_LENGTH and text.isalnum():
        return Seen("old-stamp", text[:8])
    return Seen("other-site", urlsplit(came_from).netloc or urlsplit(asked).netloc)


def _unreachable(reason: object) -> Seen:
    match reason:
        case ssl.SSLCertVerificationError():
            return Seen("certificate", reason.verify_message)
        case ssl.SSLError():
            return Seen("certificate", str(reason.reason or reason))
        case socket.gaierror():
            return Seen("no-name", str(reason))
    return Seen("unreachable", str(reason))
