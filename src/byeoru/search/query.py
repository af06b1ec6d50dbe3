"""What was typed, as words and filters.

In:  the text of a query.
Out: ``TypedQuery``.
Must not: fail on any text, or know the index.
"""

import re
from typing import NamedTuple
from unicodedata import normalize

_LENGTH, _WORDS = 200, 8  # characters and words that are read of a query
_RUN = re.compile("[^\\0- \u00a0\u3000]+")
# As in `parse.terms`, and lone jamo, which are typed on the way to a syllable.
_WORD = re.compile(
    "[가-힣ㄱ-ㅎㅏ-ㅣ]+|[a-z](?:[+][+]|#)(?![0-9a-z_])|[0-9a-z_à-öø-ɏͰ-ӿ]+(?:(?<=[0-9])[.][0-9]+)*|[ぁ-ヿ々㐀-鿿]+"
)
_SUFFIX = re.compile(
    "(들|만|까지|부터|밖에|마다)?"
    "(에(서|게서?|서부터)?|한테|으?로(서|써|부터)?|와|과|이?랑|하고|처럼|보다|만큼|대로|마다|부터|까지|조차|마저|밖에|뿐)?"
    "([은는이가을를의도만엔선께]|이?[나란다]|이?라도)?"
    "|([하한할함합했된될됨됩돼됐받]|해(?![결시석제상])|되(?!돌)|시[키킨킬켜켰킴킵]|당[하한할함합했해]|스[러럽])[가-힣]{0,5}"
    "|([인임였]|이(?=[다며고면라지므어었죠기든])|일(?=[까때지])|입니|예요|라(?=[는고면서]))[가-힣]{0,4}|일"
)
_NOUN = re.compile("함수|한[글계국]|할당|합[계성]|하[드위]")


class TypedQuery(NamedTuple):
    """What is searched."""

    words: tuple[str, ...]
    filters: tuple[str, ...]  # terms, `#태그`, `@section`, `/category`


def read(text: str) -> TypedQuery:
    """Return what *text* asks for.

    >>> read("GPU에서 클로저를 #JS")
    TypedQuery(words=('gpu', '클로저를'), filters=('#js',))
    """
    words: list[str] = []
    filters: list[str] = []
    for run in _RUN.findall(normalize("NFC", text[:_LENGTH]).lower()):
        if run[0] in "#@/" and len(run) > 1:
            filters.append(run)
            continue
        after_latin = False
        for word in _WORD.findall(run):
            is_particle = after_latin and _SUFFIX.fullmatch(word)
            after_latin = word < "ㄱ"
            if not is_particle and word not in words:
                words.append(word)
    return TypedQuery(tuple(words[:_WORDS]), tuple(filters))


def follows(rest: str) -> bool:
    """Tell whether *rest* is what may follow a noun in one written word.

    >>> follows("에서는"), follows("합니다"), follows("호출")
    (True, True, False)
    """
    return _SUFFIX.fullmatch(rest) is not None and not _NOUN.match(rest)
