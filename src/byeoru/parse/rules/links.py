"""Links and pictures, as CommonMark has them, in one walk over their brackets."""

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from byeoru.parse.rules.brackets import image_at, label_at, link_at
from byeoru.parse.rules.inline_state import State


def install(parser: MarkdownIt) -> None:
    """Teach *parser* to read links and pictures."""
    parser.inline.ruler.at("link", _read_link)
    parser.inline.ruler.at("image", _read_image)


def _read_link(state: StateInline, silent: bool) -> bool:
    assert isinstance(state, State)
    start = state.pos
    target = link_at(state, start) if state.src[start] == "[" else None
    if target is None:
        return False
    if not silent:
        maximum, state.pos, state.posMax = state.posMax, start + 1, label_at(state, start).end
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": target.href}
        if target.title:
            opening.attrSet("title", target.title)
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.push("link_close", "a", -1)
        state.posMax = maximum
    state.pos = target.end
    return True


def _read_image(state: StateInline, silent: bool) -> bool:
    assert isinstance(state, State)
    bracket = state.pos + 1
    is_marked = state.src[state.pos] == "!" and state.src.startswith("[", bracket) and bracket < state.posMax
    if not is_marked or state.is_too_deep(silent=silent):
        return False
    target = image_at(state, bracket)
    if target is None:
        return False
    if not silent:
        end = label_at(state, bracket).end
        children = state.read_within(bracket + 1, end)
        token = state.push("image", "img", 0)
        token.attrs = {"src": target.href, "alt": ""}
        token.children, token.content = children or None, state.src[bracket + 1 : end]
        if target.title:
            token.attrSet("title", target.title)
    state.pos = target.end
    return True
