"""Judge what a visit to the site showed, and which domain its branch claims.

In:  certificates, pages and the claim, as they were found, and the time.
Out: findings.
Must not: visit anything, or know the clock.
"""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from byeoru.base.hosts import ascii_host, host_of
from byeoru.publish.domain.claim import Claim
from byeoru.publish.domain.records import Finding, SiteServer, fail, ok, warn
from byeoru.publish.domain.web import Certificate, FrontPage

DAYS_LEFT = 14  # Let's Encrypt's are renewed with 30 days left; at 14 something is wrong

_MOVED = frozenset({301, 302, 303, 307, 308})


def certificate_findings(host: str, port: int, shown: Certificate, now: float) -> list[Finding]:
    """Judge a certificate: its issuer, its names, its dates."""
    if shown.status == "silent":
        return [fail("web-silent", "web-silent", host=host, port=port)]
    if shown.status == "untrusted":
        return [fail("cert-untrusted", "cert-untrusted", host=host)]
    if not any(_covers(name, host) for name in shown.names):
        return [fail("cert-names", "cert-names", host=host, found=shown.names or ("-",))]
    return [_lifetime(host, shown, now)]


def _lifetime(host: str, shown: Certificate, now: float) -> Finding:
    since, until = _day(shown.since), _day(shown.until)
    if now > shown.until:
        return fail("cert-expired", "cert-expired", host=host, until=until)
    if now < shown.since:
        return fail("cert-early", "cert-early", host=host, since=since)
    if shown.until - now < DAYS_LEFT * 86400:
        return warn("cert-soon", "cert-soon", host=host, until=until)
    return ok("cert-right", host=host, until=until)


def page_findings(host: str, shown: FrontPage, server: SiteServer) -> list[Finding]:
    """Judge the front page: a site, and this one."""
    if not shown.status:
        return []  # the certificate has told that nobody answers
    if shown.status in _MOVED and _host(shown.location) not in {"", host}:
        return [fail("page-elsewhere", "page-elsewhere", host=host, location=shown.location)]
    if shown.status == 404 and server.is_pages and "github" in shown.server.lower():
        return [fail("page-unclaimed", "page-unclaimed", host=host)]
    if shown.status >= 400:
        return [fail("page-broken", "page-broken", host=host, status=shown.status)]
    return [ok("page-right", host=host)]


def upgrade_findings(host: str, shown: FrontPage) -> list[Finding]:
    """Judge the plain front page: it leads to the secure one."""
    to = urlsplit(shown.location)
    if not shown.status:
        return [warn("web-silent", "web-silent", host=host, port=80)]
    if shown.status in _MOVED and to.scheme == "https":
        return [ok("https-redirect", host=host)]
    return [warn("http-open", "http-open", host=host)]


def partner_findings(host: str, partner: str, shown: FrontPage) -> list[Finding]:
    """Judge the other name of the site, `www` or the domain itself: it leads to the host."""
    if shown.status in _MOVED and _host(shown.location) == host:
        return [ok("partner-redirect", host=host, partner=partner)]
    return [warn("partner-apart", "partner-apart", host=host, partner=partner)]


def claim_findings(host: str, branch: str, claim: Claim, *, leads_to_pages: bool) -> list[Finding]:
    """Judge the CNAME file of the published branch: without one the domain is anybody's to claim."""
    if claim.status == "unknown":
        return [warn("branch-unknown", "branch-unknown", branch=branch)]
    if claim.status == "absent":
        return [fail("branch-none", "branch-none", branch=branch)] if leads_to_pages else []
    if claim.host != host:
        return [fail("branch-other", "branch-other", branch=branch, found=claim.host)]
    return [ok("branch-right", host=host)]


def _covers(name: str, host: str) -> bool:
    """Tell whether a name in a certificate is that of *host*; `*` stands for one label (RFC 6125)."""
    name = name.lower()
    return name == host or (name.startswith("*.") and host.partition(".")[2] == name[2:])


def _host(location: str) -> str:
    return ascii_host(host_of(location))


def _day(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d}"
