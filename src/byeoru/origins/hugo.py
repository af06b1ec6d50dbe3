"""Hugo: `hugo.toml` (or `config.…`) and the folder `content`.

Sources: gohugo.io, «Configure permalinks», «URL management», «Front matter», and ``paths.Sanitize`` of Hugo 0.140.
"""

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from byeoru.base.diagnostic import Outcome
from byeoru.base.paths import page_address
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import AddressRule, Origin
from byeoru.origins.pattern import Value, fill, number, stem, time_of
from byeoru.origins.program import Program, Tree
from byeoru.origins.tags import shortcodes, variables
from byeoru.origins.values import Values, read_values

_ENDINGS = ("toml", "yaml", "yml", "json")
_NAMES = (
    *(f"hugo.{ending}" for ending in _ENDINGS),
    *(f"config.{ending}" for ending in _ENDINGS),
    *(f"config/_default/{name}.{ending}" for name in ("hugo", "config") for ending in _ENDINGS),
)
_PERMALINKS = tuple(f"config/_default/permalinks.{ending}" for ending in _ENDINGS)
_LANGUAGES = tuple(f"config/_default/languages.{ending}" for ending in _ENDINGS)
_KEPT = set("./\\_#+~-@")  # besides letters, digits and marks
_SLUG = re.compile(r":slug\b")
_SLICE = re.compile(r":sections\[([^\]]{0,20})\]")


def _recognizes(tree: Tree) -> bool:
    is_configured = tree.first(*_NAMES) != "" or tree.has_folder("layouts/shortcodes")
    return is_configured and (tree.has_folder("content") or tree.content != "")


def _read(tree: Tree) -> Outcome[Origin]:
    path = tree.first(*_NAMES)
    values, problems = read_values(path, tree.text(path)) if path else Outcome(Values({}))
    permalinks, more = _permalinks(tree, values)
    languages = _languages(tree, values)
    language = values.text("defaultContentLanguage") or values.text("languageCode") or values.text("locale")
    origin = Origin(
        program="hugo",
        configuration=tuple(name for name in (path, tree.first(*_PERMALINKS)) if name),
        title=values.text("title") or values.text(f"languages.{language}.title"),
        url=values.text("baseURL").rstrip("/"),
        author=values.text("params.author.name") or values.text("params.author") or values.text("author.name"),
        language=language,
        timezone=values.text("timeZone"),
        rules=(*_rules_by_language(languages), *_rules(permalinks)),
        values=tuple(_address_values(values, language)),
        conventions=Conventions(
            "hugo",
            "" if tree.content == "content" else tree.content,
            _editions(languages),
            categories="list",
            variables=variables("site", values),
            templates=shortcodes(tree),
            languages=tuple(code.lower() for code in languages),
        ),
    )
    return Outcome(origin, (*problems, *more))


def _languages(tree: Tree, values: Values) -> Mapping[str, Values]:
    """Return the settings of each language by its code."""
    path = tree.first(*_LANGUAGES)
    table = read_values(path, tree.text(path)).value if path else values.table("languages")
    return {code: table.table(code) for code in table.root}


def _editions(languages: Mapping[str, Values]) -> tuple[tuple[str, str, str], ...]:
    """Return the folders of texts in one language, the deepest first, and that language."""
    folders = ((fields.text("contentDir").strip("/"), code.lower(), "") for code, fields in languages.items())
    return tuple(sorted((item for item in folders if item[0]), key=lambda item: -item[0].count("/")))


def _rules_by_language(languages: Mapping[str, Values]) -> Iterator[AddressRule]:
    """Yield the patterns of one language; its code is the folder of the rule."""
    for code, fields in languages.items():
        yield from (rule._replace(folder=code.lower()) for rule in _rules(fields.table("permalinks")))


def _address_values(values: Values, language: str) -> Iterator[tuple[str, str]]:
    """Yield what the configuration says of all addresses."""
    if values.flag("uglyURLs", default=False):
        yield "ugly", "yes"
    if values.flag("disablePathToLower", default=False):
        yield "cased", "yes"
    if values.flag("defaultContentLanguageInSubdir", default=False) and language:
        yield "below", language.lower()


def _permalinks(tree: Tree, values: Values) -> Outcome[Values]:
    path = tree.first(*_PERMALINKS)
    own, problems = read_values(path, tree.text(path)) if path else Outcome(Values({}))
    listed = values.value("permalinks")
    table = Values({"list": listed}) if isinstance(listed, list) else values.table("permalinks")
    return Outcome(own if own.root else table, problems)


def _rules(permalinks: Values) -> Iterator[AddressRule]:
    """Yield the patterns with the paths that they apply to, which are globs; those of pages may be in a table."""
    for rule in permalinks.tables("list"):
        if rule.text("target.kind", "page") == "page":
            yield AddressRule(rule.text("pattern"), rule.text("target.path", "/**").lower())
    sections = {**permalinks.root, **permalinks.table("page").root}
    for section, pattern in sorted(sections.items(), key=lambda item: -item[0].count("/")):
        if isinstance(pattern, str):
            name = section.strip(" /").lower()
            yield AddressRule(pattern, f"/{name}/**" if name else "/*")


