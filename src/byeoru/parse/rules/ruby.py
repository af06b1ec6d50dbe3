"""`{漢字|한자}`: a word with its reading above it, where the settings switch it on."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_RUBY = re.compile(r"\{([^{}|\n]+)\|([^{}|\n]+)\}")


def install(parser: MarkdownIt) -> None:
    """Teach *parser* to read ruby."""
    parser.inline.ruler.before("emphasis", "ruby", _read)


def _read(state: StateInline, silent: bool) -> bool:
    found = _RUBY.match(state.src, state.pos) if state.src[state.pos] == "{" else None
    if found is None:
        return False
    if not silent:
        token = state.push("ruby", "ruby", 0)
        token.content, token.meta = found[1].strip(), {"reading": found[2].strip()}
    state.pos = found.end()
    return True
