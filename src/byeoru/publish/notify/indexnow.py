"""Notify search engines of changed addresses (indexnow.org).

In:  the settings, the address of the site, and what a deployment changed.
Out: ``Receipt``: the response of each endpoint. A failed connection is a value too.
Must not: follow redirects, or raise an exception: the site has been deployed already.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from http.client import HTTPException
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from byeoru.base.hosts import wire_address
from byeoru.base.paths import nfc
from byeoru.model.indexnow import IndexNow
from byeoru.publish.addresses import pages_of
from byeoru.publish.changes import Changes

LIMIT = 10_000  # addresses in one request
_RESPONSE_SECONDS = 10.0  # for one response
_KNOWN_STATUSES = frozenset({400, 403, 422, 429})  # that the protocol defines


class Receipt(NamedTuple):
    """The response of an endpoint: a message code below `indexnow.`, and the argument of its message."""

    endpoint: str
    code: str
    detail: str = ""

    @property
    def is_accepted(self) -> bool:
        """Tell whether the addresses were accepted."""
        return self.code == "taken"

    @property
    def host(self) -> str:
        """Return the host of the endpoint."""
        return urlsplit(self.endpoint).netloc


class Announcement(NamedTuple):
    """The notification of search engines about a deployment."""

    endpoints: tuple[str, ...]
    base_url: str
    key: str
    addresses: tuple[str, ...]

    def send(self) -> tuple[Receipt, ...]:
        """Send all addresses to each endpoint; return its response, or the first one that is a refusal."""
        bodies = tuple(_bodies(wire_address(self.base_url), self.key, self.addresses))
        return tuple(_sent(endpoint, bodies) for endpoint in self.endpoints)


def announcement_of(settings: IndexNow, base_url: str, changes: Changes) -> Announcement | None:
    """Return what to announce; None if it is not configured, or if no page has changed."""
    key = settings.key_of(base_url)
    addresses = changed_pages(base_url, changes) if key else ()
    return Announcement(settings.endpoints, base_url, key, addresses) if addresses else None


def changed_pages(base_url: str, changes: Changes) -> tuple[str, ...]:
    """Return the absolute addresses of the pages among *changes*, without lists, which search engines find anyway.

    >>> changed_pages("https://a.kr", Changes(("posts/글/index.html", "tags/x/index.html"), ("feed.xml",)))
    ('https://a.kr/posts/%EA%B8%80/',)
    """
    base = wire_address(base_url)
    addresses = pages_of(path for paths in changes for path in paths)
    return tuple(sorted(base + quote(nfc(address)) for address in addresses))


def _bodies(base: str, key: str, addresses: tuple[str, ...]) -> Iterator[bytes]:
    """Yield the request bodies; they contain the URL of the key, as a site may not be at the root of its host."""
    for start in range(0, len(addresses), LIMIT):
        body = {
            "host": urlsplit(base).netloc,
            "key": key,
            "keyLocation": f"{base}/{key}.txt",
            "urlList": addresses[start : start + LIMIT],
        }
        yield json.dumps(body).encode()


def _sent(endpoint: str, bodies: Iterable[bytes]) -> Receipt:
    receipts = (_post(endpoint, body) for body in bodies)
    return next((receipt for receipt in receipts if not receipt.is_accepted), Receipt(endpoint, "taken"))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Do not follow it."""


def _post(endpoint: str, body: bytes) -> Receipt:
    headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "byeoru"}
    request = urllib.request.Request(endpoint, body, headers, method="POST")  # noqa: S310  (read_indexnow)
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=_RESPONSE_SECONDS) as response:
            status = response.status
    except urllib.error.HTTPError as problem:
        problem.close()
        status = problem.code
    except urllib.error.URLError as problem:
        return Receipt(endpoint, "unreachable", str(problem.reason))
    except (OSError, HTTPException, ValueError) as problem:
        return Receipt(endpoint, "unreachable", str(problem))
    if status in {200, 202}:
        return Receipt(endpoint, "taken")
    return Receipt(endpoint, str(status) if status in _KNOWN_STATUSES else "other", str(status))
