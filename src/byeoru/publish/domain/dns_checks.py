"""Check the DNS records of a domain.

In:  a ``Survey``.
Out: findings, in the order in which they should be fixed.
Must not: access the network, or contain messages.
"""

from ipaddress import ip_address, ip_network

from byeoru.publish.domain.dns import DnsResponse
from byeoru.publish.domain.records import (
    PAGES_A,
    PAGES_AAAA,
    PAGES_ISSUER,
    PAGES_SUFFIX,
    Finding,
    challenge_name,
    fail,
    ok,
    warn,
)
from byeoru.publish.domain.survey import Survey, caa_names

TTL_LIMIT = 3600  # seconds; with a longer TTL, readers see a mistake for hours after it is fixed

# The addresses that Cloudflare publishes (cloudflare.com/ips): a record in its "proxied" mode shows these.
_CLOUDFLARE_RANGES = (
    "173.245.48.0/20 103.21.244.0/22 103.22.200.0/22 103.31.4.0/22 141.101.64.0/18 108.162.192.0/18 "
    "190.93.240.0/20 188.114.96.0/20 197.234.240.0/22 198.41.128.0/17 162.158.0.0/15 104.16.0.0/13 104.24.0.0/14 "
    "172.64.0.0/13 131.0.72.0/22 2400:cb00::/32 2606:4700::/32 2803:f800::/32 2405:b500::/32 2405:8100::/32 "
    "2a06:98c0::/29 2c0f:f248::/32"
)
_CLOUDFLARE = tuple(map(ip_network, _CLOUDFLARE_RANGES.split()))


def dns_findings(survey: Survey) -> tuple[Finding, ...]:
    """Return all findings that do not need a request to the site."""
    findings: list[Finding] = []
    for host in survey.domain.hosts:
        findings += host_findings(survey, host)
    findings += agreement_findings(survey)
    findings += ttl_findings(survey)
    if survey.server.is_pages:
        findings += [wildcard_finding(survey), caa_finding(survey), *challenge_findings(survey)]
    return tuple(findings)


def host_findings(survey: Survey, host: str) -> list[Finding]:
    """Check that a host leads to the site's server."""
    response = survey.response(host, "A")
    if not response.is_conclusive:
        return [fail(f"dns-{response.status}", f"dns-{response.status}", host=host)]
    if survey.domain.is_apex(host) and response.chain:
        return [fail("apex-cname", "apex-cname", host=host, target=response.chain[0])]
    if survey.server.is_pages and not survey.domain.is_apex(host):
        return cname_findings(survey, host, response)
    return [*ipv4_findings(survey, host, response), *ipv6_findings(survey, host)]


def ipv4_findings(survey: Survey, host: str, response: DnsResponse) -> list[Finding]:
    """Check the A records of a host: they must be exactly the addresses of the server."""
    expected = set(survey.server.a)
    actual = set(response.values)
    unexpected = tuple(sorted(actual - expected))
    if not expected:
        return [warn("server-unknown", "server-unknown", host=host)]
    if not actual:
        code = "no-such-domain" if response.status == "nxdomain" and survey.domain.is_apex(host) else "a-none"
        return [fail(code, code, host=host)]
    if unexpected and _are_cloudflare(unexpected):
        return [fail("a-proxied", "a-proxied", host=host, actual=unexpected)]
    if unexpected:
        code = "a-unexpected" if actual & expected else "a-elsewhere"
        return [fail(code, code, host=host, actual=unexpected)]
    if missing := tuple(sorted(expected - actual)):
        return [warn("a-missing", "a-missing", host=host, missing=missing)]
    return [ok("a-right", host=host, count=len(expected))]


def ipv6_findings(survey: Survey, host: str) -> list[Finding]:
    """Check the AAAA records of a host: either none, or exactly the addresses of the server."""
    response = survey.response(host, "AAAA")
    expected, actual = set(survey.server.aaaa), set(response.values)
    if unexpected := tuple(sorted(actual - expected)):
        code = "aaaa-proxied" if _are_cloudflare(unexpected) else "aaaa-unexpected"
        return [fail(code, code, host=host, actual=unexpected)]
    if not actual:
        return [ok("aaaa-none", host=host)] if response.is_conclusive else []
    if missing := tuple(sorted(expected - actual)):
        return [warn("aaaa-missing", "aaaa-missing", host=host, missing=missing)]
    return [ok("aaaa-right", host=host, count=len(expected))]


def cname_findings(survey: Survey, host: str, response: DnsResponse) -> list[Finding]:
    """Check the CNAME of a subdomain: it must lead directly to the user's host at GitHub."""
    expected = survey.server.name
    if not response.chain:
        return _missing_cname_findings(survey, host, response)
    target, *further = response.chain
    arguments = {"host": host, "target": target, "right": expected or f"USER.{PAGES_SUFFIX}"}
    if target == expected or (not expected and _is_pages_name(target)):
        return [ok("cname-right", host=host, target=target)]
    code = _typing_mistake(target, expected, survey.domain.apex, host)
    if not code and _is_pages_name(target):
        code = "cname-other-user"
    if code:
        return [fail(code, code, **arguments)]
    if any(map(_is_pages_name, further)) or (response.values and set(response.values) <= set(PAGES_A)):
        return [warn("cname-chain", "cname-chain", **arguments)]
    if response.values and _are_cloudflare(response.values):
        return [fail("cname-proxied", "cname-proxied", **arguments)]
    return [fail("cname-elsewhere", "cname-elsewhere", **arguments)]


