"""Choose the page to which `--follow` leads: that of the one text that a build has found changed or new.

In:  why each output was made, and the documents by the files of their pages.
Out: an address, "" where there is none or more than one.
Must not: follow what changed for another reason: a list, a neighbour, a whole site that got another template.
"""

from collections.abc import Mapping

from byeoru.base.paths import encode
from byeoru.model.content import Document
from byeoru.model.project import Report


def address_of_changed(report: Report, documents: Mapping[str, Document], base: str) -> str:
    """Return the address, as browsers write it, of the page whose own text has changed."""
    found = [
        path
        for path, reason in report.reasons
        if path in documents and (reason[0] == "new" or reason[:2] == ("page", documents[path].path))
    ]
    return encode(f"{base}/{found[0].removesuffix('index.html')}") if len(found) == 1 else ""
