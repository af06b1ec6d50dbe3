"""Gatsby: the folders that `gatsby-config.js` names for gatsby-source-filesystem, with addresses of createFilePath.

Sources: gatsbyjs.com, ``createFilePath`` of gatsby-source-filesystem; gatsby-starter-blog, gatsby-starter-lumen.
"""

from byeoru.base.diagnostic import Outcome
from byeoru.base.paths import page_address
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import AddressRule, Origin
from byeoru.origins.javascript import depends_on, literal, literals
from byeoru.origins.pattern import front_matter
from byeoru.origins.program import Program, Tree
from byeoru.origins.routes import below, prefixed, route

_CONFIGURATION = tuple(f"gatsby-config.{ending}" for ending in ("js", "ts", "mjs"))
_USUAL = ("content/blog", "content/posts", "content/post", "src/pages", "content", "blog", "posts", "_posts")


def _recognizes(tree: Tree) -> bool:
    return tree.first(*_CONFIGURATION) != "" or depends_on(tree, "gatsby")


def _read(tree: Tree) -> Outcome[Origin]:
    path = tree.first(*_CONFIGURATION)
    text = tree.text(path)
    named = {folder.replace("${__dirname}", "").strip("./") for folder in literals(text, "path")}
    folders = sorted((folder for folder in named if tree.has_folder(folder)), key=lambda folder: -folder.count("/"))
    origin = Origin(
        program="gatsby",
        configuration=(path,) if path else (),
        title=literal(text, "title"),
        url=prefixed(literal(text, "pathPrefix"), literal(text, "siteUrl")),
        language=literal(text, "lang") or literal(text, "language"),
        rules=tuple(AddressRule("/", folder=folder) for folder in folders or _USUAL),
        conventions=Conventions("gatsby", categories="list", address_keys=("path", "slug")),
    )
    return Outcome(origin)


def _addresses(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return the address in front matter, or the path below the folder that the configuration names."""
    written = front_matter(document, "path") or front_matter(document, "slug")
    if written:
        return (page_address(route(written.strip("/"), "/", index=())),)
    inner = next((inner for rule in origin.rules if (inner := below(document.path, rule.folder))), "")
    return (route(inner, "/"),)


PROGRAM = Program("gatsby", "Gatsby", _recognizes, _read, _addresses, rank=0)
