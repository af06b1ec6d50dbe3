"""Check what the Markdown of one document refers to, and how large it is.

In:  the slots, the anchors and the body of a document.
Out: problems with their locations.
Must not: know another document; `graph` checks what leads to others.
"""

from byeoru.base.anchors import SUGGESTIONS, dead_anchor, is_dead
from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.base.paths import decode
from byeoru.base.text import location_at
from byeoru.model.body import Body
from byeoru.model.content import Document, Slot

_PASTED = "data:image/"  # what an editor writes for a picture that was pasted into the text


def check_anchors(slots: tuple[Slot, ...], anchors: frozenset[str], path: str) -> list[Diagnostic]:
    """Report links to anchors of the same page that it does not have."""
    links = ((slot, decode(slot.target[1:])) for slot in slots if slot.kind == "link" and slot.target.startswith("#"))
    dead = [(slot, fragment) for slot, fragment in links if is_dead(fragment, anchors)]
    name = path.rpartition("/")[2]
    return [
        dead_anchor(fragment, name, anchors, Location(path, *slot[2:]), suggests=number < SUGGESTIONS)
        for number, (slot, fragment) in enumerate(dead)
    ]


def check_size(body: Body, document: Document, text: str) -> list[Diagnostic]:
    """Report a post that is too large for feeds, mostly because of pasted pictures; *text* is that of its file."""
    if not body.is_large or document.meta.date is None:
        return []
    at = text.find(_PASTED)
    location = Location(document.path) if at < 0 else location_at(text, at, document.path, len(_PASTED))
    return [warning("large-post", location, "" if at < 0 else "save-pasted-pictures", size=f"{body.size // 1000:,}")]
