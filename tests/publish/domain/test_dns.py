"""Queries to name servers: long responses, zones and their servers, and servers that fail."""

import socket
import subprocess
import time
from collections.abc import Iterator

import pytest

from byeoru.base.hosts import ascii_host
from byeoru.publish.domain.dns import NameServer, authoritative_servers, send_query, zone_of
from byeoru.publish.domain.dns_checks import dns_findings
from byeoru.publish.domain.records import Domain, SiteServer, github_pages, needed_records
from byeoru.publish.domain.registrable import apex_of
from byeoru.publish.domain.survey import NameServers, take_survey
from programs import program
from zone_test import GOOD, served

APEX = Domain("example.kr", "example.kr")


def test_a_response_too_long_for_udp_is_requested_again() -> None:
    """A truncated response by UDP is requested again by TCP."""
    many = "".join(f"@ 300 IN A 203.0.113.{at}\n" for at in range(200))
    with served(many) as server:
        response = send_query(server, "example.kr", "A")

    assert len(response.values) == 200


def test_a_slow_server_costs_no_more_than_its_limit() -> None:
    """A timeout is a value and no exception."""
    with served(GOOD + "!slow example.kr\n") as server:
        began = time.monotonic()
        response = send_query(server, "example.kr", "A", seconds=0.3)
        lasted = time.monotonic() - began

    assert response.status == "timeout"
    assert lasted < 3  # a guard; the server sleeps for four


@pytest.mark.parametrize(
    ("name", "kind", "status"),
    [
        ("example.kr", "A", "ok"),
        ("example.kr", "AAAA", "none"),
        ("nobody.example.kr", "A", "nxdomain"),
        ("bad.example.kr", "A", "servfail"),
        ("shy.example.kr", "A", "refused"),
        ("example.org", "A", "refused"),
    ],
)
def test_kinds_of_negative_responses_are_distinguished(name: str, kind: str, status: str) -> None:
    """A missing record, a missing name, a failure and a refusal have different hints."""
    with served(GOOD + "!servfail bad.example.kr\n!refused shy.example.kr\n") as server:
        assert send_query(server, name, kind).status == status  # type: ignore[arg-type]


def test_an_unrelated_response_is_ignored() -> None:
    """A server that sends something else counts as unreachable."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as noise:
        noise.bind(("127.0.0.1", 0))
        assert send_query(NameServer("127.0.0.1", noise.getsockname()[1]), "example.kr", "A", 0.2).status == "timeout"


def test_the_strings_of_a_text_record_are_joined() -> None:
    """Long texts are split into strings of 255 bytes."""
    with served('@ 300 IN TXT "one " "two"\n') as server:
        assert send_query(server, "example.kr", "TXT").values == ("one two",)


def test_the_servers_of_a_zone_are_queried_individually() -> None:
    """Their names come from the zone, and each is queried at its own IP address."""
    names = GOOD + "@ 300 IN NS ns2.example.kr.\nns2 300 IN A 127.0.0.2\n"
    with (
        served(names) as first,
        served(names.replace("185.199.108.153", "203.0.113.7"), address="127.0.0.2", port=first.port),
    ):
        authoritative = authoritative_servers((first,), "example.kr", first.port)
        found = dns_findings(take_survey(APEX, github_pages("hong"), NameServers(authoritative, (first,)), "b7f0d1"))

    assert [(one.name, one.address) for one in authoritative] == [
        ("ns1.example.kr", "127.0.0.1"),
        ("ns2.example.kr", "127.0.0.2"),
    ]
    assert [dict(one.arguments)["server"] for one in found if one.code == "server-differs"] == ["ns2.example.kr"]


def test_the_zone_determines_the_registered_domain() -> None:
    """Outside of .kr the name is not sufficient; the SOA record is, also for a name that does not exist yet."""
    with served(GOOD.replace("example.kr", "example.co.uk"), "example.co.uk") as server:
        for host in ("example.co.uk", "www.example.co.uk", "new.example.co.uk"):
            assert apex_of(host, lambda host: zone_of((server,), host)) == "example.co.uk"


@pytest.mark.parametrize(
    "text", ["", "localhost", "192.0.2.1", "a..kr", "-a.kr", "a b.kr", "a_b.kr", "x" * 64 + ".kr", "*.kr", "[::1]"]
)
def test_an_invalid_host_is_refused(text: str) -> None:
    """There are no records for a name that cannot be registered."""
    assert ascii_host(text) == ""


def test_the_authors_server_needs_its_own_addresses() -> None:
    """It needs no CNAME to GitHub, no CAA record and no verification."""
    records = needed_records(APEX, SiteServer(a=("203.0.113.7",)))

    assert [(one.kind, one.host, one.value) for one in records] == [
        ("A", "example.kr", "203.0.113.7"),
        ("A", "www.example.kr", "203.0.113.7"),
    ]


@pytest.fixture
def dnsmasq() -> Iterator[NameServer]:
    """Return a real name server with the records of a blog, on a high port."""
    daemon = program("dnsmasq")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [
        *(
            "--keep-in-foreground",
            f"--port={port}",
            "--no-resolv",
            "--no-hosts",
            "--conf-file=/dev/null",
            "--pid-file=",
        ),
        *("--listen-address=127.0.0.1", "--bind-interfaces", "--auth-ttl=300", "--local-ttl=300"),
        *(f"--host-record=example.kr,185.199.{at}.153" for at in range(108, 112)),
        *("--cname=www.example.kr,hong.github.io", "--host-record=hong.github.io,185.199.108.153"),
        "--txt-record=_github-pages-challenge-hong.example.kr,0123",
        "--caa-record=example.kr,0,issue,letsencrypt.org",
        "--local=/kr/",
    ]
    child = subprocess.Popen([daemon, *words], stderr=subprocess.DEVNULL)
    server = NameServer("127.0.0.1", port)
    try:
        for _ in range(50):
            if send_query(server, "example.kr", "A", 0.2).is_conclusive:
                break
            time.sleep(0.1)
        yield server
    finally:
        child.terminate()
        child.wait()


@pytest.mark.slow
def test_a_real_name_server_can_be_checked(dnsmasq: NameServer) -> None:
    """A correct zone that dnsmasq serves has no findings to fix."""
    found = dns_findings(take_survey(APEX, github_pages("hong"), NameServers((dnsmasq,), (dnsmasq,)), "b7f0d1"))

    assert {one.level for one in found} == {"ok"}
    assert {"a-right", "cname-right", "caa-right", "challenge-right"} <= {one.code for one in found}
