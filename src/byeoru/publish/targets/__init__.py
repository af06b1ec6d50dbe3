"""The kinds of targets: each module or package in this folder declares one as ``TARGET``.

In:  the modules in this folder; there is no list of them, so a new target is one new file.
Out: the kinds by their names in `deploy.target`.
Must not: import what a target needs to publish, as a build reads the options too.
"""

import os
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from byeoru.base.fields import ReadOption
from byeoru.model.deploy import Deploy
from byeoru.publish.hosting import Hosting
from byeoru.publish.target_type import TargetType


@cache
def target_types() -> Mapping[str, TargetType]:
    """Return all kinds of targets by name, the default first."""
    with os.scandir(os.path.dirname(__file__)) as entries:
        names = {entry.name.removesuffix(".py") for entry in entries if not entry.name.startswith(("_", "."))}
    types: list[TargetType] = [import_module(f"{__name__}.{name}").TARGET for name in names]
    return {kind.name: kind for kind in sorted(types, key=lambda kind: (kind.name != Deploy().target, kind.name))}


def target_options() -> Mapping[str, Mapping[str, ReadOption]]:
    """Return the options of each target, with their readers."""
    return {name: kind.options for name, kind in target_types().items()}


def hosting_of(deploy: Deploy, root: str) -> Hosting:
    """Return what serves the site of the project in *root*.

    >>> hosting_of(Deploy("rsync", (("destination", "ssh://hong@web.example.kr:2222/srv/blog"),)), "/").host
    'web.example.kr'
    """
    kind = target_types().get(deploy.target)
    return kind.hosting(deploy, root) if kind else Hosting()


def web_root_of(deploy: Deploy, root: str) -> str:
    """Return the folder from which a web server serves the published site, "" if it is not in the options."""
    kinds = sorted(target_types().values(), key=lambda kind: kind.name != deploy.target)
    return next((folder for kind in kinds if (folder := kind.web_root(deploy, root))), "")
