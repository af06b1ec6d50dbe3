"""The nouns of a site's own domain: the host, what serves it, the records it needs, and what a check found.

In:  a host as the DNS knows it, and the server that the site is put on.
Out: the records that must be entered.
Must not: ask anybody anything.
"""

from typing import Literal, NamedTuple

# "Managing a custom domain for your GitHub Pages site" in GitHub's documentation lists these addresses.
PAGES_A = ("185.199.108.153", "185.199.109.153", "185.199.110.153", "185.199.111.153")
PAGES_AAAA = ("2606:50c0:8000::153", "2606:50c0:8001::153", "2606:50c0:8002::153", "2606:50c0:8003::153")
# Its certificates are Let's Encrypt's.
PAGES_ISSUER = "letsencrypt.org"
PAGES_SUFFIX = "github.io"

Kind = Literal["A", "AAAA", "CNAME", "TXT", "CAA", "NS", "SOA"]
Level = Literal["ok", "warn", "fail"]


class Domain(NamedTuple):
    """A host with the zone that it lies in; both as the DNS knows them, in lower case and punycode."""

    host: str
    apex: str

    @property
    def partner(self) -> str:
        """Return the host that readers also try: `www` for an apex, the apex for its `www`, "" for others."""
        if self.host == self.apex:
            return f"www.{self.apex}"
        return self.apex if self.host == f"www.{self.apex}" else ""

    @property
    def hosts(self) -> tuple[str, ...]:
        """Return the host, and its partner if it has one."""
        return (self.host, self.partner) if self.partner else (self.host,)

    def is_apex(self, host: str) -> bool:
        """Tell whether *host* is the domain itself, where no CNAME can stand."""
        return host == self.apex

    def label(self, host: str) -> str:
        """Return *host* as the forms of registrars want it: without the domain, "@" for the domain itself."""
        return "@" if host == self.apex else host.removesuffix(f".{self.apex}")


class SiteServer(NamedTuple):
    """What serves the site: GitHub Pages by a user's name, or a machine of one's own by its addresses."""

    user: str = ""  # of GitHub; "" if it is not known
    a: tuple[str, ...] = ()
    aaaa: tuple[str, ...] = ()
    is_pages: bool = False

    @property
    def name(self) -> str:
        """Return the name that a CNAME must lead to, "" if there is none."""
        return f"{self.user.lower()}.{PAGES_SUFFIX}" if self.user and self.is_pages else ""


def pages(user: str) -> SiteServer:
    """Return GitHub Pages for the site of *user*, "" where that is not known."""
    return SiteServer(user, PAGES_A, PAGES_AAAA, is_pages=True)


class Record(NamedTuple):
    """A line to enter in the form of a registrar."""

    kind: Kind
    host: str
    value: str  # "" where only somebody else can tell it
    is_needed: bool


class Finding(NamedTuple):
    """One thing that was looked at: a code of the catalogue with its arguments, and what to do about it."""

    code: str
    level: Level
    arguments: tuple[tuple[str, object], ...] = ()
    hint: str = ""


def ok(code: str, **arguments: object) -> Finding:
    """Return a finding that all is well."""
    return Finding(code, "ok", tuple(arguments.items()))


def warn(code: str, hint: str, **arguments: object) -> Finding:
    """Return a finding that the site can live with; the hint takes the same arguments."""
    return Finding(code, "warn", tuple(arguments.items()), hint)


def fail(code: str, hint: str, **arguments: object) -> Finding:
    """Return a finding that keeps readers away, or lets others in."""
    return Finding(code, "fail", tuple(arguments.items()), hint)


def needed_records(domain: Domain, server: SiteServer) -> tuple[Record, ...]:
    """Return the records that *domain* needs, in the order in which people enter them."""
    found: list[Record] = []
    for host in domain.hosts:
        found += _address_records(domain, host, server)
    if server.is_pages and server.user:
        found.append(Record("TXT", challenge_name(domain, server), "", is_needed=False))
    if server.is_pages:
        found.append(Record("CAA", domain.apex, f'0 issue "{PAGES_ISSUER}"', is_needed=False))
    return tuple(found)


def _address_records(domain: Domain, host: str, server: SiteServer) -> list[Record]:
    if server.is_pages and not domain.is_apex(host):
        return [Record("CNAME", host, server.name, is_needed=True)]
    a = [Record("A", host, address, is_needed=True) for address in server.a]
    return a + [Record("AAAA", host, address, is_needed=False) for address in server.aaaa]


def challenge_name(domain: Domain, server: SiteServer) -> str:
    """Return where GitHub looks for the proof that the domain is its user's."""
    return f"_github-pages-challenge-{server.user.lower()}.{domain.apex}"
