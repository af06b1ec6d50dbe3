"""Draw queries of each kind for a corpus.

In:  visible texts, a seed, and how many of each kind.
Out: queries with what was meant; each has a relevant text with grade 2 or more.
Must not: import Byeoru, or look at what an engine finds.

| kind | typed | meant |
|---|---|---|
| noun | `클로저` | the noun |
| particle | `클로저에서는` | the noun |
| spaced | `가비지 컬렉션` | the compound, joined or spaced |
| joined | `가비지컬렉션` | the same |
| mixed | `GPU에서` | the Latin word |
| infix | `호출` | the noun; it is the second half of longer words |
| verb | `느려지는` | any form of the verb (`verbs`) |
| phrase | `모델 저장` | both nouns of a title |
| initials | `ㅋㄹㅈ` | the noun |
| half-typed | `클로ㅈ`, `클롲` | the noun |
| keyboard-ko | `zmffhwj` | the noun |
| keyboard-en | `ㅔㅛ쇄ㅜ` | the Latin word |
| typo-ko | `컴퍼넌트` | the noun |
| typo-en | `closuer` | the Latin word |
| latin | `closure` | the word |
| code | `useEffect`, `snake_case` | the identifier |
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random

from search.grades import Judge, Query
from search.hangul import closed, half_typed, initials, on_hangul, on_qwerty, slip
from search.nouns import Words, words_of
from search.texts import Text
from search.verbs import VERBS

PARTICLES = (
    "은/는",
    "을/를",
    "이/가",
    "과/와",
    "에서",
    "에서는",
    "의",
    "에는",
    "으로/로",
    "이란/란",
    "까지",
    "만",
    "도",
    "들은",
    "부터",
    "보다",
    "이나/나",
    "마다",
    "처럼",
)
LATIN_PARTICLES = ("에서", "의", "를", "는", "로", "와", "에", "가", "도", "에서는", "까지", "용")


def queries_of(texts: Sequence[Text], seed: int, each: int) -> list[Query]:
    """Draw *each* queries of every kind, as far as the corpus has them."""
    words, judge, most = words_of(texts), Judge(texts), max(3, len(texts) // 6)
    drawn = list[Query]()
    for kind, candidates in _KINDS.items():
        dice, kept, typed = Random(f"{kind}/{seed}"), 0, set[str]()
        for query in candidates(words, texts, dice):
            if kept == each:
                break
            if query[0] in typed:
                continue
            typed.add(query[0])
            made = Query(kind, *query)
            grades = judge.grades(made)
            if len(grades) <= most and max(grades.values(), default=0) >= 2:
                drawn.append(made)
                kept += 1
    return drawn


Drawn = Iterable[tuple[str, tuple[str, ...]]]  # what is typed, and what is meant


def _shuffled(words: Iterable[str], dice: Random) -> list[str]:
    ordered = sorted(words)
    dice.shuffle(ordered)
    return ordered


def _nouns(words: Words, dice: Random, shortest: int = 2) -> Iterator[str]:
    few = (noun for noun, texts in words.nouns.items() if texts >= 2 and noun in words.named and len(noun) >= shortest)
    return iter(_shuffled(few, dice))


def _latin(words: Words, dice: Random, shortest: int = 3) -> Iterator[str]:
    few = (word for word, texts in words.latin.items() if texts >= 2 and word in words.named and len(word) >= shortest)
    return iter(_shuffled(few, dice))


def _typed_noun(
    change: Callable[[str, Random], str], shortest: int = 2
) -> Callable[[Words, Sequence[Text], Random], Drawn]:
    """Return a generator of nouns that are typed in another way."""

    def draw(words: Words, _texts: Sequence[Text], dice: Random) -> Drawn:
        return ((change(noun, dice), (f"noun:{noun}",)) for noun in _nouns(words, dice, shortest))

    return draw


def _typed_latin(
    change: Callable[[str, Random], str], shortest: int = 3
) -> Callable[[Words, Sequence[Text], Random], Drawn]:
    def draw(words: Words, _texts: Sequence[Text], dice: Random) -> Drawn:
        return ((change(word, dice), (f"latin:{word}",)) for word in _latin(words, dice, shortest))

    return draw


def _pairs(between: str) -> Callable[[Words, Sequence[Text], Random], Drawn]:
    def draw(words: Words, _texts: Sequence[Text], dice: Random) -> Drawn:
        pairs = _shuffled((" ".join(pair) for pair, texts in words.pairs.items() if texts >= 2), dice)
        return ((pair.replace(" ", between), (f"pair:{pair}",)) for pair in pairs)

    return draw


def with_particle(noun: str, dice: Random) -> str:
    """Add a particle, in the form that the last syllable needs."""
    open_or_closed = dice.choice(PARTICLES).split("/")
    if open_or_closed == ["으로", "로"] and (ord(noun[-1]) - 0xAC00) % 28 == 8:  # ㄹ
        return noun + "로"
    return noun + (open_or_closed[0] if closed(noun) else open_or_closed[-1])


def _infix(words: Words, _texts: Sequence[Text], dice: Random) -> Drawn:
    inside = _shuffled((noun for noun, runs in words.inside.items() if runs >= 3), dice)
    return ((noun, (f"noun:{noun}",)) for noun in inside)


def _verb(_words: Words, _texts: Sequence[Text], dice: Random) -> Drawn:
    verbs = [(dice.choice(forms), (f"form:{pattern}",)) for forms, pattern in VERBS]
    dice.shuffle(verbs)
    return verbs


def _phrase(words: Words, texts: Sequence[Text], dice: Random) -> Drawn:
    """Yield two nouns of a title, in its order."""
    for title in _shuffled((text.title for text in texts), dice):
        found = [run for run in re.findall(r"[가-힣]{2,}", title) if run in words.nouns]
        if len(found) >= 2 and found[0] != found[1]:
            yield f"{found[0]} {found[1]}", (f"noun:{found[0]}", f"noun:{found[1]}")


def _identifier(words: Words, _texts: Sequence[Text], dice: Random) -> Drawn:
    found = _shuffled((word for word, texts in words.identifiers.items() if texts >= 2), dice)
    return ((word, (f"code:{word.lower()}",)) for word in found)


_KINDS: dict[str, Callable[[Words, Sequence[Text], Random], Drawn]] = {
    "noun": _typed_noun(lambda noun, _: noun),
    "particle": _typed_noun(with_particle),
    "spaced": _pairs(" "),
    "joined": _pairs(""),
    "mixed": _typed_latin(lambda word, dice: word + dice.choice(LATIN_PARTICLES), 2),
    "infix": _infix,
    "verb": _verb,
    "phrase": _phrase,
    "initials": _typed_noun(lambda noun, _: initials(noun), 3),
    "half-typed": _typed_noun(half_typed, 3),
    "keyboard-ko": _typed_noun(lambda noun, _: on_qwerty(noun)),
    "keyboard-en": _typed_latin(lambda word, _: on_hangul(re.sub("[^a-z]", "", word)), 4),
    "typo-ko": _typed_noun(slip, 3),
    "typo-en": _typed_latin(slip, 5),
    "latin": _typed_latin(lambda word, _: word),
    "code": _identifier,
}
KINDS = tuple(_KINDS)
