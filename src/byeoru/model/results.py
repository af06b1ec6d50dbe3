"""The results of queries about one site and theme.

In:  a ``Site`` and a ``Theme``; the results of the site before it.
Out: results with digests, each computed once.
Must not: know which output queries. Outputs query through a ``Trace``.

A result has a key: the name of its query with the arguments, ``("posts", "", 3)``.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from byeoru.model.changed_names import names_changed
from byeoru.model.durability import BODY, META, drop_lookups, valid_lookups
from byeoru.model.facts import Facts
from byeoru.model.link_graph import named_page
from byeoru.model.names import EVERY, NEAR, RESULT, of_result, result_named, summary_of, text_of
from byeoru.model.output import QueryKey
from byeoru.model.query import Query
from byeoru.model.site import Site
from byeoru.model.theme import Theme

D = TypeVar("D")

# Summaries in one result; more are named by the name of all summaries, because each part of a series shows all of it,
# which would be a million names for a thousand parts. Any edit of a summary compares such results by their digests.
_MANY = 100


class Results(Facts):
    """The results of one site and theme, each computed and digested once."""

    def __init__(self, site: Site, theme: Theme, queries: Mapping[str, Query[Any, Any]]) -> None:
        """Take the site, the theme and the declared queries."""
        super().__init__(site, theme)
        self._queries = queries
        self._named = lru_cache(maxsize=1 << 11)(self._name_of)  # each page is listed by a dozen others
        self._values: dict[QueryKey, object] = {}  # returned by the functions of queries
        self._results: dict[QueryKey, object] = {}  # what outputs receive; many values are compared only
        self._digests: dict[QueryKey, str] = {}
        self._by_name: dict[
            str, set[QueryKey]
        ] = {}  # keys of results by the names of the summaries and texts they show
        self._unindexed: list[QueryKey] = []  # results that are not among these yet
        self._derived: dict[QueryKey, dict[Callable[[Any], Any], Any]] = {}

    def reuse_valid(self, old: "Results") -> None:
        """Reuse the results of *old* that are still valid, if no page was moved or added since.

        By their declarations, these are the results that show no document whose text or metadata has changed. The
        digests of summaries are reused anyway.
        """
        self.summary_digests = old.summary_digests.after(old.site, self.site, names_changed(self.site, old.site))
        rewritten = self.site.rewritten_since(old.site) if self.theme is old.theme else None
        if rewritten is None:
            return
        changed = {name for page in rewritten for name in (EVERY, page.document.path, page.summary.address)}
        changed.update(self.site.search.changed_since(old.site.search))
        for name in self.site.links.changed_since(old.site.links):
            prefix, path = named_page(name)
            changed.update((name, prefix + self.site.by_source[path].summary.address) if prefix else (name,))
        old._index()  # noqa: SLF001  (of the same class)
        vars(self).update(valid_lookups(old, META | BODY))
        known = vars(old)  # of the same class
        self._values = {key: value for key, value in known["_values"].items() if not self._shows(key, value, changed)}
        self._by_name = {name: keys & self._values.keys() for name, keys in known["_by_name"].items()}
        self._results = {key: result for key, result in known["_results"].items() if key in self._values}
        self._digests = {key: digest for key, digest in known["_digests"].items() if key in self._values}

    def _shows(self, key: QueryKey, value: object, changed: Collection[str]) -> bool:
        """Tell whether a result can differ after the texts and metadata of the documents *changed* have."""
        query = self._queries[str(key[0])]
        if not query.sees_words:
            return False
        names = query.documents(key[1:], value)
        return any(name in changed for name in (*names, *query.texts(key[1:], value)))

    def take(self, site: Site) -> None:
        """Replace the site by one whose pages are listed alike: texts and words differ, links, the search index."""
        self._index()
        names = names_changed(site, self.site)
        self.summary_digests = self.summary_digests.after(self.site, site, names)
        self.site = site
        drop_lookups(self, META | BODY)
        for name in names:
            for key in self._by_name.pop(name, ()):
                self._values.pop(key, None)
                self._results.pop(key, None)
                self._digests.pop(key, None)
                self._derived.pop(key, None)

    def _index(self) -> None:
        for key in self._unindexed:
            for name in self._words_of(key):
                self._by_name.setdefault(name, set()).add(key)
        self._unindexed.clear()

    def forget_unshared(self) -> None:
        """Forget the results that few outputs share: a worker renders thousands, and hardly asks for them again."""
        tables: tuple[dict[QueryKey, Any], ...] = (self._values, self._results, self._digests, self._derived)
        for table in tables:
            for key in [key for key in table if not self._queries[str(key[0])].is_shared]:
                del table[key]
        self._unindexed.clear()  # an index finds what an edit changes; a worker sees no edit

    def result(self, key: QueryKey) -> Any:  # noqa: ANN401  (the query knows its type)
        """Return a result; raises ``KeyError`` for what does not exist."""
        if key not in self._results:
            self._results[key] = self._queries[str(key[0])].result(self, self.value(key))
        return self._results[key]

    def value(self, key: QueryKey) -> object:
        """Return what the function of a query returns; raises ``KeyError`` for what does not exist."""
        if key not in self._values:
            self._values[key] = self._queries[str(key[0])].function(self, *key[1:])
            self._unindexed.append(key)
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
        """Return the names of what results see. Shared lists are names themselves; the other shared ones need none."""
        names: dict[str, None] = {}
        for key in keys:
            query = self._queries[str(key[0])]
            if not query.is_shared:
                names |= dict.fromkeys(self.names_of(key))
            elif query.sees_words:
                names[of_result(key)] = None
        return tuple(names)

    def names_of(self, key: QueryKey) -> list[str]:
        """Return the names of what a result sees: it changes only if the key of one of them does.

        A query that does not declare the places that it sees is a name itself, whose key is the digest of its result.
        """
        query = self._queries[str(key[0])]
        try:
            names = [text_of(name) for name in self._words_of(key)]
            places = None if query.places is None else query.places(self, key[1:])
        except KeyError:  # what it is about does not exist, so nothing of it has a name
            return [of_result(key)]
        if places is None:
            return [*names, of_result(key)]
        return [*names, *map(self._named, places)]

    def _name_of(self, place: str) -> str:
        """Return the name of a summary by the path or the address of its page; what is near it has one already."""
        return place if place.startswith(NEAR) else summary_of(self.path_of(place))

    def _words_of(self, key: QueryKey) -> list[str]:
        """Return the names of the texts and summaries that a result shows."""
        query, value = self._queries[str(key[0])], self.value(key)
        texts = query.texts(key[1:], value) if query.sees_texts else ()
        summaries = tuple(query.documents(key[1:], value)) if META in query.sees else ()
        if len(summaries) > _MANY:
            summaries = (EVERY,)
        return [*map(self.path_of, texts), *map(self._named, summaries)]

    def key(self, name: str) -> str:
        """Return the key of what a name stands for, "" if there is no such thing."""
        return self.digest(result_named(name)) if name.startswith(RESULT) else super().key(name)
