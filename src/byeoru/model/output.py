"""Outputs: as planned, as rendered, and their dependencies."""

from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic

# The key of a result: the name of its query and the arguments, ("recent", "", 5), ("template", "post.html").
QueryKey = tuple[str | int, ...]


class Dependencies(NamedTuple):
    """The dependencies of an output."""

    results: tuple[tuple[QueryKey, str], ...]  # the queries that it made, with the digests of their results
    names: tuple[str, ...] = ()  # of what the site consists of, as far as these see it; without those of shared queries


class Output(NamedTuple):
    """A file that will exist, and its subject."""

    path: str  # in the output folder
    kind: str  # the name of its ``Kind``
    subject: str = ""  # the address, name or path that it shows
    number: int = 0  # of a list's page
    edition: str = ""  # that it belongs to; "" for the language of the site


class SourceFile(NamedTuple):
    """The file that an output is rendered from."""

    path: str  # in the project
    query: QueryKey  # the result is the digest of its bytes


class RenderedBytes(NamedTuple):
    """The bytes of an output, as a worker returns them."""

    output: Output
    data: bytes
    dependencies: Dependencies


class Artifact(NamedTuple):
    """A rendered file; its bytes are in the staging folder under their digest.

    Its dependencies are rows of the cache, packed by the process that rendered it: a site has thousands of artifacts
    at a time, and as values they take ten times the memory.
    """

    path: str
    digest: str
    shared: bytes  # queries that many outputs make, with the digests of their results
    unshared: bytes  # all other queries, likewise
    names: tuple[str, ...]  # as in ``Dependencies``
    source: tuple[QueryKey, str] | None = None  # of the file that it was rendered from: query and digest of the result


class Failed(NamedTuple):
    """An output that could not be rendered."""

    path: str
    problems: tuple[Diagnostic, ...]
    details: str = ""  # of an internal error: its traceback

    @property
    def is_endless(self) -> bool:
        """Tell whether a template reached its limit: the next page with the same template would take as long."""
        return any(problem.code == "template-limit" for problem in self.problems)
