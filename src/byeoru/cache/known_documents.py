"""The documents of a site, as a mapping that reads each where it is asked for."""

from collections.abc import Callable, Iterable

from byeoru.base.diagnostic import Outcome
from byeoru.base.mappings import ByNeed
from byeoru.model.content import Document


class KnownDocuments(ByNeed[Document]):
    """Documents of a table by their paths, each read where it is asked for."""

    def __init__(self, paths: Iterable[str], known: Callable[[str], Outcome[Document | None]]) -> None:
        """Take the *paths* at which there are documents."""
        super().__init__(dict.fromkeys(paths))
        self._read = known

    def __getitem__(self, path: str) -> Document:
        """Return one document; raises ``Overtaken`` like ``Documents.known``."""
        document = self._read(path).value if path in self else None
        if document is None:
            raise KeyError(path)
        return document
