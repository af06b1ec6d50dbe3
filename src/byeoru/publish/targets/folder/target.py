"""A plain folder on this machine, which some server shows.

In:  an emitted folder with its manifest, and the folder that it goes to.
Out: ``Prepared``, then ``Published``.
Must not: delete or replace what no deployment put there. Everything new lies beside the published files before the
first of them is replaced; each is replaced by a rename, pages after what they show, and deletions come last.
"""

import os
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Place, error
from byeoru.base.digest import digest
from byeoru.base.folders import is_dangerous
from byeoru.base.paths import file_of
from byeoru.base.rooted import Rooted
from byeoru.model.deploy import Deploy
from byeoru.model.project import OWN_FOLDERS, Project
from byeoru.publish import file_list
from byeoru.publish.addresses import PUBLISHED, broken, from_text, pages_of
from byeoru.publish.changes import changes_between
from byeoru.publish.compare.differences import differences
from byeoru.publish.compare.moved import moved_pages
from byeoru.publish.compare.preflight import Found, Planned, reasons_anywhere
from byeoru.publish.deployment import STAMP, Authorship, Deployment, Moves, Prepared, Published, Site
from byeoru.publish.disk_errors import disk_problem
from byeoru.publish.progress import Tell
from byeoru.publish.staging import gathered
from byeoru.publish.targets.folder.shared_folder import (
    brought,
    may_write,
    read,
    remove,
    stranger_in_the_way,
    swap,
    writable,
)

_NO_PAST = error("deploy-folder-has-no-past", Place(""), "deploy-earlier-sources")
_LAST = (PUBLISHED, STAMP)  # what says that the site is whole


def target_of(deploy: Deploy, project: Project, sources: tuple[str, ...]) -> "Folder | Diagnostic":
    """Return the folder that the settings name, unless a build reads or writes it, or it is somebody's home."""
    path = deploy.option("path")
    if not path:
        return error("deploy-no-path", Place("blog.yml"), "set-path")
    place = os.path.normpath(os.path.join(project.root, os.path.expanduser(path)))
    if is_dangerous(place, project.root, (*OWN_FOLDERS, "site", *sources)):
        return error("deploy-path-refused", Place("blog.yml"), "set-path", path=place)
    if os.path.lexists(place) and not os.path.isdir(place):
        return error("deploy-path-no-folder", Place("blog.yml"), "set-path", path=place)
    return Folder(os.path.realpath(place))


class Seen(NamedTuple):
    """What lies in the folder."""

    old: str = ""  # the list of our files, as it is written there
    files: Mapping[str, str] = MappingProxyType({})  # of ours that are there, with their digests
    published: frozenset[str] = frozenset()  # addresses
    stranger: str = ""  # what is in the way, "" for nothing


