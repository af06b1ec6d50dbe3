"""Hosts: as people write them, and as they go over the wire.

Python's own codec knows the names of 2003 (RFC 3490). Of what has changed since then only two letters matter to a
blog: ß and ς, which were "ss" and σ and now are letters of their own, so that the old reading leads to somebody
else's domain. Joiners are still left out, as between the letters of most scripts no name may have one.
"""

import re
import unicodedata
from urllib.parse import urlsplit

from byeoru.base.paths import encode

_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_NEWER = re.compile("[ßς]")  # letters since RFC 5892


def wire_host(text: str) -> str:
    """Return any host as it goes over the wire, in lower case and punycode; "" where no name can be made of it.

    >>> wire_host("한글.KR"), wire_host("localhost"), wire_host("192.0.2.1"), wire_host("::1"), wire_host("a..kr")
    ('xn--bj0bj06e.kr', 'localhost', '192.0.2.1', '::1', '')
    >>> wire_host("Faß.de"), wire_host("fass.de")
    ('xn--fa-hia.de', 'fass.de')
    """
    host = unicodedata.normalize("NFC", text.strip())
    try:
        return ".".join(map(_newer, host.split("."))).encode("idna").decode().lower().removesuffix(".")
    except UnicodeError:  # an empty label, one too long, or signs that no host may have
        return ""


def _newer(label: str) -> str:
    small = unicodedata.normalize("NFKC", label.lower())
    return f"xn--{small.encode('punycode').decode()}" if _NEWER.search(small) else label


def ascii_host(text: str) -> str:
    """Return the name of a host as the DNS knows it, "" if *text* is none that could be had from a registrar.

    >>> ascii_host("한글.KR"), ascii_host("Blog.Example.kr."), ascii_host("bad_host.kr"), ascii_host("localhost")
    ('xn--bj0bj06e.kr', 'blog.example.kr', '', '')
    """
    host = wire_host(text)
    labels = host.split(".")
    is_host = len(labels) > 1 and len(host) < 254 and all(map(_LABEL.fullmatch, labels))
    return host if is_host and not labels[-1].isdigit() else ""  # four numbers are an address


def shown_host(host: str) -> str:
    """Return a host as its readers write it.

    >>> shown_host("www.xn--bj0bj06e.kr"), shown_host("xn--fa-hia.de")
    ('www.한글.kr', 'xn--fa-hia.de')
    """
    try:
        return host.encode().decode("idna")
    except UnicodeError:
        return host


def host_of(url: str) -> str:
    """Return the host of an address as its author wrote it, but in lower case; "" if it has none.

    >>> host_of("https://Blog.한글.kr:8080/a"), host_of("http://[::1]/"), host_of("/a"), host_of("http://[")
    ('blog.한글.kr', '::1', '', '')
    """
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # brackets with no address between them
        return ""


def wire_address(base_url: str) -> str:
    """Return the address of a site as it goes over the wire: the host in punycode, the path percent-encoded.

    >>> wire_address("https://한글.kr:8443/노트"), wire_address("http://[::1]:8080")
    ('https://xn--bj0bj06e.kr:8443/%EB%85%B8%ED%8A%B8', 'http://[::1]:8080')
    """
    parts = urlsplit(base_url)
    written = parts.hostname or ""
    host = wire_host(written) or written  # what is no host is for the network to refuse
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{port}{encode(parts.path)}"
