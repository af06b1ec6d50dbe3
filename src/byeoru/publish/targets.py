"""The places that a site can be published to, by the names that `deploy.target` has for them.

In:  the settings of a deployment, and the project.
Out: the ``Target``, or the problem with its settings.
Must not: ask the network.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from byeoru.base.diagnostic import Diagnostic
from byeoru.model.deploy import Deploy
from byeoru.model.project import Project
from byeoru.publish import github_pages
from byeoru.publish.deployment import Target

MAKERS: Mapping[str, Callable[[Deploy, Project], Target | Diagnostic]] = MappingProxyType(
    {"github-pages": github_pages.target_of}
)
