"""Choose the page to which `--follow` leads: that of the one text that a build has found changed or new.

In:  what is shown after a build, with the reason for which each output was made.
Out: an address, "" where there is none or more than one.
Must not: follow what changed for another reason: a list, a neighbour, a whole site that got another template.
"""

from byeoru.base.paths import encode
from byeoru.serve.shown import Shown


def address_of_changed(shown: Shown) -> str:
    """Return the address, as browsers write it, of the page whose own text has changed."""
    found = [
        path
        for path, reason in shown.report.reasons
        if (document := shown.document(path)) and (reason[0] == "new" or reason[:2] == ("page", document.path))
    ]
    return encode(f"{shown.base}/{found[0].removesuffix('index.html')}") if len(found) == 1 else ""
