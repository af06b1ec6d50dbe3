"""Tell which domain somebody registered from a host in it.

In:  a host, and a way to ask the DNS in whose zone it lies.
Out: the domain at which no CNAME can stand, where the forms of registrars begin.
Must not: ask where the name itself tells, so that the usual host needs no network.
"""

from collections.abc import Callable

# What lies under .kr as .com lies under the root: general, and of regions (KISA's list of third level domains).
_KR_LABELS = (
    "ac ai co es go hs io it kg me mil ms ne or pe re sc "
    "busan chungbuk chungnam daegu daejeon gangwon gwangju gyeongbuk gyeonggi gyeongnam incheon jeju jeonbuk jeonnam "
    "seoul ulsan"
)
_KR = frozenset(_KR_LABELS.split())


def apex_of(host: str, zone_of: Callable[[str], str]) -> str:
    """Return the registered domain that *host* lies in; *zone_of* returns the zone of a host, "" if nobody knows.

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
