"""A name server in the test's process, which responds from a zone file and fails on request."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from dnslib import QTYPE, RCODE, RR, DNSRecord  # type: ignore[import-untyped]
from dnslib.server import BaseResolver, DNSHandler, DNSLogger, DNSServer  # type: ignore[import-untyped]

from byeoru.publish.domain.dns import NameServer

GOOD = """
@ 300 IN SOA ns1.example.kr. hong.example.kr. 1 3600 600 86400 300
@ 300 IN NS ns1.example.kr.
ns1 300 IN A 127.0.0.1
@ 300 IN A 185.199.108.153
@ 300 IN A 185.199.109.153
@ 300 IN A 185.199.110.153
@ 300 IN A 185.199.111.153
www 300 IN CNAME hong.github.io.
blog 300 IN CNAME hong.github.io.
_github-pages-challenge-hong 300 IN TXT "0123456789abcdef"
"""
FOUR = GOOD[GOOD.index("@ 300 IN A 185.199.108") : GOOD.index("www")]


class Zone(BaseResolver):  # type: ignore[misc]
    """Responds from lines of a zone file; `!servfail name` (or `slow`, `refused`) makes it fail for that name."""

    def __init__(self, text: str, origin: str) -> None:
        lines = text.strip().splitlines()
        self.origin = origin
        self.faults = {line.split()[1]: line.split()[0][1:] for line in lines if line.startswith("!")}
        records = "\n".join(line for line in lines if not line.startswith("!"))
        self.records = RR.fromZone(records + "\n", origin=f"{origin}.", ttl=300) if records else []

    def resolve(self, request: DNSRecord, handler: object) -> DNSRecord:
        name, kind = str(request.q.qname).lower(), QTYPE[request.q.qtype]
        reply = request.reply()
        fault = self.faults.get(name.removesuffix("."), "")
        if fault == "slow":
            time.sleep(4)
        if fault in {"servfail", "refused"}:
            reply.header.rcode = getattr(RCODE, fault.upper())
            return reply
        if not name.endswith(f"{self.origin}."):
            reply.header.rcode = RCODE.REFUSED
            return reply
        self._answer(reply, name, kind)
        return reply

    def _answer(self, reply: DNSRecord, name: str, kind: str) -> None:
        here = [one for one in self.records if str(one.rname).lower() == name]
        star = f"*.{self.origin}."
        if not here and not any(str(one.rname).lower().endswith(f".{name}") for one in self.records):
            here = [
                RR(name, one.rtype, one.rclass, one.ttl, one.rdata)
                for one in self.records
                if str(one.rname).lower() == star
            ]
            if not here:
                reply.header.rcode = RCODE.NXDOMAIN
        for one in here:
            if QTYPE[one.rtype] in {kind, "CNAME"}:
                reply.add_answer(one)
                if QTYPE[one.rtype] == "CNAME" and kind != "CNAME":
                    target = str(one.rdata.label).lower()
                    for further in self.records:
                        if str(further.rname).lower() == target and QTYPE[further.rtype] in {kind, "CNAME"}:
                            reply.add_answer(further)
        if not reply.rr:
            reply.add_auth(*[one for one in self.records if QTYPE[one.rtype] == "SOA"])


class CutHandler(DNSHandler):  # type: ignore[misc]
    """Truncates responses that are too long for UDP, as servers do."""

    udplen = 1232


_TRIES = 20  # ports


@contextmanager
def served(text: str, origin: str = "example.kr", address: str = "127.0.0.1", port: int = 0) -> Iterator[NameServer]:
    """Serve a zone on a port of this machine while the block runs."""
    zone = Zone(text, origin)
    quiet = DNSLogger("-request,-reply,-truncated,-error", prefix=False)
    udp, tcp = _both(zone, address, port, quiet)
    for server in (udp, tcp):
        server.server.daemon_threads = True
        server.server.block_on_close = False
        server.start_thread()
    try:
        yield NameServer(address, udp.server.server_address[1])
    finally:
        for server in (udp, tcp):
            server.stop()
            server.server.server_close()


def _both(zone: Zone, address: str, port: int, quiet: DNSLogger) -> tuple[DNSServer, DNSServer]:
    """Return a server for each transport on one port; a port that is free for UDP may be used for TCP."""
    for attempt in range(_TRIES):
        udp = DNSServer(zone, address=address, port=port, logger=quiet, handler=CutHandler)
        try:
            return udp, DNSServer(zone, address=address, port=udp.server.server_address[1], tcp=True, logger=quiet)
        except OSError:
            udp.server.server_close()
            if port or attempt == _TRIES - 1:
                raise
    raise AssertionError
