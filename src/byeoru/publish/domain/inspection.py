"""Check a domain: its DNS records, the CNAME file of the published branch, certificates and front page.

In:  a domain, its hosting, the name servers to query, and the time.
Out: all findings.
Must not: print, or send a request to a host whose DNS records do not lead to the site.
"""

from ipaddress import ip_address
from typing import NamedTuple

from byeoru.base.hosts import ascii_host
from byeoru.publish.domain.claim import read_claim
from byeoru.publish.domain.dns import query_first
from byeoru.publish.domain.dns_checks import dns_findings, host_findings, leads_to_pages
from byeoru.publish.domain.records import Domain, Finding, SiteServer, github_pages, ok
from byeoru.publish.domain.survey import NameServers, Survey, take_survey
from byeoru.publish.domain.web import certificate, http_page, https_page
from byeoru.publish.domain.web_checks import (
    certificate_findings,
    claim_findings,
    https_redirect_findings,
    page_findings,
    partner_findings,
)
from byeoru.publish.hosting import Hosting


class Ports(NamedTuple):
    """The ports of the site; 0 if it does not use the protocol."""

    https: int = 443
    http: int = 80


class CheckInputs(NamedTuple):
    """The values that are new in each check."""

    now: float  # seconds since 1970
    probe: str  # a random label, which no zone has


def server_of(hosting: Hosting, servers: NameServers) -> SiteServer:
    """Return the server to which the domain must lead: GitHub, or the server in the settings."""
    if hosting.is_pages:
        return github_pages(hosting.user)
    host = ascii_host(hosting.host)
    if not host:  # an IP address, or empty
        version = _ip_version(hosting.host)
        return SiteServer(a=(hosting.host,) * (version == 4), aaaa=(hosting.host,) * (version == 6))
    a, aaaa = (query_first(servers.resolvers, host, kind).values for kind in ("A", "AAAA"))
    return SiteServer(a=a, aaaa=aaaa)


def _ip_version(host: str) -> int:
    """Return 4 or 6 for an IP address, 0 for other text."""
    try:
        return ip_address(host).version
    except ValueError:
        return 0


def inspect_dns(domain: Domain, hosting: Hosting, servers: NameServers, inputs: CheckInputs) -> tuple[Finding, ...]:
    """Return the findings about the DNS and the published branch."""
    return _dns_and_claim_findings(take_survey(domain, server_of(hosting, servers), servers, inputs.probe), hosting)


def inspect(
    domain: Domain, hosting: Hosting, servers: NameServers, ports: Ports, inputs: CheckInputs
) -> tuple[Finding, ...]:
    """Return the findings about the DNS, the published branch and the site itself."""
    survey = take_survey(domain, server_of(hosting, servers), servers, inputs.probe)
    return _dns_and_claim_findings(survey, hosting) + _web_findings(survey, ports, inputs.now)


def _dns_and_claim_findings(survey: Survey, hosting: Hosting) -> tuple[Finding, ...]:
    findings = dns_findings(survey)
    if not hosting.is_pages:
        return findings
    if not hosting.claims_in_a_file:
        return (*findings, ok("claim-by-settings", host=survey.domain.host))
    claim = read_claim(hosting.remote, hosting.branch)
    leads = leads_to_pages(survey)
    return findings + tuple(claim_findings(survey.domain.host, hosting.branch, claim, leads_to_pages=leads))


def _web_findings(survey: Survey, ports: Ports, now: float) -> tuple[Finding, ...]:
    """Check the site at each host with correct DNS records, at the first of its addresses."""
    findings: list[Finding] = []
    for host in survey.domain.hosts:
        values = survey.response(host, "A").values
        if not values or any(finding.level == "fail" for finding in host_findings(survey, host)):
            continue
        findings += _visit(survey, host, values[0], ports, now)
    return tuple(findings)


def _visit(survey: Survey, host: str, address: str, ports: Ports, now: float) -> list[Finding]:
    findings: list[Finding] = []
    page = https_page(address, ports.https, host) if ports.https else http_page(address, ports.http, host)
    if ports.https:
        findings += certificate_findings(host, ports.https, certificate(address, ports.https, host), now)
    if host == survey.domain.host:
        findings += page_findings(host, page, survey.server)
    elif page.status:
        findings += partner_findings(survey.domain.host, host, page)
    if ports.https and ports.http:
        findings += https_redirect_findings(host, http_page(address, ports.http, host))
    return findings
