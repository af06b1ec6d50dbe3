"""VuePress 1 and 2, with their themes: `.vuepress` in the folder of the texts.

Sources: vuepress.vuejs.org, «Routing», «Permalinks», «Config»; vuepress.github.io, «Page», `permalinkPattern`.
"""

from byeoru.base.diagnostic import Outcome
from byeoru.base.paths import page_address
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import AddressRule, Origin
from byeoru.origins.javascript import depends_on, is_set, literal
from byeoru.origins.pattern import Value, fill, number, time_of
from byeoru.origins.program import Program, Tree
from byeoru.origins.routes import below, prefixed, route

_CONFIGURATION = tuple(
    f"{folder}.vuepress/{name}.{ending}"
    for folder in ("docs/", "src/", "")
    for name in ("config", "config/index")
    for ending in ("js", "ts", "mts", "mjs")
)
_FOLDER_PAGES = ("readme", "index")


def _recognizes(tree: Tree) -> bool:
    return tree.first(*_CONFIGURATION) != "" or depends_on(tree, "vuepress")


def _read(tree: Tree) -> Outcome[Origin]:
    path = tree.first(*_CONFIGURATION)
    text = tree.text(path)
    pattern = literal(text, "permalinkPattern") or literal(text, "permalink")
    root = tree.content or ("docs" if tree.has_folder("docs") else "")
    origin = Origin(
        program="vuepress",
        configuration=(path,) if path else (),
        title=literal(text, "title"),
        url=prefixed(literal(text, "base"), literal(text, "hostname")),
        language=literal(text, "lang"),
        rules=(AddressRule(pattern),) if ":" in pattern else (),
        breaks=is_set(text, "breaks"),
        conventions=Conventions("vuepress", root, categories="list"),
    )
    return Outcome(origin)


def _addresses(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return the address in VuePress: the permalink, that of the pattern for dated texts, or the path with `.html`."""
    by_path = route(below(document.path, origin.conventions.root), ".html", index=_FOLDER_PAGES)
    if document.permalink:
        return (page_address(fill(document.permalink, _VALUES, document) or document.permalink),)
    if origin.rules and document.meta.date and document.meta.section == "posts":
        path = fill(origin.rules[0].pattern, _VALUES, document)
        return (path and page_address(path), by_path)
    return (by_path,)


_VALUES: dict[str, Value] = {
    "year": time_of("%Y"),
    "month": time_of("%m"),
    "i_month": number("%m"),
    "day": time_of("%d"),
    "i_day": number("%d"),
    "slug": lambda document: document.slug or document.name,
    "raw": lambda document: document.path.rpartition(".")[0],
}

PROGRAM = Program("vuepress", "VuePress", _recognizes, _read, _addresses, rank=0)
