"""Query name servers.

In:  a server with its port, a name and a record type.
Out: a ``DnsResponse``; a failure is a value too, and no query exceeds its time limit.
Must not: evaluate the response.
"""

from typing import Literal, NamedTuple

import dns.exception
import dns.flags
import dns.message
import dns.name
import dns.query
import dns.rcode
import dns.rdatatype
import dns.resolver

from byeoru.publish.domain.records import Kind

SECONDS = 3.0  # per query; a slower server is useless to readers
_CNAME_LIMIT = 10

# "none": the name exists, but has no record of that type; "nxdomain": the name does not exist.
Status = Literal["ok", "none", "nxdomain", "servfail", "refused", "timeout", "unreachable"]
_RCODES: dict[int, Status] = {
    dns.rcode.NXDOMAIN: "nxdomain",
    dns.rcode.SERVFAIL: "servfail",
    dns.rcode.REFUSED: "refused",
    dns.rcode.NOTAUTH: "refused",
}


class NameServer(NamedTuple):
    """The address of a name server."""

    address: str
    port: int = 53
    name: str = ""  # "" if it is known by its address only

    @property
    def shown(self) -> str:
        """Return its name, or else its address, for messages."""
        address_ = f"[{self.address}]" if ":" in self.address else self.address
        return self.name or (address_ if self.port == 53 else f"{address_}:{self.port}")


class DnsResponse(NamedTuple):
    """The response of a server to one query."""

    status: Status
    values: tuple[str, ...] = ()  # sorted, as servers rotate their order
    chain: tuple[str, ...] = ()  # the targets of CNAMEs, in order
    ttl: int = 0  # seconds for which the response may be cached
    zone: str = ""  # the zone of the SOA record in the response

    @property
    def is_conclusive(self) -> bool:
        """Tell whether the server answered the query, even if there is no such record."""
        return self.status in {"ok", "none", "nxdomain"}


def system_servers() -> tuple[NameServer, ...]:
    """Return the resolvers that this machine is configured to use, possibly none."""
    try:
        resolver = dns.resolver.Resolver()
    except (dns.resolver.NoResolverConfiguration, OSError):
        return ()
    return tuple(NameServer(address, resolver.port) for address in map(str, resolver.nameservers) if "/" not in address)


def send_query(server: NameServer, name: str, kind: Kind, seconds: float = SECONDS) -> DnsResponse:
    """Send *server* one query, and retry over TCP if the response is too long for UDP."""
    try:
        query = dns.message.make_query(name, kind, use_edns=0, payload=1232)
        message, _ = dns.query.udp_with_fallback(
            query, server.address, timeout=seconds, port=server.port, ignore_unexpected=True
        )
    except dns.exception.Timeout:
        return DnsResponse("timeout")
    except (dns.exception.DNSException, OSError, EOFError, ValueError):  # no route, or an invalid response
        return DnsResponse("unreachable")
    return response_of(message, kind)


def query_first(servers: tuple[NameServer, ...], name: str, kind: Kind) -> DnsResponse:
    """Query the servers in order until one gives a conclusive response."""
    response = DnsResponse("unreachable")
    for server in servers:
        response = send_query(server, name, kind)
        if response.is_conclusive:
            break
    return response


def zone_of(servers: tuple[NameServer, ...], name: str) -> str:
    """Return the zone that contains *name*, "" if it cannot be determined.

    Responses name the zone in their SOA record; for a CNAME that is the zone of its target, or missing.
    """
    labels = name.split(".")
    for start in range(len(labels) - 1):
        zone = query_first(servers, ".".join(labels[start:]), "SOA").zone
        if zone and f".{name}".endswith(f".{zone}"):
            return zone
    return ""


def authoritative_servers(servers: tuple[NameServer, ...], zone: str, port: int = 53) -> tuple[NameServer, ...]:
    """Return the authoritative servers of *zone*, each with one of its addresses."""
    authoritative = []
    for name in query_first(servers, zone, "NS").values:
        addresses = query_first(servers, name, "A").values or query_first(servers, name, "AAAA").values
        authoritative += [NameServer(address, port, name) for address in addresses[:1]]
    return tuple(authoritative)


def response_of(message: dns.message.Message, kind: Kind) -> DnsResponse:
    """Parse a DNS message: the records at the end of its CNAME chain, and that chain."""
    if message.rcode() not in {dns.rcode.NOERROR, dns.rcode.NXDOMAIN}:
        return DnsResponse(_RCODES.get(message.rcode(), "servfail"))
    wanted_type = dns.rdatatype.from_text(kind)
    name = message.question[0].name
    chain: list[str] = []
    ttls: list[int] = []
    values: tuple[str, ...] = ()
    while len(chain) <= _CNAME_LIMIT:
        sets = {rrset.rdtype: rrset for rrset in message.answer if rrset.name == name}
        wanted_set = sets.get(wanted_type)
        if wanted_set is not None:
            values = tuple(sorted(_data_text(data) for data in wanted_set))
            ttls.append(wanted_set.ttl)
        alias = sets.get(dns.rdatatype.CNAME)
        if wanted_set is not None or alias is None:
            break
        name = alias[0].target
        chain.append(_name_text(name))
        ttls.append(alias.ttl)
    zones = [
        _name_text(rrset.name) for rrset in (*message.answer, *message.authority) if rrset.rdtype == dns.rdatatype.SOA
    ]
    status: Status = "ok" if values or chain else _RCODES.get(message.rcode(), "none")
    return DnsResponse(status, values, tuple(chain), min(ttls, default=0), zones[0] if zones else "")


def _data_text(data: object) -> str:
    """Return the data of a record as in registrars' forms: names without the final dot, TXT without quotes."""
    strings = getattr(data, "strings", None)
    if strings is not None:  # TXT: one text, split into strings of at most 255 bytes
        return b"".join(strings).decode("utf-8", "replace")
    target = getattr(data, "target", None)
    return _name_text(target) if isinstance(target, dns.name.Name) else str(data)


def _name_text(name: dns.name.Name) -> str:
    return name.to_text(omit_final_dot=True).lower()