def _missing_cname_findings(survey: Survey, host: str, response: DnsResponse) -> list[Finding]:
    expected = survey.server.name or f"USER.{PAGES_SUFFIX}"
    if response.values and set(response.values) <= set(PAGES_A):
        return [warn("cname-a", "cname-a", host=host, right=expected)]
    if response.values:
        code = "a-proxied" if _are_cloudflare(response.values) else "cname-elsewhere-a"
        return [fail(code, code, host=host, actual=response.values, right=expected)]
    if host == survey.domain.host:
        return [fail("cname-none", "cname-none", host=host, right=expected)]
    return [warn("cname-none", "cname-none", host=host, right=expected)]


def _typing_mistake(target: str, expected: str, apex: str, host: str) -> str:
    """Return the code of the typing mistake in a wrong target, "" if it is none of the known ones."""
    if "/" in target or ":" in target:
        return "cname-path"
    appended = next((target.removesuffix(f".{suffix}") for suffix in (host, apex) if target.endswith(f".{suffix}")), "")
    if appended and (appended == expected or _is_pages_name(appended)):
        return "cname-appended"
    return ""


def wildcard_finding(survey: Survey) -> Finding:
    """Check that the domain has no wildcard record, with a host that nobody has created."""
    response = survey.response(survey.probe, "A")
    name = f"*.{survey.domain.apex}"
    if not response.is_conclusive:
        return warn("wildcard-unknown", f"dns-{response.status}", name=name)
    if not (response.values or response.chain):
        return ok("wildcard-none", name=name)
    leads_to_pages = any(map(_is_pages_name, response.chain)) or set(response.values) & set(PAGES_A)
    if leads_to_pages:
        return fail("wildcard-pages", "wildcard-pages", name=name)
    return warn("wildcard", "wildcard", name=name, target=", ".join(response.chain[:1] or response.values))


def caa_finding(survey: Survey) -> Finding:
    """Check that the CAA records of the nearest name that has some allow GitHub's certificates (RFC 8659)."""
    for name in caa_names(survey.domain):
        response = survey.response(name, "CAA")
        if not response.is_conclusive:
            return warn("caa-unknown", f"dns-{response.status}", host=name)
        if response.values:
            return _issuer_finding(name, response.values)
    return ok("caa-none", host=survey.domain.host)


def _issuer_finding(name: str, values: tuple[str, ...]) -> Finding:
    issuers = []
    for value in values:
        _, tag, text = (*value.split(None, 2), "", "")[:3]
        if tag.lower() == "issue":
            issuers.append(text.strip('"').partition(";")[0].strip().lower())
    if not issuers or PAGES_ISSUER in issuers:
        return ok("caa-right", host=name, issuer=PAGES_ISSUER)
    return fail("caa-other", "caa-other", host=name, issuer=PAGES_ISSUER, actual=tuple(filter(None, issuers)) or ("-",))


def challenge_findings(survey: Survey) -> list[Finding]:
    """Check that the domain is verified at GitHub, so that no other account can claim it."""
    if not survey.server.user:
        return [warn("user-unknown", "user-unknown")]
    name = challenge_name(survey.domain, survey.server)
    response = survey.response(name, "TXT")
    if not response.is_conclusive:
        return [warn("challenge-unknown", f"dns-{response.status}", name=name)]
    if response.values:
        return [ok("challenge-right", name=name)]
    return [warn("challenge-none", "challenge-none", name=name)]


def agreement_findings(survey: Survey) -> list[Finding]:
    """Check that all servers give the same responses for the hosts; each that differs is reported once."""
    findings: list[Finding] = []
    for server, responses in survey.by_server:
        for (host, kind), response in responses.items():
            reference = survey.responses[host, kind]
            if not reference.is_conclusive:
                continue
            if not response.is_conclusive:
                findings.append(warn("server-silent", f"dns-{response.status}", server=server.shown, host=host))
                break
            if _comparable(response) != _comparable(reference):
                code = "cache-old" if server in survey.caching else "server-differs"
                report = warn if server in survey.caching else fail
                findings.append(report(code, code, server=server.shown, host=host, kind=kind, seconds=response.ttl))
                break
    if findings or len(survey.by_server) < 2:
        return findings
    return [ok("same-everywhere", count=len(survey.by_server))]


def _comparable(response: DnsResponse) -> tuple[str, ...]:
    """Return the part of a response that the zone decides: addresses behind its CNAME may differ between servers."""
    return response.chain[:1] or response.values


def ttl_findings(survey: Survey) -> list[Finding]:
    """Report records with a long time to live."""
    ttls = {host: survey.response(host, "A").ttl for host in survey.domain.hosts}
    return [
        warn("ttl-long", "ttl-long", host=host, seconds=ttl, limit=TTL_LIMIT)
        for host, ttl in ttls.items()
        if ttl > TTL_LIMIT
    ]


def leads_to_pages(survey: Survey) -> bool:
    """Tell whether a host of the domain leads to GitHub Pages, where another account could claim it."""
    for host in survey.domain.hosts:
        a, aaaa = survey.response(host, "A"), survey.response(host, "AAAA")
        if any(map(_is_pages_name, a.chain)) or set(a.values + aaaa.values) & {*PAGES_A, *PAGES_AAAA}:
            return True
    return False


def _is_pages_name(name: str) -> bool:
    return name.endswith(f".{PAGES_SUFFIX}")


def _are_cloudflare(addresses: tuple[str, ...]) -> bool:
    return all(any(ip_address(address) in network for network in _CLOUDFLARE) for address in addresses)
