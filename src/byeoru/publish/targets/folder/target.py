"""A plain folder on this machine, which some server shows.

In:  an emitted folder with its manifest, and the folder that it goes to.
Out: ``Look``, then ``Published``.
Must not: delete or replace what no deployment put there. Everything new lies beside the published files before the
first of them is replaced; each is replaced by a rename, pages after what they show, and deletions come last.
"""

import os
from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.digest import digest
from byeoru.base.protected_folders import is_protected
from byeoru.base.rooted import Rooted
from byeoru.model.deploy import Deploy
from byeoru.model.project import OWN_FOLDERS, Project
from byeoru.publish import file_list
from byeoru.publish.addresses import PUBLISHED, from_text
from byeoru.publish.changes import Changes, changes_between
from byeoru.publish.compare.differences import differences
from byeoru.publish.deployment import Authorship, Published
from byeoru.publish.disk_errors import disk_errors
from byeoru.publish.errors import PublishError
from byeoru.publish.progress import Tell
from byeoru.publish.site import STAMP, BuiltSite
from byeoru.publish.target import Look
from byeoru.publish.targets.folder.shared_folder import (
    may_write,
    read,
    remove,
    replace,
    staged_files,
    unmanaged_in_the_way,
    writable,
)

_LAST = (PUBLISHED, STAMP)  # what says that the site is whole


def target_of(deploy: Deploy, project: Project, sources: tuple[str, ...]) -> "Folder | Diagnostic":
    """Return the folder that the settings name, unless a build reads or writes it, or it is somebody's home."""
    path = deploy.option("path")
    if not path:
        return error("deploy-no-path", Location("blog.yml"), "set-path")
    place = os.path.normpath(os.path.join(project.root, os.path.expanduser(path)))
    if is_protected(place, project.root, (*OWN_FOLDERS, "site", *sources)):
        return error("deploy-path-refused", Location("blog.yml"), "set-path", path=place)
    if os.path.lexists(place) and not os.path.isdir(place):
        return error("deploy-path-no-folder", Location("blog.yml"), "set-path", path=place)
    return Folder(os.path.realpath(place))


class Contents(NamedTuple):
    """What lies in the folder."""

    text: str = ""  # the list of our files, as it is written there
    files: Mapping[str, str] = MappingProxyType({})  # of ours that are there, with their digests
    published: frozenset[str] = frozenset()  # addresses
    obstacle: str = ""  # what is in the way, "" for nothing


class Folder(NamedTuple):
    """A folder that holds our files and unmanaged ones."""

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

    def look(self, site: BuiltSite) -> Look:
        """Compare *site* with the files that an earlier deployment put there, as they are now."""
        after = file_list.files_of(site)
        with disk_errors():
            contents = self._contents(after)
        if contents.obstacle:
            raise _in_the_way(os.path.join(self.path, contents.obstacle))
        listed = file_list.from_text(contents.text)
        return Look(
            old=contents.text,
            new=site.stamp,
            stamp=site.stamp,
            before=contents.files,
            after=after,
            addresses=contents.published,
            is_ours=bool(listed),
            is_same=contents.files == after and set(listed) == set(after),
            read=self._read,
            diff=partial(self._diff, site),
            copies=tuple(path for path, name in after.items() if contents.files.get(path) != name),
            site=site,
        )

    def send(self, look: Look, authorship: Authorship, tell: Tell) -> Published:  # noqa: ARG002
        """Put the files of a look into the folder, if that is still as it was."""
        with disk_errors(), writable(self.path) as folder:
            if _list(folder) != look.old:
                raise PublishError(error("deploy-moved", Location(""), "deploy-again"))
            self._replace_files(folder, look)
        return Published(look.stamp, look.stamp)

    def _replace_files(self, folder: Rooted, look: Look) -> None:
        added, changed, removed = changes_between(look.before, look.after)
        with staged_files(folder, (*added, *changed), look.site.read) as waiting:
            if path := unmanaged_in_the_way(folder, {one: look.after[one] for one in added}, ()):
                raise _in_the_way(os.path.join(self.path, path))
            for path in removed:
                may_write(folder, path)
            # From here on all that could be ours is listed, so that a kill leaves no unmanaged file of ours.
            both = {**file_list.from_text(look.old), **look.after}
            replace(folder, file_list.FILES, file_list.as_text(both).encode())
            for path in sorted(waiting, key=_turn):
                folder.rename(waiting[path], path)
            remove(folder, removed, look.after)
            replace(folder, file_list.FILES, file_list.as_text(look.after).encode())

    def _contents(self, after: Mapping[str, str]) -> Contents:
        """Look at the folder into which the files *after* shall go."""
        if not os.path.isdir(self.path):
            return Contents()
        with Rooted(self.path) as folder:
            text = _list(folder)
            listed = file_list.from_text(text)
            files = {path: digest(read(folder, path)) for path in listed if folder.is_file(path)}
            published = from_text(read(folder, PUBLISHED).decode("utf-8", "replace")) if listed else frozenset()
            return Contents(text, files, published, unmanaged_in_the_way(folder, after, files))

    def _read(self, paths: Iterable[str]) -> dict[str, bytes]:
        if not os.path.isdir(self.path):
            return dict.fromkeys(paths, b"")
        with disk_errors(), Rooted(self.path) as folder:
            return {path: read(folder, path) for path in paths}

    def _diff(self, site: BuiltSite, changes: Changes) -> str:
        added, changed, removed = changes
        return differences(changes, self._read((*changed, *removed)), site.read_all((*added, *changed)))


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


def _in_the_way(place: str) -> PublishError:
    return PublishError(error("deploy-in-the-way", Location(""), "move-it-away", path=place))
