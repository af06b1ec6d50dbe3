"""Send all DNS queries that a check of a domain needs.

In:  a domain, its server, and the name servers to query.
Out: a ``Survey``: the first conclusive response to each query, and the responses of each name server.
Must not: evaluate them.
"""

from concurrent.futures import ThreadPoolExecutor
from itertools import product
from typing import NamedTuple

from byeoru.publish.domain.dns import (
    DnsResponse,
    NameServer,
    authoritative_servers,
    query_first,
    send_query,
    system_servers,
)
from byeoru.publish.domain.records import Domain, Kind, SiteServer, challenge_name

Query = tuple[str, Kind]
DnsResponses = dict[Query, DnsResponse]

_ADDRESSES: tuple[Kind, Kind] = ("A", "AAAA")
_THREADS = 8  # concurrent queries: a silent server costs its time limit once, not once per query


class NameServers(NamedTuple):
    """The name servers to query: the authoritative servers of the zone, and resolvers."""

    authoritative: tuple[NameServer, ...]
    resolvers: tuple[NameServer, ...]

    @property
    def all(self) -> tuple[NameServer, ...]:
        """Return each server once, the authoritative ones first."""
        return tuple(dict.fromkeys(self.authoritative + self.resolvers))


class Survey(NamedTuple):
    """The DNS responses about a domain."""

    domain: Domain
    server: SiteServer
    probe: str  # a host of the domain that nobody has created
    responses: DnsResponses
    by_server: tuple[tuple[NameServer, DnsResponses], ...] = ()  # the address records of the hosts, from each server
    caching: frozenset[NameServer] = frozenset()  # the servers that are not authoritative

    def response(self, host: str, kind: Kind) -> DnsResponse:
        """Return the response to a query of this survey."""
        return self.responses[host, kind]


def name_servers_for(domain: Domain, named: tuple[NameServer, ...]) -> NameServers:
    """Return the servers to query: those named by the user, else those of the zone and the first system resolver."""
    if named:
        return NameServers(named, named)
    resolvers = system_servers()
    return NameServers(authoritative_servers(resolvers, domain.apex), resolvers[:1])


def take_survey(domain: Domain, server: SiteServer, servers: NameServers, probe: str) -> Survey:
    """Send all queries; *probe* is a label that no zone has."""
    probe = f"{probe}.{domain.apex}"
    queries = queries_for(domain, server, probe)
    address_queries: list[Query] = [(host, kind) for host in domain.hosts for kind in _ADDRESSES]
    with ThreadPoolExecutor(_THREADS) as threads:
        first_responses = threads.map(lambda query: _resolve(servers, *query), queries)
        pairs = list(product(servers.all, address_queries))
        address_responses = list(threads.map(lambda pair: send_query(pair[0], *pair[1]), pairs))
        responses = dict(zip(queries, first_responses, strict=True))
    by_server: dict[NameServer, DnsResponses] = {
        name_server: {
            query: response
            for (queried, query), response in zip(pairs, address_responses, strict=True)
            if queried == name_server
        }
        for name_server in servers.all
    }
    return Survey(
        domain,
        server,
        probe,
        responses,
        tuple(by_server.items()),
        frozenset(set(servers.resolvers) - set(servers.authoritative)),
    )


def queries_for(domain: Domain, server: SiteServer, probe: str) -> tuple[Query, ...]:
    """Return the queries about *domain*, each once."""
    queries: list[Query] = [(host, kind) for host in domain.hosts for kind in _ADDRESSES]
    if server.is_pages:
        queries.append((probe, "A"))
        queries += [(name, "CAA") for name in caa_names(domain)]
        if server.user:
            queries.append((challenge_name(domain, server), "TXT"))
    return tuple(queries)


def caa_names(domain: Domain) -> tuple[str, ...]:
    """Return the names whose CAA records an issuer reads, from the host up to its domain (RFC 8659, 3).

    >>> caa_names(Domain("a.b.example.kr", "example.kr"))
    ('a.b.example.kr', 'b.example.kr', 'example.kr')
    """
    labels = domain.host.split(".")
    return tuple(".".join(labels[at:]) for at in range(len(labels) - domain.apex.count(".")))


def _resolve(servers: NameServers, host: str, kind: Kind) -> DnsResponse:
    """Send a query; if the authoritative server returns only a CNAME, resolve its target."""
    response = query_first(servers.authoritative + servers.resolvers, host, kind)
    if response.values or not response.chain or kind not in {"A", "AAAA"}:
        return response
    further = query_first(servers.resolvers, response.chain[-1], kind)
    return response._replace(values=further.values, chain=response.chain + further.chain)
