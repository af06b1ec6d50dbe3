"""Resolve brackets: where each label ends, and whether it is a link, an image, a footnote or plain text.

In:  the text of a ``State``, and the index of an opening bracket.
Out: ``Label`` and ``LinkTarget`` values, cached in the state.
Must not: push tokens, or recurse: nested brackets are a stack, and each is processed once.

The library checks each bracket by scanning to the end of its label, and checks all brackets on the way again. Here one
pass finds the same: an opening bracket stays on a stack until it is closed.
"""

from bisect import bisect_left

from markdown_it.common.utils import normalizeReference

from byeoru.base.paths import is_local
from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.environment import environment_of
from byeoru.parse.markup.inline_parser import Label, LinkTarget, State

_UNCLOSED = Label(-1)
_SPACES = lazy_pattern(r"[ \t\n]*")
_SIZED = lazy_pattern(
    r"(?P<target>[^\s()<>\\&]++)[ \t]++=(?P<width>\d{0,4})(?:px)?x(?P<height>\d{0,4})(?:px)?[ \t]*+\)"
)
_NOTE_STOP = lazy_pattern(r"[ \n\]]")
_LONGEST_LABEL = 999  # of a footnote: what CommonMark allows a link
_HIDING = lazy_pattern(r"[\[`<$&\\!{]")  # characters that begin something that can contain a bracket


class _Open:
    """A bracket that is still open."""

    __slots__ = ("bracket", "has_bracket", "has_link", "kind", "waiting")

    def __init__(self, bracket: int, kind: str, waiting: tuple[int, str] | None = None) -> None:
        self.bracket, self.kind = bracket, kind
        self.waiting = waiting  # the previous bracket, whose reference label this may be
        self.has_link = self.has_bracket = False


def label_at(state: State, bracket: int) -> Label:
    """Return the label that begins at *bracket*."""
    if bracket not in state.labels and not _is_note(state, bracket):
        _read_label(state, bracket)
    return state.labels[bracket]


def link_at(state: State, bracket: int) -> LinkTarget | None:
    """Return the target of the link that begins at *bracket*, None if it is not a link."""
    if bracket not in state.links:
        label = label_at(state, bracket)
        is_none = label.end < 0 or label.has_link  # links cannot be nested
        state.links[bracket] = None if is_none else _link(state, bracket, label)
    return state.links[bracket]


def image_at(state: State, bracket: int) -> LinkTarget | None:
    """Return the target of the image whose description begins at *bracket*, None if it is not an image."""
    if bracket not in state.images:
        label = label_at(state, bracket)
        state.images[bracket] = None if label.end < 0 else _image(state, bracket, label)
    return state.images[bracket]


def note_end(state: State, bracket: int) -> int:
    """Return the end of the footnote reference `[^label]` that begins at *bracket*, 0 if there is none."""
    numbers = environment_of(state).footnotes.numbers
    if not numbers or not state.src.startswith("^", bracket + 1):
        return 0
    if state.note_stops is None:
        state.note_stops = [destination.start() for destination in _NOTE_STOP.finditer(state.src)]
    at = bisect_left(state.note_stops, bracket + 2)
    end = state.note_stops[at] if at < len(state.note_stops) else state.posMax
    is_label = bracket + 2 < end < min(state.posMax, bracket + 3 + _LONGEST_LABEL) and state.src[end] == "]"
    return end + 1 if is_label and ":" + state.src[bracket + 2 : end] in numbers else 0


def _is_note(state: State, bracket: int) -> bool:
    """Report whether a bracket begins a footnote reference, and cache its label, which ends at the first `]`."""
    end = note_end(state, bracket)
    if end:
        is_plain = _HIDING.search(state.src, bracket + 1, end) is None
        state.labels[bracket] = Label(end - 1) if is_plain else _UNCLOSED
    return end > 0


def _read_label(state: State, root: int) -> None:
    """Scan from the bracket at *root* to the one that closes it, and cache all labels on the way."""
    outer, skip = state.pos, state.md.inline.skipToken
    source, labels = state.src, state.labels
    opened, at = [_Open(root, "")], root + 1
    while at < state.posMax:
        if source[at] == "]":
            closed = opened.pop()
            labels[closed.bracket] = Label(at, closed.has_link, closed.has_bracket)
            if not opened:
                break
            at = _after(state, opened, *(closed.waiting or (closed.bracket, closed.kind)))
        elif kind := _kind(state, at):
            at = _opened(state, opened, at + len(kind) - 1, kind)
        else:
            state.pos = at
            skip(state)
            at = state.pos
    labels.update((unclosed.bracket, _UNCLOSED) for unclosed in opened)
    state.pos = outer


