"""Find the settings of a project: `blog.yml`, what another program's configuration says, and the command line's URL."""

from dataclasses import replace
from typing import TYPE_CHECKING

from byeoru.base.derived import Derived, derive
from byeoru.base.diagnostic import Diagnostic, Location, Outcome, error
from byeoru.base.text import decode_utf8
from byeoru.discover.origin import find_origin
from byeoru.discover.read import read_markdown
from byeoru.discover.sources import SETTINGS, Scan
from byeoru.model.origin import Origin
from byeoru.model.project import Project
from byeoru.model.settings import Settings

if TYPE_CHECKING:
    from byeoru.settings.deploy import Targets

KnownSettings = Derived[list[object], Outcome[Settings]]


def find_settings(project: Project, scan: Scan, base_url: str | None) -> Outcome[Settings]:
    """Read `blog.yml`; *base_url*, if given, replaces the address there."""
    return settings_since(None, project, scan, base_url).value


def settings_since(before: KnownSettings | None, project: Project, scan: Scan, base_url: str | None) -> KnownSettings:
    """Return the settings with what they are read from; those of *before*, if that is the same."""
    data = read_markdown(project, scan, SETTINGS) if SETTINGS in scan.files else None
    if not isinstance(data, bytes):
        return Derived([], Outcome(Settings(), (data or error("no-settings", Location(SETTINGS), "run-init"),)))
    text, problems = decode_utf8(data, SETTINGS)
    if text is None:
        return Derived([], Outcome(Settings(), problems))
    origin = find_origin(project, scan)
    return derive(before, [text, problems, origin, base_url], lambda: _read(text, problems, origin, base_url))


def _read(
    text: str, problems: tuple[Diagnostic, ...], origin: Outcome[Origin], base_url: str | None
) -> Outcome[Settings]:
    from byeoru.settings import read_settings  # imported late: most builds have settings of an earlier one
    from byeoru.settings.base_url import read_base_url

    settings, more = read_settings(text, _target_options, origin.value)
    more = origin.problems + more
    settings = replace(settings, sites=_sites(settings.base_url, settings.origin.url))
    if base_url is not None:
        url, wrong = read_base_url(base_url, Location(""))
        settings, more = settings.at(url), more + wrong
    return Outcome(settings, problems + more)


def _sites(*urls: str) -> tuple[str, ...]:
    """Return hosts and paths of URLs without their scheme: "example.com/blog", or "/blog" without a known host."""
    parts = (url.rpartition("://")[2].rstrip("/").partition("/") for url in urls)
    return tuple(dict.fromkeys(f"{host.lower()}{slash}{path}" for host, slash, path in parts if host or path))


def _target_options() -> "Targets":
    """Return the options of all targets; without a key `deploy` in the settings, their modules are not imported."""
    from byeoru.publish.targets import target_options

    return target_options()