def _addresses(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return the addresses in Hugo, below the language if that is a folder for the main one, too."""
    below = origin.value("below")
    prefix = f"/{below}" if below and not document.edition else ""
    return tuple(path and page_address(f"{prefix}{path}") for path in _paths(document, origin))


def _paths(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return `url` as written, else the paths by the pattern of the section, else the path of the file."""
    if document.permalink:
        return (_filled(document.permalink, document, origin),)
    cased = _case(origin)
    sections = cased(_path(*_sections(document)))
    if _is_list(document):
        return (f"/{sections}/".replace("//", "/"),)
    pattern = _pattern(document, origin)
    ending = ".html" if origin.value("ugly") else "/"
    if not pattern:
        path = f"{sections}/{cased(sanitize(document.slug or stem(document)))}".lstrip("/")
        return (f"/{path}{ending}" if path else "/",)
    # `:slug` is the title where a post has no slug; a page at its name stays when its title changes.
    patterns = (_SLUG.sub(":slugorcontentbasename", pattern), pattern)
    filled = (_filled(text, document, origin) for text in patterns)
    return tuple(path and (path.rstrip("/") + ending if ending == ".html" else path) for path in filled)


def _pattern(document: Document, origin: Origin) -> str:
    """Return the first pattern that applies to a document, by its language and its path without ending."""
    logical = "/" + "/".join((*_sections(document), stem(document))).lower().replace(" ", "-")
    language = document.meta.language.lower()
    rules = (rule for rule in origin.rules if rule.folder in {"", language})
    return next((rule.pattern for rule in rules if _glob(rule.collection).fullmatch(logical)), "")


@lru_cache(maxsize=64)
def _glob(text: str) -> re.Pattern[str]:
    """Return the regular expression of a glob: `*` within a folder, `**` across folders, `{a,b}` for one of several."""
    parts = re.split(r"(\*\*|\*|[{},])", text)
    special = {"**": ".*", "*": "[^/]*", "{": "(?:", "}": ")", ",": "|"}
    try:
        return re.compile("".join(special.get(part, re.escape(part)) for part in parts))
    except re.error:
        return re.compile(re.escape(text))


def _filled(pattern: str, document: Document, origin: Origin) -> str:
    """Return *pattern* filled in; `:sections[1:]` is a part of the folders."""
    cased = _case(origin)
    folders = _SLICE.sub(lambda match: cased(_path(*_slice(_sections(document), match[1]))), pattern)
    return fill(folders, _VALUES if cased is str else _SMALL, document)


def _case(origin: Origin) -> Callable[[str], str]:
    """Return what is done with the letters of names: they are small unless the configuration keeps them."""
    return str if origin.value("cased") else str.lower


def _slice(folders: tuple[str, ...], cut: str) -> tuple[str, ...]:
    """Return the folders that a cut such as `1`, `1:`, `:last` or `last` names.

    >>> _slice(("a", "b", "c"), "1:"), _slice(("a", "b"), "last"), _slice(("a", "b", "c"), ":last"), _slice(("a",), "1")
    (('b', 'c'), ('b',), ('a', 'b'), ())
    """
    low, is_range, high = (part.strip() for part in cut.lower().replace("last", str(len(folders) - 1)).partition(":"))
    if not all(part.isdecimal() or not part for part in (low, high)):
        return ()
    start = int(low or 0)
    return folders[start : int(high) if high else None] if is_range else folders[start : start + 1]


def _is_list(document: Document) -> bool:
    return posixpath.basename(document.path).startswith("_index.")


def _sections(document: Document) -> tuple[str, ...]:
    """Return the folders of a document below `content`, without its language and its bundle."""
    folders = tuple(part for part in f"{document.collection}/{document.folder}".split("/") if part)
    is_named = _is_list(document) and document.name not in {"index", *folders[-1:]}
    return (*folders, document.name) if is_named else folders


def _path(*parts: str) -> str:
    return "/".join(sanitize(part) for part in parts if part)


def sanitize(text: str) -> str:
    """Return *text* as a part of an address; spaces become a hyphen where there is none.

    >>> sanitize("Hello, World (2)!"), sanitize("C++ - 비교"), sanitize("v1.2 -- ①")
    ('Hello-World-2', 'C++-비교', 'v1.2--')
    """
    kept = (c if c in _KEPT or c.isdecimal() or unicodedata.category(c)[0] in "LM" else " " * c.isspace() for c in text)
    return re.sub("[ -]+", lambda run: "-" * max(1, run[0].count("-")), "".join(kept).strip())


def _title(document: Document) -> str:
    return sanitize(document.meta.title)


def _name(document: Document) -> str:
    return sanitize(stem(document))


_VALUES: dict[str, Value] = {
    "year": time_of("%Y"),
    "month": time_of("%m"),
    "monthname": time_of("%B"),
    "day": time_of("%d"),
    "weekday": time_of("%w"),
    "weekdayname": time_of("%A"),
    "yearday": number("%j"),
    "section": lambda document: _path(*_sections(document)[:1]),
    "sections": lambda document: _path(*_sections(document)),
    "title": _title,
    "slug": lambda document: sanitize(document.slug) or _title(document),
    "slugorfilename": lambda document: sanitize(document.slug) or _name(document),
    "slugorcontentbasename": lambda document: sanitize(document.slug) or _name(document),
    "filename": _name,
    "contentbasename": _name,
}


def _small(value: Value) -> Value:
    return lambda document: None if (text := value(document)) is None else text.lower()


_SMALL = _VALUES | {
    name: _small(value) for name, value in _VALUES.items() if not name.endswith("dayname") and name != "monthname"
}


PROGRAM = Program("hugo", "Hugo", _recognizes, _read, _addresses)
