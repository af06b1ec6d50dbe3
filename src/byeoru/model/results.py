"""The results of queries about one site and theme.

In:  a ``Site`` and a ``Theme``; the results of the site before it.
Out: results with digests, each computed once.
Must not: know which output queries. Outputs query through a ``Trace``.

A result has a key: the name of its query with the arguments, ``("posts", "", 3)``.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, TypeVar

from byeoru.model.durability import BODY, META, drop_lookups, valid_lookups
from byeoru.model.facts import Facts
from byeoru.model.link_graph import named_page
from byeoru.model.names import EVERY, GROUP, RESULT, of_result, result_named, summary_of, text_of
from byeoru.model.output import QueryKey
from byeoru.model.query import Query
from byeoru.model.site import Site
from byeoru.model.theme import Theme

D = TypeVar("D")


class Results(Facts):
    """The results of one site and theme, each computed and digested once."""

    def __init__(self, site: Site, theme: Theme, queries: Mapping[str, Query[Any, Any]]) -> None:
        """Take the site, the theme and the declared queries."""
        super().__init__(site, theme)
        self._queries = queries
        self.showing_texts = frozenset(name for name, query in queries.items() if query.sees_texts)
        self._values: dict[QueryKey, object] = {}  # returned by the functions of queries
        self._results: dict[QueryKey, object] = {}  # what outputs receive; many values are compared only
        self._digests: dict[QueryKey, str] = {}
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
        changed.update(self.site.search.changed_since(old.site.search))
        for name in self.site.links.changed_since(old.site.links):
            prefix, path = named_page(name)
            changed.update((name, prefix + self.site.by_source[path].summary.address) if prefix else (name,))
        vars(self).update(valid_lookups(old, META | BODY))
        known = vars(old)  # of the same class
        self._values = {key: value for key, value in known["_values"].items() if not self._shows(key, value, changed)}
        self._by_text = {path: keys & self._values.keys() for path, keys in known["_by_text"].items()}
        self._results = {key: result for key, result in known["_results"].items() if key in self._values}
        self._digests = {key: digest for key, digest in known["_digests"].items() if key in self._values}
        digests = old.summary_digests.items()
        self.summary_digests.update({address: digest for address, digest in digests if address not in changed})

    def _shows(self, key: QueryKey, value: object, changed: Collection[str]) -> bool:
        """Tell whether a result can differ after the texts and metadata of the documents *changed* have."""
        query = self._queries[str(key[0])]
        if not query.sees_words:
            return False
        names = query.documents(key[1:], value)
        return any(name in changed for name in (*names, *query.texts(key[1:], value)))

    def take(self, site: Site) -> None:
        """Replace the site by one that differs in texts and in what follows from them: links, the search index."""
        names = site.names_changed_since(self.site)
        self.site = site
        drop_lookups(self, BODY)
        for name in (EVERY, *names):
            for key in self._by_text.pop(name, ()):
                self._values.pop(key, None)
                self._results.pop(key, None)
                self._digests.pop(key, None)
                self._derived.pop(key, None)

    def result(self, key: QueryKey) -> Any:  # noqa: ANN401  (the query knows its type)
        """Return a result; raises ``KeyError`` for what does not exist."""
        if key not in self._results:
            self._results[key] = self._queries[str(key[0])].result(self, self.value(key))
        return self._results[key]

    def value(self, key: QueryKey) -> object:
        """Return what the function of a query returns; raises ``KeyError`` for what does not exist."""
        if key not in self._values:
            query = self._queries[str(key[0])]
            self._values[key] = query.function(self, *key[1:])
            if query.name in self.showing_texts:
                for path in self.texts_of(key):
                    self._by_text.setdefault(path, set()).add(key)
        return self._values[key]

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
            try:
                digest = self._queries[str(key[0])].digest(self.value(key), self.summary_digests)
            except KeyError:
                digest = ""
            self._digests[key] = digest
        return digest

    def names_of_all(self, keys: Iterable[QueryKey]) -> tuple[str, ...]:
        """Return the names of what results see, without those of shared queries, whose results are compared always."""
        unshared = (key for key in keys if not self._queries[str(key[0])].is_shared)
        return tuple(dict.fromkeys([name for key in unshared for name in self.names_of(key)]))

    def names_of(self, key: QueryKey) -> list[str]:
        """Return the names of what a result sees: it changes only if the key of one of them does.

        A query that does not declare the places that it sees is a name itself, whose key is the digest of its result.
        """
        query = self._queries[str(key[0])]
        try:
            value = self.value(key)
            places = None if query.places is None else query.places(self, key[1:])
        except KeyError:  # what it is about does not exist, so nothing of it has a name
            return [of_result(key)]
        names = [text_of(name) for name in self.texts_of(key)]
        pages = [*(query.documents(key[1:], value) if META in query.sees else ()), *(places or ())]
        names += [name if name.startswith(GROUP) else summary_of(self.path_of(name)) for name in pages]
        return names if places is not None else [*names, of_result(key)]

    def key(self, name: str) -> str:
        """Return the key of what a name stands for, "" if there is no such thing."""
        return self.digest(result_named(name)) if name.startswith(RESULT) else super().key(name)

    def texts_of(self, key: QueryKey) -> tuple[str, ...]:
        """Return the names of what texts can change that a result shows, with the paths of documents."""
        query = self._queries[str(key[0])]
        if not query.sees_texts:
            return ()
        return tuple([self.path_of(name) for name in query.texts(key[1:], self.value(key))])
