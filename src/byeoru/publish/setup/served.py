"""What a web server must know of a site.

In:  the settings and the project.
Out: ``Served``.
Must not: ask the network: where only that knows which part of a host was registered, the host has no partner.
"""

from typing import NamedTuple
from urllib.parse import urlsplit

from byeoru.base.hosts import ascii_host
from byeoru.base.paths import decode
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.publish.domain.records import Domain
from byeoru.publish.domain.registrable import apex_of
from byeoru.publish.targets import web_root_of

_PLACEHOLDER = "/srv/blog/current"
# Feeds by the names that `render` gives them; a server knows no more of them than `.xml`.
FEEDS = {
    "application/atom+xml": ("feed.xml", "atom.xml"),
    "application/rss+xml": ("rss.xml", "index.xml"),
    "application/feed+json": ("feed.json",),
}


class Served(NamedTuple):
    """A site, as its server sees it."""

    host: str  # in punycode
    alternate: str  # `www` of it, or it without `www`; "" for none
    is_secure: bool
    port: int  # 0 for that of the scheme
    path: str  # under which the site lies, decoded: "" for the root of the host, or "/notes"
    root: str  # the folder

    @property
    def address(self) -> str:
        """Return scheme, host and port."""
        return f"http{'s' * self.is_secure}://{self.host}" + (f":{self.port}" if self.port else "")


def served_of(settings: Settings, project: Project) -> Served:
    """Return the site at its address, in the folder that `deploy` publishes to."""
    parts = urlsplit(settings.base_url)
    name = parts.hostname or ""
    host = ascii_host(name) or name
    alternate = Domain(host, apex_of(host, lambda _: "")).alternate if ascii_host(name) and not parts.port else ""
    path = decode(parts.path.rstrip("/"))
    root = web_root_of(settings.deploy, project.root) or _PLACEHOLDER
    return Served(host, alternate, parts.scheme == "https", parts.port or 0, path, root)
