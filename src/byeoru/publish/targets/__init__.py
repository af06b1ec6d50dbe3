"""The kinds of targets: each module or package in this folder declares one as ``TARGET``.

In:  the modules themselves. No list names them, so a new target is one new file.
Out: the kinds by the names that `deploy.target` has for them.
Must not: import what a target needs to publish. A build only reads which options there are.
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
    """Return every kind of target by its name, the default one first."""
    with os.scandir(os.path.dirname(__file__)) as entries:
        names = {entry.name.removesuffix(".py") for entry in entries if not entry.name.startswith(("_", "."))}
    types: list[TargetType] = [import_module(f"{__name__}.{name}").TARGET for name in names]
    return {one.name: one for one in sorted(types, key=lambda one: (one.name != Deploy().target, one.name))}


def target_options() -> Mapping[str, Mapping[str, ReadOption]]:
    """Return the options of each target, with what reads them."""
    return {name: one.options for name, one in target_types().items()}


def hosting_of(deploy: Deploy, root: str) -> Hosting:
    """Return what serves the site of the project in *root*.

    >>> hosting_of(Deploy("rsync", (("destination", "ssh://hong@web.example.kr:2222/srv/blog"),)), "/").host
    'web.example.kr'
    """
    one = target_types().get(deploy.target)
    return one.hosting(deploy, root) if one else Hosting()


def web_root_of(deploy: Deploy, root: str) -> str:
    """Return the folder that a web server shows the published site from, "" where no option names one."""
    types = sorted(target_types().values(), key=lambda one: one.name != deploy.target)
    return next((folder for one in types if (folder := one.web_root(deploy, root))), "")
