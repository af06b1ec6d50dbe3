"""Texts that set up what serves or publishes a site: one a name of `blog deploy --setup`.

In:  the settings, the project, and the language of the comments.
Out: a text for a file of another program.
Must not: write the file, or ask the network.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from byeoru.base.catalogue import Language
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.publish.setup import caddy, nginx

Setup = Callable[[Settings, Project, Language], str]

SETUPS: Mapping[str, Setup] = MappingProxyType({"nginx": nginx.text, "caddy": caddy.text})
