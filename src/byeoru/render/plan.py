"""Plan every file that will exist.

In:  the site and the theme.
Out: ``Output`` values, and an error for each two that claim one place.
Must not: make a file; that a file is planned costs nothing if it is fresh.
"""

import re
from collections.abc import Iterable

from byeoru.base.diagnostic import Diagnostic, Outcome, Place, error, warning
from byeoru.base.paths import escapes, file_of, is_inside, too_long
from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.site import INDEXES, Edition, File, Page, Site, Term, in_edition
from byeoru.model.theme import Theme
from byeoru.render.clashes import clashes, origin

_SHORT = 60  # characters of a path that is not too long in any script
# What any path has that could leave the folder; most are told to be good by this one look.
_DOUBTFUL = re.compile(r"[%\\:~\x00-\x1f\x7f]|//|^/|/$|(?:^|/)\.{1,2}(?:/|$)")
STYLESHEET = "theme/code.css"
# The feeds of the whole site, under the addresses at which readers and directories look for them.
FEEDS = {"feed.xml": "atom", "atom.xml": "atom", "rss.xml": "rss", "index.xml": "rss", "feed.json": "json-feed"}
_FED = 5  # pages of a group that has a feed of its own


def plan(site: Site, theme: Theme) -> Outcome[tuple[Output, ...]]:
    """Return all outputs in the order of their paths."""
    facts = Facts(site, theme)
    outputs = [
        *(Output(file_of(page.ref.address), "page", page.document.path) for page in site.pages),
        *(output for edition in site.editions for output in _lists(site, facts, edition)),
        Output("404.html", "missing"),
        *_for_machines(site),
        *(Output(file_of(old), "redirect", path) for old, path in site.redirects),
        *(Output(f"theme/{static.name}", "static", static.name) for static in theme.statics),
        Output(STYLESHEET, "stylesheet"),
        *(Output(file.address[1:], "copy", file.path) for file in _copied(site)),
    ]
    outputs.sort()
    problems = [problem for output in outputs for problem in _unstorable(output)]
    kept = tuple(output for output in outputs if not too_long(output.path))
    return Outcome(kept, (*problems, *clashes(kept)))


def _copied(site: Site) -> Iterable[File]:
    """Return the files that are copied: of two with the same bytes and address one, as a reader sees no difference.

    The first is the one below `content`, of which a picture is published without the place where it was taken.
    """
    found: dict[tuple[str, str], File] = {}
    for file in sorted(site.files, key=lambda one: one.path):
        found.setdefault((file.address, file.digest), file)
    return found.values()


def has_feed(term: Term, count: int) -> bool:
    """Tell whether a group of so many pages has a feed of its own: a series ends, the others go on."""
    return count >= _FED and term.kind != "series"


def bodies_of(output: Output, site: Site) -> tuple[Page, ...]:
    """Return the pages whose bodies an output shows."""
    match output.kind:
        case "page":
            return (site.by_source[output.subject],)
        case "atom" | "rss" | "json-feed":
            posts = site.by_code[output.edition].posts
            return tuple(site.by_address[address] for address in posts[: site.settings.feed_size])
        case _:
            return ()


def _lists(site: Site, facts: Facts, edition: Edition) -> list[Output]:
    """Return the lists of one edition."""
    code, at = edition.code, in_edition(edition.code, "/")[1:]
    groups = [group for group in site.groups if group.term.edition == code]
    kinds = {"tag", *(group.term.kind for group in groups)}
    years = sorted({year for own, year in facts.by_period if own == code})
    found = [
        Output(f"{at}index.html", "posts"),
        *(
            Output(f"{at}page/{number}/index.html", "posts", "", number)
            for number in range(1, facts.numbered(code) + 1)
        ),
        *(
            Output(f"{at}{one}/index.html", "section", one)
            for one in facts.undated(code)
            if f"/{at}{one}/" not in site.by_address
        ),
        Output(f"{at}archive/index.html", "archive"),
        *(Output(f"{at}archive/{year}/index.html", "archive", year) for year in years),
        *([Output(f"{at}calendar/index.html", "calendar")] if years else []),
        *(Output(f"{at}{folder}/index.html", "terms", kind) for kind, folder in INDEXES.items() if kind in kinds),
        *(Output(file_of(one.term.address), one.term.kind, one.term.address) for one in groups),
    ]
    return [output._replace(edition=code) for output in found]


def _for_machines(site: Site) -> list[Output]:
    """Return what machines read; feeds and site map need absolute addresses: none before the site has one.

    A file of the author's own with the same address takes the place of ours.
    """
    found = [Output("robots.txt", "robots")]
    if site.settings.base_url:
        found += [Output(path, kind) for path, kind in FEEDS.items()]
        found += [Output("sitemap.xml", "sitemap"), Output("llms.txt", "llms")]
        others = [edition for edition in site.editions if edition.code]
        found += [Output(in_edition(edition.code, "/feed.xml")[1:], "atom", edition=edition.code) for edition in others]
        fed = [group.term for group in site.groups if has_feed(group.term, len(group.members))]
        found += [
            Output(f"{term.address[1:]}feed.xml", f"{term.kind}-feed", term.address, edition=term.edition)
            for term in fed
        ]
    key = site.settings.deploy.indexnow.key_of(site.settings.base_url)
    found += [Output(f"{key}.txt", "indexnow", key)] if key else []
    own = {file.address[1:] for file in site.files}
    return [output for output in found if output.path not in own]


def _unstorable(output: Output) -> list[Diagnostic]:
    """Report a name that is too long for a file system, and refuse what would leave the folder.

    A copied file has the name that it has on the disk, whatever that would mean in an address.
    """
    if len(output.path) < _SHORT and not _DOUBTFUL.search(output.path):
        return []
    leaves = not is_inside(output.path) if output.kind == "copy" else escapes(output.path)
    if leaves:
        shown = output.path
        return [error("leaves-the-site", Place(origin(output)), "write-inside", name=output.kind, text=shown)]
    if size := too_long(output.path):
        return [warning("name-too-long", Place(origin(output)), "shorten-name", bytes=size)]
    return []