def _kind(state: State, at: int) -> str:
    """Return the marker of something with a label at an index, "" if nothing begins there."""
    character = state.src[at]
    if character == "[":
        return "["
    is_marked = character in "!^" and state.src.startswith("[", at + 1) and at + 1 < state.posMax
    if not is_marked or state.is_too_deep() or (character == "^" and state.linkLevel):
        return ""
    return character + "["


def _opened(state: State, opened: list[_Open], bracket: int, kind: str) -> int:
    """Return where scanning continues after an opening bracket: inside its label, or after it if it is cached."""
    opened[-1].has_bracket = True
    if bracket in state.labels or _is_note(state, bracket):
        return _after(state, opened, bracket, kind)
    opened.append(_Open(bracket, kind))
    return bracket + 1


def _after(state: State, opened: list[_Open], bracket: int, kind: str) -> int:
    """Return where scanning continues after a label: after the link, image or footnote that it begins."""
    label = state.labels[bracket]
    following = label.end + 1
    if _needs(state, following):
        opened.append(_Open(following, "[", (bracket, kind)))
        return following + 1
    end, is_link = _token(state, bracket, kind)
    opened[-1].has_link |= is_link or (not end and label.has_link)
    return end or (following if label.end >= 0 else state.posMax)


def _needs(state: State, following: int) -> bool:
    """Report whether the label at *following* must be parsed first, since it may be the reference of the one before."""
    if not following or following in state.labels or not state.src.startswith("[", following):
        return False
    return following < state.posMax and bool(environment_of(state).definitions) and not _is_note(state, following)


def _token(state: State, bracket: int, kind: str) -> tuple[int, bool]:
    """Return the end of the construct that a label belongs to, 0 for none; and whether it is a link."""
    if kind == "^[" and state.labels[bracket].end >= 0:
        return state.labels[bracket].end + 1, False
    if kind == "![" and (image := image_at(state, bracket)):
        return image.end, False
    link = link_at(state, bracket)
    end = link.end if link else note_end(state, bracket)
    return end, end > 0


def _link(state: State, bracket: int, label: Label) -> LinkTarget | None:
    at = label.end + 1
    if at < state.posMax and state.src[at] == "(":
        begin = _blank_end(state, at + 1)
        target = None if begin >= state.posMax else _written(state, begin)
        return target if target or begin >= state.posMax else _referred(state, bracket, label, at)
    return _referred(state, bracket, label, at)


def _image(state: State, bracket: int, label: Label) -> LinkTarget | None:
    at = label.end + 1
    if at < state.posMax and state.src[at] == "(":
        begin = _blank_end(state, at + 1)
        return None if begin >= state.posMax else _written(state, begin) or _sized(state, begin)
    return _referred(state, bracket, label, at)


def _sized(state: State, at: int) -> LinkTarget | None:
    """Read `target =300x200)`, a size that many programs accept behind the target of an image."""
    sized = _SIZED.match(state.src, at, state.posMax)
    if not sized:
        return None
    href = state.md.normalizeLink(sized["target"])
    is_safe = state.md.validateLink(href) or is_local(href)
    return LinkTarget(href, "", sized.end(), (sized["width"], sized["height"])) if is_safe else None


def _written(state: State, at: int) -> LinkTarget | None:
    """Read `target "title")`."""
    helpers, maximum = state.md.helpers, state.posMax
    href = title = ""
    destination = helpers.parseLinkDestination(state.src, at, maximum)
    if destination.ok:
        href = state.md.normalizeLink(destination.str)
        if not state.md.validateLink(href) and not is_local(href):
            return None
        behind = at = destination.pos
        at = _blank_end(state, at)
        if behind < at < maximum:
            named = helpers.parseLinkTitle(state.src, at, maximum)
            if named.ok:
                title, at = named.str, _blank_end(state, named.pos)
    return LinkTarget(href, title, at + 1) if at < maximum and state.src[at] == ")" else None


def _referred(state: State, bracket: int, label: Label, at: int) -> LinkTarget | None:
    """Look up a label, or the one after it, in the link definitions of the document."""
    definitions = environment_of(state).definitions
    if not definitions:
        return None
    named, start, end = label, bracket, at
    if at < state.posMax and state.src[at] == "[":
        following = label_at(state, at)
        if following.end >= 0:
            end = following.end + 1
            if following.end > at + 1:
                named, start = following, at
    # Labels of definitions have no brackets, so a label with brackets needs no lookup.
    destination = None if named.has_bracket else definitions.get(normalizeReference(state.src[start + 1 : named.end]))
    return LinkTarget(destination["href"], destination["title"], end) if destination else None


def _blank_end(state: State, at: int) -> int:
    match = _SPACES.match(state.src, at, state.posMax)
    return match.end() if match else at
