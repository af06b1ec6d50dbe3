"""The documents of a site, as a mapping that reads each where it is asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from byeoru.base.diagnostic import Outcome
from byeoru.model.content import Document


class KnownDocuments(Mapping[str, Document]):
    """Documents of a table by their paths, each read where it is asked for."""

    def __init__(self, paths: Iterable[str], known: Callable[[str], Outcome[Document | None]]) -> None:
        """Take the *paths* at which there are documents."""
        self._paths, self._known = dict.fromkeys(paths), known

    def __getitem__(self, path: str) -> Document:
        """Return one document; raises ``Overtaken`` like ``Documents.known``."""
        document = self._known(path).value if path in self._paths else None
        if document is None:
            raise KeyError(path)
        return document

    def __contains__(self, path: object) -> bool:
        """Tell whether there is a document, without reading it."""
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        """Yield all paths."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Return the number of documents."""
        return len(self._paths)
