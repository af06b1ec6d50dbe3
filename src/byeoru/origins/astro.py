"""Astro with content collections, and its themes: `src/content/<collection>`, or `src/data/<collection>`.

Which page shows a collection is a program of the author; the file of its route in `src/pages` tells the address.
Sources: docs.astro.build, «Content collections», «Routing», `base`, `build.format`; AstroPaper, Fuwari, Starlight.
"""

from byeoru.base.diagnostic import Outcome
from byeoru.base.paths import page_address
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import AddressRule, Origin
from byeoru.origins.javascript import depends_on, literal
from byeoru.origins.program import Program, Tree
from byeoru.origins.routes import below, github_slug, prefixed, route

_CONFIGURATION = tuple(f"astro.config.{ending}" for ending in ("mjs", "ts", "js", "mts"))
_ROOTS = ("src/content", "src/data", "src/pages", "content")
_POSTS = {"posts", "post", "blog", "articles", "article", "writing"}
_PAGES = {"pages", "page", "spec", "docs"}  # collections whose texts stand at the root: Fuwari, Starlight


def _recognizes(tree: Tree) -> bool:
    return tree.first(*_CONFIGURATION) != "" or tree.has_folder("src/content") or depends_on(tree, "astro")


def _read(tree: Tree) -> Outcome[Origin]:
    path = tree.first(*_CONFIGURATION)
    text = tree.text(path)
    origin = Origin(
        program="astro",
        configuration=(path,) if path else (),
        url=prefixed(literal(text, "base"), literal(text, "site")),
        language=literal(text, "defaultLocale"),
        rules=tuple(AddressRule(f"/{base}/".replace("//", "/"), base or "*") for base in _routes(tree)),
        values=(("format", literal(text, "format")),),
        conventions=Conventions("astro", categories="list"),
    )
    return Outcome(origin)


def _routes(tree: Tree) -> tuple[str, ...]:
    """Return the folders in `src/pages` with a page for every text of a collection, "" for `src/pages` itself."""
    files = (path.removeprefix("src/pages/") for path in tree.texts if path.startswith("src/pages/"))
    return tuple(dict.fromkeys(path.partition("[")[0].strip("/") for path in sorted(files, reverse=True)))


def _addresses(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return the address below the route of the collection; slugs are those of github-slugger."""
    ending = ".html" if origin.value("format") == "file" else "/"
    root = next((root for root in _ROOTS if below(document.path, root)), "")
    inner = below(document.path, root)
    if root == "src/pages":
        return (route(inner, ending),)
    collection, _, rest = inner.partition("/")
    if not root or not rest:
        return ()
    folders = [part for part in rest.split("/") if not part.startswith("_")]  # which AstroPaper leaves out
    if document.edition and folders[:1] == [document.edition]:
        del folders[0]
    base = _base(collection, origin)
    if document.slug:
        return (page_address(route(document.slug, ending, prefix=base)),)
    return (route("/".join(folders), ending, prefix=base, segment=github_slug),)


def _base(collection: str, origin: Origin) -> str:
    """Return the path of the route of a collection: the one of its name, for posts the only one for posts, its name."""
    routes = {rule.collection: rule.pattern for rule in origin.rules}
    if collection in routes:
        return routes[collection]
    if collection in _POSTS and (others := [routes[name] for name in routes if name in _POSTS or name == "*"]):
        return others[0]
    return "/" if collection in _PAGES else f"/{collection}/"


PROGRAM = Program("astro", "Astro", _recognizes, _read, _addresses, rank=2)
