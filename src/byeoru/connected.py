"""What follows from everything but the texts of documents: the site, its theme, its outputs, and what pages may ask.

In:  the documents, the digests of all other files, the settings, the time.
Out: ``Connected``; after an edit that changed only texts, the same one with these texts in it.
Must not: read a body.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from byeoru.base.codec import to_plain
from byeoru.base.diagnostic import Diagnostic, Outcome
from byeoru.base.digest import digest_of
from byeoru.cache.cache import Cache
from byeoru.cache.documents import Documents
from byeoru.cache.links import Links
from byeoru.cache.memo import Memo
from byeoru.discover.image_sizes import sizes_of
from byeoru.discover.layout import is_published
from byeoru.discover.secrets import secret_files
from byeoru.discover.sources import Scan
from byeoru.discover.themes import find_theme
from byeoru.discover.verbatim import told_places
from byeoru.graph.links import Places
from byeoru.graph.site import connect
from byeoru.graph.visible import Shown, visible
from byeoru.model.content import Document
from byeoru.model.output import Output
from byeoru.model.project import Profile, Project
from byeoru.model.settings import Settings
from byeoru.model.site import Site
from byeoru.model.theme import Theme
from byeoru.model.traced import Answers
from byeoru.render.kinds import KINDS, RESERVED
from byeoru.render.plan import plan


class Premises(NamedTuple):
    """What a site is made of."""

    scan: Scan
    settings: Settings
    documents: tuple[Document, ...]
    files: dict[str, str]  # digests of all that is no document, by path
    now: datetime


class Tables(NamedTuple):
    """The memo tables that are asked."""

    cache: Cache
    documents: Documents
    links: Links[Places]


class Connected(NamedTuple):
    """A site, and what one builds it with."""

    documents: tuple[Document, ...]
    shown: Shown
    answers: Answers
    outputs: tuple[Output, ...]
    signature: str  # of everything that the site is made of but the texts of its documents
    problems: tuple[Diagnostic, ...]
    since: datetime

    def with_texts(self, documents: tuple[Document, ...], now: datetime, links: Links[Places]) -> "Connected | None":
        """Return the same with other texts in *documents*, of which everything else is as it was.

        None where another page could see the difference: a post has come due, or a reference leads elsewhere now.
        """
        future = self.shown.future
        if now < self.since or (future and datetime.fromisoformat(future[0].date) <= now):
            return None
        pages = self.answers.site.by_source
        changed = [new for new, old in zip(documents, self.documents, strict=True) if new is not old]
        changed = [one for one in changed if one.path in pages]
        if not all(links.leads_on(one, pages[one.path].ref.address) for one in changed):
            return None
        self.answers.take(changed)
        return self._replace(documents=documents)


def connected(project: Project, profile: Profile, premises: Premises, tables: Tables) -> Connected:
    """Connect documents and files to a site; what an earlier build of this process found out is taken."""
    documents, settings = premises.documents, to_plain(Settings)(premises.settings)
    signature = tables.documents.signature(one.path for one in documents)
    key = [len(documents), signature, settings, premises.files]
    kept = tables.cache.recall("connected", key)
    found = kept.with_texts(documents, premises.now, tables.links) if isinstance(kept, Connected) else None
    if found is None:
        found = _connected(project, profile, premises, tables)
        last = tables.cache.last("connected")
        if isinstance(last, Connected):
            found.answers.learn_from(last.answers)
            if found.outputs == last.outputs:
                found = found._replace(outputs=last.outputs)  # the same object, by which one sees that it is
    return tables.cache.keep("connected", key, found)


def _connected(project: Project, profile: Profile, premises: Premises, tables: Tables) -> Connected:
    scan, settings, documents, files, now = premises
    shown = visible(documents, now, drafts=profile.drafts, future=profile.future)
    theme = _theme(project, premises, tables.cache)
    published = {path: digest for path, digest in files.items() if is_published(path)}
    sizes, told = tables.cache.kept("pictures", published, lambda: _pictures(project, scan, published, tables.cache))
    links = tables.links
    links.begin()
    site = connect(shown.documents, shown.hidden, published, sizes, settings, links, RESERVED)
    outputs = plan(site.value, theme.value, KINDS)
    parts = [
        *(tables.documents.signature(one.path for one in part) for part in (shown.documents, shown.hidden)),
        links.signature,
        sorted(files.items()),
        to_plain(Settings)(settings),
        to_plain(Theme)(theme.value),
    ]
    exposed, known = _shown_files(site.value, files), memos(tables.cache)[2].of
    secrets = tables.cache.kept("secret-files", exposed, lambda: secret_files(project, scan, exposed, known))
    problems = (*theme.problems, *told, *secrets, *site.problems, *outputs.problems)
    answers = Answers(site.value, theme.value)
    return Connected(documents, shown, answers, outputs.value, digest_of(parts), problems, now)


def _theme(project: Project, premises: Premises, cache: Cache) -> Outcome[Theme]:
    settings = premises.settings
    layers = {path: digest for path, digest in premises.files.items() if not is_published(path)}
    key = [settings.theme, settings.theme_place, settings.theme_options, layers]
    return cache.kept("theme", key, lambda: find_theme(project, premises.scan, settings, premises.files))


def _pictures(
    project: Project, scan: Scan, published: dict[str, str], cache: Cache
) -> tuple[Mapping[str, tuple[int, int]], list[Diagnostic]]:
    """Return the sizes of pictures, and warnings of those that tell where they were taken."""
    sizes, places, _ = memos(cache)
    return sizes_of(project, scan, published, sizes.of), told_places(project, scan, published, places.of)


def _shown_files(site: Site, files: Mapping[str, str]) -> dict[str, str]:
    """Return the digests of the author's files that are published, or that pages are made with."""
    published = {file.path for file in site.files}
    return {
        path: found for path, found in files.items() if path in published or path.startswith(("templates/", "themes/"))
    }


def memos(cache: Cache) -> tuple[Memo[Any], Memo[Any], Memo[Any]]:
    """Return the memo tables: sizes of pictures, whether files tell where they were taken, secrets in files."""

    def memo(name: str) -> Memo[Any]:
        return cache.kept(name, None, lambda: Memo[Any](cache.store, name, cache.program))

    return memo("sizes"), memo("places"), memo("secrets")
