"""Docusaurus 2 and 3: `docusaurus.config.js` and the folders `docs`, `blog` and `src/pages`.

Sources: docusaurus.io, «Docs: create a doc», «Blog», «Pages»; ``getSlug``, ``parseBlogFileName`` and
``DefaultNumberPrefixParser`` of Docusaurus 3.
"""

import re

from byeoru.base.diagnostic import Outcome
from byeoru.base.paths import page_address
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import AddressRule, Origin
from byeoru.origins.javascript import depends_on, literal, literals
from byeoru.origins.pattern import front_matter
from byeoru.origins.program import Program, Tree
from byeoru.origins.routes import below, prefixed, route

_CONFIGURATION = tuple(f"docusaurus.config.{ending}" for ending in ("js", "ts", "mjs", "mts"))
_DATED = re.compile(r"^(?P<folder>(?:.*/)?)(?P<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})(?:[-/](?P<text>.*))?$")
_NO_PREFIX = re.compile(r"(\d{2}|\d{4})[-_.]\d{2}([-_.](\d{2}|\d{4}))?|\d+[-_.]\d+")  # dates and versions
_PREFIX = re.compile(r"\d+\s*[-_.]+\s*(?=.)")
_FOLDER_PAGES = ("index", "readme")
_BLOCK = re.compile(r"\b(docs|blog)[\"']?\s*:\s*\{")  # options of a plug-in of the preset
_BRACE = re.compile(r"[{}]")
_BLOCK_LIMIT = 4000  # characters


def _recognizes(tree: Tree) -> bool:
    return tree.first(*_CONFIGURATION) != "" or depends_on(tree, "@docusaurus/core")


def _read(tree: Tree) -> Outcome[Origin]:
    path = tree.first(*_CONFIGURATION)
    text = tree.text(path)
    origin = Origin(
        program="docusaurus",
        configuration=(path,) if path else (),
        title=literal(text, "title"),
        url=prefixed(literal(text, "baseUrl"), literal(text, "url")),
        language=literal(text, "defaultLocale"),
        rules=(_rule(text, "docs"), _rule(text, "blog"), AddressRule("/", "pages", "src/pages")),
        conventions=Conventions("docusaurus", editions=_editions(tree), categories="list", address_keys=("slug", "id")),
    )
    return Outcome(origin)


def _editions(tree: Tree) -> tuple[tuple[str, str, str], ...]:
    """Return the folders of translations, their language, and the folders of the originals."""
    return tuple(
        (f"i18n/{code}/docusaurus-plugin-content-{folder}", code.lower(), place)
        for code in tree.folders_in("i18n")
        for folder, place in (("docs/current", "docs"), ("blog", "blog"), ("pages", "src/pages"))
    )


def _rule(text: str, kind: str) -> AddressRule:
    """Return the base path of a plug-in of the preset, and the folder of its texts."""
    starts = [match for match in _BLOCK.finditer(text) if match[1] == kind]
    options = _block(text[starts[0].end() :][:_BLOCK_LIMIT]) if starts else ""
    base = literals(options, "routeBasePath")[:1]
    folder = literal(options, "path", kind).removeprefix("./").strip("/")
    return AddressRule(f"/{(base[0] if base else kind).strip('/')}/".replace("//", "/"), kind, folder)


def _block(text: str) -> str:
    """Return *text* up to the brace that closes the block in which it begins.

    >>> _block("a: {b: 1}, c: 2}, blog: {a: 3}")
    'a: {b: 1}, c: 2'
    """
    depth = 1
    for brace in _BRACE.finditer(text):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return text[: brace.start()]
    return text


def _addresses(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return the address in Docusaurus by the folder of the text."""
    prefix, path = _original(document.path, origin)
    for rule in origin.rules:
        if inner := below(path, rule.folder):
            return (prefix + page_address(_KINDS[rule.collection](inner, rule.pattern, document)),)
    return ()


def _original(path: str, origin: Origin) -> tuple[str, str]:
    """Return the prefix of the addresses of a translation, and the path of its original; "" and *path* for no other."""
    for folder, code, place in origin.conventions.editions:
        if path.startswith(f"{folder}/"):
            return f"/{code}", f"{place}{path[len(folder) :]}"
    return "", path


def _doc(inner: str, base: str, document: Document) -> str:
    """Return the address of a document: its slug is relative to its folder, and numbers before names are dropped."""
    *folders, name = [_without_number(part) for part in inner.split("/")]
    written = front_matter(document, "slug") or front_matter(document, "id")
    if written.startswith("/"):
        return route(written.strip("/") or "index", "/", prefix=base)
    if written:
        return route("/".join((*folders, written.strip("/"))), "/", prefix=base, index=())
    is_folder_page = folders and name == folders[-1]
    return route("/".join((*folders, "index" if is_folder_page else name)), "/", prefix=base, index=_FOLDER_PAGES)


def _post(inner: str, base: str, document: Document) -> str:
    """Return the address of a post: its slug below the blog, or the date and the name of its file."""
    if document.slug:
        return route(document.slug, "/", prefix=base, index=())
    name = inner.removesuffix("/index")
    dated = _DATED.match(name)
    if dated:
        name = "/".join(filter(None, (dated["folder"].strip("/"), dated["date"].replace("-", "/"), dated["text"])))
    return route(name, "/", prefix=base, index=())


def _page(inner: str, base: str, _: Document) -> str:
    return route(inner, "/", prefix=base)


def _without_number(part: str) -> str:
    """Return a name without the number that orders it.

    >>> [_without_number(part) for part in ("01-intro", "3. Setup", "2024-05-notes", "7.0")]
    ['intro', 'Setup', '2024-05-notes', '7.0']
    """
    return part if _NO_PREFIX.match(part) else _PREFIX.sub("", part, count=1) if _PREFIX.match(part) else part


_KINDS = {"docs": _doc, "blog": _post, "pages": _page}

PROGRAM = Program("docusaurus", "Docusaurus", _recognizes, _read, _addresses, rank=0)
