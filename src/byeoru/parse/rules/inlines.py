"""Read the inline text of all blocks: at once where it is simple, by the parser elsewhere."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from byeoru.parse.plain_inline import simple


def install(parser: MarkdownIt) -> None:
    """Let *parser* read simple text without tokens."""
    parser.core.ruler.at("inline", _read)


def _read(state: StateCore) -> None:
    breaks = state.md.options.breaks
    has_definitions = bool(state.env.get("references"))
    parser = state.md.inline
    for token in state.tokens:
        if token.type != "inline":
            continue
        found = simple(token.content, breaks=breaks, has_definitions=has_definitions)
        if found is not None:
            token.meta["simple"] = found
            continue
        state.env["line"] = token.map[0] if token.map else 0
        children = token.children = token.children or []
        parser.parse(token.content, state.md, state.env, children)
