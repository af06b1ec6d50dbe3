"""Publish to a branch, which GitHub Pages or another host serves."""

import re
from typing import TYPE_CHECKING

from byeoru.base.diagnostic import Diagnostic, warning
from byeoru.base.fields import Reader
from byeoru.base.yaml_nodes import Node
from byeoru.model.deploy import Deploy
from byeoru.publish import options
from byeoru.publish.hosting import Hosting
from byeoru.publish.target_type import TargetType

if TYPE_CHECKING:
    from byeoru.model.project import Project
    from byeoru.publish.target import Target
    from byeoru.publish.trust import TrustStore

# The branch names that git allows (git-check-ref-format), without those that are dangerous in a shell or confusing.
_BRANCH = re.compile(r"(?![-/.])(?!.*(?:\.\.|//|@\{|/\.|\.lock(?:/|$)))[^\x00-\x20\x7f~^:?*\[\\]{1,200}(?<![/.])")


def _branch(reader: Reader, name: str, node: Node) -> str:
    text = options.text(reader, name, node)
    if not text or _BRANCH.fullmatch(text):
        return text
    reader.problems.append(warning("bad-branch", reader.location(node), "write-like", text=text, example="gh-pages"))
    return ""


def _connect(
    deploy: Deploy, project: "Project", _sources: tuple[str, ...], trust: "TrustStore"
) -> "Target | Diagnostic":
    from byeoru.publish.targets.github_pages.target import target_of

    return target_of(deploy, project, trust)


def _hosting(deploy: Deploy, root: str) -> Hosting:
    from byeoru.publish.git.hosting import pages_hosting

    return pages_hosting(deploy, root, claims_in_a_file=True)


TARGET = TargetType(
    "github-pages",
    {
        "repository": options.text,  # a URL, a path or `user/repository`; default: `origin` of the project's clone
        "branch": _branch,
        "history": options.one_of(("keep", "squash"), "unknown-history"),  # squash: a single commit without a parent
    },
    _connect,
    _hosting,
)
