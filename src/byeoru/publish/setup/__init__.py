"""Generate configuration for web servers: one function for each name of `blog deploy --setup`.

In:  the settings, the project, and the language of the comments.
Out: the text of a configuration file.
Must not: write the file, or access the network.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from byeoru.base.catalogue import Language
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.publish.setup import caddy, nginx

Setup = Callable[[Settings, Project, Language], str]

SETUPS: Mapping[str, Setup] = MappingProxyType({"nginx": nginx.text, "caddy": caddy.text})
