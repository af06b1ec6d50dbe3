"""Tell which pages are those of the texts that were saved, and to which of them `--follow` leads.

In:  what is shown after a build, with the sources that were saved and the reason for which each output was made.
Out: their paths; the address of the one text that has changed or is new, "" where there is none or more than one.
Must not: follow what changed for another reason: a list, a neighbour, a whole site that got another template.
"""

from byeoru.base.paths import encode, file_of
from byeoru.serve.state import PreviewState


def pages_of_saved(state: PreviewState, changed: tuple[str, ...]) -> list[str]:
    """Return the changed outputs that are pages of the texts that were saved."""
    if state.site is None:
        return []
    pages = [state.site.by_source[path] for path in state.saved if path in state.site.by_source]
    return [path for page in pages if (path := file_of(page.ref.address)) in changed]


def address_of_changed(state: PreviewState) -> str:
    """Return the address, as browsers write it, of the page whose own text has changed."""
    found = [
        path
        for path, reason in state.report.reasons
        if (document := state.document(path)) and (reason[0] == "new" or reason[:2] == ("page", document.path))
    ]
    return encode(f"{state.base}/{found[0].removesuffix('index.html')}") if len(found) == 1 else ""
