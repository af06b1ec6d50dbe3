"""What a query means, as a regular expression for lower-case text.

In:  a meaning, such as `noun:호출`.
Out: the pattern of its occurrences.
Must not: import Byeoru, or share a rule with it.

| meaning | an occurrence |
|---|---|
| `noun:호출` | a run of Hangul that begins with it, or ends with it and a particle: `호출한다`, `재귀호출을` |
| `pair:가비지 컬렉션` | both, joined or spaced |
| `latin:gpu` | the word, also plural; Hangul may follow: `GPU에서` |
| `code:usestate` | the identifier as a whole |
| `form:느려[지진질짐졌져]` | the pattern itself |
"""

import re

_ENDED = (
    "(?:[은는이가을를과와에의도로만]|에서|에게|으로|까지|부터|보다|처럼|마다|이나|이라|이란|이며|입니다|이다"
    "|[하되들][가-힣]*)"
)


def pattern_of(meaning: str) -> re.Pattern[str]:
    """Return the pattern of a meaning.

    >>> bool(pattern_of("noun:호출").search("재귀호출을")), bool(pattern_of("noun:이미").search("아이미지"))
    (True, False)
    >>> bool(pattern_of("latin:gpu").search("tpu와 gpu에서")), bool(pattern_of("latin:act").search("react"))
    (True, False)
    """
    kind, _, word = meaning.partition(":")
    escaped = re.escape(word)
    match kind:
        case "noun":  # a literal comes first in each pattern, as that is what the module `re` searches fast
            return re.compile(f"{word}(?:(?<=(?<![가-힣]){word})|{_ENDED}?(?![가-힣]))")
        case "pair":
            return re.compile(word.replace(" ", "[ \n]?"))
        case "latin":
            return re.compile(rf"{escaped}(?<![a-z0-9]{escaped})s?(?![a-z0-9])")
        case "code":
            return re.compile(rf"{escaped}(?<![a-z0-9_$]{escaped})(?![a-z0-9_$])")
        case "form":
            return re.compile(word)
    raise ValueError(meaning)
