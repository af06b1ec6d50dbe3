"""Links to anchors that do not exist.

In:  the fragment of a link, and the anchors of the page that it leads to.
Out: a warning with the nearest anchor.
Must not: know where anchors come from.
"""

from collections.abc import Collection

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.base.text import nearest

SUGGESTIONS = 20  # of one file: each is a comparison with all anchors

# What browsers and scripts interpret themselves: the top of the page, a text to search for, and the address of a view.
_SPECIAL = {"", "top", "none"}
_OF_SCRIPTS = ("!", "/", ":~:")


def is_dead(fragment: str, anchors: Collection[str]) -> bool:
    """Tell whether the decoded *fragment* names none of *anchors*.

    >>> [is_dead(fragment, {"a"}) for fragment in ("a", "b", "top", "!/view", ":~:text=b")]
    [False, True, False, False, False]
    """
    return fragment not in anchors and fragment.lower() not in _SPECIAL and not fragment.startswith(_OF_SCRIPTS)


def dead_anchor(
    fragment: str, page: str, anchors: Collection[str], location: Location, *, suggests: bool
) -> Diagnostic:
    """Return the warning that *page* has no *fragment*, with the nearest of its *anchors* if it *suggests* one."""
    near = nearest(fragment, anchors) if suggests else ""
    hint = "did-you-mean" if near else "link-to-a-heading"
    return warning("dead-anchor", location, hint, fragment=fragment, page=page, near=f"#{near}")
