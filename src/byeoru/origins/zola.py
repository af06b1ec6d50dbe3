"""Zola: `config.toml` with `base_url`, and the folder `content`.

Sources: getzola.org, «Page» (dates in names of files, `path`, `slug`), «Section», «Configuration» (`slugify`).
"""

import re

from byeoru.base.diagnostic import Outcome
from byeoru.base.paths import page_address
from byeoru.base.text import slug
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import Origin
from byeoru.origins.pattern import front_matter
from byeoru.origins.program import Program, Tree
from byeoru.origins.routes import below, route
from byeoru.origins.values import read_values

_CONFIGURATION = "config.toml"
_BASE_URL = re.compile(r"^base_url[ \t]*=", re.MULTILINE)  # Hugo has `baseURL`
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}(T[\d:.Z+-]*)?[-_ ]+(?=.)")
_FOLDER_PAGES = ("index", "_index")


def _recognizes(tree: Tree) -> bool:
    return _BASE_URL.search(tree.text(_CONFIGURATION)) is not None and tree.has_folder("content")


def _read(tree: Tree) -> Outcome[Origin]:
    values, problems = read_values(_CONFIGURATION, tree.text(_CONFIGURATION))
    origin = Origin(
        program="zola",
        configuration=(_CONFIGURATION,),
        title=values.text("title"),
        url=values.text("base_url").rstrip("/"),
        language=values.text("default_language"),
        values=(("slugify", values.text("slugify.paths", "on")),),
        conventions=Conventions("zola", "content", categories="list", address_keys=("path",)),
    )
    return Outcome(origin, problems)


def _addresses(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return the path in front matter, or that of the file without its date."""
    written = front_matter(document, "path")
    if written:
        return (page_address("/" + written.strip("/")),)
    folder, mark, name = below(document.path, "content").rpartition("/")
    name = name.removesuffix(f".{document.meta.language}")
    if name == "index" and document.is_bundle:
        folder, mark, name = folder.rpartition("/")
    name = document.slug or _DATED.sub("", name, count=1) if name not in _FOLDER_PAGES else name
    segment = slug if origin.value("slugify") == "on" else str
    return (route(f"{folder}{mark}{name}", "/", index=_FOLDER_PAGES, segment=segment),)


PROGRAM = Program("zola", "Zola", _recognizes, _read, _addresses, rank=0)
