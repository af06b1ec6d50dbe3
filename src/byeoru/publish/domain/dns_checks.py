"""Judge what the DNS says of a domain.

In:  a ``Survey``.
Out: findings, in the order in which one would mend them.
Must not: ask anybody anything, or word its findings.
"""

from ipaddress import ip_address, ip_network

from byeoru.publish.domain.dns import Answer
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
from byeoru.publish.domain.survey import Survey, climb

TTL_LIMIT = 3600  # seconds; above it a mistake stays with readers for hours

# The addresses that Cloudflare publishes (cloudflare.com/ips): a record in its "proxied" mode shows these.
_PROXY_RANGES = (
    "173.245.48.0/20 103.21.244.0/22 103.22.200.0/22 103.31.4.0/22 141.101.64.0/18 108.162.192.0/18 "
    "190.93.240.0/20 188.114.96.0/20 197.234.240.0/22 198.41.128.0/17 162.158.0.0/15 104.16.0.0/13 104.24.0.0/14 "
    "172.64.0.0/13 131.0.72.0/22 2400:cb00::/32 2606:4700::/32 2803:f800::/32 2405:b500::/32 2405:8100::/32 "
    "2a06:98c0::/29 2c0f:f248::/32"
)
_PROXIES = tuple(map(ip_network, _PROXY_RANGES.split()))


def dns_findings(survey: Survey) -> tuple[Finding, ...]:
    """Return all that can be said of a domain without visiting the site."""
    found: list[Finding] = []
    for host in survey.domain.hosts:
        found += host_findings(survey, host)
    found += agreement(survey)
    found += lifetimes(survey)
    if survey.server.is_pages:
        found += [wildcard(survey), issuers(survey), *challenge(survey)]
    return tuple(found)


def host_findings(survey: Survey, host: str) -> list[Finding]:
    """Judge where a host leads."""
    answer = survey.answer(host, "A")
    if not answer.is_an_answer:
        return [fail(f"dns-{answer.status}", f"dns-{answer.status}", host=host)]
    if survey.domain.is_apex(host) and answer.chain:
        return [fail("apex-cname", "apex-cname", host=host, target=answer.chain[0])]
    if survey.server.is_pages and not survey.domain.is_apex(host):
        return alias(survey, host, answer)
    return [*addresses(survey, host, answer), *newer_addresses(survey, host)]


def addresses(survey: Survey, host: str, answer: Answer) -> list[Finding]:
    """Judge the A records of a host: all that the server has, and nobody else's."""
    right = set(survey.server.a)
    found = set(answer.values)
    strangers = tuple(sorted(found - right))
    if not right:
        return [warn("server-unknown", "server-unknown", host=host)]
    if not found:
        code = "no-such-domain" if answer.status == "nxdomain" and survey.domain.is_apex(host) else "a-none"
        return [fail(code, code, host=host)]
    if strangers and _are_proxies(strangers):
        return [fail("a-proxied", "a-proxied", host=host, found=strangers)]
    if strangers:
        code = "a-stranger" if found & right else "a-elsewhere"
        return [fail(code, code, host=host, found=strangers)]
    if missing := tuple(sorted(right - found)):
        return [warn("a-missing", "a-missing", host=host, missing=missing)]
    return [ok("a-right", host=host, count=len(right))]


def newer_addresses(survey: Survey, host: str) -> list[Finding]:
    """Judge the AAAA records of a host: none, or all that the server has."""
    answer = survey.answer(host, "AAAA")
    right, found = set(survey.server.aaaa), set(answer.values)
    if strangers := tuple(sorted(found - right)):
        code = "aaaa-proxied" if _are_proxies(strangers) else "aaaa-stranger"
        return [fail(code, code, host=host, found=strangers)]
    if not found:
        return [ok("aaaa-none", host=host)] if answer.is_an_answer else []
    if missing := tuple(sorted(right - found)):
        return [warn("aaaa-missing", "aaaa-missing", host=host, missing=missing)]
    return [ok("aaaa-right", host=host, count=len(right))]


def alias(survey: Survey, host: str, answer: Answer) -> list[Finding]:
    """Judge the CNAME of a host below the domain: it leads to the user's name at GitHub, and directly."""
    right = survey.server.name
    if not answer.chain:
        return _without_alias(survey, host, answer)
    target, *further = answer.chain
    told = {"host": host, "target": target, "right": right or f"USER.{PAGES_SUFFIX}"}
    if target == right or (not right and _is_pages_name(target)):
        return [ok("cname-right", host=host, target=target)]
    code = _mistake(target, right, survey.domain.apex, host)
    if not code and _is_pages_name(target):
        code = "cname-other-user"
    if code:
        return [fail(code, code, **told)]
    if any(map(_is_pages_name, further)) or (answer.values and set(answer.values) <= set(PAGES_A)):
        return [warn("cname-chain", "cname-chain", **told)]
    if answer.values and _are_proxies(answer.values):
        return [fail("cname-proxied", "cname-proxied", **told)]
    return [fail("cname-elsewhere", "cname-elsewhere", **told)]


