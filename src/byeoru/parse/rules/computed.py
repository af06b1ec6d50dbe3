"""What a plugin of Obsidian or Logseq computes: queries, views of tables, lists of tasks. It is left out, and told.

In:  fences, spans of code and `{{query …}}` in notes; in a post, a fence is code whatever its language.
Out: no HTML, and one finding for each.
"""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.environment import MarkdownEnv, RuleFinding, environment_of
from byeoru.parse.markup.rule import Rule, Words

# Programs by the language of their fences, and by the beginning of their spans.
_LANGUAGES = {
    **dict.fromkeys(("dataview", "dataviewjs", "dvjs"), "Dataview"),
    **dict.fromkeys(("meta-bind", "meta-bind-button", "meta-bind-embed"), "Meta Bind"),
    **dict.fromkeys(("tasks", "base", "query", "tracker", "button"), ""),
}
_NAMES = {"tasks": "Tasks", "base": "Bases", "query": "Obsidian", "tracker": "Tracker", "button": "Buttons"}
_SPAN = lazy_pattern(r"\$=|=\s*(?:this\b|dv\.|\[\[|[a-z]+\()|(?:BUTTON|INPUT|VIEW(?:_LINK)?)\[")
_MACRO = lazy_pattern(r"\{\{(?:query\b|renderer\b|cards\b)[^{}\n]*\}\}")
_HINT = "show-as-text"


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.before("inline", "computed_blocks", _take_fences)
    parser.core.ruler.after("inline", "computed_spans", _take_spans)
    parser.inline.ruler.push("computed_macro", _read_macro)


def _take_fences(state: StateCore) -> None:
    env = environment_of(state)
    tokens = []
    for token in state.tokens:
        words = token.info.split() if token.type == "fence" else []
        language = words[0].lower() if words else ""
        if language in _LANGUAGES and token.map:
            name = _LANGUAGES[language] or _NAMES[language]
            first = token.map[0]
            env.findings.append(RuleFinding("computed-left-out", (first, first + 1), {"name": name}, "", _HINT))
        else:
            tokens.append(token)
    state.tokens = tokens


def _take_spans(state: StateCore) -> None:
    env = environment_of(state)
    for token in state.tokens:
        if token.type != "inline" or not token.children or "`" not in token.content:
            continue
        for child in token.children:
            if child.type == "code_inline" and _SPAN.match(child.content):
                name = "Meta Bind" if child.content[0] in "BIV" else "Dataview"
                lines = (token.map[0], token.map[1]) if token.map else (0, 0)
                env.findings.append(RuleFinding("computed-left-out", lines, {"name": name}, child.content, _HINT))
                child.type, child.content = "computed", ""


def _read_macro(state: StateInline, silent: bool) -> bool:
    match = _MACRO.match(state.src, state.pos, state.posMax) if state.src.startswith("{{", state.pos) else None
    if match is None:
        return False
    if not silent:
        env = environment_of(state)
        lines = (env.line, env.line + 1)
        env.findings.append(RuleFinding("computed-left-out", lines, {"name": "Logseq"}, match[0], _HINT))
        state.push("computed", "", 0)
    state.pos = match.end()
    return True


def _write(_: Sequence[Token], __: int, ___: MarkdownEnv) -> str:
    return ""


RULE = Rule(
    "computed",
    _install,
    starts=("{{",),
    needs_tokens=("`=", "`$=", "`BUTTON[", "`INPUT[", "`VIEW"),
    html={"computed": _write},
    words={"computed": Words(lambda _: "", are_all=False)},
    after=("code",),
    is_enabled=lambda dialect: dialect.is_note,
)
