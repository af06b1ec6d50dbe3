"""Audit the site that a build wrote: find what its files reveal of hidden pages.

In:  a snapshot of the project, the connected site, and the folder with its manifest.
Out: an error for each place in a file of the site that reveals a hidden page or attachment.
Must not: trust what the build decided to show: it reads the files as a reader gets them.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from typing import NamedTuple

from byeoru.audit.front_matter import names_in_front_matter
from byeoru.audit.leaks import Audit, Leak, SiteText, same_bytes
from byeoru.audit.private_facts import HiddenText, PrivateFact, PrivateFacts
from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.paths import bare_target, decode, encode
from byeoru.cache.documents import Documents
from byeoru.connected import Connected
from byeoru.discover.layout import published_files
from byeoru.discover.read import read_markdown
from byeoru.discover.sources import SETTINGS, Scan
from byeoru.graph.patterns import address_of
from byeoru.model.content import Document
from byeoru.model.project import Profile, Project
from byeoru.model.settings import Settings
from byeoru.model.site import PRIVATE, Page

# Files that are copied, not rendered: their authors decided about them.
_COPIED = {"copy", "static", "stylesheet"}
_SHOWING = (".css", ".js", ".html", ".htm", ".svg")
# What the program itself writes into files without a template, and into their names.
_OWN_WORDS = (
    "archive atom category feed graph index llms notes page robots rss search sitemap tag titles user agent allow"
)
_FORMS = {".html": "html", ".xml": "xml", ".json": "json", ".webmanifest": "json"}


class Audited(NamedTuple):
    """What is audited."""

    project: Project
    profile: Profile
    scan: Scan
    site: Connected
    documents: Documents


def leaks(audited: Audited, digests: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Return an error for each place that reveals something hidden; *digests* are those of the files of the site."""
    site, settings = audited.site.results.site, audited.site.results.site.settings
    hidden = audited.site.hidden.documents
    published = {file.path: file for file in site.files}
    attachments = {
        path: digest for path, digest in published_files(audited.site.inputs.files).items() if path not in published
    }
    if not hidden and not attachments:
        return ()
    facts = PrivateFacts(_hidden_texts(audited, hidden), attachments)
    audit = Audit(facts, _addresses(hidden, settings, digests), settings.base_url, settings.base_path)
    for file in _rendered(audited):
        audit.read(file)
    copied = same_bytes(attachments, (file.digest for file in site.files), digests)
    unseen = _unseen(audited, audit.references)
    revealed = audit.leaks(_given(audited), _written(audited), partial(_read, audited))
    return tuple([_problem(leak) for leak in (*copied, *unseen, *revealed)])


def _unseen(audited: Audited, mentioned: AbstractSet[str]) -> Iterator[Leak]:
    """Yield the published files that hidden pages show, and no file of the site mentions."""
    site = audited.site.results.site
    files = {encode(file.address): file for file in site.files}
    shown_by: dict[str, str] = {}
    for document in audited.site.hidden.documents:
        resolved = audited.site.links.resolved(document, address_of(document, site.settings)[0]).value
        for target in resolved.targets:
            shown_by.setdefault(bare_target(target), document.path)
    doubtful = {address: path for address, path in shown_by.items() if address in files}
    doubtful |= {address: files[address].path for address in site.attachments if address in files}
    unmentioned = {address: path for address, path in doubtful.items() if decode(address) not in mentioned}
    if not unmentioned:
        return
    texts = "\n".join(_copied_texts(audited))
    for address, path in unmentioned.items():
        if files[address].address.rpartition("/")[2] not in texts:
            yield Leak(PrivateFact("file", path), decode(address)[1:])


def _copied_texts(audited: Audited) -> Iterator[str]:
    """Yield the scripts, style sheets and pages that are copied, which can show files."""
    for output in audited.site.outputs:
        if output.kind in _COPIED and output.path.endswith(_SHOWING):
            yield _read(audited, output.path)


def _hidden_texts(audited: Audited, hidden: Iterable[Document]) -> Iterator[HiddenText]:
    program = audited.site.results.site.settings.origin.program
    for document in hidden:
        text = _text_of(audited, document.path)
        names = names_in_front_matter(document.path, text, program)
        yield HiddenText(document.path, text, document.meta.title, (("name", document.name), *names))


def _addresses(hidden: Iterable[Document], settings: Settings, digests: Mapping[str, str]) -> dict[str, PrivateFact]:
    """Return the addresses that hidden pages would have, except those at which the site has a file."""
    addresses = {address_of(document, settings)[0].rstrip("/"): document.path for document in hidden}
    taken = {f"/{path.removesuffix('index.html')}".rstrip("/") for path in digests}
    return {address: PrivateFact("address", path) for address, path in addresses.items() if address not in taken}


def _rendered(audited: Audited) -> Iterator[SiteText]:
    for output in audited.site.outputs:
        if output.kind not in _COPIED:
            form = "shard" if output.kind == "search-shard" else _FORMS.get(os.path.splitext(output.path)[1], "text")
            yield SiteText(output.path, form, _read(audited, output.path))


def _read(audited: Audited, path: str) -> str:
    with open(os.path.join(audited.profile.output, path), "rb") as file:
        return file.read().decode("utf-8", "replace")


def _given(audited: Audited) -> Iterator[str]:
    """Yield what is on pages whatever is written there: settings, templates, names of files."""
    site, theme = audited.site.results.site, audited.site.results.theme
    yield f"{_OWN_WORDS}\n{_text_of(audited, SETTINGS)}"
    yield "\n".join(template.text for template in theme.templates)
    yield "\n".join(text for _, texts in theme.texts for _, text in texts)
    yield "\n".join(file.path for file in site.files)


def _written(audited: Audited) -> Iterator[str]:
    """Yield the texts of visible pages."""
    for page in audited.site.results.site.pages:
        yield page.document.path + "\n" + _without_private_links(audited, page)


def _without_private_links(audited: Audited, page: Page) -> str:
    """Return the text of a page without the targets of links to hidden pages, where these are not shown."""
    text, settings = _text_of(audited, page.document.path), audited.site.results.site.settings
    if PRIVATE not in page.targets:
        return text
    lines = text.split("\n")
    slots = audited.documents.slots(page.document.path, page.document.key)
    for slot, target in zip(slots, page.targets, strict=False):
        if target == PRIVATE and slot.column:
            line = lines[slot.line - 1]
            end = slot.column - 1 + slot.width
            is_label = slot.kind == "wiki" and not line[end:].startswith(("|", "\\|"))
            if not is_label or settings.private_links == "hide":
                lines[slot.line - 1] = line[: slot.column - 1] + " " * slot.width + line[end:]
    return "\n".join(lines)


def _text_of(audited: Audited, path: str) -> str:
    data = read_markdown(audited.project, audited.scan, path)
    return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""


def _problem(leak: Leak) -> Diagnostic:
    location = Location(f"site/{leak.path}", leak.line, leak.column)
    hidden = Location(leak.fact.path, leak.fact.line)
    return error(f"leak-{leak.fact.kind}", location, "hide-or-allow", hidden=str(hidden), allow="leaks")
