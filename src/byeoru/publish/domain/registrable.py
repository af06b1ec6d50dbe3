"""Find the registered domain of a host.

In:  a host, and a function that finds its zone in the DNS.
Out: the registered domain (the apex), which cannot have a CNAME and which registrars' forms are about.
Must not: query the DNS if the name is sufficient, so that common hosts need no network.
"""

from collections.abc import Callable

# Public suffixes below .kr, general and regional (KISA's list of third-level domains).
_KR_LABELS = (
    "ac ai co es go hs io it kg me mil ms ne or pe re sc "
    "busan chungbuk chungnam daegu daejeon gangwon gwangju gyeongbuk gyeonggi gyeongnam incheon jeju jeonbuk jeonnam "
    "seoul ulsan"
)
_KR = frozenset(_KR_LABELS.split())


def apex_of(host: str, zone_of: Callable[[str], str]) -> str:
    """Return the registered domain of *host*; *zone_of* returns the zone of a host, "" if it is unknown.

    >>> [apex_of(host, str) for host in ("example.kr", "blog.example.kr", "blog.example.co.kr", "a.b.example.pe.kr")]
    ['example.kr', 'example.kr', 'example.co.kr', 'example.pe.kr']
    >>> apex_of("blog.example.co.uk", lambda host: "example.co.uk"), apex_of("blog.example.com", lambda host: "")
    ('example.co.uk', 'example.com')
    """
    labels = host.split(".")
    if len(labels) == 2:
        return host
    if labels[-1] == "kr":
        return ".".join(labels[-3:] if labels[-2] in _KR else labels[-2:])
    zone = zone_of(host)
    if "." in zone and (host == zone or host.endswith(f".{zone}")):
        return zone
    return ".".join(labels[-2:])
