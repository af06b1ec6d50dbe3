"""Say in a body how large its pictures are, so that the text below does not jump when they arrive.

In:  the HTML on both sides of a slot, and where the slot leads.
Out: the HTML behind it, with `width` and `height` if it is a picture of the site that its author gave neither.
"""

import re

from byeoru.base.paths import cut
from byeoru.model.traced import Trace

# The tag that a slot stands in: what of it is before the slot, and what behind.
_BEFORE = re.compile(r"""<img\s(?:[^<>"']|"[^"]*"|'[^']*')*$""", re.IGNORECASE)
_BEHIND = re.compile(r""""(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_SIZED = re.compile(r"""\s(?:width|height)\s*=|\sstyle\s*=[^>]*(?:width|height)""", re.IGNORECASE)


def sized(before: str, behind: str, target: str, trace: Trace) -> str:
    """Return what stands *behind* a slot that fills the attribute at the end of *before* and leads to *target*."""
    start = max(before.rfind("<img"), before.rfind("<IMG"))
    begins = _BEFORE.match(before[:-5], start) if start >= 0 else None
    ends = _BEHIND.match(behind)
    if begins is None or ends is None or _SIZED.search(begins[0]) or _SIZED.search(ends[0]):
        return behind
    width, height = trace.size(cut(target)[0])
    return f'" width="{width}" height="{height}"{behind[1:]}' if width else behind
