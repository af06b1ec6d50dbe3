"""Ids of headings, as GitHub makes them."""

import re
import unicodedata

_ALLOWED = ("L", "M", "Nd", "Nl", "Pc")
# ASCII characters that are left out, and those that most headings consist of: no other needs to be looked up.
_MARKS, _KNOWN = re.compile(r"[!-,./:-@\[-^`{-~]"), re.compile("[ 0-9a-z_가-힣-]*")


def heading_id(text: str, used: dict[str, int], *, is_slug: bool = False) -> str:
    """Return the id of a heading with this *text*, or with the explicit id *text*, and record it in *used*.

    The rule is that of github-slugger 2: lower case; letters, marks, decimal and letter numbers, connecting
    punctuation, "-" and spaces are kept; a space becomes "-"; the second heading of a name gets "-1".

    >>> taken = {}
    >>> [heading_id(text, taken) for text in ("C & C++ 비교", "팁 🎉", "팁 🎉")]
    ['c--c-비교', '팁-', '팁--1']
    """
    if not is_slug:
        text = _MARKS.sub("", text.lower())
        if not _KNOWN.fullmatch(text):
            text = "".join([c for c in text if c in " -" or unicodedata.category(c).startswith(_ALLOWED)])
        text = text.replace(" ", "-")
    base = name = text or "section"  # an id must not be empty
    while name in used:
        used[base] += 1
        name = f"{base}-{used[base]}"
    used[name] = 0
    return name
