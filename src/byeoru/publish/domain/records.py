"""The values for custom domains: the domain, its server, the records that it needs, and the findings of a check.

In:  a host in the form of the DNS, and the server of the site.
Out: the records to enter at the registrar.
Must not: access the network.
"""

from typing import Literal, NamedTuple

# "Managing a custom domain for your GitHub Pages site" in GitHub's documentation lists these addresses.
PAGES_A = ("185.199.108.153", "185.199.109.153", "185.199.110.153", "185.199.111.153")
PAGES_AAAA = ("2606:50c0:8000::153", "2606:50c0:8001::153", "2606:50c0:8002::153", "2606:50c0:8003::153")
# GitHub Pages uses certificates of Let's Encrypt.
PAGES_ISSUER = "letsencrypt.org"
PAGES_SUFFIX = "github.io"

Kind = Literal["A", "AAAA", "CNAME", "TXT", "CAA", "NS", "SOA"]
Level = Literal["ok", "warn", "fail"]


class Domain(NamedTuple):
    """A host and its registered domain, both in lower case and Punycode."""

    host: str
    apex: str

    @property
    def alternate(self) -> str:
        """Return the host that readers also try: `www` for the apex, the apex for `www`, "" for others."""
        if self.host == self.apex:
            return f"www.{self.apex}"
        return self.apex if self.host == f"www.{self.apex}" else ""

    @property
    def hosts(self) -> tuple[str, ...]:
        """Return the host, and its alternate if it has one."""
        return (self.host, self.alternate) if self.alternate else (self.host,)

    def is_apex(self, host: str) -> bool:
        """Tell whether *host* is the registered domain itself, which cannot have a CNAME."""
        return host == self.apex

    def label(self, host: str) -> str:
        """Return *host* as in the forms of registrars: without the domain, "@" for the domain itself."""
        return "@" if host == self.apex else host.removesuffix(f".{self.apex}")


class SiteServer(NamedTuple):
    """The server of the site: GitHub Pages with a user name, or the author's own server with its addresses."""

    user: str = ""  # of GitHub; "" if unknown
    a: tuple[str, ...] = ()
    aaaa: tuple[str, ...] = ()
    is_pages: bool = False

    @property
    def name(self) -> str:
        """Return the target that a CNAME must have, "" if there is none."""
        return f"{self.user.lower()}.{PAGES_SUFFIX}" if self.user and self.is_pages else ""


def github_pages(user: str) -> SiteServer:
    """Return GitHub Pages as the server of the site of *user*, "" if the user is unknown."""
    return SiteServer(user, PAGES_A, PAGES_AAAA, is_pages=True)


class Record(NamedTuple):
    """A DNS record to enter at the registrar."""

    kind: Kind
    host: str
    value: str  # "" if Byeoru cannot know it
    is_needed: bool


class Finding(NamedTuple):
    """The result of one check: a message code with its arguments, and the code of a hint."""

    code: str
    level: Level
    arguments: tuple[tuple[str, object], ...] = ()
    hint: str = ""


def ok(code: str, **arguments: object) -> Finding:
    """Return a finding without a problem."""
    return Finding(code, "ok", tuple(arguments.items()))


def warn(code: str, hint: str, **arguments: object) -> Finding:
    """Return a finding that does not break the site; the hint has the same arguments."""
    return Finding(code, "warn", tuple(arguments.items()), hint)


def fail(code: str, hint: str, **arguments: object) -> Finding:
    """Return a finding that makes the site unreachable, or lets others take the domain."""
    return Finding(code, "fail", tuple(arguments.items()), hint)


def needed_records(domain: Domain, server: SiteServer) -> tuple[Record, ...]:
    """Return the records that *domain* needs, in the order in which people enter them."""
    records: list[Record] = []
    for host in domain.hosts:
        records += _address_records(domain, host, server)
    if server.is_pages and server.user:
        records.append(Record("TXT", challenge_name(domain, server), "", is_needed=False))
    if server.is_pages:
        records.append(Record("CAA", domain.apex, f'0 issue "{PAGES_ISSUER}"', is_needed=False))
    return tuple(records)


def _address_records(domain: Domain, host: str, server: SiteServer) -> list[Record]:
    if server.is_pages and not domain.is_apex(host):
        return [Record("CNAME", host, server.name, is_needed=True)]
    a = [Record("A", host, address, is_needed=True) for address in server.a]
    return a + [Record("AAAA", host, address, is_needed=False) for address in server.aaaa]


def challenge_name(domain: Domain, server: SiteServer) -> str:
    """Return the name of the TXT record with which GitHub verifies a domain."""
    return f"_github-pages-challenge-{server.user.lower()}.{domain.apex}"
