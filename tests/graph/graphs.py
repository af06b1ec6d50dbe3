"""Documents and sites in memory, created by the stages themselves, for the tests of `graph`."""

from collections.abc import Mapping
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic
from byeoru.graph.links import resolve
from byeoru.graph.site import connect
from byeoru.model.content import Document, Parsed, Source
from byeoru.model.reserved import Reserved
from byeoru.model.settings import Settings
from byeoru.model.site import Page, Site
from byeoru.parse.document import parse

SETTINGS = Settings(title="시험")


class Connected(NamedTuple):
    """A site, and the problems reported while connecting its documents."""

    site: Site
    problems: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        """Return `path code` of each problem."""
        return [f"{one.location.path} {one.code}" for one in self.problems]

    @property
    def addresses(self) -> dict[str, str]:
        """Return the address of each document."""
        return {page.document.path: page.summary.address for page in self.site.pages}

    def page(self, path: str) -> Page:
        """Return the page of one document."""
        return next(page for page in self.site.pages if page.document.path == path)


def parsed(texts: Mapping[str, str], settings: Settings = SETTINGS) -> dict[str, Parsed]:
    """Return the parsed texts by path."""
    by_path = {}
    for path, text in sorted(texts.items()):
        one = parse(Source(path, text.encode(), "", path), settings.parsing).value
        assert one is not None
        by_path[path] = one
    return by_path


def documents(texts: Mapping[str, str], settings: Settings = SETTINGS) -> tuple[Document, ...]:
    """Return the documents of texts by their path."""
    return tuple(one.document for one in parsed(texts, settings).values())


def connected(
    texts: Mapping[str, str],
    *,
    hidden: Mapping[str, str] | None = None,
    files: tuple[str, ...] = (),
    settings: Settings = SETTINGS,
) -> Connected:
    """Connect texts, with hidden documents and files at some paths."""
    by_path = parsed(texts, settings)
    everything = by_path | parsed(hidden or {}, settings)
    outcome = connect(
        tuple(one.document for one in by_path.values()),
        documents(hidden or {}, settings),
        dict.fromkeys(files, "digest"),
        {},
        settings,
        lambda document, address, index: (
            resolve(
                everything[document.path].slots, document.path, address, index, lambda path: by_path[path].outline
            ).outcome
        ),
        Reserved(common=("/", "/tags/"), once=("/feed.xml",), per_section=("/:section/",)),
    )
    return Connected(outcome.value, outcome.problems)
