"""Host names: as Unicode for people, and as punycode for the network.

In:  a host or a URL.
Out: the host in lower-case punycode, or in Unicode.
Must not: import `idna`, which takes 12 ms, for an ASCII name.

Names are mapped as browsers do it (UTS 46, non-transitional), and encoded by IDNA 2008.
"""

import re
import unicodedata
from urllib.parse import urlsplit

from byeoru.base.paths import encode

_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_LABEL_LENGTH = 63  # RFC 1035, 2.3.4


def wire_host(text: str) -> str:
    """Return any host in lower-case punycode; "" if it cannot be encoded.

    >>> wire_host("한글.KR"), wire_host("localhost"), wire_host("192.0.2.1"), wire_host("::1"), wire_host("a..kr")
    ('xn--bj0bj06e.kr', 'localhost', '192.0.2.1', '::1', '')
    >>> wire_host("Faß.de"), wire_host("fass.de"), wire_host("i❤.ws"), wire_host("한\u200d글.kr")
    ('xn--fa-hia.de', 'fass.de', 'xn--i-7iq.ws', '')
    """
    host = unicodedata.normalize("NFC", text.strip())
    encoded = host.lower() if host.isascii() else _punycode(host)
    labels = encoded.removesuffix(".").split(".")
    return ".".join(labels) if all(0 < len(label) <= _LABEL_LENGTH for label in labels) else ""


def _punycode(host: str) -> str:
    import idna

    try:
        mapped = idna.uts46_remap(host, std3_rules=False, transitional=False)
        return ".".join(label if label.isascii() else _encoded_label(label) for label in mapped.split("."))
    except idna.IDNAError:
        return ""


def _encoded_label(label: str) -> str:
    import idna

    try:
        return idna.alabel(label).decode()
    except idna.InvalidCodepoint:  # a symbol such as an emoji: IDNA 2008 excludes it, browsers and registries do not
        return f"xn--{label.encode('punycode').decode()}"


def ascii_host(text: str) -> str:
    """Return a domain name in punycode; "" if *text* is not a domain that could be registered.

    >>> ascii_host("한글.KR"), ascii_host("Blog.Example.kr."), ascii_host("bad_host.kr"), ascii_host("localhost")
    ('xn--bj0bj06e.kr', 'blog.example.kr', '', '')
    """
    host = wire_host(text)
    labels = host.split(".")
    is_host = len(labels) > 1 and len(host) < 254 and all(map(_LABEL.fullmatch, labels))
    return host if is_host and not labels[-1].isdigit() else ""  # four numbers are an IP address


def shown_host(host: str) -> str:
    """Return a host in Unicode.

    >>> shown_host("www.xn--bj0bj06e.kr"), shown_host("xn--fa-hia.de")
    ('www.한글.kr', 'faß.de')
    """
    if "xn--" not in host:
        return host
    import idna

    try:
        return idna.decode(host)
    except idna.IDNAError:
        return host


def host_of(url: str) -> str:
    """Return the host of a URL as written, in lower case; "" if it has none.

    >>> host_of("https://Blog.한글.kr:8080/a"), host_of("http://[::1]/"), host_of("/a"), host_of("http://[")
    ('blog.한글.kr', '::1', '', '')
    """
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # brackets without an IP address
        return ""


def wire_address(base_url: str) -> str:
    """Return the URL of a site in ASCII: the host in punycode, the path percent-encoded.

    >>> wire_address("https://한글.kr:8443/노트"), wire_address("http://[::1]:8080")
    ('https://xn--bj0bj06e.kr:8443/%EB%85%B8%ED%8A%B8', 'http://[::1]:8080')
    """
    parts = urlsplit(base_url)
    written = parts.hostname or ""
    host = wire_host(written) or written  # an invalid host is left to the network to reject
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{port}{encode(parts.path)}"
