"""Generate configuration for web servers: one function for each name of `blog deploy --setup`.

In:  the site as a server sees it (`served`), and the language of the comments.
Out: the text of a configuration file.
Must not: write the file, or access the network.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from byeoru.base.catalogue import Language
from byeoru.publish.setup import caddy, nginx
from byeoru.publish.setup.served import ServedSite

Setup = Callable[[ServedSite, Language], str]

SETUPS: Mapping[str, Setup] = MappingProxyType({"nginx": nginx.text, "caddy": caddy.text})
