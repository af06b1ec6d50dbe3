"""Decide which attachments are published: those that a visible page shows or links to.

In:  the files with their addresses, the targets of visible and of hidden pages, and the settings.
Out: the files that are published.
Must not: publish a file because a hidden page refers to it.

In a vault, and in a section whose pages are private unless they say otherwise, a file needs a reference on a visible
page. Elsewhere it is published anyway, unless only hidden pages refer to it. What lies in `static` is published
unmodified in any case, and the icons of the site and the proofs of its owner are its own.
"""

import re
from collections.abc import Callable, Iterable

from byeoru.base.globs import covers
from byeoru.base.paths import bare_target, encode
from byeoru.model.settings import EVERYTHING, Settings
from byeoru.model.site import File, Page, Site

_OF_SITE = ("static/", "public/", "themes/")
_OF_SITE_AT_TOP = ("favicon.*", "apple-touch-icon*.png", "*.html", "*.txt")


def published_attachments(
    files: tuple[File, ...], pages: tuple[Page, ...], shown_by_hidden: Iterable[str], settings: Settings
) -> tuple[tuple[File, ...], tuple[str, ...]]:
    """Return those of *files* that are published, and the addresses of those that depend on what pages show.

    *shown_by_hidden* are the targets of hidden pages; addresses are percent-encoded.
    """
    needs_reference = _needs_reference(settings)
    hidden = {bare_target(target) for target in shown_by_hidden}
    doubtful = {
        encode(file.address): file
        for file in files
        if not _is_of_site(file.path) and (needs_reference(file.path) or encode(file.address) in hidden)
    }
    if not doubtful:
        return files, ()
    shown = {bare_target(target) for page in pages for target in (*page.targets, page.summary.cover)}
    held_back = {address: file for address, file in doubtful.items() if address not in shown}
    named = _names_in_values(pages, settings) if held_back else ""
    gone = {file.path for file in held_back.values() if not _is_named(file, named)}
    return tuple([file for file in files if file.path not in gone]), tuple(doubtful)


def shows_same_attachments(site: Site, old: Page, new: Page) -> bool:
    """Tell whether another version of a page shows the same files of those that are published for being shown."""
    if not site.attachments or (old.targets, old.summary.cover) == (new.targets, new.summary.cover):
        return True
    before, after = ({bare_target(target) for target in (*page.targets, page.summary.cover)} for page in (old, new))
    return (before ^ after).isdisjoint(site.attachments)


def _needs_reference(settings: Settings) -> Callable[[str], bool]:
    """Return the function that tells whether a file is published only if a visible page refers to it."""
    if settings.is_vault or settings.publish not in {None, EVERYTHING}:
        return lambda _: True
    private = tuple(
        f"content/{section.name}/" for section in settings.sections if section.publish not in {None, EVERYTHING}
    )
    return lambda path: path.startswith(private) if private else False


def _is_of_site(path: str) -> bool:
    return path.startswith(_OF_SITE) or ("/" not in path and any(covers(glob, path) for glob in _OF_SITE_AT_TOP))


def _names_in_values(pages: Iterable[Page], settings: Settings) -> str:
    """Return the values that templates see: those of the front matter of visible pages, and of the settings."""
    options = [option.text for option in settings.theme_options]
    links = [address for _, address in settings.menu]
    return "\n".join([*(page.document.extra for page in pages), settings.extra, *options, *links])


def _is_named(file: File, values: str) -> bool:
    """Tell whether a value for templates contains the name of a file, and so may show it."""
    name = file.path.rpartition("/")[2]
    return name in values and re.search(rf"(?<![\w-]){re.escape(name)}(?!\w)", values) is not None
