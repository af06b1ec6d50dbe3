"""Fill the address patterns of other programs.

In:  a pattern with placeholders such as `:title`, and the values of each placeholder.
Out: a site path; empty segments are dropped, and it begins with a slash.
Must not: let a value lead out of the site.
"""

import re
from collections.abc import Callable, Mapping

from byeoru.base.paths import decode, leaves_folder, nfc
from byeoru.model.content import Document

Value = Callable[[Document], str | None]  # None: the document has no such value, so the pattern cannot be used
_PLACEHOLDER = re.compile(r":([A-Za-z][A-Za-z_]*)")


def fill(pattern: str, values: Mapping[str, Value], document: Document) -> str:
    """Return *pattern* with its placeholders replaced for *document*; "" if one is unknown or has no value.

    The longest known name counts, as in `:year_` or `:titles`; names are those of *values*, without the colon.

    >>> fill("/:year/x.html", {"year": lambda document: "2024"}, None)
    '/2024/x.html'
    """
    is_complete = True

    def value_of(match: re.Match[str]) -> str:
        nonlocal is_complete
        name = match[1]
        known = next((name[:end] for end in range(len(name), 0, -1) if name[:end] in values), "")
        value = values[known](document) if known else None
        if value is None:
            is_complete = False
        return (value or "") + name[len(known) :]

    path = re.sub("/{2,}", "/", "/" + _PLACEHOLDER.sub(value_of, pattern))
    path = nfc(path)
    return path if is_complete and not leaves_folder(path) else ""


def front_matter(document: Document, key: str) -> str:
    """Return what front matter has at *key*, one of the `address_keys` of the program; "" if it has none."""
    return dict(document.address_values).get(key, "")


def placeholders(pattern: str) -> tuple[str, ...]:
    """Return the names of the placeholders in *pattern*."""
    return tuple(_PLACEHOLDER.findall(pattern))


def stem(document: Document) -> str:
    """Return the name of a document's file or bundle with its date, without its language and ending."""
    *folders, name = document.path.split("/")
    whole = folders[-1] if document.is_bundle and folders else name.rpartition(".")[0]
    at = whole.rfind(document.name)
    return whole[: at + len(document.name)] if at >= 0 else whole


def time_of(form: str) -> Value:
    """Return the value of a placeholder for a part of the date, in the form of `strftime`."""
    return lambda document: format(document.meta.date, form) if document.meta.date else None


def number(form: str) -> Value:
    """Return the same without leading zeros."""
    return lambda document: str(int(format(document.meta.date, form))) if document.meta.date else None


def path_of_url(url: str) -> str:
    """Return the path of a URL, "" for the root of a host.

    >>> path_of_url("https://a.kr/blog/"), path_of_url("/blog"), path_of_url("https://a.kr")
    ('/blog', '/blog', '')
    """
    _, mark, rest = url.partition("://")
    path = "/" + rest.partition("/")[2] if mark else "/" + url.strip("/")
    return decode(path.rstrip("/"))
