"""`==marked==` text, paired like `~~`: a run of exactly two, by the rules of flanking."""

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

from byeoru.parse.markup.rule import NO_WORDS, Rule

_MARK = "="


def _install(parser: MarkdownIt) -> None:
    parser.inline.ruler.before("emphasis", "mark", _read)
    parser.inline.ruler2.before("emphasis", "mark", _pair)


def _read(state: StateInline, silent: bool) -> bool:
    if silent or state.src[state.pos] != _MARK:
        return False
    scanned = state.scanDelims(state.pos, True)
    text = _MARK * scanned.length
    around = state.src[max(0, state.pos - 1) : state.pos] + state.src[state.pos + 2 : state.pos + 3]
    is_comparison = len(around) == 2 and around.isascii() and around.isalnum()  # `a==b`
    if scanned.length == 2 and not is_comparison:
        state.push("text", "", 0).content = text
        at = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(_MARK), 0, at, -1, scanned.can_open, scanned.can_close))
    else:
        state.append_pending(text)
    state.pos += scanned.length
    return True


def _pair(state: StateInline) -> None:
    lists = [state.delimiters, *(meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta)]
    for delimiters in lists:
        for delimiter in delimiters:
            if delimiter.marker == ord(_MARK) and delimiter.end != -1:
                for at, nesting, kind in (
                    (delimiter.token, 1, "mark_open"),
                    (delimiters[delimiter.end].token, -1, "mark_close"),
                ):
                    token = state.tokens[at]
                    token.type, token.tag, token.content = kind, "mark", ""
                    token.nesting = 1 if nesting == 1 else -1


RULE = Rule(
    "mark",
    _install,
    starts=("==",),
    html={"mark_open": "<mark>", "mark_close": "</mark>"},
    words={"mark_open": NO_WORDS, "mark_close": NO_WORDS},
)
