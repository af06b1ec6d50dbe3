"""Eleventy: its configuration file, and texts at the top or in `src` or `content`.

Sources: 11ty.dev, «Permalinks», «File slugs» (a date before the name is no part of it).
"""

import posixpath
import re

from byeoru.base.diagnostic import Outcome
from byeoru.base.paths import page_address
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import Origin
from byeoru.origins.javascript import depends_on, literal
from byeoru.origins.program import Program, Tree
from byeoru.origins.routes import below, prefixed, route

_CONFIGURATION = (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs")
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}-(?=.)")


def _recognizes(tree: Tree) -> bool:
    return tree.first(*_CONFIGURATION) != "" or depends_on(tree, "@11ty/eleventy")


def _read(tree: Tree) -> Outcome[Origin]:
    path = tree.first(*_CONFIGURATION)
    text = tree.text(path)
    root = literal(text, "input").strip("./")
    return Outcome(
        Origin(
            program="eleventy",
            configuration=(path,) if path else (),
            url=prefixed(literal(text, "pathPrefix")),
            conventions=Conventions("eleventy", root if tree.has_folder(root) else "", categories="list"),
        )
    )


def _addresses(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return the permalink, unless it is a template, or the path with the name's date left out."""
    if document.permalink:
        return () if "{" in document.permalink else (page_address(document.permalink),)
    folder, name = posixpath.split(below(document.path, origin.conventions.root))
    name = _DATED.sub("", name, count=1)
    is_folder = name == posixpath.basename(folder)  # `a/a.md` is the page of `a`
    return (route(posixpath.join(folder, "index" if is_folder else name), "/"),)


PROGRAM = Program("eleventy", "Eleventy", _recognizes, _read, _addresses, rank=0)
