"""Check a domain from its records to its pages.

In:  a domain, what serves it, whom to ask, and the time.
Out: all findings.
Must not: print. The site is visited only where the DNS leads to it.
"""

from ipaddress import ip_address
from typing import NamedTuple

from byeoru.base.hosts import ascii_host
from byeoru.publish.domain.claim import claim_of
from byeoru.publish.domain.dns import ask_first
from byeoru.publish.domain.dns_checks import dns_findings, host_findings, leads_to_pages
from byeoru.publish.domain.records import Domain, Finding, SiteServer, ok, pages
from byeoru.publish.domain.survey import Panel, Survey, survey
from byeoru.publish.domain.web import certificate, plain_page, secure_page
from byeoru.publish.domain.web_checks import (
    certificate_findings,
    claim_findings,
    page_findings,
    partner_findings,
    upgrade_findings,
)
from byeoru.publish.hosting import Hosting


class Ports(NamedTuple):
    """Where the site answers; 0 for a way that it does not have."""

    secure: int = 443
    plain: int = 80


class Moment(NamedTuple):
    """What differs from one check to the next."""

    now: float  # seconds since 1970
    probe: str  # a label that no zone has


def server_of(hosting: Hosting, panel: Panel) -> SiteServer:
    """Return what the domain must lead to: GitHub, or the addresses of the server that the settings name."""
    if hosting.is_pages:
        return pages(hosting.user)
    host = ascii_host(hosting.host)
    if not host:  # an address, or nothing
        version = _version(hosting.host)
        return SiteServer(a=(hosting.host,) * (version == 4), aaaa=(hosting.host,) * (version == 6))
    a, aaaa = (ask_first(panel.resolvers, host, kind).values for kind in ("A", "AAAA"))
    return SiteServer(a=a, aaaa=aaaa)


def _version(host: str) -> int:
    """Return which protocol an address is of, 0 for what is none."""
    try:
        return ip_address(host).version
    except ValueError:
        return 0


def inspect_dns(domain: Domain, hosting: Hosting, panel: Panel, moment: Moment) -> tuple[Finding, ...]:
    """Return what the DNS and the published branch say."""
    return _of_dns(survey(domain, server_of(hosting, panel), panel, moment.probe), hosting)


def inspect(domain: Domain, hosting: Hosting, panel: Panel, ports: Ports, moment: Moment) -> tuple[Finding, ...]:
    """Return what the DNS, the published branch and the site itself say."""
    asked = survey(domain, server_of(hosting, panel), panel, moment.probe)
    return _of_dns(asked, hosting) + _of_web(asked, ports, moment.now)


def _of_dns(asked: Survey, hosting: Hosting) -> tuple[Finding, ...]:
    found = dns_findings(asked)
    if not hosting.is_pages:
        return found
    if not hosting.claims_in_a_file:
        return (*found, ok("claim-by-settings", host=asked.domain.host))
    claim = claim_of(hosting.remote, hosting.branch)
    leads = leads_to_pages(asked)
    return found + tuple(claim_findings(asked.domain.host, hosting.branch, claim, leads_to_pages=leads))


def _of_web(asked: Survey, ports: Ports, now: float) -> tuple[Finding, ...]:
    """Visit each host that the DNS has right, at the first of its addresses."""
    found: list[Finding] = []
    for host in asked.domain.hosts:
        values = asked.answer(host, "A").values
        if not values or any(one.level == "fail" for one in host_findings(asked, host)):
            continue
        found += _visit(asked, host, values[0], ports, now)
    return tuple(found)


def _visit(asked: Survey, host: str, address: str, ports: Ports, now: float) -> list[Finding]:
    found: list[Finding] = []
    page = secure_page(address, ports.secure, host) if ports.secure else plain_page(address, ports.plain, host)
    if ports.secure:
        found += certificate_findings(host, ports.secure, certificate(address, ports.secure, host), now)
    if host == asked.domain.host:
        found += page_findings(host, page, asked.server)
    elif page.status:
        found += partner_findings(asked.domain.host, host, page)
    if ports.secure and ports.plain:
        found += upgrade_findings(host, plain_page(address, ports.plain, host))
    return found
