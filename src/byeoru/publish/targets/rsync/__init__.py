"""Publish to a server by rsync over ssh: each release is in its own folder, and a symlink names the current one."""

import os
from typing import TYPE_CHECKING

from byeoru.base.diagnostic import Diagnostic, warning
from byeoru.base.fields import Reader
from byeoru.base.yaml_nodes import Node
from byeoru.model.deploy import Deploy
from byeoru.model.destination import destination_of
from byeoru.publish import options
from byeoru.publish.hosting import Hosting
from byeoru.publish.target_type import TargetType

if TYPE_CHECKING:
    from byeoru.model.project import Project
    from byeoru.publish.target import Target
    from byeoru.publish.trust import TrustStore

_EXAMPLE = "hong@web.example.kr:/srv/blog"
_PORTS = 1 << 16


def _destination(reader: Reader, name: str, node: Node) -> str:
    text = options.text(reader, name, node)
    if not text or destination_of(text):
        return text
    reader.problems.append(warning("bad-destination", reader.location(node), "write-like", text=text, example=_EXAMPLE))
    return ""


def _port(reader: Reader, name: str, node: Node) -> str:
    number = reader.number(name, node) or 0
    if 0 <= number < _PORTS:
        return str(number or "")
    reader.problems.append(warning("bad-port", reader.location(node), "write-like", text=number, example="22"))
    return ""


def _connect(
    deploy: Deploy, project: "Project", sources: tuple[str, ...], _trust: "TrustStore"
) -> "Target | Diagnostic":
    from byeoru.publish.targets.rsync.target import target_of

    return target_of(deploy, project, sources)


def _hosting(deploy: Deploy, _root: str) -> Hosting:
    from byeoru.publish.targets.rsync.ssh_alias import host_of_alias

    destination = destination_of(deploy.option("destination"))
    return Hosting(host=host_of_alias(destination.host) if destination else "")


def _web_root(deploy: Deploy, root: str) -> str:
    destination = destination_of(deploy.option("destination"))
    if destination is None:
        return ""
    path = f"{destination.path}/current"
    if not destination.host:
        return os.path.normpath(os.path.join(root, os.path.expanduser(path)))
    return path if path.startswith("/") else f"/home/{destination.user or 'USER'}/{path}"


TARGET = TargetType("rsync", {"destination": _destination, "port": _port}, _connect, _hosting, _web_root)
