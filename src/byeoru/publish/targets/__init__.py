"""The places that a site can be published to, by the names that `deploy.target` has for them.

In:  the settings of a deployment, the project, the folders that it is made from, and what the machine remembers.
Out: the ``Target``, or the problem with its settings.
Must not: ask the network.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from byeoru.base.diagnostic import Diagnostic
from byeoru.model.deploy import Deploy
from byeoru.model.project import Project
from byeoru.publish.deployment import Target
from byeoru.publish.targets.folder import target as folder
from byeoru.publish.targets.github_pages import target as github_pages
from byeoru.publish.targets.rsync import target as rsync
from byeoru.publish.trust import Memory

Maker = Callable[[Deploy, Project, tuple[str, ...], Memory], Target | Diagnostic]

MAKERS: Mapping[str, Maker] = MappingProxyType(
    {"github-pages": github_pages.target_of, "rsync": rsync.target_of, "folder": folder.target_of}
)
