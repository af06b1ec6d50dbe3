"""Publish to a folder on this machine, which may also contain unmanaged files."""

import os
from typing import TYPE_CHECKING

from byeoru.model.deploy import Deploy
from byeoru.publish import options
from byeoru.publish.target_type import TargetType

if TYPE_CHECKING:
    from byeoru.base.diagnostic import Diagnostic
    from byeoru.model.project import Project
    from byeoru.publish.target import Target
    from byeoru.publish.trust import TrustStore


def _connect(
    deploy: Deploy, project: "Project", sources: tuple[str, ...], _trust: "TrustStore"
) -> "Target | Diagnostic":
    from byeoru.publish.targets.folder.target import target_of

    return target_of(deploy, project, sources)


def _web_root(deploy: Deploy, root: str) -> str:
    path = deploy.option("path")
    return os.path.normpath(os.path.join(root, os.path.expanduser(path))) if path else ""


TARGET = TargetType("folder", {"path": options.text}, _connect, web_root=_web_root)  # relative to the project