class Folder(NamedTuple):
    """A folder in which our files lie among those of others."""

    path: str

    @property
    def where(self) -> str:
        """Return the folder."""
        return self.path

    @property
    def address(self) -> str:
        """Return that nobody but the author knows who serves it."""
        return ""

    @property
    def patience(self) -> int:
        """Return how long a server may take that has its files already."""
        return 10

    def prepare(self, site: Site) -> Prepared | Diagnostic:
        """Compare *site* with the files that an earlier deployment put there, as they are now."""
        after = file_list.files_of(site)
        try:
            seen = self._look(after)
        except OSError as failed:
            return disk_problem(failed)
        if seen.stranger:
            return _stranger(os.path.join(self.path, seen.stranger))
        listed = file_list.from_text(seen.old)
        lost = broken(seen.published or pages_of(seen.files), after)
        is_same = seen.files == after and set(listed) == set(after)
        found = Found(tuple(seen.files), bool(listed), "", lost)
        planned = Planned(site.base_url, "", site.folder, tuple(site.manifest), "")
        problems = () if is_same else reasons_anywhere(planned, found)
        changes = changes_between(seen.files, after)
        return Prepared(seen.old, site.stamp, site.stamp, changes, lost, problems, is_same, site)

    def _look(self, after: Mapping[str, str]) -> Seen:
        """Look at the folder into which the files *after* shall go."""
        if not os.path.isdir(self.path):
            return Seen()
        with Rooted(self.path) as folder:
            old = _list(folder)
            listed = file_list.from_text(old)
            files = {path: digest(read(folder, path)) for path in listed if folder.is_file(path)}
            published = from_text(read(folder, PUBLISHED).decode("utf-8", "replace")) if listed else frozenset()
            return Seen(old, files, published, stranger_in_the_way(folder, after, files))

    def _read(self, paths: Iterable[str]) -> dict[str, bytes]:
        if not os.path.isdir(self.path):
            return dict.fromkeys(paths, b"")
        with Rooted(self.path) as folder:
            return {path: read(folder, path) for path in paths}

    def take(self, prepared: Prepared, room: str) -> Prepared | Diagnostic:
        """Copy the files that are new to the folder."""
        added, changed, _ = prepared.changes
        site = gathered(prepared.site, (*added, *changed), room)
        return site if isinstance(site, Diagnostic) else prepared._replace(site=site)

    def differences(self, prepared: Prepared) -> str | Diagnostic:
        """Return how the texts of folder and site differ."""
        added, changed, removed = prepared.changes
        try:
            old = self._read((*changed, *removed))
            new = {path: prepared.site.read(path) for path in (*added, *changed)}
        except OSError as failed:
            return disk_problem(failed)
        return differences(prepared.changes, old, new)

    def moved(self, site: Site, prepared: Prepared) -> Moves | Diagnostic:
        """Return the pages whose published address would break, though they are still there."""
        try:
            old = self._read(map(file_of, prepared.broken))
            return moved_pages({one: old[file_of(one)] for one in prepared.broken}, site.pages(prepared.changes.added))
        except OSError as failed:
            return disk_problem(failed)

    def publish(self, prepared: Prepared, authorship: Authorship, tell: Tell) -> Published | Diagnostic:  # noqa: ARG002
        """Put what was *prepared* into the folder, if that is still as it was."""
        try:
            with writable(self.path) as folder:
                if _list(folder) != prepared.old:
                    return error("deploy-moved", Place(""), "deploy-again")
                return self._replace_files(folder, prepared)
        except OSError as failed:
            return disk_problem(failed)

    def _replace_files(self, folder: Rooted, prepared: Prepared) -> Published | Diagnostic:
        added, changed, removed = prepared.changes
        after = file_list.files_of(prepared.site)
        with brought(folder, (*added, *changed), prepared.site.read) as waiting:
            if path := stranger_in_the_way(folder, {one: after[one] for one in added}, ()):
                return _stranger(os.path.join(self.path, path))
            for path in removed:
                may_write(folder, path)
            # From here on all that could be ours is listed, so that a kill leaves nothing that nobody owns.
            both = {**file_list.from_text(prepared.old), **after}
            swap(folder, file_list.FILES, file_list.as_text(both).encode())
            for path in sorted(waiting, key=_turn):
                folder.rename(waiting[path], path)
            remove(folder, removed, after)
            swap(folder, file_list.FILES, file_list.as_text(after).encode())
        return Published(prepared.stamp, prepared.stamp)

    def deployments(self, count: int) -> tuple[Deployment, ...] | Diagnostic:  # noqa: ARG002
        """Return that a folder has no past."""
        return _NO_PAST

    def earlier(self, past: tuple[Deployment, ...], steps: int) -> Prepared | Diagnostic:  # noqa: ARG002
        """Return that a folder has no past."""
        return _NO_PAST


def _list(folder: Rooted) -> str:
    """Return the list of our files in *folder*, as it is written there."""
    return read(folder, file_list.FILES).decode("utf-8", "replace")


def _turn(path: str) -> tuple[int, str]:
    """Return when a file has its turn: what pages show, pages, the home page, what says that all is there."""
    if path in _LAST:
        return (3, path)
    if path == "index.html":
        return (2, path)
    return (int(path.endswith((".html", ".htm"))), path)


def _stranger(place: str) -> Diagnostic:
    return error("deploy-in-the-way", Place(""), "move-it-away", path=place)
