"""Every finding about the DNS of a domain, with a wrong zone on a real name server on this machine."""

import pytest

from byeoru.cli.domain_report import advice, sentence
from byeoru.publish.domain.dns_checks import dns_findings, leads_to_pages
from byeoru.publish.domain.records import Domain, Finding, SiteServer, github_pages
from byeoru.publish.domain.survey import NameServers, Survey, take_survey
from zone_test import FOUR, GOOD, served

APEX, SUB = Domain("example.kr", "example.kr"), Domain("blog.example.kr", "example.kr")
HONG = github_pages("hong")
SIX = "".join(f"@ 300 IN AAAA 2606:50c0:800{at}::153\n" for at in range(4))


def surveyed(zone: str, domain: Domain = APEX, server: SiteServer = HONG) -> Survey:
    with served(zone, domain.apex) as name_server:
        return take_survey(domain, server, NameServers((name_server,), (name_server,)), "b7f0d1")


def levels(found: tuple[Finding, ...]) -> dict[str, str]:
    return {one.code: one.level for one in found}


def with_line(*lines: str) -> str:
    return GOOD + "\n".join(lines) + "\n"


def without(text: str, *more: str) -> str:
    return "\n".join(line for line in GOOD.splitlines() if text not in line) + "\n" + "\n".join(more) + "\n"


def test_a_correct_zone_has_no_problems() -> None:
    """It has four addresses, `www` with the user's name, a verification record, no wildcard and no CAA records."""
    found = levels(dns_findings(surveyed(GOOD)))

    assert set(found.values()) == {"ok"}
    assert found.keys() == {"a-right", "aaaa-none", "cname-right", "wildcard-none", "caa-none", "challenge-right"}


def test_a_correct_subdomain_has_no_problems() -> None:
    """It needs only its own CNAME, and no record at the registered domain."""
    found = levels(dns_findings(surveyed(GOOD.replace(FOUR, ""), SUB)))

    assert set(found.values()) == {"ok"}
    assert "cname-right" in found


