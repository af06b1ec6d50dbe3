"""The results of queries about one site and theme.

In:  a ``Site`` and a ``Theme``; the results of the site before it.
Out: results with digests, each computed once.
Must not: know which output queries. Outputs query through a ``Trace``.

A result has a key: the name of its query with the arguments, ``("posts", "", 3)``.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, TypeVar

from byeoru.base.digest import digest_text
from byeoru.model.content import Document
from byeoru.model.durability import BODY, META, drop_lookups, valid_lookups
from byeoru.model.facts import EVERY, Facts
from byeoru.model.output import QueryKey
from byeoru.model.query import Query
from byeoru.model.site import PageSummary, Site
from byeoru.model.theme import Theme

D = TypeVar("D")


class Results(Facts):
    """The results of one site and theme, each computed and digested once."""

    def __init__(self, site: Site, theme: Theme, queries: Mapping[str, Query[Any, Any]]) -> None:
        """Take the site, the theme and the declared queries."""
        super().__init__(site, theme)
        self._queries = queries
        self._results: dict[QueryKey, object] = {}
        self._digests: dict[QueryKey, str] = {}
        self._summary_digests: dict[str, str] = {}
        self._by_text: dict[str, set[QueryKey]] = {}  # keys of the results that show the text of a document
        self._derived: dict[QueryKey, dict[Callable[[Any], Any], Any]] = {}

    def reuse_valid(self, old: "Results") -> None:
        """Reuse the results of *old* that are still valid, if no page was moved or added since.

        By their declarations, these are the results that show no document whose text or metadata has changed.
        """
        rewritten = self.site.rewritten_since(old.site) if self.theme is old.theme else None
        if rewritten is None:
            return
        changed = {name for page in rewritten for name in (EVERY, page.document.path, page.summary.address)}
        vars(self).update(valid_lookups(old, META | BODY))
        known = old._results, old._digests, old._summary_digests  # noqa: SLF001  (of the same class)
        self._results = {key: result for key, result in known[0].items() if not self._shows(key, result, changed)}
        self._by_text = {path: keys & self._results.keys() for path, keys in old._by_text.items()}  # noqa: SLF001
        self._digests = {key: digest for key, digest in known[1].items() if key in self._results}
        self._summary_digests = {address: digest for address, digest in known[2].items() if address not in changed}

    def _shows(self, key: QueryKey, result: object, changed: Collection[str]) -> bool:
        """Tell whether a result can differ after the texts and metadata of the documents *changed* have."""
        query = self._queries[str(key[0])]
        return query.sees_words and any(name in changed for name in query.documents(key[1:], result))

    def take(self, documents: Iterable[Document]) -> None:
        """Replace the texts of *documents*; nothing else in them has changed."""
        documents = tuple(documents)
        self.site = self.site.with_texts(documents)
        drop_lookups(self, BODY)
        for name in (EVERY, *(document.path for document in documents)):
            for key in self._by_text.pop(name, ()):
                self._results.pop(key, None)
                self._digests.pop(key, None)
                self._derived.pop(key, None)

    def result(self, key: QueryKey) -> object:
        """Return a result; raises ``KeyError`` for what does not exist."""
        if key not in self._results:
            query = self._queries[str(key[0])]
            self._results[key] = query.function(self, *key[1:])
            if query.sees_texts:
                for path in self.texts_of(key):
                    self._by_text.setdefault(path, set()).add(key)
        return self._results[key]

    def derived(self, function: Callable[[Any], D], key: QueryKey) -> D:
        """Return what *function* computes of a result, once: a thousand parts of a series show the same list."""
        known = self._derived.setdefault(key, {})
        if function not in known:
            known[function] = function(self.result(key))
        value: D = known[function]
        return value

    def digest(self, key: QueryKey) -> str:
        """Return the digest of a result; "" if its subject no longer exists."""
        digest = self._digests.get(key)
        if digest is None:
            digest = self._digests[key] = self._digest(key)
        return digest

    def _digest(self, key: QueryKey) -> str:
        try:
            result = self.result(key)
        except KeyError:
            return ""
        return self._queries[str(key[0])].digest(result, self.summary_digest)

    def summary_digest(self, summary: PageSummary) -> str:
        """Return the digest of a summary."""
        digest = self._summary_digests.get(summary.address)
        if digest is None:
            digest = self._summary_digests[summary.address] = digest_text(summary.words)
        return digest

    def texts_of(self, key: QueryKey) -> tuple[str, ...]:
        """Return the paths of the documents whose texts a result shows."""
        query = self._queries[str(key[0])]
        if not query.sees_texts:  # as most
            return ()
        return tuple(self.path_of(name) for name in query.documents(key[1:], self.result(key)))
