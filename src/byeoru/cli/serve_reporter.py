"""What `blog serve` tells its user."""

import socket
import sys
from datetime import datetime
from typing import NamedTuple

from byeoru.base.catalogue import Language, localize
from byeoru.cli.console import styled
from byeoru.cli.internal_error import record_internal_error
from byeoru.cli.localized import CommandError
from byeoru.cli.report import print_problems, summary
from byeoru.model.project import Project, Report
from byeoru.serve.address import is_reachable_from_network, local_url, network_ips, network_url, qr_code
from byeoru.serve.follow import pages_of_saved
from byeoru.serve.page_info import short_time, unpublished_reasons
from byeoru.serve.state import PreviewState

_FOLDER = ".blog/preview"
_NAMED = 3  # files in one line


class ServeReporter(NamedTuple):
    """What `blog serve` prints, in one language."""

    language: Language
    project: Project

    def cannot_listen(self, host: str, port: int, problem: OSError) -> CommandError:
        """Return what keeps us from listening, as a mistake in the command line."""
        if problem.errno in {48, 98, 10048}:  # EADDRINUSE of macOS, Linux and Windows
            return CommandError(
                localize("serve.port-busy", self.language, port=port), localize("serve.port-hint", self.language)
            )
        if problem.errno in {49, 99, 10049} or isinstance(problem, socket.gaierror):  # EADDRNOTAVAIL of the same three
            own = ", ".join(("127.0.0.1", "0.0.0.0", *network_ips()))  # noqa: S104  (named, not used)
            advice = localize("serve.own-addresses", self.language, own=own)
            return CommandError(localize("serve.no-such-address", self.language, host=host), advice)
        detail = problem.strerror or str(problem)
        return CommandError(
            localize("serve.cannot-listen", self.language, host=host, port=port, detail=detail),
            localize("serve.listen-hint", self.language),
        )

    def other_port(self, wanted: int, found: int) -> None:
        """Tell that another port is used than one expects."""
        print(localize("serve.port-taken", self.language, port=wanted, other=found), file=sys.stderr)

    def opened(self, host: str, port: int, base: str, *, is_polling: bool) -> None:
        """Tell where the preview is."""
        self._say("serve.at", url=styled(local_url(host, port, base), "strong", sys.stdout))
        if is_reachable_from_network(host):
            if address := network_url(host, port, base):
                self._say("serve.lan", url=address)
                self._show_picture(address)
            print(styled(localize("serve.open-to-all", self.language), "warning", sys.stderr), file=sys.stderr)
        if is_polling:
            print(localize("serve.polling", self.language), file=sys.stderr)
        print(styled(localize("serve.how-to-end", self.language), "quiet", sys.stdout), flush=True)

    def _show_picture(self, address: str) -> None:
        """Show a terminal that has half-blocks the address as a phone reads it."""
        picture = qr_code(address)
        try:
            picture.encode(sys.stdout.encoding or "ascii")
        except UnicodeEncodeError:
            return
        if sys.stdout.isatty():
            print(picture)

    def built(self, before: Report, state: PreviewState, changed: tuple[str, ...], seconds: float) -> None:
        """Tell what a build made: the first in full; of later ones a line, and the problems that are new to it."""
        old = set(before.problems)
        new = tuple(problem for problem in state.report.problems if problem not in old)
        print_problems(state.report._replace(problems=new), self.project, self.language, verbose=False)
        if state.number == 1 or not state.report.is_written:
            print(summary(state.report, _FOLDER, self.language, seconds), flush=True)
            return
        now = datetime.now().astimezone()
        time = styled(now.strftime("%H:%M:%S"), "quiet", sys.stdout)
        what = " · ".join([self._named(state, changed), *self._kept_back(state, now)])
        count = len(state.report.problems)
        problems = " · " + localize("serve.problems", self.language, count=count) if count else ""
        self._say("serve.built", time=time, what=what, milliseconds=round(seconds * 1000), problems=problems)

    def _named(self, state: PreviewState, changed: tuple[str, ...]) -> str:
        """Name the pages of what was saved, and count the others; without such pages, name some that have changed."""
        if not changed:
            return localize("summary.unchanged", self.language)
        first = (pages_of_saved(state, changed) or changed)[:_NAMED]
        named = ", ".join(f"/{path.removesuffix('index.html')}" for path in first)
        others = len(changed) - len(first)
        return named + (localize("serve.more", self.language, count=others) if others else "")

    def _kept_back(self, state: PreviewState, now: datetime) -> list[str]:
        """Return what keeps the texts that were saved from being published now, or from being shown here."""
        pages = state.site.by_source if state.site else {}
        saved = [pages[path].document for path in state.saved if path in pages]
        said = [state for document in saved for state in unpublished_reasons(document, self.language, now)]
        for one in (*state.report.drafts, *state.report.future):
            if one.path in state.saved:
                when = short_time(datetime.fromisoformat(one.date), now) if one.date else ""
                code = "serve.hidden-future" if when else "serve.hidden-draft"
                said.append(localize(code, self.language, path=one.path, when=when))
        return said[:_NAMED]

    def failed(self, problem: BaseException) -> None:
        """Tell that an answer could not be made, and that the preview goes on."""
        if isinstance(problem, OSError):
            print(localize("failed.disk", self.language, detail=problem), file=sys.stderr, flush=True)
            return
        print(record_internal_error(problem, self.language), file=sys.stderr, flush=True)

    def ended(self) -> None:
        """Tell that nothing of us is left."""
        self._say("serve.ended")

    def _say(self, code: str, **arguments: object) -> None:
        print(localize(code, self.language, **arguments), flush=True)
