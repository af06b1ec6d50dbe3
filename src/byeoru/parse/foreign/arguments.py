"""The arguments of a tag: words, quoted or not, and pairs of a name and a value.

In:  the text of a tag after its name.
Out: ``Arguments``.
Must not: know any tag, or raise; an unclosed quote is a character of its word.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

_ARGUMENT = re.compile(
    r"""
    (?:(?P<name>[A-Za-z_][\w-]*)=)?
    (?: "(?P<double>(?>(?:[^"\\]|\\.)*))" | '(?P<single>(?>(?:[^'\\]|\\.)*))' | `(?P<raw>[^`]*+)` | (?P<word>\S++) )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPED = re.compile(r"""\\(["'\\])""")


class Word(NamedTuple):
    """One argument without a name."""

    text: str
    is_quoted: bool = False


class Arguments(NamedTuple):
    """All arguments of a tag, in their order."""

    words: tuple[Word, ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    everything: tuple[Word, ...] = ()  # words and pairs, for programs without named arguments

    def get(self, *names: str) -> str:
        """Return the first value that is not empty under one of *names*, "" if there is none."""
        values = dict(self.named)
        return next((values[name] for name in names if values.get(name)), "")

    def word(self, index: int) -> str:
        """Return the word at *index*, "" if there are fewer."""
        return self.words[index].text if index < len(self.words) else ""


def read_arguments(text: str) -> Arguments:
    """Split the text of a tag after its name.

    >>> read_arguments('go "a b" hl=3')[:2]
    ((Word(text='go', is_quoted=False), Word(text='a b', is_quoted=True)), (('hl', '3'),))
    """
    words, named, everything = [], [], []
    for match in _ARGUMENT.finditer(text):
        plain = match["word"] if match["word"] is not None else match["raw"]
        quoted = _ESCAPED.sub(r"\1", match["double"] or match["single"] or "")
        value = plain if plain is not None else quoted
        if match["name"]:
            named.append((match["name"], value))
            everything.append(Word(f"{match['name']}={value}"))
        else:
            words.append(Word(value, is_quoted=match["word"] is None))
            everything.append(words[-1])
    return Arguments(tuple(words), tuple(named), tuple(everything))


def joined(words: Iterable[Word]) -> str:
    """Return *words* as one text.

    >>> joined([Word("첫"), Word("글", is_quoted=True)])
    '첫 글'
    """
    return " ".join(word.text for word in words)
