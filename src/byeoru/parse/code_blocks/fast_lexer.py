"""Pygments by first character: the same tokens, with only those rules tried that can match.

A ``RegexLexer`` tries the rules of a state in turn, most of them in vain. Here each state keeps a table *character ->
rules that can begin with it*, filled in as characters are met, because computing whole tables costs 10 to 70 ms a
lexer. What cannot be analysed is tried everywhere; a lexer with a loop of its own keeps that loop.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from pygments.lexer import Lexer, RegexLexer
from pygments.token import Error, Whitespace, _TokenType

from byeoru.parse.code_blocks.first_character import TOLD, first_characters

Rule = tuple[Callable[[str, int], Any], Any, Any]  # as Pygments keeps it: match, action, transition
Token = tuple[int, _TokenType, str]


def quicken(lexer: Lexer) -> Lexer:
    """Let *lexer* dispatch on the first character if it is driven by the common loop."""
    if isinstance(lexer, RegexLexer) and type(lexer).get_tokens_unprocessed is RegexLexer.get_tokens_unprocessed:
        compiled = lexer._tokens  # type: ignore[attr-defined]  # noqa: SLF001  (there is no public way to them)
        states = {name: _State(rules) for name, rules in compiled.items()}
        lexer.get_tokens_unprocessed = partial(_tokens, lexer, states)  # type: ignore[method-assign]
    return lexer


class _State(dict[str, tuple[Rule, ...]]):
    """The rules of one state by the character that they are to begin with; "" is the end of the text."""

    def __init__(self, rules: list[Rule]) -> None:
        super().__init__()
        self._rules = rules
        self._firsts: list[frozenset[str] | None] | None = None

    def __missing__(self, character: str) -> tuple[Rule, ...]:
        if self._firsts is None:
            self._firsts = [_first(rule) for rule in self._rules]
        found = tuple(
            rule
            for rule, first in zip(self._rules, self._firsts, strict=True)
            if first is None or character in first or (character and character not in TOLD)
        )
        self[character] = found
        return found


def _first(rule: Rule) -> frozenset[str] | None:
    pattern = getattr(rule[0], "__self__", None)
    return first_characters(pattern) if isinstance(pattern, re.Pattern) else None


def _tokens(
    lexer: RegexLexer, states: dict[str, _State], text: str, stack: tuple[str, ...] = ("root",)
) -> Iterator[Token]:
    """Yield position, type and text of each token, as the lexer's own loop would."""
    position, end = 0, len(text)
    names = list(stack)
    state = states[names[-1]]
    while True:
        character = text[position] if position < end else ""
        for match_at, action, transition in state[character]:
            match = match_at(text, position)
            if match is None:
                continue
            if action is not None:
                if type(action) is _TokenType:
                    yield position, action, match.group()
                else:
                    yield from action(lexer, match)
            position = match.end()
            if transition is not None:
                _move(names, transition)
                state = states[names[-1]]
            break
        else:
            if not character:
                return
            if character == "\n":  # an unfinished line ends every state
                names = ["root"]
                state = states["root"]
                yield position, Whitespace, "\n"
            else:
                yield position, Error, character
            position += 1


def _move(names: list[str], transition: Any) -> None:  # noqa: ANN401
    """Follow a transition as Pygments writes it: names to push, "#pop", "#push", or how many to pop."""
    if transition == "#push":
        names.append(names[-1])
    elif isinstance(transition, int):
        if -transition >= len(names):  # the root state stays
            del names[1:]
        else:
            del names[transition:]
    else:
        for name in transition:
            if name == "#pop":
                if len(names) > 1:
                    names.pop()
            elif name == "#push":
                names.append(names[-1])
            else:
                names.append(name)
