"""Queries about links between pages: which ones lead to a page.

In:  ``Facts``, and the address of a page.
Out: values of the model, with sentences as their digests; ``KeyError`` for what does not exist.
Must not: read a sentence; the words of links travel with the task.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from byeoru.base.digest import digest_text
from byeoru.model.durability import BODY, META, ORDER
from byeoru.model.facts import Facts
from byeoru.model.link_graph import Ref, to_page
from byeoru.model.output import QueryKey
from byeoru.model.query import query
from byeoru.model.site import PageSummary

_SHOWN = 50  # pages; the most linked note of a large vault has 2,000 backlinks
_SENTENCES = 3  # of one page: a table of contents may link to each section


class Sentence(NamedTuple):
    """A link with the words around it, which a page shows that it leads to."""

    digest: str  # of its words
    label: str  # that the site gives the link; "" if the author did


class Backlink(NamedTuple):
    """A page that links to another."""

    summary: PageSummary
    sentences: tuple[Sentence, ...]  # in the order of its text


class Backlinks(NamedTuple):
    """The pages that refer to one, the last updated first."""

    linking: tuple[Backlink, ...]
    more_linking: int  # besides these
    embedding: tuple[PageSummary, ...]
    more_embedding: int

    def summaries(self) -> Iterator[PageSummary]:
        """Yield the pages that are shown."""
        yield from (backlink.summary for backlink in self.linking)
        yield from self.embedding


def _documents(_: QueryKey, found: Backlinks) -> list[str]:
    return [summary.address for summary in found.summaries()]


def _texts(arguments: QueryKey, _: Backlinks) -> tuple[str, ...]:
    return (to_page(str(arguments[0])),)


def _places(facts: Facts, arguments: QueryKey) -> list[str]:
    address = str(arguments[0])
    incoming = facts.site.links.incoming.get(facts.site.by_address[address].document.path, ())
    return [address, *(ref.path for ref in incoming)]


def _digest(found: Backlinks, digests: Mapping[str, str]) -> str:
    sentences = [f"{one.digest} {one.label}" for backlink in found.linking for one in (*backlink.sentences, _END)]
    pages = [digests[summary.address] for summary in found.summaries()]
    return digest_text("\n".join((f"{found.more_linking} {found.more_embedding}", *pages, *sentences)))


_END = Sentence("", "")  # of the sentences of one page


@query(
    sees=ORDER | META | BODY,
    documents=_documents,
    texts=_texts,
    places=_places,
    digest=_digest,
    reason=("이 페이지로 오는 링크 변경", "links to the page changed"),
)
def backlinks(facts: Facts, address: str) -> Backlinks:
    """Return the listed pages that link to one, with their sentences, and those that embed it."""
    path = facts.site.by_address[address].document.path
    by_source: dict[str, list[Ref]] = defaultdict(list)
    for ref in facts.site.links.incoming.get(path, ()):
        by_source[ref.path].append(ref)
    sources = _last_updated_first(facts, by_source)
    linking = [page for page in sources if not all(ref.is_embed for ref in by_source[page.path])]
    embedding = [page for page in sources if any(ref.is_embed for ref in by_source[page.path])]
    return Backlinks(
        tuple(Backlink(page.summary, _sentences(by_source[page.path])) for page in linking[:_SHOWN]),
        max(0, len(linking) - _SHOWN),
        tuple(page.summary for page in embedding[:_SHOWN]),
        max(0, len(embedding) - _SHOWN),
    )


class _Source(NamedTuple):
    path: str
    summary: PageSummary


def _last_updated_first(facts: Facts, paths: Iterable[str]) -> list[_Source]:
    """Return the listed pages of the documents at *paths*; those without a date last, by path."""
    pages = [facts.site.by_source[path] for path in paths]
    sources = [_Source(page.document.path, page.summary) for page in pages if not page.document.is_unlisted]
    return sorted(sources, key=_age)


def _age(source: _Source) -> tuple[float, str]:
    moment = source.summary.meta.updated or source.summary.meta.date
    return (-moment.timestamp() if moment else float("inf"), source.path)


def _sentences(refs: list[Ref]) -> tuple[Sentence, ...]:
    """Return the sentences of links, each once; a link without words has none."""
    sentences = (Sentence(ref.mention, ref.label) for ref in refs if ref.mention and not ref.is_embed)
    return tuple(dict.fromkeys(sentences))[:_SENTENCES]
