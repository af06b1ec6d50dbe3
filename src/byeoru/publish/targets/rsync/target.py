"""A deployment to a server of one's own, on one page: look, send beside, switch.

In:  an emitted folder with its manifest, and a folder on a server.
Out: ``Look``, then ``Published``.
Must not: change a file that is live. A site arrives in a folder of its own, and one link is moved to it by a rename,
if it still goes where it went when it was looked at; whatever breaks before that leaves the old site as it is.
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
from byeoru.publish.progress import Tell
from byeoru.publish.site import STAMP, BuiltSite
from byeoru.publish.target import Look
from byeoru.publish.targets.rsync import scripts
from byeoru.publish.targets.rsync.releases import ASKED, Releases, files_in, name_in, note_of, releases_in
from byeoru.publish.targets.rsync.server import Server, ServerError


def target_of(deploy: Deploy, project: Project, sources: tuple[str, ...]) -> "Rsync | Diagnostic":
    """Return the place that the settings name; one on this machine must be none that a build reads or writes."""
    found = destination_of(deploy.option("destination"), int(deploy.option("port", "0")))
    if found is None:
        return error("deploy-no-destination", Location("blog.yml"), "set-destination")
    if not found.host:
        place = os.path.realpath(os.path.join(project.root, os.path.expanduser(found.path)))
        if is_protected(place, project.root, (*OWN_FOLDERS, "site", *sources)):
            return error("deploy-path-refused", Location("blog.yml"), "set-destination", path=place)
        found = Destination(place)
    return Rsync(Server(found))


class Rsync(NamedTuple):
    """A folder on a server, with the releases of the site in it."""

    server: Server

    @property
    def where(self) -> str:
        """Return the place; behind another port another server may answer."""
        port = self.server.destination.port
        return f"{self.server.destination}" + (f" (port {port})" if port else "")

    @property
    def address(self) -> str:
        """Return that only the author knows under which name the server shows it."""
        return ""

    @property
    def patience(self) -> int:
        """Return how long a server may take that has its files already."""
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
            copies=tuple(after),  # the whole release: what a server shows is one folder
            site=site,
        )

    def send(self, look: Look, authorship: Authorship, tell: Tell) -> Published:  # noqa: ARG002
        """Send a release beside the one that is live, and switch."""
        part = ""
        try:
            part = name_in(self.server.run(scripts.begin(self.base)))
            if look.new:
                self.server.run(scripts.copy(self.base, look.new, part))
            else:
                with Rooted(look.site.folder) as folder:  # the private copy
                    folder.write(file_list.FILES, file_list.as_text(look.after).encode())
                self.server.send(look.site.folder, f"{self.base}/releases/{part}", look.old)
            script = scripts.finish(self.base, look.old, part, look.stamp, note_of(authorship, part))
            return Published(name_in(self.server.run(script)), look.stamp)
        except ServerError as failed:
            return self._after(failed, look, part)

    def past(self, count: int) -> tuple[Deployment, ...]:
        """Return the releases that are kept, the live one first."""
        return self._releases().past[:count]

    def earlier(self, past: tuple[Deployment, ...], steps: int) -> Look:
        """Look at an earlier release, whose files a new one would have."""
        releases, name = self._releases(), past[steps].name
        if releases.current != past[0].name:
            raise PublishError(error("deploy-moved", Location(""), "deploy-again"))
        then = self._read(name, (file_list.FILES, STAMP))
        after = file_list.from_text(then[file_list.FILES].decode("utf-8", "replace"))
        return Look(
            old=releases.current,
            new=name,
            stamp=then[STAMP].decode("ascii", "replace").strip(),
            before=releases.files,
            after=after,
            addresses=releases.published,
            is_ours=True,
            is_same=after == releases.files,
            read=partial(self._read, releases.current),
            diff=partial(self._diff, releases.current, partial(self._read, name)),
        )

    def _releases(self) -> Releases:
        releases = releases_in(self.server.run(scripts.look(self.base, ASKED)))
        if releases.is_taken:
            place = f"{self.base}/current"
            raise ServerError(error("deploy-current-taken", Location(""), "move-it-away", path=place))
        return releases

    def _read(self, release: str, paths: Iterable[str]) -> dict[str, bytes]:
        by_place = {f"releases/{release}/{path}": path for path in paths}
        places = tuple(by_place)
        files = files_in(self.server.run(scripts.read(self.base, places)), places) if places else {}
        return {path: files[place] for place, path in by_place.items()}

    def _diff(self, release: str, new_files: Callable[[tuple[str, ...]], Mapping[str, bytes]], changes: Changes) -> str:
        added, changed, removed = changes
        return differences(changes, self._read(release, (*changed, *removed)), new_files((*added, *changed)))

    def _after(self, failed: ServerError, look: Look, part: str) -> Published:
        """Find out what has happened before a failure: the switch may be done, and only its answer was lost."""
        if not part:
            raise failed
        with suppress(ServerError):
            releases = self._releases()
            if releases.token == part:
                return Published(releases.current, look.stamp)
            self.server.run(scripts.discard(self.base, part))
            if releases.current != look.old:
                raise PublishError(error("deploy-moved", Location(""), "deploy-again"))
        raise failed
