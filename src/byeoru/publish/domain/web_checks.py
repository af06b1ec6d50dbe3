"""Check the certificate and front page of the site, and the domain that its branch claims.

In:  certificates, front pages and the claim, and the time.
Out: findings.
Must not: access the network or the clock.
"""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from byeoru.base.hosts import ascii_host, host_of
from byeoru.publish.domain.claim import Claim
from byeoru.publish.domain.records import Finding, SiteServer, fail, ok, warn
from byeoru.publish.domain.web import Certificate, FrontPage

DAYS_LEFT = 14  # certificates of Let's Encrypt are renewed 30 days before they expire, so renewal has failed

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def certificate_findings(host: str, port: int, certificate: Certificate, now: float) -> list[Finding]:
    """Check the issuer, names and dates of a certificate."""
    if certificate.status == "silent":
        return [fail("web-silent", "web-silent", host=host, port=port)]
    if certificate.status == "untrusted":
        return [fail("cert-untrusted", "cert-untrusted", host=host)]
    if not any(_covers(name, host) for name in certificate.names):
        return [fail("cert-names", "cert-names", host=host, actual=certificate.names or ("-",))]
    return [_expiry_finding(host, certificate, now)]


def _expiry_finding(host: str, certificate: Certificate, now: float) -> Finding:
    since, until = _day(certificate.since), _day(certificate.until)
    if now > certificate.until:
        return fail("cert-expired", "cert-expired", host=host, until=until)
    if now < certificate.since:
        return fail("cert-early", "cert-early", host=host, since=since)
    if certificate.until - now < DAYS_LEFT * 86400:
        return warn("cert-soon", "cert-soon", host=host, until=until)
    return ok("cert-right", host=host, until=until)


def page_findings(host: str, page: FrontPage, server: SiteServer) -> list[Finding]:
    """Check that the front page exists and is not redirected to another host."""
    if not page.status:
        return []  # already reported by the check of the certificate
    if page.status in _REDIRECTS and _host(page.location) not in {"", host}:
        return [fail("page-elsewhere", "page-elsewhere", host=host, location=page.location)]
    if page.status == 404 and server.is_pages and "github" in page.server.lower():
        return [fail("page-unclaimed", "page-unclaimed", host=host)]
    if page.status >= 400:
        return [fail("page-broken", "page-broken", host=host, status=page.status)]
    return [ok("page-right", host=host)]


def https_redirect_findings(host: str, page: FrontPage) -> list[Finding]:
    """Check that the front page by HTTP redirects to HTTPS."""
    target = urlsplit(page.location)
    if not page.status:
        return [warn("web-silent", "web-silent", host=host, port=80)]
    if page.status in _REDIRECTS and target.scheme == "https":
        return [ok("https-redirect", host=host)]
    return [warn("http-open", "http-open", host=host)]


def partner_findings(host: str, partner: str, page: FrontPage) -> list[Finding]:
    """Check that the alternate host (`www` or the domain itself) redirects to the host."""
    if page.status in _REDIRECTS and _host(page.location) == host:
        return [ok("partner-redirect", host=host, partner=partner)]
    return [warn("partner-apart", "partner-apart", host=host, partner=partner)]


def claim_findings(host: str, branch: str, claim: Claim, *, leads_to_pages: bool) -> list[Finding]:
    """Check the CNAME file of the published branch: without one, another account can claim the domain."""
    if claim.status == "unknown":
        return [warn("branch-unknown", "branch-unknown", branch=branch)]
    if claim.status == "absent":
        return [fail("branch-none", "branch-none", branch=branch)] if leads_to_pages else []
    if claim.host != host:
        return [fail("branch-other", "branch-other", branch=branch, actual=claim.host)]
    return [ok("branch-right", host=host)]


def _covers(name: str, host: str) -> bool:
    """Tell whether a name in a certificate matches *host*; `*` matches one label (RFC 6125)."""
    name = name.lower()
    return name == host or (name.startswith("*.") and host.partition(".")[2] == name[2:])


def _host(location: str) -> str:
    return ascii_host(host_of(location))


def _day(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d}"
