"""What a query is: a function of the site, declared with everything that caching and reporting must know of it.

In:  a function of ``Facts`` and of texts and numbers, and its declaration.
Out: ``Query``.
Must not: know any query; they are declared in `queries`, by subject.

Adding a query is one declaration there:

    @query(sees=ORDER, reason=("…", "dates of posts changed"))
    def days(facts: Facts, edition: str) -> tuple[str, ...]: ...

A query for summaries of pages returns their addresses; the summaries are looked up where an output makes it, as most
builds only compare digests:

    @page_query(reason=("…", "the {1} newest posts"))
    def recent(facts: Facts, edition: str, count: int) -> Addresses: ...

`tests/model/test_queries.py` changes one thing of a site after the other and compares the results with the declaration.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from byeoru.base.digest import digest_of, digest_text
from byeoru.model.durability import BODY, META, NOTHING, ORDER, Sees
from byeoru.model.facts import Facts, Summaries
from byeoru.model.link_graph import EVERY_LINK, to_page
from byeoru.model.names import EVERY
from byeoru.model.output import QueryKey
from byeoru.model.site import Page

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Addresses = tuple[str, ...]
# The documents whose metadata or texts a result shows, by path or address, from the arguments and the returned value.
Documents = Callable[[QueryKey, Any], Iterable[str]]
# The pages, by path or address, and the groups that decide which documents a result shows, from the arguments.
Places = Callable[[Facts, QueryKey], Iterable[str]]
# The digest of a returned value, with the digests of all summaries by address.
Digest = Callable[[Any, Mapping[str, str]], str]


def every_document(_: QueryKey, __: object) -> tuple[str, ...]:
    """Return what a query names that selects or orders pages by what it sees of them."""
    return (EVERY,)


def in_result(_: QueryKey, addresses: Addresses) -> Addresses:
    """Return the pages that a result lists."""
    return addresses


def no_text(_: QueryKey, __: object) -> tuple[str, ...]:
    """Return what a query names that no text can change."""
    return ()


def first_argument(arguments: QueryKey, _: object) -> tuple[str, ...]:
    """Return the document that a query is about."""
    return (str(arguments[0]),)


def place_of_first(_: Facts, arguments: QueryKey) -> tuple[str, ...]:
    """Return what decides a result that follows from one page alone."""
    return (str(arguments[0]),)


def links_of_first(arguments: QueryKey, _: object) -> tuple[str, ...]:
    """Return the links to the document that a query is about, and its text, whose key covers the links from it."""
    return to_page(str(arguments[0])), str(arguments[0])


def every_link(_: QueryKey, __: object) -> tuple[str, ...]:
    """Return what a query names that compares the links of all documents."""
    return (EVERY_LINK,)


def of_value(value: object, _: Mapping[str, str]) -> str:
    """Return the digest of a plain result."""
    return digest_of(value)


def of_summaries(addresses: Addresses, digests: Mapping[str, str]) -> str:
    """Return the digest of a list of pages; most are the post before or after one, whose digest is that of the list."""
    if len(addresses) == 1:
        return digests[addresses[0]]
    return digest_text("".join([digests[address] for address in addresses]))


def of_page(page: Page, digests: Mapping[str, str]) -> str:
    """Return the digest of all that a page shows of itself: its key covers its text and its front matter."""
    address = page.summary.address
    return digest_text("\n".join((page.text_key, address, *page.translations, digests[address])))


def _same(_: Facts, value: T) -> T:
    return value


@dataclass(frozen=True)
class Query(Generic[P, T_co]):
    """A declared query. Its name and arguments are the key of a result."""

    name: str
    function: Callable[Concatenate[Facts, P], object]
    result: Callable[[Facts, Any], T_co]  # from the value that the function returns
    sees: Sees  # changes of other parts do not change results
    documents: Documents  # of which it sees the metadata or the text
    texts: Documents  # whose keys tell whether an edit of a text can change a result: documents, shards, links
    places: Places | None  # where they follow from few pages or groups; else an edit of any metadata asks it again
    sees_terms: bool  # which pages it shows, or in which order, depends on their tags
    is_shared: bool  # many outputs make it alike, so their records share one list of such dependencies
    reason: tuple[str, str]  # why an output is rebuilt whose result has changed, in Korean and English
    digest: Digest

    @cached_property
    def sees_texts(self) -> bool:
        """Tell whether an edit of a text can change a result."""
        return BODY in self.sees

    @cached_property
    def sees_words(self) -> bool:
        """Tell whether a result can change when documents keep their positions and only their words change."""
        return bool(self.sees & (META | BODY))

    def __call__(self, facts: Facts, *arguments: P.args, **named: P.kwargs) -> T_co:
        """Return the result; raises ``KeyError`` for what does not exist."""
        return self.result(facts, self.function(facts, *arguments, **named))


def query(
    *,
    sees: Sees,
    reason: tuple[str, str],
    documents: Documents = every_document,
    texts: Documents | None = None,
    places: Places | None = None,
    terms: bool = False,
    shared: bool = False,
    digest: Digest = of_value,
) -> Callable[[Callable[Concatenate[Facts, P], T]], Query[P, T]]:
    """Declare a function to be a query of its name.

    *documents* matters where *sees* names ``META`` or ``BODY``: an edit of any other document leaves the result.
    *texts* are less than these where a query sees the metadata of more documents than those whose texts it shows.
    *places* are worth declaring for a query that is made for every page. It must not read settings, theme or files.
    *terms* tells that tags decide more than the summaries that a result shows: which pages these are, or how many.
    """
    if shared and BODY in sees:
        raise ValueError("where only texts have changed, shared lists of dependencies are not looked at")

    def declared(function: Callable[Concatenate[Facts, P], T]) -> Query[P, T]:
        name = function.__name__
        return Query(name, function, _same, sees, documents, texts or documents, places, terms, shared, reason, digest)

    return declared


def page_query(
    *,
    reason: tuple[str, str],
    documents: Documents = in_result,
    texts: Documents = no_text,
    places: Places | None = None,
    terms: bool = False,
    shared: bool = False,
) -> Callable[[Callable[Concatenate[Facts, P], Addresses]], Query[P, Summaries]]:
    """Declare a function that returns addresses to be a query for the summaries of these pages.

    *texts* decide which pages these are, if texts do: mostly links.
    """

    def declared(function: Callable[Concatenate[Facts, P], Addresses]) -> Query[P, Summaries]:
        sees, name = ORDER | META | (NOTHING if texts is no_text else BODY), function.__name__
        return Query(
            name, function, Facts.summaries, sees, documents, texts, places, terms, shared, reason, of_summaries
        )

    return declared
