"""Titles of tabs and of dates on time lines in themes of Hexo, which are written as comments."""

import re

from byeoru.parse.foreign.writing import plain

_MARK = re.compile(r"<!--[ \t]*+(?P<end>end)?(?:tab|timeline)\b(?P<title>(?>(?:[^\n>-]|-(?!->))*))-->", re.IGNORECASE)


def titled_parts(text: str) -> str:
    """Return *text* with the titles as strong text; an icon after `@` belongs to the theme.

    >>> titled_parts("<!-- tab 첫째@icon -->"), titled_parts("<!-- endtab -->")
    ('**첫째**', '')
    """
    return _MARK.sub(_title, text) if "<!--" in text else text


def _title(mark: re.Match[str]) -> str:
    title = plain(mark["title"].partition("@")[0])
    return f"**{title}**" if title and not mark["end"] else ""
