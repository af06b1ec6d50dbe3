"""What the preview's desk offers its author: names to write after `[[`, and the notes that nothing links to.

In:  the site of the last build, and what was typed.
Out: rows for the client script.
Must not: be published; no page of the site knows which notes are orphans.
"""

from typing import NamedTuple

from byeoru.base.paths import case_folded, encode
from byeoru.graph.names import Names
from byeoru.korean.jamo import initials, order
from byeoru.model.facts import Facts
from byeoru.model.site import Page, Site
from byeoru.model.theme import Theme

MOST = 12  # names in one answer
_ORPHANS = 30
_NOT = 3  # the rank of a name that is not meant
_CONSONANTS = frozenset("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
_NO_THEME = Theme("", (), (), (), ())


class Offer(NamedTuple):
    """A page that can be linked to."""

    written: str  # in double brackets
    title: str
    path: str
    url: str  # of its page, below the path of the site


class Desk:
    """The names of one site, in the forms that are compared with what is typed."""

    def __init__(self, site: Site) -> None:
        """Take the site."""
        self._site = site
        documents = [page.document for page in site.pages]
        self._names = Names(documents, {page.document.path: page.summary.address for page in site.pages})
        self._forms = [(page, _forms(page)) for page in site.pages]

    def names(self, typed: str) -> list[Offer]:
        """Return the pages that *typed* may call: by title, file name or alias, in initials or half typed."""
        wanted = case_folded(typed.strip().removeprefix("[[").strip())
        if not wanted:
            return []
        is_initials = set(wanted.replace(" ", "")) <= _CONSONANTS
        form = wanted.replace(" ", "") if is_initials else order(wanted)
        ranked = []
        for page, forms in self._forms:
            ranks = [_rank(form, initials(name) if is_initials else flat) for name, flat in forms]
            if (best := min(ranks)) < _NOT:
                ranked.append((best, len(page.summary.meta.title), page.document.path, page))
        return [self._offer(page) for *_, page in sorted(ranked, key=lambda row: row[:3])[:MOST]]

    def orphans(self) -> list[Offer]:
        """Return notes that no other page links to, those that were changed last first."""
        facts, settings = Facts(self._site, _NO_THEME), self._site.settings
        dated = {section.name for section in settings.sections if section.is_dated} | {"pages"}
        notes = [page for page in self._site.pages if page.summary.meta.section not in dated]
        found = [
            page
            for page in notes
            if not page.document.is_unlisted
            and page.summary.address not in facts.introduced
            and all(ref.path == page.document.path for ref in self._site.links.incoming.get(page.document.path, ()))
        ]
        return [self._offer(page) for page in sorted(found, key=_last_updated_first)[:_ORPHANS]]

    def _offer(self, page: Page) -> Offer:
        path, base = page.document.path, self._site.settings.base_path
        return Offer(
            self._names.shortest(path, {}), page.summary.meta.title, path, encode(base) + encode(page.summary.address)
        )


def _forms(page: Page) -> list[tuple[str, str]]:
    """Return the names of a page, each with its flat jamo."""
    names = (page.summary.meta.title, page.document.name, *page.document.names)
    return [(name, order(case_folded(name))) for name in dict.fromkeys(names)]


def _rank(form: str, name: str) -> int:
    if not name.startswith(form):
        return 2 if form in name else _NOT
    return int(name != form)


def _last_updated_first(page: Page) -> tuple[float, str]:
    moment = page.summary.meta.updated or page.summary.meta.date
    return (-moment.timestamp() if moment else 0.0, page.document.path)


class Desks:
    """The desk of the last site that was asked about."""

    def __init__(self) -> None:
        """Start without one."""
        self._last: tuple[Site, Desk] | None = None

    def of(self, site: Site) -> Desk:
        """Return the desk of *site*."""
        if self._last is None or self._last[0] is not site:
            self._last = site, Desk(site)
        return self._last[1]
