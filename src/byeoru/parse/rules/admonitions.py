"""Admonitions, details and tabs of MkDocs: a line with a mark, and text that is indented below it.

    !!! note "A title"
        Words.

In:  a line of `!!!`, `???` (folded), `???+` (folded open) or `===` (a tab), and the lines indented by four below it.
Out: a callout; a tab is its title and its text.
Must not: take exclamations or questions in prose for a mark: text below a mark is indented.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.callout import Callout, callout_of, close_callout, foreign_callout, open_callout
from byeoru.parse.markup.containers import INDENTED, INTERRUPTED, close_box, end_of_indented, line_of, open_box, within
from byeoru.parse.markup.rule import Rule

_HEAD = lazy_pattern(
    r"(?P<mark>!!!|\?\?\?\+?)[ \t]*(?P<kind>[A-Za-z][\w-]*)?(?:[ \t]+[a-z][\w-]*)*[ \t]*"
    r'(?:"(?P<title>[^\n]*)")?[ \t]*'
)
_TAB = lazy_pattern(r'===[+!]*[ \t]+"(?P<title>[^\n]*)"[ \t]*')
_FOLDS = {"!!!": "", "???": "-", "???+": "+"}


def read_head(text: str) -> Callout | None:
    """Return the callout that a line begins, None if it begins none; an empty title means that it has none.

    >>> read_head('??? tip "왜"')[-3:], read_head('!!! note ""').is_titled, read_head("!!! 주의")
    (('-', '왜', True), False, None)
    """
    match = _HEAD.fullmatch(text)
    if match is None or (match["kind"] is None and not match["title"]):
        return None
    kind, title, fold = (match["kind"] or "note").lower(), match["title"], _FOLDS[match["mark"]]
    callout = foreign_callout(kind, fold, title or "") or callout_of(kind, fold, title or "")
    return callout._replace(fold=fold, is_titled=bool(fold) or title != "")


def _install(parser: MarkdownIt) -> None:
    parser.block.ruler.before("fence", "admonition", _read, {"alt": INTERRUPTED})


def _read(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    text = line_of(state, start)
    if not text.startswith(("!!!", "???", "===")) or state.is_code_block(start) or not _has_text(state, start, end):
        return False
    tab = _TAB.fullmatch(text)
    callout = None if tab else read_head(text)
    if not tab and callout is None:
        return False
    if silent:
        return True
    last = end_of_indented(state, start, end)
    opening = (
        open_callout(state, start, callout) if callout else open_box(state, start, "tab", tab["title"] if tab else "")
    )
    with within(state, last, INDENTED):
        state.md.block.tokenize(state, start + 1, last)
    if callout:
        close_callout(state, callout)
    else:
        close_box(state)
    state.line = last
    opening.map = [start, last]
    return True


def _has_text(state: StateBlock, start: int, end: int) -> bool:
    """Report whether the next line, or the one behind an empty line, is indented."""
    line = start + 1
    line += line < end and state.isEmpty(line)
    return line < end and not state.isEmpty(line) and state.sCount[line] - state.blkIndent >= INDENTED


RULE = Rule("admonitions", _install, blocks={"admonition": "!?="})
