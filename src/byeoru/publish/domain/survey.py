"""Ask everything that a check of a domain wants to know from the DNS.

In:  a domain, what serves it, and the servers to ask.
Out: a ``Survey``: the answers of the first server that knows, and those of every other.
Must not: judge them.
"""

from concurrent.futures import ThreadPoolExecutor
from itertools import product
from typing import NamedTuple

from byeoru.publish.domain.dns import Answer, NameServer, ask, ask_first, authorities, system_servers
from byeoru.publish.domain.records import Domain, Kind, SiteServer, challenge_name

Question = tuple[str, Kind]
Answers = dict[Question, Answer]

_ADDRESSES: tuple[Kind, Kind] = ("A", "AAAA")
_THREADS = 8  # questions under way at once: a silent server costs its time limit once, not once a question


class Panel(NamedTuple):
    """Whom to ask: servers that keep the zone, and those that look things up for us."""

    keepers: tuple[NameServer, ...]
    resolvers: tuple[NameServer, ...]

    @property
    def all(self) -> tuple[NameServer, ...]:
        """Return each of them once, the keepers first."""
        return tuple(dict.fromkeys(self.keepers + self.resolvers))


class Survey(NamedTuple):
    """What the DNS says of a domain."""

    domain: Domain
    server: SiteServer
    probe: str  # a host of the domain that nobody has made
    answers: Answers
    panel: tuple[tuple[NameServer, Answers], ...] = ()  # the addresses of the hosts, from everybody
    caches: frozenset[NameServer] = frozenset()  # those of them that only remember what others keep

    def answer(self, host: str, kind: Kind) -> Answer:
        """Return the answer to a question of this survey."""
        return self.answers[host, kind]


def panel_for(domain: Domain, named: tuple[NameServer, ...]) -> Panel:
    """Return whom to ask: the servers that were named, else those of the zone and the machine's own resolvers."""
    if named:
        return Panel(named, named)
    resolvers = system_servers()
    return Panel(authorities(resolvers, domain.apex), resolvers[:1])


def survey(domain: Domain, server: SiteServer, panel: Panel, probe: str) -> Survey:
    """Ask the questions; *probe* is a label that no zone has."""
    probe = f"{probe}.{domain.apex}"
    wanted = questions(domain, server, probe)
    shared: list[Question] = [(host, kind) for host in domain.hosts for kind in _ADDRESSES]
    with ThreadPoolExecutor(_THREADS) as threads:
        mine = threads.map(lambda question: _follow(panel, *question), wanted)
        asked = list(product(panel.all, shared))
        others = list(threads.map(lambda one: ask(one[0], *one[1]), asked))
        answers = dict(zip(wanted, mine, strict=True))
    rows: dict[NameServer, Answers] = {
        name: {
            question: answer for (asked_one, question), answer in zip(asked, others, strict=True) if asked_one == name
        }
        for name in panel.all
    }
    return Survey(
        domain, server, probe, answers, tuple(rows.items()), frozenset(set(panel.resolvers) - set(panel.keepers))
    )


def questions(domain: Domain, server: SiteServer, probe: str) -> tuple[Question, ...]:
    """Return every question about *domain* once."""
    found: list[Question] = [(host, kind) for host in domain.hosts for kind in _ADDRESSES]
    if server.is_pages:
        found.append((probe, "A"))
        found += [(name, "CAA") for name in climb(domain)]
        if server.user:
            found.append((challenge_name(domain, server), "TXT"))
    return tuple(found)


def climb(domain: Domain) -> tuple[str, ...]:
    """Return the names at which an issuer looks for CAA records, from the host up to its domain (RFC 8659, 3).

    >>> climb(Domain("a.b.example.kr", "example.kr"))
    ('a.b.example.kr', 'b.example.kr', 'example.kr')
    """
    labels = domain.host.split(".")
    return tuple(".".join(labels[at:]) for at in range(len(labels) - domain.apex.count(".")))


def _follow(panel: Panel, host: str, kind: Kind) -> Answer:
    """Ask a question, and go on where a server of the zone only says which name is meant."""
    answer = ask_first(panel.keepers + panel.resolvers, host, kind)
    if answer.values or not answer.chain or kind not in {"A", "AAAA"}:
        return answer
    further = ask_first(panel.resolvers, answer.chain[-1], kind)
    return answer._replace(values=further.values, chain=answer.chain + further.chain)
