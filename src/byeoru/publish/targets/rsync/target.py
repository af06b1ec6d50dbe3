"""★ A deployment to a server of one's own, on one page: look, compare, send beside, switch.

In:  an emitted folder with its manifest, and a folder on a server.
Out: ``Prepared``, then ``Published``.
Must not: change a file that is shown. A site arrives in a folder of its own, and one link is moved to it by a rename,
if it still goes where it went when it was looked at; whatever breaks before that leaves the old site as it is.
"""

import os
from contextlib import suppress
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Place, error
from byeoru.base.folders import is_dangerous
from byeoru.base.paths import file_of
from byeoru.base.rooted import Rooted
from byeoru.model.deploy import Deploy
from byeoru.model.destination import Destination, destination_of
from byeoru.model.project import OWN_FOLDERS, Project
from byeoru.publish import file_list
from byeoru.publish.addresses import broken, pages_of
from byeoru.publish.changes import changes_between
from byeoru.publish.compare.differences import differences
from byeoru.publish.compare.moved import moved_pages
from byeoru.publish.compare.preflight import Found, Planned, lost_addresses, reasons_anywhere
from byeoru.publish.deployment import STAMP, Authorship, Deployment, Moves, Prepared, Published, Site
from byeoru.publish.progress import Tell
from byeoru.publish.staging import gathered
from byeoru.publish.targets.rsync import scripts
from byeoru.publish.targets.rsync.releases import ASKED, Shelf, files_in, name_in, note_of, shelf_in
from byeoru.publish.targets.rsync.server import Server, ServerFailed


def target_of(deploy: Deploy, project: Project, sources: tuple[str, ...]) -> "Rsync | Diagnostic":
    """Return the place that the settings name; one on this machine must be none that a build reads or writes."""
    found = destination_of(deploy.option("destination"), int(deploy.option("port", "0")))
    if found is None:
        return error("deploy-no-destination", Place("blog.yml"), "set-destination")
    if not found.host:
        place = os.path.realpath(os.path.join(project.root, os.path.expanduser(found.path)))
        if is_dangerous(place, project.root, (*OWN_FOLDERS, "site", *sources)):
            return error("deploy-path-refused", Place("blog.yml"), "set-destination", path=place)
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

    def prepare(self, site: Site) -> Prepared | Diagnostic:
        """Compare *site* with the release that is shown."""
        try:
            shelf = self._look()
        except ServerFailed as failed:
            return failed.problem
        after = file_list.files_of(site)
        lost = broken(shelf.published or pages_of(shelf.files), after)
        is_same = shelf.files == after
        found = Found(tuple(shelf.files), bool(shelf.files), "", lost)
        planned = Planned(site.base_url, "", site.folder, tuple(site.manifest), "")
        problems = () if is_same else reasons_anywhere(planned, found)
        changes = changes_between(shelf.files, after)
        return Prepared(shelf.current, "", site.stamp, changes, lost, problems, is_same, site)

    def take(self, prepared: Prepared, room: str) -> Prepared | Diagnostic:
        """Copy the whole release: what a server shows is one folder."""
        files = file_list.files_of(prepared.site)
        site = gathered(prepared.site, files, room)
        if isinstance(site, Diagnostic):
            return site
        with Rooted(room) as rooted:
            rooted.write(file_list.FILES, file_list.as_text(files).encode())
        return prepared._replace(site=site)

    def differences(self, prepared: Prepared) -> str | Diagnostic:
        """Return how the texts of two releases, or of a release and the site, differ."""
        added, changed, removed = prepared.changes
        try:
            old = self._read(prepared.old, (*changed, *removed))
            if prepared.new:
                new = self._read(prepared.new, (*added, *changed))
            else:
                new = {path: prepared.site.read(path) for path in (*added, *changed)}
        except ServerFailed as failed:
            return failed.problem
        return differences(prepared.changes, old, new)

    def moved(self, site: Site, prepared: Prepared) -> Moves | Diagnostic:
        """Return the pages whose published address would break, though they are still there."""
        try:
            old = self._read(prepared.old, tuple(file_of(one) for one in prepared.broken))
        except ServerFailed as failed:
            return failed.problem
        pages = {one: old[file_of(one)] for one in prepared.broken}
        return moved_pages(pages, site.pages(prepared.changes.added))

    def publish(self, prepared: Prepared, authorship: Authorship, tell: Tell) -> Published | Diagnostic:  # noqa: ARG002
        """Send what was *prepared* beside what is shown, and switch."""
        part = ""
        try:
            part = name_in(self.server.run(scripts.begin(self.base)))
            if prepared.new:
                self.server.run(scripts.copy(self.base, prepared.new, part))
            else:
                self.server.send(prepared.site.folder, f"{self.base}/releases/{part}", prepared.old)
            note = note_of(authorship, part)
            script = scripts.finish(self.base, prepared.old, part, prepared.stamp, note)
            return Published(name_in(self.server.run(script)), prepared.stamp)
        except ServerFailed as failed:
            return self._after(failed.problem, prepared, part)

    def deployments(self, count: int) -> tuple[Deployment, ...] | Diagnostic:
        """Return the releases that are kept, the one that is shown first."""
        try:
            return self._look().past[:count]
        except ServerFailed as failed:
            return failed.problem

    def earlier(self, past: tuple[Deployment, ...], steps: int) -> Prepared | Diagnostic:
        """Prepare a new release with the files of an earlier one."""
        wanted = past[steps].name
        try:
            shelf = self._look()
            then = self._read(wanted, (file_list.FILES, STAMP))
        except ServerFailed as failed:
            return failed.problem
        if shelf.current != past[0].name:
            return error("deploy-moved", Place(""), "deploy-again")
        files = file_list.from_text(then[file_list.FILES].decode("utf-8", "replace"))
        stamp = then[STAMP].decode("ascii", "replace").strip()
        lost = broken(shelf.published, files)
        is_same = files == shelf.files
        problems = () if is_same else lost_addresses(lost, "allow-it")
        return Prepared(shelf.current, wanted, stamp, changes_between(shelf.files, files), lost, problems, is_same)

    def _look(self) -> Shelf:
        shelf = shelf_in(self.server.run(scripts.look(self.base, ASKED)))
        if shelf.is_taken:
            place = f"{self.base}/current"
            raise ServerFailed(error("deploy-current-taken", Place(""), "move-it-away", path=place))
        return shelf

    def _read(self, release: str, paths: tuple[str, ...]) -> dict[str, bytes]:
        places = tuple(f"releases/{release}/{path}" for path in paths)
        found = files_in(self.server.run(scripts.read(self.base, places)), places) if paths else {}
        return {path: found[place] for path, place in zip(paths, places, strict=True)}

    def _after(self, problem: Diagnostic, prepared: Prepared, part: str) -> Published | Diagnostic:
        """Tell how things stand after a failure: the switch may have happened, and only its answer was lost."""
        if not part:
            return problem
        with suppress(ServerFailed):
            shelf = self._look()
            if shelf.token == part:
                return Published(shelf.current, prepared.stamp)
            self.server.run(scripts.discard(self.base, part))
            if shelf.current != prepared.old:
                return error("deploy-moved", Place(""), "deploy-again")
        return problem
