"""Check how large one document is.

In:  the body of a document and the text of its file.
Out: problems with their locations.
Must not: check references; `graph` does.
"""

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.base.text import location_at
from byeoru.model.body import Body
from byeoru.model.content import Document

_PASTED = "data:image/"  # what an editor writes for a picture that was pasted into the text


def check_size(body: Body, document: Document, text: str) -> list[Diagnostic]:
    """Report a post that is too large for feeds, mostly because of pasted pictures; *text* is that of its file."""
    if not body.is_large or document.meta.date is None:
        return []
    at = text.find(_PASTED)
    location = Location(document.path) if at < 0 else location_at(text, at, document.path, len(_PASTED))
    return [warning("large-post", location, "" if at < 0 else "save-pasted-pictures", size=f"{body.size // 1000:,}")]