def _without_alias(survey: Survey, host: str, answer: Answer) -> list[Finding]:
    right = survey.server.name or f"USER.{PAGES_SUFFIX}"
    if answer.values and set(answer.values) <= set(PAGES_A):
        return [warn("cname-a", "cname-a", host=host, right=right)]
    if answer.values:
        code = "a-proxied" if _are_proxies(answer.values) else "cname-elsewhere-a"
        return [fail(code, code, host=host, found=answer.values, right=right)]
    if host == survey.domain.host:
        return [fail("cname-none", "cname-none", host=host, right=right)]
    return [warn("cname-none", "cname-none", host=host, right=right)]


def _mistake(target: str, right: str, apex: str, host: str) -> str:
    """Return which slip of the pen a wrong target is, "" if it is none that we know."""
    if "/" in target or ":" in target:
        return "cname-path"
    appended = next((target.removesuffix(f".{end}") for end in (host, apex) if target.endswith(f".{end}")), "")
    if appended and (appended == right or _is_pages_name(appended)):
        return "cname-appended"
    return ""


def wildcard(survey: Survey) -> Finding:
    """Judge what the domain says of a host that nobody has made."""
    answer = survey.answer(survey.probe, "A")
    name = f"*.{survey.domain.apex}"
    if not answer.is_an_answer:
        return warn("wildcard-unknown", f"dns-{answer.status}", name=name)
    if not (answer.values or answer.chain):
        return ok("wildcard-none", name=name)
    leads_to_pages = any(map(_is_pages_name, answer.chain)) or set(answer.values) & set(PAGES_A)
    if leads_to_pages:
        return fail("wildcard-pages", "wildcard-pages", name=name)
    return warn("wildcard", "wildcard", name=name, target=", ".join(answer.chain[:1] or answer.values))


def issuers(survey: Survey) -> Finding:
    """Judge who may issue certificates: the nearest name with CAA records decides (RFC 8659)."""
    for name in climb(survey.domain):
        answer = survey.answer(name, "CAA")
        if not answer.is_an_answer:
            return warn("caa-unknown", f"dns-{answer.status}", host=name)
        if answer.values:
            return _allowed(name, answer.values)
    return ok("caa-none", host=survey.domain.host)


def _allowed(name: str, values: tuple[str, ...]) -> Finding:
    found = []
    for value in values:
        _, tag, text = (*value.split(None, 2), "", "")[:3]
        if tag.lower() == "issue":
            found.append(text.strip('"').partition(";")[0].strip().lower())
    if not found or PAGES_ISSUER in found:
        return ok("caa-right", host=name, issuer=PAGES_ISSUER)
    return fail("caa-other", "caa-other", host=name, issuer=PAGES_ISSUER, found=tuple(filter(None, found)) or ("-",))


def challenge(survey: Survey) -> list[Finding]:
    """Judge whether the domain is proved to be its user's, so that no other account can take it."""
    if not survey.server.user:
        return [warn("user-unknown", "user-unknown")]
    name = challenge_name(survey.domain, survey.server)
    answer = survey.answer(name, "TXT")
    if not answer.is_an_answer:
        return [warn("challenge-unknown", f"dns-{answer.status}", name=name)]
    if answer.values:
        return [ok("challenge-right", name=name)]
    return [warn("challenge-none", "challenge-none", name=name)]


def agreement(survey: Survey) -> list[Finding]:
    """Judge whether every server says the same of the hosts; each that does not is told once."""
    found: list[Finding] = []
    for server, answers in survey.panel:
        for (host, kind), answer in answers.items():
            mine = survey.answers[host, kind]
            if not mine.is_an_answer:
                continue
            if not answer.is_an_answer:
                found.append(warn("server-silent", f"dns-{answer.status}", server=server.shown, host=host))
                break
            if _said(answer) != _said(mine):
                code = "cache-old" if server in survey.caches else "server-differs"
                make = warn if server in survey.caches else fail
                found.append(make(code, code, server=server.shown, host=host, kind=kind, seconds=answer.ttl))
                break
    if found or len(survey.panel) < 2:
        return found
    return [ok("same-everywhere", count=len(survey.panel))]


def _said(answer: Answer) -> tuple[str, ...]:
    """Return what of an answer the zone itself says: where its own CNAME leads others may turn the addresses."""
    return answer.chain[:1] or answer.values


def lifetimes(survey: Survey) -> list[Finding]:
    """Judge how long others may keep what the zone says."""
    ttls = {host: survey.answer(host, "A").ttl for host in survey.domain.hosts}
    return [
        warn("ttl-long", "ttl-long", host=host, seconds=ttl, limit=TTL_LIMIT)
        for host, ttl in ttls.items()
        if ttl > TTL_LIMIT
    ]


def leads_to_pages(survey: Survey) -> bool:
    """Tell whether a host of the domain leads to GitHub Pages, where somebody else could claim it."""
    for host in survey.domain.hosts:
        a, aaaa = survey.answer(host, "A"), survey.answer(host, "AAAA")
        if any(map(_is_pages_name, a.chain)) or set(a.values + aaaa.values) & {*PAGES_A, *PAGES_AAAA}:
            return True
    return False


def _is_pages_name(name: str) -> bool:
    return name.endswith(f".{PAGES_SUFFIX}")


def _are_proxies(found: tuple[str, ...]) -> bool:
    return all(any(ip_address(one) in network for network in _PROXIES) for one in found)
