"""Read `blog.yml`.

In:  its text.
Out: ``Settings``, and problems. An ambiguous value is an error, so that the site is never built on a guess.
Must not: read files, or know how a setting is used.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from zoneinfo import available_timezones

from byeoru.base.dates import time_zone
from byeoru.base.diagnostic import Diagnostic, Location, Outcome, error, warning
from byeoru.base.fields import Reader, extra_of, flag_of, language_of
from byeoru.base.text import nearest
from byeoru.base.yaml_nodes import Node, Scalar, Sequence, YamlProblem, read_mapping
from byeoru.base.yaml_repair import disambiguated, syntax_errors
from byeoru.model.content import Dialect
from byeoru.model.origin import Origin
from byeoru.model.settings import Author, OptionValue, Settings, SiteLanguage
from byeoru.settings.base_url import read_base_url
from byeoru.settings.deploy import Targets, read_deploy
from byeoru.settings.editor import read_editor
from byeoru.settings.publish import read_private_links, read_publish
from byeoru.settings.sections import read_sections
from byeoru.settings.services import read_analytics, read_comments

PATH = "blog.yml"
NO_ORIGIN = Origin()

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_IGNORED = re.compile(r"[\x00-\x20\x7f]")  # characters that browsers ignore before and in a scheme

KNOWN_KEYS = [
    *("title", "description", "base_url", "language", "timezone", "author", "authors", "theme", "sections", "menu"),
    "languages",
    *("markdown", "page_size", "feed_size", "robots", "verification"),
    *("comments", "analytics"),
    "deploy",
    *("editor", "extra", "search"),
    *("publish", "private_links"),
    "cards",  # a planned feature
]


def read_settings(
    text: str, list_targets: Callable[[], Targets] = dict, origin: Origin = NO_ORIGIN
) -> Outcome[Settings]:
    """Read the text of `blog.yml`; problems of severity "error" mean that the settings must not be used.

    What it does not set is as the configuration of another program says (*origin*), then as by default.
    *list_targets* is called only if there is a key `deploy`, because few builds need the declarations of targets.
    """
    problems: list[Diagnostic] = []
    reader = Reader(PATH, 1, problems)
    try:
        root = read_mapping(text)
    except YamlProblem as problem:
        return Outcome(Settings(), syntax_errors(text, PATH, KNOWN_KEYS) or (_unreadable(problem),))
    problems += [
        warning(fault.code, fault.location(PATH), "write-better", **fault.arguments())
        for fault in disambiguated(text).faults
    ]
    pairs = reader.pairs(root, KNOWN_KEYS)
    values: dict[str, object] = {}
    for name, (_, node) in pairs.items():
        if name == "deploy":
            value: object = read_deploy(reader, name, node, list_targets)
        else:
            value = _READERS[name](reader, name, node)
        if value is not None:
            values |= value if isinstance(value, dict) else {name: value}
    defaults = _defaults(origin)
    if flags := values.pop("markdown", None):
        values["dialect"] = defaults.dialect._replace(**flags)  # type: ignore[arg-type]
    settings = replace(defaults, **values)  # type: ignore[arg-type]
    if not settings.title:
        problems.append(error("settings-no-title", Location(PATH, 1, 1), "write-title"))
    return Outcome(settings, tuple(problems))


def _defaults(origin: Origin) -> Settings:
    """Return the settings of a `blog.yml` without keys, in the folder of another program."""
    author, dialect = Author(origin.author), Dialect(breaks=origin.breaks, kramdown=origin.program == "jekyll")
    defaults = Settings(origin=origin, title=origin.title, author=author, dialect=dialect)
    if origin.is_explicit:
        defaults = replace(defaults, publish=())
    if origin.timezone and time_zone(origin.timezone) is not None:
        defaults = replace(defaults, timezone=origin.timezone)
    language = language_of(origin.language)
    return replace(defaults, language=language) if language else defaults


def _unreadable(problem: YamlProblem) -> Diagnostic:
    code = "settings-unreadable" if problem.code == "yaml-syntax" else problem.code
    hint = {"yaml-syntax": "quote-the-value", "yaml-not-mapping": "write-key-value"}.get(
        problem.code, "make-it-simpler"
    )
    return error(code, Location(PATH, problem.line, problem.column), hint, detail=problem.detail)


def _base_url(reader: Reader, name: str, node: Node) -> str | None:
    text = reader.text(name, node)
    if not text:
        return None
    location = reader.location(node)
    is_quoted = isinstance(node, Scalar) and not node.is_plain
    url, problems = read_base_url(text, location._replace(column=location.column + 1) if is_quoted else location)
    reader.problems.extend(problems)
    return url


def _timezone(reader: Reader, name: str, node: Node) -> str | None:
    text = reader.text(name, node)
    if text and time_zone(text) is None:
        near = nearest(text, {known.casefold() for known in available_timezones()})
        near = next((known for known in available_timezones() if known.casefold() == near), "Asia/Seoul")
        reader.problems.append(error("unknown-timezone", reader.location(node), "did-you-mean", name=text, near=near))
        return None
    return text or None


def _author(reader: Reader, name: str, node: Node) -> Author | None:
    if isinstance(node, Scalar):
        return Author(reader.text(name, node) or "")
    mapping = reader.mapping(name, node)
    if mapping is None:
        return None
    pairs = reader.pairs(mapping, ("name", "url", "bio"))
    texts = {key: reader.text(key, value) or "" for key, (_, value) in pairs.items()}
    if "url" in texts:
        texts["url"] = _link(reader, "url", pairs["url"][1])
    return Author(**texts)


def _authors(reader: Reader, name: str, node: Node) -> tuple[Author, ...] | None:
    """Read the authors of a site with several authors, by the ids that their posts use."""
    mapping = reader.mapping(name, node)
    if mapping is None:
        return None
    authors = [(key.text, _author(reader, key.text, value)) for key, value in mapping.pairs]
    return tuple(replace(author, id=key, name=author.name or key) for key, author in authors if author)


def _language(reader: Reader, name: str, node: Node) -> str | None:
    return reader.language(name, node) or None


def _languages(reader: Reader, name: str, node: Node) -> tuple[SiteLanguage, ...] | None:
    """Read the title, description and menu of the site in other languages, by language code."""
    mapping = reader.mapping(name, node)
    if mapping is None:
        return None
    languages = []
    for key, value in mapping.pairs:
        code = reader.language(name, key)
        fields = reader.mapping(key.text, value)
        pairs = reader.pairs(fields, ("title", "description", "menu")) if fields else {}
        texts = {field: reader.text(field, text) or "" for field, (_, text) in pairs.items() if field != "menu"}
        menu = _menu(reader, "menu", pairs["menu"][1]) or () if "menu" in pairs else ()
        if code:
            languages.append(SiteLanguage(code.lower(), menu=menu, **texts))
    return tuple(languages)


def _link(reader: Reader, name: str, node: Node) -> str:
    """Read an address that pages link to: of this site or of another; no scheme that executes code."""
    text = (reader.text(name, node) or "").strip()
    scheme = _SCHEME.match(_IGNORED.sub("", text))
    if scheme and scheme[1].lower() not in {"http", "https", "mailto", "tel"}:
        reader.problems.append(error("bad-link", reader.location(node), "base-url-form", url=text))
        return ""
    return text


def _theme(reader: Reader, name: str, node: Node) -> dict[str, object] | None:
    if isinstance(node, Scalar):
        return {"theme": node.text, "theme_location": reader.location(node)} if node.text else None
    mapping = reader.mapping(name, node)
    if mapping is None:
        return None
    chosen: dict[str, object] = {}
    options: dict[str, OptionValue] = {}
    for key, value in mapping.pairs:
        text = reader.text(key.text, value)
        if key.text == "name" and text:
            chosen = {"theme": text, "theme_location": reader.location(value)}
        elif key.text != "name" and text is not None:
            options[key.text] = OptionValue(key.text, text, reader.location(key), reader.location(value))
    return chosen | {"theme_options": tuple(options.values())}


def _menu(reader: Reader, name: str, node: Node) -> tuple[tuple[str, str], ...] | None:
    """Read the menu: a mapping of titles to addresses, or a list of such mappings."""
    if isinstance(node, Sequence):
        menus = [_menu(reader, name, item) or () for item in node.items]
        return tuple(entry for menu in menus for entry in menu)
    mapping = reader.mapping(name, node)
    if mapping is None:
        return None
    return tuple((key.text, _link(reader, key.text, value)) for key, value in mapping.pairs)


def _markdown(reader: Reader, name: str, node: Node) -> dict[str, object] | None:
    mapping = reader.mapping(name, node)
    if mapping is None:
        return None
    flags = {key: reader.flag(key, value) for key, (_, value) in reader.pairs(mapping, Dialect._fields).items()}
    return {"markdown": {key: flag for key, flag in flags.items() if flag is not None}}


def _size(reader: Reader, name: str, node: Node) -> int | None:
    number = reader.number(name, node)
    if number is not None and not 1 <= number <= 1000:
        reader.problems.append(error("bad-size", reader.location(node), name=name, value=number))
        return None
    return number


def _verification(reader: Reader, name: str, node: Node) -> tuple[tuple[str, str], ...] | None:
    """Read the verification codes that search engines give to the owner of a site."""
    mapping = reader.mapping(name, node)
    if mapping is None:
        return None
    pairs = reader.pairs(mapping, ("naver", "google", "bing"))
    return tuple((engine, reader.text(engine, value) or "") for engine, (_, value) in pairs.items())


def _lines(reader: Reader, name: str, node: Node) -> tuple[str, ...] | None:
    """Read a text of several lines, or a list of lines."""
    if isinstance(node, Sequence):
        return tuple(reader.texts(name, node) or ())
    return tuple((reader.text(name, node) or "").splitlines())


def _text(reader: Reader, name: str, node: Node) -> str | None:
    return reader.text(name, node)


def _flag(reader: Reader, name: str, node: Node) -> bool | None:
    return reader.flag(name, node)


def _planned(reader: Reader, name: str, node: Node) -> None:
    """Report a planned feature that is switched on; one that is switched off is not reported."""
    if not isinstance(node, Scalar) or not (node.is_null or flag_of(node.text) is False):
        reader.problems.append(warning("not-yet", reader.location(node), "remove-for-now", name=name))


_READERS: dict[str, Callable[[Reader, str, Node], object]] = {
    "title": _text,
    "description": _text,
    "language": _language,
    "base_url": _base_url,
    "timezone": _timezone,
    "author": _author,
    "authors": _authors,
    "languages": _languages,
    "theme": _theme,
    "sections": read_sections,
    "menu": _menu,
    "markdown": _markdown,
    "page_size": _size,
    "feed_size": _size,
    "robots": _lines,
    "verification": _verification,
    "comments": read_comments,
    "analytics": read_analytics,
    "editor": read_editor,
    "extra": extra_of,
    "search": _flag,
    "publish": read_publish,
    "private_links": read_private_links,
    "cards": _planned,
}
