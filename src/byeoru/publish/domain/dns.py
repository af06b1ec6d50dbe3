"""Ask name servers.

In:  a server with its port, a name and a kind of record.
Out: an ``Answer``, also where there was none: what failed is a value, and no question takes longer than its limit.
Must not: judge the answer.
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

SECONDS = 3.0  # for one question; a server that takes longer is as good as silent to readers
_CHAIN_LIMIT = 10

# "none": the name is there and has no record of that kind; "nxdomain": there is no such name.
Status = Literal["ok", "none", "nxdomain", "servfail", "refused", "timeout", "unreachable"]
_RCODES: dict[int, Status] = {
    dns.rcode.NXDOMAIN: "nxdomain",
    dns.rcode.SERVFAIL: "servfail",
    dns.rcode.REFUSED: "refused",
    dns.rcode.NOTAUTH: "refused",
}


class NameServer(NamedTuple):
    """Where questions are sent."""

    address: str
    port: int = 53
    name: str = ""  # "" for one that has no name of its own

    @property
    def shown(self) -> str:
        """Return what to call it."""
        where = f"[{self.address}]" if ":" in self.address else self.address
        return self.name or (where if self.port == 53 else f"{where}:{self.port}")


class Answer(NamedTuple):
    """What a server said to one question."""

    status: Status
    values: tuple[str, ...] = ()  # sorted, as every server may turn their order
    chain: tuple[str, ...] = ()  # the names that CNAMEs led to, nearest first
    ttl: int = 0  # seconds that the answer may still be kept
    zone: str = ""  # whose SOA record came with it

    @property
    def is_an_answer(self) -> bool:
        """Tell whether the server knew, be it that there is nothing."""
        return self.status in {"ok", "none", "nxdomain"}


def system_servers() -> tuple[NameServer, ...]:
    """Return the servers that this machine asks; none where it has no setting."""
    try:
        resolver = dns.resolver.Resolver()
    except (dns.resolver.NoResolverConfiguration, OSError):
        return ()
    return tuple(NameServer(address, resolver.port) for address in map(str, resolver.nameservers) if "/" not in address)


def ask(server: NameServer, name: str, kind: Kind, seconds: float = SECONDS) -> Answer:
    """Ask *server* one question, over TCP again where the answer is too long for UDP."""
    try:
        question = dns.message.make_query(name, kind, use_edns=0, payload=1232)
        reply, _ = dns.query.udp_with_fallback(
            question, server.address, timeout=seconds, port=server.port, ignore_unexpected=True
        )
    except dns.exception.Timeout:
        return Answer("timeout")
    except (dns.exception.DNSException, OSError, EOFError, ValueError):  # no way there, or an answer that is none
        return Answer("unreachable")
    return read(reply, kind)


def ask_first(servers: tuple[NameServer, ...], name: str, kind: Kind) -> Answer:
    """Ask one server after the other until one knows."""
    answer = Answer("unreachable")
    for server in servers:
        answer = ask(server, name, kind)
        if answer.is_an_answer:
            break
    return answer


def zone_of(servers: tuple[NameServer, ...], name: str) -> str:
    """Return the zone that *name* lies in, "" if nobody knows.

    It comes with every answer about a name, but where that is a CNAME, with the zone of its target or with none.
    """
    labels = name.split(".")
    for at in range(len(labels) - 1):
        zone = ask_first(servers, ".".join(labels[at:]), "SOA").zone
        if zone and f".{name}".endswith(f".{zone}"):
            return zone
    return ""


def authorities(servers: tuple[NameServer, ...], zone: str, port: int = 53) -> tuple[NameServer, ...]:
    """Return the servers that *zone* is kept on, each by one of its addresses."""
    found = []
    for name in ask_first(servers, zone, "NS").values:
        addresses = ask_first(servers, name, "A").values or ask_first(servers, name, "AAAA").values
        found += [NameServer(address, port, name) for address in addresses[:1]]
    return tuple(found)


def read(reply: dns.message.Message, kind: Kind) -> Answer:
    """Read the reply to a question: the records at the end of its chain of CNAMEs, and that chain."""
    if reply.rcode() not in {dns.rcode.NOERROR, dns.rcode.NXDOMAIN}:
        return Answer(_RCODES.get(reply.rcode(), "servfail"))
    wanted = dns.rdatatype.from_text(kind)
    name = reply.question[0].name
    chain: list[str] = []
    ttls: list[int] = []
    values: tuple[str, ...] = ()
    while len(chain) <= _CHAIN_LIMIT:
        sets = {one.rdtype: one for one in reply.answer if one.name == name}
        here = sets.get(wanted)
        if here is not None:
            values = tuple(sorted(_text(data) for data in here))
            ttls.append(here.ttl)
        alias = sets.get(dns.rdatatype.CNAME)
        if here is not None or alias is None:
            break
        name = alias[0].target
        chain.append(_plain(name))
        ttls.append(alias.ttl)
    zones = [_plain(one.name) for one in (*reply.answer, *reply.authority) if one.rdtype == dns.rdatatype.SOA]
    status: Status = "ok" if values or chain else _RCODES.get(reply.rcode(), "none")
    return Answer(status, values, tuple(chain), min(ttls, default=0), zones[0] if zones else "")


def _text(data: object) -> str:
    """Write a record's data as forms do: names without the dot at their end, texts without quotes."""
    strings = getattr(data, "strings", None)
    if strings is not None:  # TXT: one text, cut where it was too long
        return b"".join(strings).decode("utf-8", "replace")
    target = getattr(data, "target", None)
    return _plain(target) if isinstance(target, dns.name.Name) else str(data)


def _plain(name: dns.name.Name) -> str:
    return name.to_text(omit_final_dot=True).lower()
