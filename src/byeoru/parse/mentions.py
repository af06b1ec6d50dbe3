"""The sentence around each link, for the backlinks of the page that it leads to.

In:  the plain text of blocks, and the places of links in it.
Out: ``Mention``: plain text before the link, of it, and behind it.
Must not: take more space than a few times that of the text, even if it is nothing but links.
"""

from collections.abc import Iterable, Iterator

from byeoru.model.content import Mention
from byeoru.parse.markup.environment import LinkedText
from byeoru.parse.summary import sentence_ends

_LONGEST = 80  # characters on each side
_CUT = "…"


def mentions_of(blocks: Iterable[LinkedText]) -> Iterator[Mention]:
    """Yield a mention for each link, in the order of the text.

    >>> [*mentions_of([LinkedText("앞이다. 함수는 클로저를 만든다. 뒤다.", ((0, 9, 12, 12),))])]
    [Mention(slot=0, before='함수는 ', label='클로저', after='를 만든다.')]
    """
    for text, links in blocks:
        room = 2 * len(text) + 4 * _LONGEST  # for a list of links without a word between them
        for slot, start, end, following in links:
            before, after = (_before(text, start), _after(text, following)) if room > 0 else ("", "")
            room -= len(before) + len(after)
            yield Mention(slot, before, _label(text[start:end]), after)


def _label(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST] + _CUT


def _before(text: str, end: int) -> str:
    """Return the words of a sentence before *end*."""
    reach = max(0, end - 2 * _LONGEST)
    words = text[reach:end]
    begin = 0
    for sentence_end in sentence_ends(words):
        begin = sentence_end
    words, is_cut = words[begin:], reach > 0 and not begin
    if len(words) > _LONGEST:
        words, is_cut = words[-_LONGEST:], True
    if is_cut:
        _, space, rest = words.partition(" ")
        words = _CUT + (rest if space and rest else words)
    space = " " if words[-1:].isspace() and words.strip() else ""
    return " ".join(words.split()) + space


def _after(text: str, start: int) -> str:
    """Return the words of a sentence from *start* on."""
    words = text[start : start + 2 * _LONGEST]
    is_cut = start + len(words) < len(text)
    stop = next(sentence_ends(words), 0)
    if stop:
        words, is_cut = words[:stop], False
    if len(words) > _LONGEST:
        words, is_cut = words[:_LONGEST], True
    if is_cut:
        kept, space, _ = words.rpartition(" ")
        words = (kept if space and kept.strip() else words) + _CUT
    space = " " if words[:1].isspace() and words.strip() else ""
    return space + " ".join(words.split())
