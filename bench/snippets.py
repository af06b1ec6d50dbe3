"""Generate code blocks for a corpus.

In:  a random generator, and a Korean noun for the comments.
Out: a fenced code block in one of twelve languages, composed of one to three snippets from `pieces.md`.
Must not: repeat itself. Names and numbers differ, so that a cache of highlighted blocks rarely hits.

In a piece `§a`, `§b` and `§c` are names, `§A` is `§a` as a type, `§v` a verb, `§n` and `§m` are numbers
and `§k` is the noun.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from dice import Dice, summed

NAMES = str.split("""
    account alarm archive batch bucket budget cache channel chart chunk client cluster column commit cursor
    digest draft edge entry event feed field filter frame graph group header index item job key label layer
    lease ledger limit link list lock matrix member message metric model node note offset order owner packet
    page parcel patch peer point pool post probe quota range record region report result route row rule
    sample schema score segment session shard signal slot snapshot source span stage stream string table tag
    task tenant term token topic track tree unit user value vector version view volume weight window worker
    zone
""")
VERBS = str.split("""
    append apply build check close collect count decode drain drop encode fetch filter flush load mark match
    merge open parse patch poll prune pull push queue read reduce render replay rotate save scan seal send
    sort split store sync trim update verify walk write
""")


_USED = {"python": 22, "bash": 14, "yaml": 11, "javascript": 10, "sql": 8, "typescript": 7, "go": 6, "cpp": 5}
_SELDOM = 4  # the weight of every other language
_WHOLE_FILES = {"json", "dockerfile"}  # a second piece would not be valid
_BLOCK = re.compile(r"^```(\w+)\n(.*?)\n```$", re.DOTALL | re.MULTILINE)
_MARK = re.compile("§([abcAvnmk])")


@lru_cache(maxsize=1)
def _pieces() -> dict[str, tuple[str, ...]]:
    return pieces_of("pieces.md")


def pieces_of(name: str) -> dict[str, tuple[str, ...]]:
    """Read the snippets of each language from a file of this folder."""
    pieces: dict[str, tuple[str, ...]] = {}
    for language, piece in _BLOCK.findall(Path(__file__).with_name(name).read_text("utf-8")):
        pieces[language] = (*pieces.get(language, ()), piece)
    return pieces


@lru_cache(maxsize=1)
def _ladder() -> tuple[int, ...]:
    return summed(_USED.get(language, _SELDOM) for language in _pieces())


def code_block(dice: Dice, noun: str) -> str:
    """Generate a fenced code block."""
    language = tuple(_pieces())[dice.rank(_ladder())]
    return f"```{language}\n{code(dice, noun, _pieces()[language], language)}\n```"


def code(dice: Dice, noun: str, pieces: Sequence[str], language: str) -> str:
    """Generate code of one to three of the *pieces* of a language."""
    count = 1 if language in _WHOLE_FILES else dice.between(1, 3)
    return "\n\n".join([_filled(dice, dice.pick(pieces), noun) for _ in range(count)])


def identifier(dice: Dice) -> str:
    """Generate the name of a function, for inline code."""
    return f"{dice.pick(VERBS)}_{dice.pick(NAMES)}"


def _filled(dice: Dice, piece: str, noun: str) -> str:
    """Fill names and numbers into a snippet."""
    values = {mark: dice.pick(NAMES) for mark in "abc"}
    values |= {"A": values["a"].capitalize(), "v": dice.pick(VERBS), "k": noun}
    values |= {"n": str(dice.between(2, 64)), "m": str(dice.between(100, 999))}
    return _MARK.sub(lambda found: values[found[1]], piece)
