"""Tell search engines which addresses have changed (indexnow.org).

In:  the address of the site, its key, the addresses, and whom to tell.
Out: ``Told``: what each answered. That nobody listens is a value too.
Must not: follow redirects, or fail a deployment that has happened.
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
from byeoru.publish.addresses import pages_of
from byeoru.publish.changes import Changes

LIMIT = 10_000  # addresses in one request
_ANSWER = 10.0  # seconds for one answer
_KNOWN = frozenset({400, 403, 422, 429})  # answers that the protocol gives a meaning


class Told(NamedTuple):
    """What one of them answered: a code of the catalogue below `indexnow.`."""

    endpoint: str
    code: str
    detail: str = ""

    @property
    def is_good(self) -> bool:
        """Tell whether the addresses were taken."""
        return self.code == "taken"

    @property
    def host(self) -> str:
        """Return whom it came from."""
        return urlsplit(self.endpoint).netloc


def changed_pages(base_url: str, changes: Changes) -> tuple[str, ...]:
    """Return the absolute addresses of the pages among *changes*; lists follow from them and are left out.

    >>> changed_pages("https://a.kr", Changes(("posts/글/index.html", "tags/x/index.html"), ("feed.xml",)))
    ('https://a.kr/posts/%EA%B8%80/',)
    """
    base = wire_address(base_url)
    found = pages_of(path for paths in changes for path in paths)
    return tuple(sorted(base + quote(nfc(address)) for address in found))


def tell(endpoints: Iterable[str], base_url: str, key: str, addresses: tuple[str, ...]) -> tuple[Told, ...]:
    """Tell each of *endpoints* all *addresses*; return its answers, only the first bad one of each."""
    bodies = tuple(_bodies(wire_address(base_url), key, addresses))
    return tuple(_told(endpoint, bodies) for endpoint in endpoints) if addresses else ()


def _bodies(base: str, key: str, addresses: tuple[str, ...]) -> Iterator[bytes]:
    """Yield the requests; they name the place of the key, as a site need not lie at the root of its host."""
    for start in range(0, len(addresses), LIMIT):
        body = {
            "host": urlsplit(base).netloc,
            "key": key,
            "keyLocation": f"{base}/{key}.txt",
            "urlList": addresses[start : start + LIMIT],
        }
        yield json.dumps(body).encode()


def _told(endpoint: str, bodies: Iterable[bytes]) -> Told:
    answers = (_post(endpoint, body) for body in bodies)
    return next((answer for answer in answers if not answer.is_good), Told(endpoint, "taken"))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Let an answer that leads elsewhere be what it is."""


def _post(endpoint: str, body: bytes) -> Told:
    headers = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "byeoru"}
    request = urllib.request.Request(endpoint, body, headers, method="POST")  # noqa: S310  (read_indexnow)
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=_ANSWER) as answer:
            status = answer.status
    except urllib.error.HTTPError as problem:
        problem.close()
        status = problem.code
    except urllib.error.URLError as problem:
        return Told(endpoint, "unreachable", str(problem.reason))
    except (OSError, HTTPException, ValueError) as problem:
        return Told(endpoint, "unreachable", str(problem))
    if status in {200, 202}:
        return Told(endpoint, "taken")
    return Told(endpoint, str(status) if status in _KNOWN else "other", str(status))
