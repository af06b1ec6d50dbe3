"""A deployment to the author's own server, on one page: compare, transfer a new release, switch the symlink.

In:  an output folder with its manifest, and a folder on a server.
Out: ``Look``, then ``Published``.
Must not: modify a live file. A site is transferred to a new folder, and a symlink is replaced by a rename, if it still
has the target that ``look`` saw. A failure before that leaves the live site unchanged.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.protected_folders import is_protected
from byeoru.base.rooted import Rooted
from byeoru.model.deploy import Deploy
from byeoru.model.destination import Destination, destination_of
from byeoru.model.project import OWN_FOLDERS, Project
from byeoru.publish import file_list
from byeoru.publish.changes import Changes
from byeoru.publish.compare.differences import differences
from byeoru.publish.deployment import Authorship, Deployment, Published
from byeoru.publish.errors import PublishError
from byeoru.publish.progress import OnProgress
from byeoru.publish.site import STAMP, BuiltSite
from byeoru.publish.target import Look
from byeoru.publish.targets.rsync import scripts
from byeoru.publish.targets.rsync.releases import (
    REQUESTED_FILES,
    Releases,
    note_text,
    parse_files,
    parse_name,
    parse_releases,
)
from byeoru.publish.targets.rsync.server import Server, ServerError


def target_of(deploy: Deploy, project: Project, sources: tuple[str, ...]) -> "Rsync | Diagnostic":
    """Return the target in the settings; on this machine it must not be a folder that a build reads or writes."""
    destination = destination_of(deploy.option("destination"), int(deploy.option("port", "0")))
    if destination is None:
        return error("deploy-no-destination", Location("blog.yml"), "set-destination")
    if not destination.host:
        path = os.path.realpath(os.path.join(project.root, os.path.expanduser(destination.path)))
        if is_protected(path, project.root, (*OWN_FOLDERS, "site", *sources)):
            return error("deploy-path-refused", Location("blog.yml"), "set-destination", path=path)
        destination = Destination(path)
    return Rsync(Server(destination))


class Rsync(NamedTuple):
    """A folder on a server, with the releases of the site in it."""

    server: Server

    @property
    def where(self) -> str:
        """Return the destination for messages, with its port: another port may be another server."""
        port = self.server.destination.port
        return f"{self.server.destination}" + (f" (port {port})" if port else "")

    @property
    def address(self) -> str:
        """Return "": only the author knows the URL of the site on this server."""
        return ""

    @property
    def live_timeout(self) -> int:
        """Return how many seconds a server may need until it serves files that it has already."""
        return 30

    @property
    def base(self) -> str:
        """Return the folder on the server."""
        return self.server.destination.path

    def look(self, site: BuiltSite) -> Look:
        """Compare *site* with the release that is live."""
        releases, after = self._releases(), file_list.files_of(site)
        return Look(
            old=releases.current,
            new="",
            stamp=site.stamp,
            before=releases.files,
            after=after,
            addresses=releases.published,
            is_ours=bool(releases.files),
            is_same=releases.files == after,
            read=partial(self._read, releases.current),
            diff=partial(self._diff, releases.current, site.read_all),
            copies=tuple(after),  # all files: a release is a complete folder
            site=site,
        )

    def send(self, look: Look, authorship: Authorship, on_progress: OnProgress) -> Published:  # noqa: ARG002
        """Transfer a new release next to the live one, and switch to it."""
        part = ""
        try:
            part = parse_name(self.server.run(scripts.begin(self.base)))
            if look.new:
                self.server.run(scripts.copy(self.base, look.new, part))
            else:
                with Rooted(look.site.folder) as folder:  # the private copy
                    folder.write(file_list.FILES, file_list.as_text(look.after).encode())
                self.server.send(look.site.folder, f"{self.base}/releases/{part}", look.old)
            script = scripts.activate(self.base, look.old, part, look.stamp, note_text(authorship, part))
            return Published(parse_name(self.server.run(script)), look.stamp)
        except ServerError as failure:
            return self._recover(failure, look, part)

    def past(self, count: int) -> tuple[Deployment, ...]:
        """Return the releases on the server, the live one first."""
        return self._releases().past[:count]

    def earlier(self, past: tuple[Deployment, ...], steps: int) -> Look:
        """Compare an earlier release with the live one, to publish its files again."""
        releases, name = self._releases(), past[steps].name
        if releases.current != past[0].name:
            raise PublishError(error("deploy-moved", Location(""), "deploy-again"))
        release_files = self._read(name, (file_list.FILES, STAMP))
        after = file_list.from_text(release_files[file_list.FILES].decode("utf-8", "replace"))
        return Look(
            old=releases.current,
            new=name,
            stamp=release_files[STAMP].decode("ascii", "replace").strip(),
            before=releases.files,
            after=after,
            addresses=releases.published,
            is_ours=True,
            is_same=after == releases.files,
            read=partial(self._read, releases.current),
            diff=partial(self._diff, releases.current, partial(self._read, name)),
        )

    def _releases(self) -> Releases:
        releases = parse_releases(self.server.run(scripts.look(self.base, REQUESTED_FILES)))
        if releases.is_blocked:
            path = f"{self.base}/current"
            raise ServerError(error("deploy-current-taken", Location(""), "move-it-away", path=path))
        return releases

    def _read(self, release: str, paths: Iterable[str]) -> dict[str, bytes]:
        path_of = {f"releases/{release}/{path}": path for path in paths}
        remote_paths = tuple(path_of)
        files = (
            parse_files(self.server.run(scripts.read(self.base, remote_paths)), remote_paths) if remote_paths else {}
        )
        return {path: files[remote_path] for remote_path, path in path_of.items()}

    def _diff(self, release: str, new_files: Callable[[tuple[str, ...]], Mapping[str, bytes]], changes: Changes) -> str:
        added, changed, removed = changes
        return differences(changes, self._read(release, (*changed, *removed)), new_files((*added, *changed)))

    def _recover(self, failure: ServerError, look: Look, part: str) -> Published:
        """Check the state after a failure: the switch may have succeeded, and only its output was lost."""
        if not part:
            raise failure
        with suppress(ServerError):
            releases = self._releases()
            if releases.token == part:
                return Published(releases.current, look.stamp)
            self.server.run(scripts.discard(self.base, part))
            if releases.current != look.old:
                raise PublishError(error("deploy-moved", Location(""), "deploy-again"))
        raise failure
