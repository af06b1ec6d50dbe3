"""What a site looks like: its theme, the plan of its outputs, and what else follows from files that are not published.

In:  a connected site, the files of the project, and what the site before looked like.
Out: ``Appearance``.
Must not: change the site; an edit of a template makes a new appearance of the same one.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from byeoru.base.codec import to_plain
from byeoru.base.derived import Derived, derive
from byeoru.base.diagnostic import Diagnostic, Outcome
from byeoru.base.digest import digest_of
from byeoru.cache.memo import Memos
from byeoru.discover.layout import Digests, published_files
from byeoru.discover.secrets import secret_files
from byeoru.discover.sources import Scan
from byeoru.discover.themes import find_theme
from byeoru.model.output import Output
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.model.site import Site
from byeoru.model.theme import Theme
from byeoru.render.kinds import KINDS
from byeoru.render.plan import plan
from byeoru.render.unused import unused_parts


class Appearance(NamedTuple):
    """What a site looks like."""

    theme: Derived[list[object], Outcome[Theme]]
    outputs: Outcome[tuple[Output, ...]]
    unused: list[Diagnostic]  # about parts of the theme that nothing uses
    secrets: Derived[Digests, list[Diagnostic]]
    signature: str  # of all inputs of the site, except the texts, words and tags of its documents


def appearance(
    project: Project,
    scan: Scan,
    settings: Settings,
    files: Digests,
    site: Site,
    templates: Collection[str],
    shape: str,
    memos: Memos,
    before: Appearance | None,
) -> Appearance:
    """Return what *site*, of this *shape* and with pages that name these *templates*, looks like."""
    theme = _theme(project, scan, settings, files, before)
    exposed = _exposed(site, files)
    secrets = derive(before and before.secrets, exposed, lambda: secret_files(project, scan, exposed, memos.secrets.of))
    found = theme.value.value
    signature = digest_of([shape, sorted(files.items()), to_plain(Theme)(found)])
    return Appearance(theme, plan(site, found, KINDS), unused_parts(found, set(templates)), secrets, signature)


def _theme(
    project: Project, scan: Scan, settings: Settings, files: Digests, before: Appearance | None
) -> Derived[list[object], Outcome[Theme]]:
    published = published_files(files)
    layers = {path: digest for path, digest in files.items() if path not in published}
    inputs: list[object] = [settings.theme, settings.theme_location, settings.theme_options, layers]
    return derive(before and before.theme, inputs, lambda: find_theme(project, scan, settings, files))


def _exposed(site: Site, files: Mapping[str, str]) -> Digests:
    """Return the digests of the author's files that are published, or from which pages are rendered."""
    published = {file.path for file in site.files}
    return {
        path: digest
        for path, digest in files.items()
        if path in published or path.startswith(("templates/", "themes/"))
    }
