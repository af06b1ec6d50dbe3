"""Links of Obsidian and its relatives, `[[note]]` and `![[picture.png]]`: they are text, and reported once per file."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from byeoru.parse.markup.environment import RuleFinding, environment_of
from byeoru.parse.markup.rule import Rule

# `[[toc]]` is a mark of other programs, and `[[1, 2]]` a matrix.
_WIKILINK = re.compile(r"!?\[\[(?!\s|_?toc_?\]\]|[\d\s,.;-]+\]\])[^\[\]\n\0]*[^\s\[\]\0]\]\]", re.IGNORECASE)


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.push("wikilinks", _find)


def _find(state: StateCore) -> None:
    """Report the first link, with the number of all."""
    if "[[" not in state.src:
        return
    first, lines, count = "", (0, 0), 0
    for token in state.tokens:
        if token.type == "inline" and token.children and "[[" in token.content:
            text = "".join(child.content if child.type == "text" else "\0" for child in token.children)
            links = [match[0] for match in _WIKILINK.finditer(text)]
            if links and not count:
                first, lines = links[0], (token.map[0], token.map[1]) if token.map else (0, 0)
            count += len(links)
    if count:
        arguments = {"mark": "[[…]]", "text": first, "count": str(count)}
        environment_of(state).findings.append(RuleFinding("wikilink", lines, arguments, first, "write-a-link"))


RULE = Rule("wikilinks", _install, after=("languages",))
