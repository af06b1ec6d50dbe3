"""Interpret the base address of a site for its deployment.

In:  `base_url`.
Out: whether it is valid only on this machine or network, and the content of ``CNAME``.
Must not: query the DNS.
"""

import ipaddress
from urllib.parse import urlsplit

from byeoru.base.hosts import ascii_host, host_of


def is_local(base_url: str) -> bool:
    """Tell whether an address is valid only on this machine or its local network.

    >>> [is_local(url) for url in ("http://localhost:8080", "http://127.0.0.1", "https://example.kr", "http://blog.test")]
    [True, True, False, True]
    """
    host = host_of(base_url)
    if host == "localhost" or host.endswith((".localhost", ".local", ".test", ".invalid")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def cname_of(base_url: str) -> str:
    """Return the content of `CNAME`, "" for none: only a site at the root of a custom domain has one.

    >>> [cname_of(url) for url in ("https://Blog.Example.kr", "https://한글.kr", "https://kim.github.io/notes")]
    ['blog.example.kr', 'xn--bj0bj06e.kr', '']
    >>> cname_of("https://example.kr/notes"), cname_of("http://127.0.0.1"), cname_of("http://8.8.8.8")
    ('', '', '')
    """
    host = ascii_host(host_of(base_url))
    is_below = urlsplit(base_url).path.strip("/") or host.endswith(".github.io")
    return "" if is_below or is_local(base_url) else host
