"""The type of a Markdown rule.

In:  nothing; each module of `parse/rules` has such a value as ``RULE``.
Out: ``Rule``.
Must not: import any rule.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from byeoru.model.content import Dialect
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.finished import Finisher
from byeoru.parse.markup.text_reader import TextForm

# Returns the HTML of the token at an index.
Write = Callable[[Sequence[Token], int, MarkdownEnv], str]
# Returns the tokens of the block of its kind that begins at a line, None if there is none; raises ``NotPlain`` if the
# block needs the slow form. Takes the line after the last one of the document.
QuickForm = Callable[[StateBlock, int, int, Finisher], Sequence[Token] | None]
TextAttributes = Callable[[str], Mapping[str, str]]

_NOTHING: Mapping[str, str] = MappingProxyType({})


def _change_nothing(_: MarkdownIt) -> None:
    pass


def _content(token: Token) -> str:
    return token.content


class Words(NamedTuple):
    """The plain text of an inline token, for summaries, ids of headings and search."""

    of: Callable[[Token], str] = _content
    are_all: bool = True  # the words are all that it shows, so it can become part of a title


NO_WORDS = Words(lambda _: "")  # of tokens that only format others


class Rule(NamedTuple):
    """A Markdown construct, from its trigger characters to its HTML.

    `plain_inline` renders text without any of *starts* directly, without tokens; the block parser tries a rule on lines
    that begin with its *blocks*, or stand above one that begins with its *below*. Both use the union over all rules.

    *quick* reads plain blocks as a whole (`markup.finished`), *quick_texts* what is plain in a text
    (`markup.text_reader`). A rule that changes blocks or texts after they are read
    says by *block_triggers*, *claims* and *beside* which need tokens for that.
    """

    name: str
    install: Callable[[MarkdownIt], None] = _change_nothing  # adds it to a parser of the library
    starts: tuple[str, ...] = ()  # triggers in inline text
    stops: str = ""  # further characters at which the parser must stop, such as a closing one
    quick_texts: Mapping[str, TextForm] = MappingProxyType({})  # by those of *starts* that it reads without tokens
    needs_tokens: tuple[str, ...] = ()  # further triggers: text with one of these needs tokens
    blocks: Mapping[str, str] = _NOTHING  # first characters of its blocks, by the library's name of the rule
    # First characters of what stands below the first line of its blocks; one empty line may be between them.
    below: Mapping[str, str] = _NOTHING
    quick: Mapping[str, QuickForm] = MappingProxyType({})  # of its blocks, by the library's name of the rule
    block_triggers: tuple[str, ...] = ()  # texts: the rule changes a block with one of these
    claims: str = ""  # a regular expression: the rule changes a block whose text begins so, and has a trigger
    beside: str = ""  # a regular expression: a line with it changes the block above or below
    # Those that it gives to the block around a text, on a page in a language.
    attributes: Callable[[str], TextAttributes] | None = None
    html: Mapping[str, str | Write] = MappingProxyType(
        {}
    )  # by token type; a string is used if the token has no attributes
    words: Mapping[str, Words] = MappingProxyType({})  # by type of inline token
    after: tuple[str, ...] = ()  # rules that must be installed before it
    is_enabled: Callable[[Dialect], bool] = lambda _: True
