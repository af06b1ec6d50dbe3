"""Compare the live site with the site to publish.

In:  a ``Look`` at a target.
Out: ``Plan``: the changes, the addresses that would break, and the reasons to stop.
Must not: decide what is allowed.
"""

from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.paths import file_of
from byeoru.publish.addresses import broken, pages_of
from byeoru.publish.changes import Changes, changes_between
from byeoru.publish.compare.local_links import local_links
from byeoru.publish.compare.moved import Moves, moved_pages
from byeoru.publish.compare.preflight import LiveSite, PlannedSite, lost_addresses, reasons_to_stop
from byeoru.publish.target import Look


class Plan(NamedTuple):
    """A deployment that has not been carried out yet."""

    look: Look
    changes: Changes
    broken: tuple[str, ...]  # published addresses that would break
    moved: Moves  # pages among them that have a new address
    problems: tuple[Diagnostic, ...]


def compare(look: Look, expected: str) -> Plan:
    """Compare the site of a look with the live site; *expected* is the address that the target gives it."""
    site = look.site
    changes, lost = _differences(look)
    live = LiveSite(tuple(look.before), look.is_ours, lost)
    planned = PlannedSite(site.base_url, expected, tuple(site.manifest))
    problems = () if look.is_same else reasons_to_stop(planned, live, look.problems)
    links = local_links(site, changes.added + changes.changed)
    return Plan(look, changes, lost, _moved(look, changes, lost), problems + links)


def compare_earlier(look: Look) -> Plan:
    """Compare an earlier site with the live site; it passed all other checks when it was published."""
    changes, lost = _differences(look)
    return Plan(look, changes, lost, (), () if look.is_same else lost_addresses(lost, "allow-it"))


def _differences(look: Look) -> tuple[Changes, tuple[str, ...]]:
    published = look.addresses or pages_of(look.before)
    return changes_between(look.before, look.after), broken(published, look.after)


def _moved(look: Look, changes: Changes, lost: tuple[str, ...]) -> Moves:
    if not lost:
        return ()
    old = look.read(file_of(address) for address in lost)
    pages = {address: old[file_of(address)] for address in lost if file_of(address) in old}
    return moved_pages(pages, look.site.pages(changes.added))