CASES = [
    ("one address of the four", without("111.153"), APEX, "a-missing", "warn"),
    ("none", without("185.199"), APEX, "a-none", "fail"),
    ("an old host beside the four", with_line("@ 300 IN A 203.0.113.7"), APEX, "a-unexpected", "fail"),
    ("parked", without("185.199", "@ 300 IN A 203.0.113.7"), APEX, "a-elsewhere", "fail"),
    ("proxied", without("185.199", "@ IN A 104.21.3.4", "@ IN A 172.67.1.2"), APEX, "a-proxied", "fail"),
    ("no such domain", "other IN A 192.0.2.1", Domain("example.kr", "example.kr"), "a-none", "fail"),
    ("all four of IPv6", with_line(SIX), APEX, "aaaa-right", "ok"),
    ("some of IPv6", with_line(SIX.splitlines()[0]), APEX, "aaaa-missing", "warn"),
    ("an old host's IPv6", with_line(SIX, "@ IN AAAA 2001:db8::1"), APEX, "aaaa-unexpected", "fail"),
    ("a proxy's IPv6", with_line("@ IN AAAA 2606:4700::6812:1"), APEX, "aaaa-proxied", "fail"),
    ("a CNAME at the domain itself", without("185.199", "@ IN CNAME hong.github.io."), APEX, "apex-cname", "fail"),
    ("no www", without("www"), APEX, "cname-none", "warn"),
    ("no subdomain", without("blog"), SUB, "cname-none", "fail"),
    ("www by addresses", without("www", FOUR.replace("@", "www")), APEX, "cname-a", "warn"),
    ("www elsewhere", without("www", "www IN A 203.0.113.7"), APEX, "cname-elsewhere-a", "fail"),
    ("www proxied", without("www", "www IN A 104.21.3.4"), APEX, "a-proxied", "fail"),
    ("a path in the value", without("blog", "blog IN CNAME hong.github.io/blog."), SUB, "cname-path", "fail"),
    ("an address as the value", without("blog", "blog IN CNAME https://hong.github.io."), SUB, "cname-path", "fail"),
    ("the domain appended", without("blog", "blog IN CNAME hong.github.io"), SUB, "cname-appended", "fail"),
    ("another user", without("blog", "blog IN CNAME kim.github.io."), SUB, "cname-other-user", "fail"),
    ("www through the domain", without("www", "www IN CNAME example.kr."), APEX, "cname-chain", "warn"),
    (
        "through a name that leads on",
        without("blog", "blog IN CNAME x.example.kr.", "x IN CNAME hong.github.io."),
        SUB,
        "cname-chain",
        "warn",
    ),
    (
        "through a CDN",
        without("blog", "blog IN CNAME x.example.kr.", "x IN A 104.21.3.4"),
        SUB,
        "cname-proxied",
        "fail",
    ),
    (
        "to another host",
        without("blog", "blog IN CNAME x.example.kr.", "x IN A 203.0.113.7"),
        SUB,
        "cname-elsewhere",
        "fail",
    ),
    ("a wildcard to a server", with_line("* IN A 203.0.113.7"), APEX, "wildcard", "warn"),
    ("a wildcard to Pages", with_line("* IN CNAME hong.github.io."), APEX, "wildcard-pages", "fail"),
    ("a wildcard to the four", with_line("* IN A 185.199.108.153"), APEX, "wildcard-pages", "fail"),
    ("CAA of another issuer", with_line('@ IN CAA 0 issue "digicert.com"'), APEX, "caa-other", "fail"),
    ("CAA that forbids all", with_line('@ IN CAA 0 issue ";"'), APEX, "caa-other", "fail"),
    (
        "CAA of both",
        with_line('@ IN CAA 0 issue "digicert.com"', '@ IN CAA 0 issue "letsencrypt.org"'),
        APEX,
        "caa-right",
        "ok",
    ),
    (
        "CAA with parameters",
        with_line('@ IN CAA 0 issue "letsencrypt.org; validationmethods=http-01"'),
        APEX,
        "caa-right",
        "ok",
    ),
    ("CAA for reports alone", with_line('@ IN CAA 0 iodef "mailto:hong@example.kr"'), APEX, "caa-right", "ok"),
    ("CAA of the domain above", with_line('@ IN CAA 0 issue "digicert.com"'), SUB, "caa-other", "fail"),
    ("no proof", without("challenge"), APEX, "challenge-none", "warn"),
    ("a long life", without("185.199", FOUR.replace("300", "86400")), APEX, "ttl-long", "warn"),
    ("failing servers", with_line("!servfail example.kr"), APEX, "dns-servfail", "fail"),
    ("refusing servers", with_line("!refused example.kr"), APEX, "dns-refused", "fail"),
    ("silent servers", with_line("!slow example.kr"), APEX, "dns-timeout", "fail"),
]


