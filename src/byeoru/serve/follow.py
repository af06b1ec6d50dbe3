"""Find the pages of the saved sources, and the page that `--follow` opens.

In:  the state after a build, with the saved sources and the reason why each output was rebuilt.
Out: paths of pages; the address of the one page whose own source is new or changed, "" if there is none or several.
Must not: follow a page that was rebuilt for another reason: a list, a neighbour, a changed template.
"""

from byeoru.base.paths import encode, file_of
from byeoru.serve.state import PreviewState


def pages_of_saved(state: PreviewState, changed: tuple[str, ...]) -> list[str]:
    """Return the changed outputs that are pages of the saved sources."""
    if state.site is None:
        return []
    pages = [state.site.by_source[path] for path in state.saved if path in state.site.by_source]
    return [path for page in pages if (path := file_of(page.summary.address)) in changed]


def address_of_changed(state: PreviewState) -> str:
    """Return the percent-encoded address of the page whose own source has changed."""
    paths = [
        path
        for path, reason in state.report.reasons
        if (document := state.document(path)) and (reason[0] == "new" or reason[:2] == ("page", document.path))
    ]
    return encode(f"{state.base}/{paths[0].removesuffix('index.html')}") if len(paths) == 1 else ""
