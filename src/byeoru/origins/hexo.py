"""Hexo: `_config.yml` and the folder `source`.

Sources: hexo.io, «Permalinks», «Front-matter», «Asset Folders»; the filter ``post_permalink`` of Hexo 7, ``slugize`` of
hexo-util 3. Line breaks are breaks by default in hexo-renderer-marked and in hexo-renderer-markdown-it.
"""

import posixpath
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha1

from byeoru.base.diagnostic import Outcome
from byeoru.base.paths import page_address
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import AddressRule, Origin
from byeoru.origins.pattern import Value, fill, number, path_of_url, placeholders, stem, time_of
from byeoru.origins.program import Program, Tree
from byeoru.origins.values import Values, read_values

_CONFIGURATION = ("_config.yml", "_config.yaml")
_DEFAULT = ":year/:month/:day/:title/"
_NAMED = {"title", "name", "category", "hash", "lang"}  # placeholders whose values depend on the configuration
_SPECIAL = re.compile(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'<>,.?/]+")


def _recognizes(tree: Tree) -> bool:
    is_named = '"hexo' in tree.text("package.json")
    return tree.has_folder("source/_posts") or (is_named and any(map(tree.has_folder, ("source", tree.content))))


def _read(tree: Tree) -> Outcome[Origin]:
    path = tree.first(*_CONFIGURATION)
    values, problems = read_values(path, tree.text(path)) if path else Outcome(Values({}))
    pattern = values.text("permalink", _DEFAULT) or _DEFAULT
    origin = Origin(
        program="hexo",
        configuration=(path,) if path else (),
        title=values.text("title"),
        url=_host(values.text("url")) + path_of_url(values.text("root") or values.text("url")),
        author=values.text("author"),
        language=next(iter(values.texts("language")), ""),
        timezone=values.text("timezone"),
        rules=(AddressRule(pattern, "posts"),),
        values=tuple(_address_values(values)),
        breaks=_breaks(values),
        conventions=Conventions("hexo", "" if tree.content == "source" else tree.content, address_keys=_keys(pattern)),
    )
    return Outcome(origin, problems)


def _address_values(values: Values) -> Iterator[tuple[str, str]]:
    """Yield what the configuration says of parts of addresses."""
    yield "file names", values.text("new_post_name", ":title.md")
    yield "default category", values.text("default_category", "uncategorized")
    yield from (
        (f"category {name}", str(slug)) for name, slug in values.table("category_map").root.items() if slug is not None
    )
    for key, value in values.table("permalink_defaults").root.items():
        yield f"default {key}", str(value)


def _keys(pattern: str) -> tuple[str, ...]:
    """Return the placeholders that are keys of front matter."""
    return tuple(sorted(set(placeholders(pattern)) - _VALUES.keys() - (_NAMED - {"lang"})))


def _host(url: str) -> str:
    scheme, mark, rest = url.partition("://")
    return f"{scheme}{mark}{rest.partition('/')[0]}" if mark else ""


def _breaks(values: Values) -> bool:
    keys = ("marked.breaks", "markdown.render.breaks", "markdown_it.options.breaks", "kramed.breaks")
    return all(values.flag(key, default=True) for key in keys)


def _addresses(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return the address in Hexo: of a post by the pattern, of another page by its path."""
    written = document.permalink
    if "_posts/" not in document.path:
        return (page_address("/" + written.lstrip("/")),) if written else (_path_of_page(document, origin),)
    path = fill(written or origin.rules[0].pattern, {**_values(origin), **_own_values(document)}, document)
    return (path and page_address(path),)


def _path_of_page(document: Document, origin: Origin) -> str:
    path = document.path.removeprefix(f"{origin.conventions.root or 'source'}/").rpartition(".")[0]
    return f"/{path.removesuffix('index')}" if posixpath.basename(path) == "index" else f"/{path}.html"


def _own_values(document: Document) -> dict[str, Value]:
    """Return the values of the keys in front matter that the pattern names, such as `abbrlink`."""
    return {key: lambda _, text=text: text for key, text in document.address_values}  # type: ignore[misc]


def slugize(text: str) -> str:
    """Return *text* as hexo-util forms segments of addresses; Latin letters lose their accents.

    >>> slugize("Hello, World (2)!"), slugize("C++ 비교"), slugize("Café")
    ('Hello-World-2', 'C-비교', 'Cafe')
    """
    plain = "".join(_without_accent(part) for part in unicodedata.normalize("NFC", text) if part >= " ")
    return _SPECIAL.sub("-", plain).strip("-")


def _without_accent(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    return base if base.isascii() and base.isalpha() else character


def _below_posts(document: Document) -> str:
    """Return the path of a post below `_posts` without its ending, "" for one that lies elsewhere."""
    below = document.path.partition("_posts/")[2]
    folder = posixpath.dirname(posixpath.dirname(below) if document.is_bundle else below)
    return f"{folder}/" if folder else ""


def _slug(document: Document, names: str) -> str:
    """Return the path of a post below `_posts` without what the pattern of file *names* separates: dates, mostly.

    A path that does not match the pattern is one segment (``parseFilename`` of Hexo).
    """
    path = _below_posts(document) + stem(document)
    match = _file_name(names).fullmatch(path)
    return match["title"] if match else slugize(path)


@lru_cache(maxsize=8)
def _file_name(names: str) -> re.Pattern[str]:
    """Return the regular expression for `new_post_name`; at most one part besides the title is of any length."""
    parts = re.split(r":([a-z_]*[a-z])", names.rpartition(".")[0] or ":title")
    lengths = {"year": r"\d{4}", "month": r"\d{2}", "day": r"\d{2}", "i_month": r"\d{1,2}", "i_day": r"\d{1,2}"}
    known = [lengths.get(name, "(?P<title>.+?)" if name == "title" else ".+?") for name in parts[1::2]]
    if known.count("(?P<title>.+?)") != 1 or known.count(".+?") > 1:
        return re.compile("(?P<title>.+)")
    texts = [re.escape(text) for text in parts[::2]]
    return re.compile("".join(part for pair in zip(texts, [*known, ""], strict=True) for part in pair))


def _category(document: Document, origin: Origin) -> str:
    """Return the last path of categories, the default where the post names none."""
    if document.has_folder_category or not document.categories:
        return origin.value("default category")
    levels = document.categories[-1].split("/")
    return "/".join(slugize(origin.value(f"category {level}") or level) for level in levels)


def _hash(document: Document, slug: str) -> str:
    moment = document.meta.date
    digest = sha1(f"{slug}{int(moment.timestamp())}".encode(), usedforsecurity=False) if moment else None
    return digest.hexdigest()[:12] if digest else ""


@lru_cache(maxsize=2)
def _values(origin: Origin) -> dict[str, Value]:
    """Return the values of placeholders in the folder of *origin*; defaults of its configuration come last."""
    names = origin.value("file names")
    defaults = {key.removeprefix("default "): value for key, value in origin.values if key.startswith("default ")}
    return {
        **{key: lambda _, value=value: value for key, value in defaults.items()},  # type: ignore[misc]
        **_VALUES,
        "title": lambda document: _slug(document, names),
        "name": lambda document: posixpath.basename(_slug(document, names)),
        "category": lambda document: _category(document, origin),
        "lang": lambda document: defaults.get("lang") or document.meta.language,
        "hash": lambda document: _hash(document, _slug(document, names)),
    }


_VALUES: dict[str, Value] = {
    "post_title": lambda document: slugize(document.meta.title).lower(),
    "year": time_of("%Y"),
    "month": time_of("%m"),
    "i_month": number("%m"),
    "day": time_of("%d"),
    "i_day": number("%d"),
    "hour": time_of("%H"),
    "minute": time_of("%M"),
    "second": time_of("%S"),
    "timestamp": lambda document: str(int(document.meta.date.timestamp())) if document.meta.date else "",
}


PROGRAM = Program("hexo", "Hexo", _recognizes, _read, _addresses, rank=0)
