"""Which translation each tag of a program has.

In:  the tables of Jekyll, Hexo with its themes, and Hugo.
Out: ``TABLES`` and ``VERBATIM``.
Must not: translate anything.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from byeoru.parse.foreign import hexo, hexo_themes, hugo, jekyll
from byeoru.parse.foreign.arguments import Arguments
from byeoru.parse.foreign.blocks import Quote
from byeoru.parse.foreign.tag import Family, Spot

COMMENT = "comment"


class TagTables(NamedTuple):
    """The translations of the tags of one program."""

    inline: Mapping[str, Callable[[Arguments, Spot], str | None]]
    quotes: Mapping[str, Callable[[Arguments], Quote]]
    code: Mapping[str, Callable[[str], str]]  # the arguments as written: options have their own grammar
    wrappers: Mapping[str, Callable[[Arguments], str]]  # what is written in place of the opening tag


TABLES: Mapping[Family, TagTables] = {
    "liquid": TagTables(
        hexo_themes.INLINE | jekyll.INLINE | hexo.INLINE,
        hexo_themes.QUOTES | hexo.QUOTES,
        {"highlight": jekyll.highlight, **hexo.CODE, **hexo_themes.CODE},
        hexo_themes.WRAPPERS,
    ),
    "hugo": TagTables(hugo.INLINE, hugo.QUOTES, hugo.CODE, hugo.WRAPPERS),
}
VERBATIM: Mapping[Family, frozenset[str]] = {
    family: frozenset({*tables.code, COMMENT}) for family, tables in TABLES.items()
}
