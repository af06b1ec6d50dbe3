"""A deployment to a folder on this machine, which a web server serves.

In:  an output folder with its manifest, and the target folder.
Out: ``Look``, then ``Published``.
Must not: delete or replace unmanaged files. All new files are staged before the first published file is replaced; each
is replaced by a rename, pages after the files that they use, and deletions come last.
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
from byeoru.publish.progress import OnProgress
from byeoru.publish.site import STAMP, BuiltSite
from byeoru.publish.target import Look
from byeoru.publish.targets.folder.shared_folder import (
    first_conflict,
    read,
    remove,
    replace,
    require_write_access,
    staged_files,
    writable,
)

_LAST = (PUBLISHED, STAMP)  # written last, as they show that the site is complete


def target_of(deploy: Deploy, project: Project, sources: tuple[str, ...]) -> "Folder | Diagnostic":
    """Return the folder in the settings, unless a build reads or writes it, or it is the home folder."""
    path = deploy.option("path")
    if not path:
        return error("deploy-no-path", Location("blog.yml"), "set-path")
    path = os.path.normpath(os.path.join(project.root, os.path.expanduser(path)))
    if is_protected(path, project.root, (*OWN_FOLDERS, "site", *sources)):
        return error("deploy-path-refused", Location("blog.yml"), "set-path", path=path)
    if os.path.lexists(path) and not os.path.isdir(path):
        return error("deploy-path-no-folder", Location("blog.yml"), "set-path", path=path)
    return Folder(os.path.realpath(path))


class Contents(NamedTuple):
    """The contents of the folder."""

    text: str = ""  # of the list of published files
    files: Mapping[str, str] = MappingProxyType({})  # the listed files that exist, with their digests
    published: frozenset[str] = frozenset()  # addresses
    conflict: str = ""  # the first unmanaged file that the new site would replace, "" for none


class Folder(NamedTuple):
    """A folder with published and unmanaged files."""

    path: str

    @property
    def where(self) -> str:
        """Return the folder."""
        return self.path

    @property
    def address(self) -> str:
        """Return "": only the author knows the URL at which a server serves the folder."""
        return ""

    @property
    def live_timeout(self) -> int:
        """Return how many seconds a server may need until it serves files that it has already."""
        return 10

    def look(self, site: BuiltSite) -> Look:
        """Compare *site* with the files of an earlier deployment in their current state."""
        after = file_list.files_of(site)
        with disk_errors():
            contents = self._contents(after)
        if contents.conflict:
            raise _conflict_at(os.path.join(self.path, contents.conflict))
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

    def send(self, look: Look, authorship: Authorship, on_progress: OnProgress) -> Published:  # noqa: ARG002
        """Write the files of a look into the folder, if it has not changed since."""
        with disk_errors(), writable(self.path) as folder:
            if _list(folder) != look.old:
                raise PublishError(error("deploy-moved", Location(""), "deploy-again"))
            self._replace_files(folder, look)
        return Published(look.stamp, look.stamp)

    def _replace_files(self, folder: Rooted, look: Look) -> None:
        added, changed, removed = changes_between(look.before, look.after)
        with staged_files(folder, (*added, *changed), look.site.read) as staged:
            if conflict := first_conflict(folder, {path: look.after[path] for path in added}, ()):
                raise _conflict_at(os.path.join(self.path, conflict))
            for path in removed:
                require_write_access(folder, path)
            # List the old and the new files first, so that a kill leaves no published file that is not listed.
            both = {**file_list.from_text(look.old), **look.after}
            replace(folder, file_list.FILES, file_list.as_text(both).encode())
            for path in sorted(staged, key=_order):
                folder.rename(staged[path], path)
            remove(folder, removed, look.after)
            replace(folder, file_list.FILES, file_list.as_text(look.after).encode())

    def _contents(self, after: Mapping[str, str]) -> Contents:
        """Return the contents of the folder, and whether the files *after* conflict with them."""
        if not os.path.isdir(self.path):
            return Contents()
        with Rooted(self.path) as folder:
            text = _list(folder)
            listed = file_list.from_text(text)
            files = {path: digest(read(folder, path)) for path in listed if folder.is_file(path)}
            published = from_text(read(folder, PUBLISHED).decode("utf-8", "replace")) if listed else frozenset()
            return Contents(text, files, published, first_conflict(folder, after, files))

    def _read(self, paths: Iterable[str]) -> dict[str, bytes]:
        if not os.path.isdir(self.path):
            return dict.fromkeys(paths, b"")
        with disk_errors(), Rooted(self.path) as folder:
            return {path: read(folder, path) for path in paths}

    def _diff(self, site: BuiltSite, changes: Changes) -> str:
        added, changed, removed = changes
        return differences(changes, self._read((*changed, *removed)), site.read_all((*added, *changed)))


def _list(folder: Rooted) -> str:
    """Return the text of the list of published files in *folder*."""
    return read(folder, file_list.FILES).decode("utf-8", "replace")


def _order(path: str) -> tuple[int, str]:
    """Return the sort key of the order of writing: files that pages use, pages, the home page, `_LAST`."""
    if path in _LAST:
        return (3, path)
    if path == "index.html":
        return (2, path)
    return (int(path.endswith((".html", ".htm"))), path)


def _conflict_at(path: str) -> PublishError:
    return PublishError(error("deploy-in-the-way", Location(""), "move-it-away", path=path))
