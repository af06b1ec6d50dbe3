"""Read `deploy` of `blog.yml`.

In:  its node: a mapping, or only the name of a target; and the targets, with the options that each declares.
Out: ``Deploy``, and problems.
Must not: know any particular target.
"""

from collections.abc import Callable, Mapping

from byeoru.base.diagnostic import warning
from byeoru.base.fields import Reader, ReadOption
from byeoru.base.text import nearest
from byeoru.base.yaml_nodes import Node, Scalar
from byeoru.model.deploy import Deploy
from byeoru.model.indexnow import IndexNow
from byeoru.settings.indexnow import read_indexnow

Targets = Mapping[str, Mapping[str, ReadOption]]  # the options of each target, with their readers


def read_deploy(reader: Reader, name: str, node: Node, list_targets: Callable[[], Targets]) -> Deploy | None:
    """Read where the site is published; an invalid value is reported, and the default is used.

    A project may have options of several targets, and select one on the command line.
    """
    targets = list_targets()
    if isinstance(node, Scalar) and not node.is_null:
        return Deploy(target=_target(reader, node, targets) or Deploy().target)
    mapping = reader.mapping(name, node)
    if mapping is None:
        return None
    readers = {option: read for options in targets.values() for option, read in options.items()}
    pairs = {key: value for key, (_, value) in reader.pairs(mapping, ("target", *readers, "indexnow")).items()}
    options = {key: readers[key](reader, key, value) for key, value in pairs.items() if key in readers}
    return Deploy(
        (_target(reader, pairs["target"], targets) if "target" in pairs else "") or Deploy().target,
        tuple(sorted((key, text) for key, text in options.items() if text)),
        read_indexnow(reader, "indexnow", pairs["indexnow"]) if "indexnow" in pairs else IndexNow(),
    )


def _target(reader: Reader, node: Node, targets: Targets) -> str:
    """Read the name of a target; an unknown one is kept, so that the site is not deployed to another target."""
    text = (reader.text("target", node) or "").strip()
    if text and text not in targets:
        near = nearest(text, targets)
        hint = "did-you-mean" if near else "one-of"
        problem = warning(
            "unknown-target", reader.location(node), hint, text=text, near=near, choices=", ".join(targets)
        )
        reader.problems.append(problem)
    return text
