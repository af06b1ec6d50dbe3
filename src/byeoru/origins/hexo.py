"""Hexo: `_config.yml` and the folder `source`.

Sources: hexo.io, «Permalinks», «Front-matter», «Asset Folders»; the filter ``post_permalink`` of Hexo 7, ``slugize`` of
hexo-util 3. Line breaks are breaks by default in hexo-renderer-marked and in hexo-renderer-markdown-it.
"""

import posixpath
import re
import unicodedata
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
_SPECIAL = re.compile(r"[\s~`!@#$%^&*()\-_+=\[\]{}|\\;:\"'<>,.?/]+")


def _recognizes(tree: Tree) -> bool:
    return tree.has_folder("source/_posts") or ('"hexo' in tree.text("package.json") and tree.has_folder("source"))


def _read(tree: Tree) -> Outcome[Origin]:
    path = tree.first(*_CONFIGURATION)
    values, problems = read_values(path, tree.text(path)) if path else Outcome(Values({}))
    pattern = values.text("permalink", _DEFAULT) or _DEFAULT
    if ":year" in values.text("new_post_name"):  # the dates in the names of files are no part of `:title`
        pattern = pattern.replace(":title", ":undated_title")
    origin = Origin(
        program="hexo",
        configuration=(path,) if path else (),
        title=values.text("title"),
        url=_host(values.text("url")) + path_of_url(values.text("root") or values.text("url")),
        author=values.text("author"),
        language=next(iter(values.texts("language")), ""),
        timezone=values.text("timezone"),
        rules=(AddressRule(pattern, "posts"),),
        breaks=_breaks(values),
        conventions=Conventions("hexo", address_keys=tuple(set(placeholders(pattern)) - _VALUES.keys())),
    )
    return Outcome(origin, problems)


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
        return (page_address("/" + written.lstrip("/")),) if written else (_path_of_page(document),)
    path = fill(written or origin.rules[0].pattern, _VALUES | _own_values(document), document)
    return (path and page_address(path),)


def _path_of_page(document: Document) -> str:
    path = document.path.removeprefix("source/").rpartition(".")[0]
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


def _file_path(document: Document) -> str:
    return _below_posts(document) + stem(document)


def _undated_path(document: Document) -> str:
    return _below_posts(document) + document.name


def _category(document: Document) -> str:
    """Return the last path of categories, "uncategorized" where the post names none."""
    named = document.categories != (document.folder,) and document.categories
    return "/".join(slugize(level) for level in named[-1].split("/")) if named else "uncategorized"


def _hash(document: Document) -> str:
    moment = document.meta.date
    seconds = int(moment.timestamp()) if moment else 0
    return sha1(f"{_file_path(document)}{seconds}".encode(), usedforsecurity=False).hexdigest()[:12] if moment else ""


_VALUES: dict[str, Value] = {
    "title": _file_path,
    "undated_title": _undated_path,
    "name": stem,
    "post_title": lambda document: slugize(document.meta.title).lower(),
    "category": _category,
    "hash": _hash,
    "lang": lambda document: document.meta.language,
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
