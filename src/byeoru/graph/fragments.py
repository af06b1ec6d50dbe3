"""Find the anchor that a link to a heading or a block means.

In:  what follows the `#` of a link, and the outline of the page that it leads to.
Out: an id, or the nearest one.
Must not: know where outlines come from.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from byeoru.base.paths import case_folded
from byeoru.base.text import nearest, slug
from byeoru.korean.jamo import order
from byeoru.model.content import Headings, Outline

_SEPARATORS = re.compile(r"[\W_]+")


def anchor_in_brackets(fragment: str, title: str, outline: Outline) -> str | None:
    """Return the id of a heading by its text, which those of headings above it may precede; or of a block.

    A heading that has this text is found before one that only looks like it. The heading that became the *title* of
    the page is its top, "".
    """
    if fragment.startswith("^"):
        wanted = case_folded(fragment)
        return next((anchor for anchor in outline.anchors if case_folded(anchor) == wanted), None)
    parts = [part.strip() for part in fragment.split("#") if part.strip()]
    found = _heading(parts, outline, case_folded) or _heading(parts, outline, slug)
    if not found and parts and slug(parts[0]) == slug(title):
        return _heading(parts[1:], outline, slug) or None if parts[1:] else ""
    return found or anchor_of(fragment, title, outline)


def anchor_of(fragment: str, title: str, outline: Outline) -> str | None:
    """Return the id that *fragment* is, or whose heading has that text, or the only one that differs in signs.

    Hexo keeps capitals and VuePress puts `_` before digits: `#Why-Closures` is `why-closures`, `#_1-준비` is `1-준비`.
    """
    if fragment in outline.anchors:
        return fragment
    if found := _heading([fragment], outline, slug):
        return found
    wanted = _plain(fragment)
    if alike := _by_plain(outline.anchors).get(wanted) if wanted else None:
        return alike
    return "" if wanted and wanted == _plain(slug(title)) else None


def nearest_anchor(fragment: str, outline: Outline) -> str:
    """Return the text of the heading, or the id of the block, that is most similar to *fragment*; "" if none is."""
    if fragment.startswith("^"):
        return nearest(fragment, (anchor for anchor in outline.anchors if anchor.startswith("^")))
    texts = {order(case_folded(text)): text for _, _, text in reversed(outline.headings)}
    return texts.get(nearest(order(case_folded(fragment.rpartition("#")[2].strip())), texts), "")


def _heading(parts: list[str], outline: Outline, form: Callable[[str], str]) -> str:
    """Return the id of the first heading with the last of *parts*, below headings with the others; "" if none is.

    *form* makes texts comparable.
    """
    wanted = [form(part) for part in parts]
    if not wanted or not all(wanted):
        return ""
    if len(wanted) == 1:
        return _by_text(outline.headings, form).get(wanted[0], "")
    above: list[tuple[int, int]] = []  # the headings that the next one is below: level, how many of *parts* they have
    for level, id_, text in outline.headings:
        while above and above[-1][0] >= level:
            above.pop()
        count = above[-1][1] if above else 0
        if form(text.strip()) == wanted[count]:
            count += 1
            if count == len(wanted):
                return id_
        above.append((level, count))
    return ""


@lru_cache(maxsize=64)  # a page may have as many links to another as that has headings
def _by_text(headings: Headings, form: Callable[[str], str]) -> dict[str, str]:
    return {form(text.strip()): id_ for _, id_, text in reversed(headings)}


@lru_cache(maxsize=64)
def _by_plain(anchors: tuple[str, ...]) -> dict[str, str]:
    """Return anchors by what remains of them without signs; "" where that is the same for several."""
    counts = Counter(map(_plain, anchors))
    return {plain: anchor if counts[plain] == 1 else "" for anchor in anchors if (plain := _plain(anchor))}


def _plain(id_: str) -> str:
    return _SEPARATORS.sub("-", case_folded(id_)).strip("-")
