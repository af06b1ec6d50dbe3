"""mdBook: `book.toml` and the folder `src`.

Source: rust-lang.github.io/mdBook, «General configuration» (`book.src`), «SUMMARY.md».
"""

from byeoru.base.diagnostic import Outcome
from byeoru.model.content import Conventions, Document
from byeoru.model.origin import Origin
from byeoru.origins.program import Program, Tree
from byeoru.origins.routes import below, prefixed, route
from byeoru.origins.values import read_values

_CONFIGURATION = "book.toml"
_FOLDER_PAGES = ("readme", "index")


def _recognizes(tree: Tree) -> bool:
    return tree.first(_CONFIGURATION) != ""


def _read(tree: Tree) -> Outcome[Origin]:
    values, problems = read_values(_CONFIGURATION, tree.text(_CONFIGURATION))
    origin = Origin(
        program="mdbook",
        configuration=(_CONFIGURATION,),
        title=values.text("book.title"),
        url=prefixed(values.text("output.html.site-url")),
        language=values.text("book.language"),
        conventions=Conventions("mdbook", tree.content or "src"),
    )
    return Outcome(origin, problems)


def _addresses(document: Document, origin: Origin) -> tuple[str, ...]:
    """Return the address in mdBook: the path with `.html`; a README is the page of its folder."""
    return (route(below(document.path, origin.conventions.root), ".html", index=_FOLDER_PAGES),)


PROGRAM = Program("mdbook", "mdBook", _recognizes, _read, _addresses, rank=0)
