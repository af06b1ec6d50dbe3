"""Quartz 4: `quartz.config.ts` and the folder `content`, mostly a vault of Obsidian.

Sources: quartz.jzhao.xyz, «Configuration», «HardLineBreaks», «ExplicitPublish»; ``slugifyFilePath`` in its
`util/path.ts`.
"""

import re

from byeoru.base.diagnostic import Outcome
from byeoru.base.paths import page_address
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import Origin
from byeoru.origins.javascript import literal
from byeoru.origins.program import Program, Tree
from byeoru.origins.routes import below, route

_CONFIGURATION = "quartz.config.ts"
_BREAKS = re.compile(r"^[ \t]*Plugin\.HardLineBreaks\(", re.MULTILINE)
_EXPLICIT = re.compile(r"^[ \t]*Plugin\.ExplicitPublish\(", re.MULTILINE)
_FOLDER_PAGES = ("index", "_index")


def _recognizes(tree: Tree) -> bool:
    return tree.first(_CONFIGURATION) != ""


def _read(tree: Tree) -> Outcome[Origin]:
    text = tree.text(_CONFIGURATION)
    host = literal(text, "baseUrl").strip("/")
    origin = Origin(
        program="quartz",
        configuration=(_CONFIGURATION,),
        title=literal(text, "pageTitle"),
        url=f"https://{host}" if host else "",
        language=literal(text, "locale"),
        breaks=_BREAKS.search(text) is not None,
        is_explicit=_EXPLICIT.search(text) is not None,
        conventions=Conventions("quartz", "content"),
    )
    return Outcome(origin)


def _addresses(document: Document, _: Origin) -> tuple[str, ...]:
    """Return the permalink, or the path with letters in their case; hosts serve its file without the ending."""
    if document.permalink:
        return (page_address(document.permalink),)
    inner = below(document.path, "content")
    folder = route(inner, "/", index=_FOLDER_PAGES, segment=slugify)
    return (folder, route(inner, ".html", index=_FOLDER_PAGES, segment=slugify))


def slugify(text: str) -> str:
    """Return a part of a path as Quartz writes it.

    >>> slugify("R&D notes"), slugify("100% 한글?")
    ('R-and-D-notes', '100-percent-한글')
    """
    plain = re.sub(r"\s", "-", text).replace("&", "-and-").replace("%", "-percent")
    return plain.replace("?", "").replace("#", "")


PROGRAM = Program("quartz", "Quartz", _recognizes, _read, _addresses, rank=0)
