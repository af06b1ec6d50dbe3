"""Ids of headings, as GitHub makes them."""

import unicodedata

_ALLOWED = ("L", "M", "Nd", "Nl", "Pc")


def heading_id(text: str, used: dict[str, int], *, is_slug: bool = False) -> str:
    """Return the id of a heading with this *text*, or with the explicit id *text*, and record it in *used*.

    The rule is that of github-slugger 2: lower case; letters, marks, decimal and letter numbers, connecting
    punctuation, "-" and spaces are kept; a space becomes "-"; the second heading of a name gets "-1".

    >>> taken = {}
    >>> [heading_id(text, taken) for text in ("C & C++ 비교", "팁 🎉", "팁 🎉")]
    ['c--c-비교', '팁-', '팁--1']
    """
    if not is_slug:
        allowed = (c for c in text.lower() if c in " -" or unicodedata.category(c).startswith(_ALLOWED))
        text = "".join(allowed).replace(" ", "-")
    base = name = text or "section"  # an id must not be empty
    while name in used:
        used[base] += 1
        name = f"{base}-{used[base]}"
    used[name] = 0
    return name
