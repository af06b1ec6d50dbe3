"""`blog domain`: the address of the site, the records that it needs, and whether they are there."""

import secrets
from functools import partial
from urllib.parse import SplitResult, urlsplit

import click

from byeoru.base.catalogue import Language, localize
from byeoru.base.hosts import ascii_host, shown_host
from byeoru.cli.domain_report import as_json, as_lines, record_lines
from byeoru.cli.localized import CommandError, localized_command, localized_group, localized_option
from byeoru.cli.project import require_project
from byeoru.cli.site_settings import settings_of, with_base_url
from byeoru.model.project import Project
from byeoru.publish.domain.dns import NameServer, system_servers, zone_of
from byeoru.publish.domain.inspection import Moment, Ports, inspect, inspect_dns, server_of
from byeoru.publish.domain.records import PAGES_SUFFIX, Domain, needed_records
from byeoru.publish.domain.registrable import apex_of
from byeoru.publish.domain.survey import panel_for
from byeoru.publish.hosting import Hosting
from byeoru.publish.targets import hosting_of

WAIT = 30  # seconds between two looks; most name servers publish a change within a minute


def command(language: Language) -> click.Command:
    """Return the group of commands about the domain, worded in *language*."""
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


def set_domain(language: Language, text: str) -> None:
    """Write the address to `blog.yml`, and print the records that it needs."""
    project = require_project(language)
    scheme, rest = text.split("://", 1) if "://" in text else ("https", text)
    name, _, path = rest.partition("/")
    host = ascii_host(name)
    if path:  # what stands before an `@` may be a password, which nobody needs to read
        said = localize("domain.has-path", language, path="/" + path.rpartition("@")[2])
        raise CommandError(said, localize("domain.host-form", language))
    if not host or scheme not in {"http", "https"}:
        raise CommandError(
            localize("domain.bad-host", language, text=text.rpartition("@")[2]), localize("domain.host-form", language)
        )
    url = f"{scheme}://{shown_host(host)}"
    is_new = with_base_url(project, url, language)
    print(localize("domain.written" if is_new else "domain.unchanged", language, url=url))
    if host.endswith(f".{PAGES_SUFFIX}"):
        print(localize("domain.githubs", language, host=host))
        return
    domain = Domain(host, apex_of(host, lambda one: zone_of(system_servers(), one)))
    hosting = _hosting(project)
    server = server_of(hosting, panel_for(domain, ()))
    print("\n".join(["", *record_lines(domain, server, needed_records(domain, server), language)]))


def check_domain(language: Language, named: tuple[str, ...], flags: dict[str, bool]) -> None:
    """Check the domain of the site, with `--wait` until nothing fails; the exit code is 1 where something does."""
    from time import sleep, time

    project = require_project(language)
    parts = _address(project, language)
    host = ascii_host(parts.hostname or "")
    servers = tuple(_name_server(text, language) for text in named)
    if host.endswith(f".{PAGES_SUFFIX}"):
        print("[]" if flags["json"] else localize("domain.githubs", language, host=host))
        return
    domain = Domain(host, apex_of(host, lambda one: zone_of(servers or system_servers(), one)))
    hosting = _hosting(project)
    while True:
        moment = Moment(time(), secrets.token_hex(8))
        panel = panel_for(domain, servers)
        if flags["dns_only"]:
            found = inspect_dns(domain, hosting, panel, moment)
        else:
            found = inspect(domain, hosting, panel, _ports(parts.scheme, parts.port), moment)
        is_well = all(one.level != "fail" for one in found)
        print(as_json(domain, found) if flags["json"] else "\n".join(as_lines(domain, found, language)), flush=True)
        if is_well or not flags["wait"]:
            click.get_current_context().exit(0 if is_well else 1)
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
    """Return where the site answers; one with a port of its own has no other beside it."""
    if scheme == "http":
        return Ports(0, port or 80)
    return Ports(port, 0) if port else Ports()


def _hosting(project: Project) -> Hosting:
    return hosting_of(settings_of(project).deploy, project.root)


def _name_server(text: str, language: Language) -> NameServer:
    """Read `--nameserver`: an address with or without a port, in brackets if it has colons of its own."""
    from ipaddress import ip_address

    address, _, port = text.rpartition(":") if text.count(":") == 1 or "]:" in text else (text, "", "53")
    try:
        return NameServer(str(ip_address(address.strip("[]"))), int(port))
    except ValueError:
        raise CommandError(
            localize("domain.bad-server", language, text=text), localize("domain.server-form", language)
        ) from None
