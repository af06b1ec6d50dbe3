"""Make Pygments faster: try only rules that can match at the next character, and join tokens. The HTML stays the same.

A ``RegexLexer`` tries all rules of a state in order, and most of them fail. Here each state has a table from a
character to the rules that can begin with it. Its entries are computed when they are first needed, as whole tables
would cost 10 to 70 ms per lexer. A rule that cannot be analysed is always tried.

The loop is replaced in the class, because lexers also call it on others: that of a Dockerfile on that of Bash, that of
C on its own tokens, to find names of the standard library.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeGuard

from pygments.lexer import Lexer, RegexLexer
from pygments.token import Error, Whitespace, _TokenType

from byeoru.parse.code_blocks.first_character import KNOWN_CHARACTERS, first_characters
from byeoru.parse.code_blocks.spans import CSS, Run, Token

Rule = tuple[Callable[[str, int], Any], Any, Any]  # as stored by Pygments: match, action, transition
# With the CSS class of an action that is a token type, None for others: to find it for each token takes a sixth of the
# time.
_StyledRule = tuple[Callable[[str, int], Any], Any, str | None, Any]

LIBRARY_LOOP = RegexLexer.get_tokens_unprocessed


def speed_up() -> None:
    """Make every lexer without a loop of its own dispatch on the first character."""
    RegexLexer.get_tokens_unprocessed = _tokens  # type: ignore[assignment, method-assign]


class RuleTable(dict[str, tuple[_StyledRule, ...]]):
    """The rules of one state by the next character; "" is the end of the text."""

    def __init__(self, rules: list[Rule]) -> None:
        super().__init__()
        self._rules = rules
        self._firsts: list[frozenset[str] | None] | None = None

    def __missing__(self, character: str) -> tuple[_StyledRule, ...]:
        if self._firsts is None:
            self._firsts = [_first_characters(rule) for rule in self._rules]
        rules = tuple(
            (match_at, action, CSS[action] if type(action) is _TokenType else None, transition)
            for (match_at, action, transition), first in zip(self._rules, self._firsts, strict=True)
            if first is None or character in first or (character and character not in KNOWN_CHARACTERS)
        )
        self[character] = rules
        return rules


def _first_characters(rule: Rule) -> frozenset[str] | None:
    pattern = getattr(rule[0], "__self__", None)
    return first_characters(pattern) if isinstance(pattern, re.Pattern) else None


def _states(lexer: RegexLexer) -> dict[str, RuleTable]:
    """Return the tables of a lexer; they belong to its class, unless it has rules of its own."""
    owner = lexer if "_tokens" in vars(lexer) else type(lexer)
    states: dict[str, RuleTable] | None = vars(owner).get("_rule_tables")
    if states is None:
        compiled = lexer._tokens  # type: ignore[attr-defined]  # noqa: SLF001  (there is no public way to them)
        states = {name: RuleTable(rules) for name, rules in compiled.items()}
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
        for match_at, action, css, transition in state[character]:
            match = match_at(text, position)
            if match is None:
                continue
            if action is not None:
                if css is not None:
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


def uses_our_loop(lexer: Lexer) -> TypeGuard[RegexLexer]:
    """Tell whether a lexer has no loop of its own."""
    return type(lexer).get_tokens_unprocessed is _tokens


def runs(lexer: RegexLexer, text: str) -> Iterator[Run]:
    """Yield the tokens of *text* as their CSS classes and texts; tokens of one class are one run, if they follow rules.

    Most tokens are not made: a run is the text between two changes of the class. With it, highlighting takes 0.85 of
    the time.
    """
    states = _states(lexer)
    position, end = 0, len(text)
    names = ["root"]
    state = states["root"]
    css, start = "", 0  # of the run that has begun
    while True:
        character = text[position] if position < end else ""
        for match_at, action, name, transition in state[character]:
            match = match_at(text, position)
            if match is None:
                continue
            if name is None:  # its tokens need not be the text that it matches
                yield css, text[start:position]
                yield from [(CSS[kind], token) for _, kind, token in action(lexer, match)] if action else ()
                start = match.end()
            elif name != css:
                yield css, text[start:position]
                css, start = name, position
            position = match.end()
            if transition is not None:
                _move(names, transition)
                state = states[names[-1]]
            break
        else:
            yield css, text[start:position]
            if not character:
                return
            css, start = "err", position
            if character == "\n":  # see above
                css, names, state = "", ["root"], states["root"]
            position += 1


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
