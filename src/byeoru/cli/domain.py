"""`blog domain`: set the domain of the site, list the DNS records that it needs, and check them."""

import secrets
from functools import partial
from urllib.parse import SplitResult, urlsplit

import click

from byeoru.base.catalogue import Language, localize
from byeoru.base.hosts import ascii_host, shown_host
from byeoru.cli.domain_report import as_json, finding_lines, record_lines
from byeoru.cli.localized import CommandError, localized_command, localized_group, localized_option
from byeoru.cli.project import require_project
from byeoru.cli.site_settings import settings_of, with_base_url
from byeoru.model.project import Project
from byeoru.publish.domain.dns import NameServer, system_servers, zone_of
from byeoru.publish.domain.inspection import CheckInputs, Ports, inspect, inspect_dns, server_of
from byeoru.publish.domain.records import PAGES_SUFFIX, Domain, needed_records
from byeoru.publish.domain.registrable import apex_of
from byeoru.publish.domain.survey import name_servers_for
from byeoru.publish.hosting import Hosting
from byeoru.publish.targets import hosting_of

WAIT = 30  # seconds between two checks; most name servers publish a change within a minute


def command(language: Language) -> click.Command:
    """Return the group of commands about the domain, with help in *language*."""
    return localized_group(
        language, "domain", {"set": lambda: _set_command(language), "check": lambda: _check_command(language)}
    )


def _set_command(language: Language) -> click.Command:
    return localized_command(language, "domain.set", lambda host: set_domain(language, host), click.Argument(["host"]))


def _check_command(language: Language) -> click.Command:
    option = partial(localized_option, language, "domain")
    return localized_command(
        language,
        "domain.check",
        lambda nameserver, **flags: check_domain(language, nameserver, flags),
        option("nameserver", multiple=True, metavar="HOST:PORT"),
        *(option(name, is_flag=True) for name in ("dns-only", "wait", "json")),
    )


def set_domain(language: Language, argument: str) -> None:
    """Write the domain to `blog.yml`, and print the DNS records that it needs."""
    project = require_project(language)
    scheme, rest = argument.split("://", 1) if "://" in argument else ("https", argument)
    name, _, path = rest.partition("/")
    host = ascii_host(name)
    if path:  # text before an `@` may be a password, so it is not printed
        message = localize("domain.has-path", language, path="/" + path.rpartition("@")[2])
        raise CommandError(message, localize("domain.host-form", language))
    if not host or scheme not in {"http", "https"}:
        raise CommandError(
            localize("domain.bad-host", language, text=argument.rpartition("@")[2]),
            localize("domain.host-form", language),
        )
    url = f"{scheme}://{shown_host(host)}"
    is_new = with_base_url(project, url, language)
    print(localize("domain.written" if is_new else "domain.unchanged", language, url=url))
    if host.endswith(f".{PAGES_SUFFIX}"):
        print(localize("domain.githubs", language, host=host))
        return
    domain = Domain(host, apex_of(host, lambda name: zone_of(system_servers(), name)))
    hosting = _hosting(project)
    server = server_of(hosting, name_servers_for(domain, ()))
    print("\n".join(["", *record_lines(domain, server, needed_records(domain, server), language)]))


def check_domain(language: Language, server_texts: tuple[str, ...], flags: dict[str, bool]) -> None:
    """Check the domain of the site, with `--wait` until no check fails; the exit code is 1 if one does."""
    from time import sleep, time

    project = require_project(language)
    parts = _address(project, language)
    host = ascii_host(parts.hostname or "")
    servers = tuple(_name_server(text, language) for text in server_texts)
    if host.endswith(f".{PAGES_SUFFIX}"):
        print("[]" if flags["json"] else localize("domain.githubs", language, host=host))
        return
    domain = Domain(host, apex_of(host, lambda name: zone_of(servers or system_servers(), name)))
    hosting = _hosting(project)
    while True:
        inputs = CheckInputs(time(), secrets.token_hex(8))
        name_servers = name_servers_for(domain, servers)
        if flags["dns_only"]:
            findings = inspect_dns(domain, hosting, name_servers, inputs)
        else:
            findings = inspect(domain, hosting, name_servers, _ports(parts.scheme, parts.port), inputs)
        is_ok = all(finding.level != "fail" for finding in findings)
        print(
            as_json(domain, findings) if flags["json"] else "\n".join(finding_lines(domain, findings, language)),
            flush=True,
        )
        if is_ok or not flags["wait"]:
            click.get_current_context().exit(0 if is_ok else 1)
        if not flags["json"]:
            print(localize("domain.waiting", language, seconds=WAIT), flush=True)
        sleep(WAIT)


def _address(project: Project, language: Language) -> SplitResult:
    parts = urlsplit(settings_of(project).base_url)
    if not parts.hostname:
        raise CommandError(localize("domain.none", language), localize("domain.set-it", language))
    if not ascii_host(parts.hostname):
        raise CommandError(
            localize("domain.bad-host", language, text=parts.hostname), localize("domain.set-it", language)
        )
    return parts


def _ports(scheme: str, port: int | None) -> Ports:
    """Return the ports of the site; one with an explicit port has only that."""
    if scheme == "http":
        return Ports(0, port or 80)
    return Ports(port, 0) if port else Ports()


def _hosting(project: Project) -> Hosting:
    return hosting_of(settings_of(project).deploy, project.root)


def _name_server(text: str, language: Language) -> NameServer:
    """Parse `--nameserver`: an address with an optional port; an IPv6 address with a port needs brackets."""
    from ipaddress import ip_address

    address, _, port = text.rpartition(":") if text.count(":") == 1 or "]:" in text else (text, "", "53")
    try:
        return NameServer(str(ip_address(address.strip("[]"))), int(port))
    except ValueError:
        raise CommandError(
            localize("domain.bad-server", language, text=text), localize("domain.server-form", language)
        ) from None
