"""Next.js: Nextra, Tailwind Nextjs Starter Blog, and the folders that its examples use.

Sources: nextjs.org, `basePath`, `trailingSlash`; nextra.site, «File conventions»; ``flattenedPath`` of contentlayer.
"""

import re

from byeoru.base.diagnostic import Outcome
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import AddressRule, Origin
from byeoru.origins.javascript import depends_on, literal
from byeoru.origins.program import Program, Tree
from byeoru.origins.routes import below, prefixed, route

_CONFIGURATION = tuple(f"next.config.{ending}" for ending in ("js", "mjs", "ts", "mts", "cjs"))
_METADATA = ("data/siteMetadata.js",)
_FOLDERS = (
    AddressRule("/blog/", folder="data/blog"),  # Tailwind Nextjs Starter Blog
    AddressRule("/blog/", folder="app/blog/posts"),  # Portfolio Starter Kit
    AddressRule("/blog/", folder="content/blog"),
    AddressRule("/posts/", folder="content/posts"),
    AddressRule("/posts/", folder="data/posts"),
    AddressRule("/posts/", folder="_posts"),  # blog-starter
    AddressRule("/posts/", folder="posts"),
    AddressRule("/", folder="src/pages"),
    AddressRule("/", folder="pages"),
)
_YEAR = re.compile("(19|20)[0-9]{2}/")  # such folders are mostly addresses by themselves: `app/[year]/[...slug]`


def _recognizes(tree: Tree) -> bool:
    return tree.first(*_CONFIGURATION) != "" or depends_on(tree, "next")


def _read(tree: Tree) -> Outcome[Origin]:
    path, metadata = tree.first(*_CONFIGURATION), tree.first(*_METADATA)
    text, about = tree.text(path), tree.text(metadata)
    is_nextra = depends_on(tree, "nextra")
    origin = Origin(
        program="nextjs",
        configuration=tuple(name for name in (path, metadata) if name),
        title=literal(about, "title"),
        url=prefixed(literal(text, "basePath"), literal(about, "siteUrl")),
        language=literal(about, "language") or literal(text, "defaultLocale"),
        rules=(AddressRule("/", folder="content"), *_FOLDERS[-2:]) if is_nextra else _FOLDERS,
        conventions=Conventions("nextjs", categories="list"),
    )
    return Outcome(origin)


def _addresses(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return the address by the folder; a folder that no example uses has none."""
    for rule in origin.rules:
        if inner := below(document.path, rule.folder):
            written = document.slug if rule.pattern != "/" else ""
            by_folder = route(written or inner, "/", prefix=rule.pattern)
            return (route(inner, "/"), by_folder) if _YEAR.match(inner) else (by_folder,)
    return ()


PROGRAM = Program("nextjs", "Next.js", _recognizes, _read, _addresses, rank=0)
