"""Read the address of the site, which every page contains.

In:  the address as the author wrote it, and its location.
Out: the address without a slash at the end; "" and a problem if it is invalid.
Must not: repeat a password.
"""

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from byeoru.base.credentials import without_credentials
from byeoru.base.diagnostic import Diagnostic, Location, Outcome, error
from byeoru.base.hosts import wire_host
from byeoru.base.paths import decode, leaves_folder

_AUTHORITY = re.compile(r"https?:(?://|\\\\)(?P<login>[^/?#]*@)?(?P<host>[^/?#]*)", re.IGNORECASE)
_NOT_IN_HOST = re.compile(r"[^\w.\-:\[\]]")
_NOT_IN_URL = re.compile('[\x00-\x1f\x7f"<>\\\\]')  # characters that a URL cannot contain (RFC 3986, appendix A)
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")


def read_base_url(url: str, location: Location) -> Outcome[str]:
    """Check the address that the site will have; return it without a slash at the end.

    >>> read_base_url("https://blog.example.kr/notes/", Location("")).value
    'https://blog.example.kr/notes'
    """
    text = url.strip()
    problem = _problem_in(
        text, location._replace(column=location.column + url.find(text)) if location.column else location
    )
    if problem is not None:
        return Outcome("", (problem,))
    parts = urlsplit(text)
    return Outcome(f"{parts.scheme}://{parts.netloc}{decode(parts.path.rstrip('/'))}")


def _problem_in(text: str, location: Location) -> Diagnostic | None:
    authority = _AUTHORITY.match(text)
    if authority and authority["login"]:
        login = _within(location, authority.start("login"), len(authority["login"]))
        return error("base-url-login", login, "base-url-form")
    if sign := (authority and _NOT_IN_HOST.search(text, *authority.span("host"))) or _NOT_IN_URL.search(text):
        return error("base-url-sign", _within(location, sign.start(), 1), "base-url-form", sign=sign[0])
    if _is_valid(text):
        return None
    shown = without_credentials("".join(text.split())) if "://" in text else text.rpartition("@")[2]
    guess = "" if "://" in text or "." not in shown else f"https://{shown.lstrip('/')}"
    return error("bad-base-url", location, "write-base-url" if guess else "base-url-form", url=shown, guess=guess)


def _within(location: Location, start: int, width: int) -> Location:
    """Return the location of a part of a text that begins at *location*."""
    return location._replace(column=location.column + start, width=width) if location.column else location


def _is_valid(text: str) -> bool:
    """Tell whether *text* has all required parts of a site's address, and no others."""
    try:
        parts = urlsplit(text)
        _ = parts.port  # raises if it is not a number
    except ValueError:
        return False
    is_web = parts.scheme in {"http", "https"} and not parts.query and not parts.fragment
    return is_web and _is_host(parts) and not leaves_folder(parts.path)


def _is_host(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    if ":" in host:
        try:
            return ip_address(host).version == 6
        except ValueError:
            return False
    return all(map(_LABEL.fullmatch, wire_host(host).split(".")))
