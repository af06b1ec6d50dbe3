"""The page that is looked at, sent with the message about a build: the tab that shows it need not request it.

In:  the state after a build, the page that was sent last, and the files that have changed.
Out: the path and the HTML of the page, as a browser decodes the response to a request for it.
Must not: be required. A tab that shows another page, or has missed a message, requests its page.
"""

from byeoru.serve.client_script import insert_client
from byeoru.serve.files import open_file
from byeoru.serve.state import PreviewState


def pushed_page(
    folder: str, state: PreviewState, path: str, changed: tuple[str, ...], token: str
) -> dict[str, str] | None:
    """Return the page *path* in the *folder* of the preview; None if it has not *changed*, or cannot be read."""
    if path not in changed or path not in state.files:
        return None
    try:
        with open_file(folder, path) as file:
            data = insert_client(file.read(), **state.values_of(path, token))
    except OSError:
        return None
    return {"path": path, "html": data.decode("utf-8-sig", errors="replace")}
