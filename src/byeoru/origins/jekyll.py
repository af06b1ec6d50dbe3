"""Jekyll, with its themes: `_config.yml` and the folders `_posts`, `_pages` and other collections.

Sources: jekyllrb.com, «Permalinks» and «Front Matter Defaults»; ``UrlDrop`` and ``Utils.slugify`` of Jekyll 4.
"""

import posixpath
import re
from collections.abc import Iterator

from byeoru.base.diagnostic import Outcome
from byeoru.base.paths import page_address
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import AddressRule, Origin
from byeoru.origins.pattern import Value, fill, number, time_of
from byeoru.origins.program import Program, Tree
from byeoru.origins.tags import includes, variables
from byeoru.origins.values import Values, read_values

_CONFIGURATION = ("_config.yml", "_config.yaml", "_config.toml")
_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_FILES = {"date", "ordinal", "weekdate", "none"}  # styles whose pages are files; below the others they are folders
_FOLDER_PAGES = {"index", "readme"}  # `readme` by the plug-in jekyll-readme-index, which GitHub Pages has on
_DATED = re.compile(r"^\d{2,4}-\d{1,2}-\d{1,2}-")
_DROPPED = re.compile(r"[^\w._~!$&'()+,;=@]+")  # `\w` of letters, marks and digits; `_` is kept too
_DROPPED_BY_DEFAULT = re.compile(r"[\W_]+")


def _recognizes(tree: Tree) -> bool:
    return not tree.has_folder("source/_posts") and (
        tree.has_folder("_posts") or tree.has_folder("_pages") or tree.first("_config.yml") != ""
    )


def _read(tree: Tree) -> Outcome[Origin]:
    path = tree.first(*_CONFIGURATION)
    values, problems = read_values(path, tree.text(path)) if path else Outcome(Values({}))
    origin = Origin(
        program="jekyll",
        configuration=(path,) if path else (),
        title=values.text("title"),
        url=values.text("url").rstrip("/") + _base_path(values),
        author=values.text("author.name") or values.text("social.name") or values.text("author"),
        language=values.text("lang") or values.text("locale"),
        timezone=values.text("timezone"),
        rules=tuple(_rules(values)),
        values=() if values.value("languages") else (("has no languages", "yes"),),
        conventions=Conventions(
            "jekyll", has_words=True, variables=variables("site", values), templates=includes(tree)
        ),
    )
    return Outcome(origin, problems)


def _base_path(values: Values) -> str:
    path = values.text("baseurl").strip("/")
    return f"/{path}" if path else ""


def _rules(values: Values) -> Iterator[AddressRule]:
    """Yield the patterns of front-matter defaults, which win, then of collections, then of posts and pages."""
    defaults = [
        AddressRule(
            _STYLES.get(pattern, pattern), default.text("scope.type"), default.text("scope.path").strip("/").strip("*/")
        )
        for default in values.tables("defaults")
        if (pattern := default.text("values.permalink"))
    ]
    defaults.reverse()  # of two that apply equally, the last one counts
    yield from sorted(defaults, key=lambda rule: (-len(rule.folder), rule.collection == ""))
    for name in values.table("collections").root:
        fields = values.table("collections").table(name)
        pattern = fields.text("permalink")
        if pattern:
            yield AddressRule(_STYLES.get(pattern, pattern), name)
        elif name not in {"posts", "pages", "tabs"}:
            yield AddressRule("/:collection/:path:output_ext", name)
    style = values.text("permalink", "date")
    yield AddressRule(_STYLES.get(style, style), "posts")
    ending = (
        ":output_ext" if style in _FILES or style.endswith(":output_ext") else "/" * style.endswith(("/", "pretty"))
    )
    yield AddressRule(f"/:path/:basename{ending}", "pages")


