"""VitePress: `.vitepress` in a folder, and the texts there or in its `srcDir`.

Sources: vitepress.dev, «Routing», «Site Config» (`base`, `srcDir`, `cleanUrls`).
"""

from byeoru.base.diagnostic import Outcome
from byeoru.base.paths import page_address
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import Origin
from byeoru.origins.javascript import depends_on, is_set, literal
from byeoru.origins.program import Program, Tree
from byeoru.origins.routes import below, prefixed, route

_CONFIGURATION = tuple(
    f"{folder}.vitepress/{name}.{ending}"
    for folder in ("", "docs/", "src/")
    for name in ("config", "config/index")
    for ending in ("ts", "mts", "js", "mjs")
)


def _recognizes(tree: Tree) -> bool:
    is_bare = tree.texts.keys() == {"package.json"} and _root(tree) == "src"
    return tree.first(*_CONFIGURATION) != "" or depends_on(tree, "vitepress") or is_bare


def _read(tree: Tree) -> Outcome[Origin]:
    path = tree.first(*_CONFIGURATION)
    text = tree.text(path)
    origin = Origin(
        program="vitepress",
        configuration=(path,) if path else (),
        title=literal(text, "title"),
        url=prefixed(literal(text, "base"), literal(text, "hostname")),
        language=literal(text, "lang"),
        values=(("clean", "yes"),) if is_set(text, "cleanUrls") else (),
        breaks=is_set(text, "breaks"),
        conventions=Conventions("vitepress", tree.content or _root(tree), categories="list"),
    )
    return Outcome(origin)


def _root(tree: Tree) -> str:
    """Return the folder of the texts where no configuration names it: the only one with texts."""
    folders = tree.folders_of_texts()
    return next((folder for folder in ("docs", "src") if folders == {folder}), "")


def _addresses(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return the address in VitePress: the path with `.html`, which a setting leaves out."""
    inner = below(document.path, origin.conventions.root)
    file, folder = route(inner, ".html"), page_address(route(inner, "/"))
    return (folder, file) if origin.value("clean") else (file,)


PROGRAM = Program("vitepress", "VitePress", _recognizes, _read, _addresses, rank=0)
