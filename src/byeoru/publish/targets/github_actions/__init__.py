"""Publish by GitHub Actions, which build the site after each push."""

import re

from byeoru.base.diagnostic import warning
from byeoru.base.fields import Reader
from byeoru.base.yaml_nodes import Node
from byeoru.model.deploy import Deploy
from byeoru.publish import options
from byeoru.publish.hosting import Hosting
from byeoru.publish.target_type import TargetType

# Only characters without a meaning in shells and YAML; the whole digest is required, so that other bytes are refused.
_ARCHIVE = re.compile(r"https://[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?/[A-Za-z0-9._~/%+-]+#sha256=[0-9a-f]{64}")
EXAMPLE = "https://github.com/OWNER/REPO/archive/COMMIT.tar.gz#sha256=DIGEST"


def _archive(reader: Reader, name: str, node: Node) -> str:
    """Read the source from which GitHub Actions install Byeoru: only an archive with its digest is accepted."""
    mapping = reader.mapping(name, node)
    pairs = reader.pairs(mapping, ("install",)) if mapping is not None else {}
    if "install" not in pairs:
        return ""
    value = pairs["install"][1]
    text = options.text(reader, "install", value)
    if not text or _ARCHIVE.fullmatch(text):
        return text
    reader.problems.append(warning("bad-install", reader.location(value), "write-like", text=text, example=EXAMPLE))
    return ""


def _hosting(deploy: Deploy, root: str) -> Hosting:
    from byeoru.publish.git.hosting import pages_hosting

    return pages_hosting(deploy, root, claims_in_a_file=False)  # sites from GitHub Actions ignore the file `CNAME`


TARGET = TargetType("github-actions", {"repository": options.text, "actions": _archive}, None, _hosting)