def _addresses(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return the address in Jekyll; a permalink in front matter is a pattern, too.

    A pattern that ends in neither a slash nor an ending is that of a file without its ending.
    """
    collection = _collection_of(document)
    has_dated_name = "_posts/" not in document.path or _DATED.match(posixpath.basename(document.path))
    if collection == "posts" and not (document.meta.date and has_dated_name):
        return ()  # no post of Jekyll, even if its front matter or its commit has a date
    applies = (
        rule.pattern
        for rule in origin.rules
        if rule.collection in {"", collection}
        and (not rule.folder or document.path.startswith(rule.folder + "/") or document.path == rule.folder)
    )
    pattern = document.permalink or next(applies, "")
    if collection == "pages" and _stem(document).lower() in _FOLDER_PAGES and not document.permalink:
        pattern = "/:path/"
    path = fill(pattern, _VALUES, document) if pattern else ""
    return (path,) if path in {"", page_address(path)} else (page_address(path), f"{path}.html")


def _collection_of(document: Document) -> str:
    """Return the collection of a document: "posts", "pages", or the folder `_name` without its underscore."""
    if document.collection in {"_posts", "_drafts"} or "/_posts/" in document.path:
        return "posts"
    top = document.path.partition("/")[0]
    return top[1:] if top.startswith("_") and top != "_pages" else "pages"


def pretty(text: str) -> str:
    """Return *text* as a segment, as `Utils.slugify` does in the mode "pretty".

    >>> pretty("Hello, World (2)!"), pretty("-C++ 비교")
    ('Hello,-World-(2)!', 'C++-비교')
    """
    return _DROPPED.sub("-", text).removeprefix("-").removesuffix("-")


def slugify(text: str) -> str:
    """Return *text* as a segment, as `Utils.slugify` does by default.

    >>> slugify("Hello, World_(2)!"), slugify("v1.2 비교")
    ('hello-world-2', 'v1-2-비교')
    """
    return _DROPPED_BY_DEFAULT.sub("-", text).strip("-").lower()


def _stem(document: Document) -> str:
    """Return the name of the file without its date and ending; `name` of a document lacks the language, too."""
    return _DATED.sub("", posixpath.basename(document.path).rpartition(".")[0])


def _categories(document: Document) -> str:
    """Return the categories in lower case, with the folders above `_posts` first."""
    above = document.path.partition("_posts/")[0].strip("/") if "_posts/" in document.path else ""
    names = [*above.split("/"), *(level for path in _written(document) for level in path.split("/"))]
    return "/".join(dict.fromkeys(name.lower() for name in names if name))


def _written(document: Document) -> tuple[str, ...]:
    """Return the categories in front matter; the name of a folder below `_posts` is none in Jekyll."""
    return () if document.has_folder_category else document.categories


def _folder_of(document: Document) -> str:
    """Return what `:path` is: the folder of a page, the whole path below its folder for a text of a collection."""
    folder, _, name = document.path.rpartition("/")
    if _collection_of(document) == "pages":
        return folder
    return f"{folder}/{name.rpartition('.')[0]}".partition("/")[2]


_VALUES: dict[str, Value] = {
    "title": lambda document: pretty(document.slug or _stem(document)),
    "slug": lambda document: slugify(document.slug or _stem(document)),
    "name": lambda document: slugify(_stem(document)),
    "basename": lambda document: posixpath.basename(document.path).rpartition(".")[0],
    "path": _folder_of,
    "collection": _collection_of,
    "categories": _categories,
    "slugified_categories": lambda document: "/".join(slugify(name) for name in _categories(document).split("/")),
    "output_ext": lambda _: ".html",
    "year": time_of("%Y"),
    "short_year": time_of("%y"),
    "month": time_of("%m"),
    "i_month": number("%m"),
    "short_month": time_of("%b"),
    "long_month": time_of("%B"),
    "day": time_of("%d"),
    "i_day": number("%d"),
    "y_day": time_of("%j"),
    "week": time_of("%V"),
    "w_year": time_of("%G"),
    "w_day": number("%u"),
    "short_day": time_of("%a"),
    "long_day": time_of("%A"),
    "hour": time_of("%H"),
    "minute": time_of("%M"),
    "second": time_of("%S"),
}

PROGRAM = Program("jekyll", "Jekyll", _recognizes, _read, _addresses)
