"""What a rule of Markdown is.

In:  nothing; this is a value that each module of `parse/rules` has as ``RULE``.
Out: ``Rule``.
Must not: know any rule.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from byeoru.model.content import Dialect
from byeoru.parse.markup.environment import MarkdownEnv

# Writes the token at a place among others.
Write = Callable[[Sequence[Token], int, MarkdownEnv], str]

_NOTHING: Mapping[str, str] = MappingProxyType({})


def _change_nothing(_: MarkdownIt) -> None:
    pass


def _content(token: Token) -> str:
    return token.content


class Words(NamedTuple):
    """What a token of inline text says in plain words: to a summary, a heading's id, a search."""

    of: Callable[[Token], str] = _content
    are_all: bool = True  # nothing that it shows is lost where the words stand alone, as in a title


NO_WORDS = Words(lambda _: "")  # of what only marks others


class Rule(NamedTuple):
    """Something that authors can write, from its characters to its HTML.

    Text in which none of *starts* stands is written at once by `plain_inline`, without a token; lines are read by the
    rules whose *blocks* begin with their first character. Both tables are the union of all rules.
    """

    name: str
    install: Callable[[MarkdownIt], None] = _change_nothing  # teaches a parser of the library to read it
    starts: tuple[str, ...] = ()  # what it begins with in inline text
    stops: str = ""  # other characters that the parser must see, such as one that ends it
    needs_tokens: tuple[str, ...] = ()  # what else in a text makes the rule look at its tokens
    blocks: Mapping[str, str] = _NOTHING  # what the first line of each of its blocks begins with, by the library's name
    html: Mapping[str, str | Write] = MappingProxyType({})  # by the type of token; a text where it has no attributes
    words: Mapping[str, Words] = MappingProxyType({})  # by the type of token of inline text
    after: tuple[str, ...] = ()  # rules that are installed before it
    is_enabled: Callable[[Dialect], bool] = lambda _: True
