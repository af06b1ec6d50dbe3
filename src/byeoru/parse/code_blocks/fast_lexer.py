"""Make Pygments faster: try only rules that can match at the next character. The tokens stay the same.

A ``RegexLexer`` tries all rules of a state in order, and most of them fail. Here each state has a table from a
character to the rules that can begin with it. Its entries are computed when they are first needed, as whole tables
would cost 10 to 70 ms per lexer. A rule that cannot be analysed is always tried.

The loop is replaced in the class, because lexers also call it on others: that of a Dockerfile on that of Bash, that of
C on its own tokens, to find names of the standard library.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pygments.lexer import ExtendedRegexLexer, LexerContext, RegexLexer
from pygments.token import Error, Text, Whitespace, _TokenType

from byeoru.parse.code_blocks.first_character import KNOWN_CHARACTERS, first_characters

Rule = tuple[Callable[..., Any], Any, Any]  # as stored by Pygments: match, action, transition
Token = tuple[int, _TokenType, str]  # position, type and text

LIBRARY_LOOP = RegexLexer.get_tokens_unprocessed
LIBRARY_LOOP_IN_CONTEXT = ExtendedRegexLexer.get_tokens_unprocessed


def speed_up() -> None:
    """Make every lexer without a loop of its own dispatch on the first character."""
    RegexLexer.get_tokens_unprocessed = _tokens  # type: ignore[assignment, method-assign]
    ExtendedRegexLexer.get_tokens_unprocessed = _tokens_in_context  # type: ignore[assignment, method-assign]


class _RuleTable(dict[str, tuple[Rule, ...]]):
    """The rules of one state by the next character; "" is the end of the text."""

    def __init__(self, rules: list[Rule]) -> None:
        super().__init__()
        self._rules = rules
        self._firsts: list[frozenset[str] | None] | None = None

    def __missing__(self, character: str) -> tuple[Rule, ...]:
        if self._firsts is None:
            self._firsts = [_first_characters(rule) for rule in self._rules]
        rules = tuple(
            rule
            for rule, first in zip(self._rules, self._firsts, strict=True)
            if first is None or character in first or (character and character not in KNOWN_CHARACTERS)
        )
        self[character] = rules
        return rules


def _first_characters(rule: Rule) -> frozenset[str] | None:
    pattern = getattr(rule[0], "__self__", None)
    return first_characters(pattern) if isinstance(pattern, re.Pattern) else None


def _states(lexer: RegexLexer) -> dict[str, _RuleTable]:
    """Return the tables of a lexer; they belong to its class, unless it has rules of its own."""
    owner = lexer if "_tokens" in vars(lexer) else type(lexer)
    states: dict[str, _RuleTable] | None = vars(owner).get("_rule_tables")
    if states is None:
        compiled = lexer._tokens  # type: ignore[attr-defined]  # noqa: SLF001  (there is no public way to them)
        states = {name: _RuleTable(rules) for name, rules in compiled.items()}
        owner._rule_tables = states  # type: ignore[union-attr]  # noqa: SLF001
    return states


def _tokens(lexer: RegexLexer, text: str, stack: Iterable[str] = ("root",)) -> Iterator[Token]:
    """Yield position, type and text of each token, as ``RegexLexer.get_tokens_unprocessed`` does."""
    states = _states(lexer)
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
            if character == "\n":  # as in Pygments: an error at the end of a line resets the state
                names = ["root"]
                state = states["root"]
                yield position, Whitespace, "\n"
            else:
                yield position, Error, character
            position += 1


def _tokens_in_context(
    lexer: ExtendedRegexLexer, text: str | None = None, context: LexerContext | None = None
) -> Iterator[Token]:
    """Do the same as ``ExtendedRegexLexer``, whose actions move its *context* themselves: YAML and Ruby."""
    states = _states(lexer)
    at = context or LexerContext(text, 0)
    source: str = at.text
    state = states[at.stack[-1]]
    while True:
        character = source[at.pos] if at.pos < at.end else ""
        for match_at, action, transition in state[character]:
            match = match_at(source, at.pos, at.end)
            if match is None:
                continue
            if type(action) is _TokenType:
                yield at.pos, action, match.group()
                at.pos = match.end()
            elif action is not None:
                yield from action(lexer, match, at)
            if transition is not None:
                _move(at.stack, transition)
            state = states[at.stack[-1]]
            break
        else:
            if not character:
                return
            if character == "\n":
                at.stack = ["root"]
                state = states["root"]
                yield at.pos, Text, "\n"
            else:
                yield at.pos, Error, character
            at.pos += 1


def _move(names: list[str], transition: Any) -> None:  # noqa: ANN401
    """Apply a transition of Pygments: state names to push, "#pop", "#push", or the number of states to pop."""
    if transition == "#push":
        names.append(names[-1])
    elif isinstance(transition, int):
        if -transition >= len(names):  # never pop the root state
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
