"""A vault of Obsidian that no other program publishes: of its own addresses it has only permalinks.

Sources: help.obsidian.md, «Editing settings» (strict line breaks are off, so that a line break is one), «Publish
notes» (permalinks).
"""

from byeoru.base.diagnostic import Outcome
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import Origin
from byeoru.origins.program import Program, Tree
from byeoru.origins.values import read_values

# Where new attachments go, and how new links are written: "shortest", "relative" or "absolute".
_SETTINGS = (("attachments", "attachmentFolderPath"), ("link_format", "newLinkFormat"))
_MARKS = (".obsidian/app.json", ".obsidian/core-plugins.json", ".obsidian/appearance.json")


def _recognizes(tree: Tree) -> bool:
    return tree.first(*_MARKS) != "" and not tree.content


def _read(tree: Tree) -> Outcome[Origin]:
    path = _MARKS[0] if tree.text(_MARKS[0]) else ""
    values = read_values(path, tree.text(path)).value if path else None
    is_strict = values is not None and values.flag("strictLineBreaks", default=False)
    settings = ((name, values.text(key)) for name, key in _SETTINGS if values is not None)
    return Outcome(
        Origin(
            program="obsidian",
            configuration=(path,) if path else (),
            values=tuple((name, text) for name, text in settings if text),
            breaks=not is_strict,
            conventions=Conventions("obsidian"),
        )
    )


def _addresses(document: Document, _: Origin) -> tuple[str, ...]:
    """Return the permalink, as Obsidian Publish has it; other notes have addresses of ours."""
    return (document.permalink,) if document.permalink else ()


PROGRAM = Program("obsidian", "Obsidian", _recognizes, _read, _addresses, rank=2)
