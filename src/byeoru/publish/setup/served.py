"""The values that a web server configuration needs.

In:  the settings, the project, and the types of files that a server cannot derive from their names.
Out: ``ServedSite``.
Must not: access the network: if the registered domain of a host cannot be known without, it has no alternate host.
"""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from byeoru.base.hosts import ascii_host
from byeoru.base.paths import decode
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.publish.domain.records import Domain
from byeoru.publish.domain.registrable import apex_of
from byeoru.publish.targets import web_root_of

_EXAMPLE_ROOT = "/srv/blog/current"


class ServedSite(NamedTuple):
    """The address and folder of a site."""

    host: str  # in Punycode
    alternate: str  # the host with `www` added or removed; "" for none
    is_https: bool
    port: int  # 0 for the default of the scheme
    path: str  # of the site's URL, decoded: "" for the root of the host, or "/notes"
    root: str  # the folder of the files
    media_types: Mapping[str, str]  # by site path: those that a server cannot derive from the name of the file

    @property
    def address(self) -> str:
        """Return scheme, host and port."""
        return f"http{'s' * self.is_https}://{self.host}" + (f":{self.port}" if self.port else "")


def served_site(settings: Settings, project: Project, media_types: Mapping[str, str]) -> ServedSite:
    """Return the address of the site, and the folder that `deploy` publishes to."""
    parts = urlsplit(settings.base_url)
    name = parts.hostname or ""
    host = ascii_host(name) or name
    alternate = Domain(host, apex_of(host, lambda _: "")).alternate if ascii_host(name) and not parts.port else ""
    path = decode(parts.path.rstrip("/"))
    root = web_root_of(settings.deploy, project.root) or _EXAMPLE_ROOT
    return ServedSite(host, alternate, parts.scheme == "https", parts.port or 0, path, root, media_types)
