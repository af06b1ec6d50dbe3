"""Ids of headings, as GitHub makes them."""

import unicodedata

_KEPT = ("L", "M", "Nd", "Nl", "Pc")


def heading_id(text: str, taken: dict[str, int], *, is_slug: bool = False) -> str:
    """Return the id for a heading that reads *text*, or is to have the id *text*, and count it in *taken*.

    The rule is that of github-slugger 2: lower case; letters, marks, decimal and letter numbers, connecting
    punctuation, "-" and spaces stay; a space becomes "-"; a second of the same name gets "-1".

    >>> taken = {}
    >>> [heading_id(text, taken) for text in ("C & C++ 비교", "팁 🎉", "팁 🎉")]
    ['c--c-비교', '팁-', '팁--1']
    """
    if not is_slug:
        kept = (c for c in text.lower() if c in " -" or unicodedata.category(c).startswith(_KEPT))
        text = "".join(kept).replace(" ", "-")
    base = name = text or "section"  # an empty id is none
    while name in taken:
        taken[base] += 1
        name = f"{base}-{taken[base]}"
    taken[name] = 0
    return name
