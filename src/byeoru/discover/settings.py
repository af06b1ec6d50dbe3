"""Find the settings of a project: `blog.yml`, what another program's configuration says, and the command line's URL."""

from dataclasses import replace

from byeoru.base.diagnostic import Location, Outcome, error
from byeoru.base.text import decode_utf8
from byeoru.discover.origin import find_origin
from byeoru.discover.read import read_markdown
from byeoru.discover.sources import SETTINGS, Scan
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.settings import read_settings
from byeoru.settings.base_url import read_base_url
from byeoru.settings.deploy import Targets


def find_settings(project: Project, scan: Scan, base_url: str | None) -> Outcome[Settings]:
    """Read `blog.yml`; *base_url*, if given, replaces the address there."""
    if SETTINGS not in scan.files:
        return Outcome(Settings(), (error("no-settings", Location(SETTINGS), "run-init"),))
    data = read_markdown(project, scan, SETTINGS)
    if not isinstance(data, bytes):
        return Outcome(Settings(), (data or error("no-settings", Location(SETTINGS), "run-init"),))
    text, problems = decode_utf8(data, SETTINGS)
    if text is None:
        return Outcome(Settings(), problems)
    origin, unreadable = find_origin(project, scan)
    settings, more = read_settings(text, _target_options, origin)
    more = unreadable + more
    settings = replace(settings, sites=_sites(settings.base_url, settings.origin.url))
    if base_url is not None:
        url, wrong = read_base_url(base_url, Location(""))
        settings, more = settings.at(url), more + wrong
    return Outcome(settings, problems + more)


def _sites(*urls: str) -> tuple[str, ...]:
    """Return hosts and paths of URLs without their scheme: "example.com/blog", or "/blog" without a known host."""
    parts = (url.rpartition("://")[2].rstrip("/").partition("/") for url in urls)
    return tuple(dict.fromkeys(f"{host.lower()}{slash}{path}" for host, slash, path in parts if host or path))


def _target_options() -> Targets:
    """Return the options of all targets; without a key `deploy` in the settings, their modules are not imported."""
    from byeoru.publish.targets import target_options

    return target_options()