@pytest.mark.parametrize(
    ("zone", "domain", "code", "level"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_each_mistake_is_found(zone: str, domain: Domain, code: str, level: str) -> None:
    """Each has a code, a level, and in both languages a message and a hint."""
    found = dns_findings(surveyed(zone, domain))
    [one] = [one for one in found if one.code == code]

    assert one.level == level
    for language in ("ko", "en"):
        assert sentence(one, language)
        assert bool(advice(one, language)) == (level != "ok")


def test_one_mistake_causes_one_finding() -> None:
    """An unexpected address among the four does not affect other findings."""
    found = levels(dns_findings(surveyed(with_line("@ 300 IN A 203.0.113.7"))))

    assert [code for code, level in found.items() if level != "ok"] == ["a-unexpected"]


def test_an_unregistered_domain_differs_from_one_without_records() -> None:
    """NXDOMAIN for the domain itself means that it is not registered, or that its name servers are not set."""
    with served("a IN A 192.0.2.1", "kr") as server:
        found = levels(dns_findings(take_survey(APEX, HONG, NameServers((server,), (server,)), "b7f0d1")))

    assert found["no-such-domain"] == "fail"


def test_an_unreachable_name_server_is_a_finding() -> None:
    """It raises no exception."""
    with served(GOOD) as server:
        pass
    found = levels(dns_findings(take_survey(APEX, HONG, NameServers((server,), (server,)), "b7f0d1")))

    assert {"dns-unreachable", "dns-timeout"} & found.keys()
    assert {"wildcard-unknown", "caa-unknown", "challenge-unknown"} <= found.keys()
    assert "ok" not in found.values()


def test_without_a_user_name_any_name_at_pages_is_accepted() -> None:
    """What cannot be checked is a warning, not an error."""
    found = levels(dns_findings(surveyed(GOOD, SUB, github_pages(""))))

    assert (found["cname-right"], found["user-unknown"]) == ("ok", "warn")


def test_a_korean_domain_is_queried_in_punycode() -> None:
    """The zone of 한글.kr is xn--bj0bj06e.kr."""
    name = "xn--bj0bj06e.kr"
    found = levels(dns_findings(surveyed(GOOD.replace("example.kr", name), Domain(name, name))))

    assert set(found.values()) == {"ok"}


def test_the_authors_server_is_checked_against_its_own_address() -> None:
    """For the author's own server, GitHub's addresses are wrong, and wildcards are not checked."""
    own = SiteServer(a=("203.0.113.7",))
    right = levels(dns_findings(surveyed("@ IN A 203.0.113.7\nwww IN A 203.0.113.7\n* IN A 203.0.113.7\n", APEX, own)))
    wrong = levels(dns_findings(surveyed(GOOD, APEX, own)))

    assert set(right.values()) == {"ok"}
    assert wrong["a-elsewhere"] == "fail"


def test_a_server_with_a_different_response_is_reported() -> None:
    """A record that has not propagated yet is reported with the server and its time to live."""
    old = without("185.199", "@ 120 IN A 203.0.113.7")
    with served(GOOD) as new_one, served(old) as old_one:
        found = dns_findings(take_survey(APEX, HONG, NameServers((new_one, old_one), (new_one,)), "b7f0d1"))
        cached = dns_findings(take_survey(APEX, HONG, NameServers((new_one,), (old_one,)), "b7f0d1"))
        [differs] = [one for one in found if one.code == "server-differs"]
        [cache] = [one for one in cached if one.code == "cache-old"]

    assert differs.level == "fail"
    assert dict(differs.arguments) == {"server": old_one.shown, "host": "example.kr", "kind": "A", "seconds": 120}
    assert (cache.level, dict(cache.arguments)["seconds"]) == ("warn", 120)


def test_servers_that_agree_are_counted() -> None:
    """The order of records does not matter."""
    turned = "\n".join(reversed(GOOD.strip().splitlines()))
    with served(GOOD) as one, served(turned) as other:
        found = dns_findings(take_survey(APEX, HONG, NameServers((one, other), (one,)), "b7f0d1"))

    assert [dict(finding.arguments) for finding in found if finding.code == "same-everywhere"] == [{"count": 2}]


def test_a_silent_server_among_others_is_reported() -> None:
    """A single failing server is not a failure of the domain."""
    with served(GOOD) as one, served(GOOD + "!servfail example.kr\n") as other:
        found = dns_findings(take_survey(APEX, HONG, NameServers((one, other), (one,)), "b7f0d1"))

    assert levels(found)["server-silent"] == "warn"
    assert levels(found)["a-right"] == "ok"


def test_a_domain_that_leads_to_pages_is_recognized() -> None:
    """Only a domain that leads to GitHub Pages can be claimed there by another account."""
    assert leads_to_pages(surveyed(GOOD))
    assert leads_to_pages(surveyed(GOOD, SUB))
    assert not leads_to_pages(surveyed("@ IN A 203.0.113.7"))
