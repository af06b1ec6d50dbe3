"""What `blog serve` tells its user."""

import socket
import sys
from datetime import datetime
from typing import NamedTuple

from byeoru.base.catalogue import Language, say
from byeoru.cli.console import styled
from byeoru.cli.fault import worded_fault
from byeoru.cli.report import print_problems, summary
from byeoru.cli.worded import Mistake
from byeoru.model.project import Project, Report
from byeoru.serve.address import as_picture, is_open, network_address, own_address, own_figures
from byeoru.serve.facts import moment, states
from byeoru.serve.follow import pages_of_saved
from byeoru.serve.state import PreviewState

_FOLDER = ".blog/preview"
_NAMED = 3  # files in one line


class ServeReporter(NamedTuple):
    """What `blog serve` prints, in one language."""

    language: Language
    project: Project

    def cannot_listen(self, host: str, port: int, problem: OSError) -> Mistake:
        """Return what keeps us from listening, as a mistake in the command line."""
        if problem.errno in {48, 98, 10048}:  # EADDRINUSE of macOS, Linux and Windows
            return Mistake(say("serve.port-busy", self.language, port=port), say("serve.port-hint", self.language))
        if problem.errno in {49, 99, 10049} or isinstance(problem, socket.gaierror):  # EADDRNOTAVAIL of the same three
            own = ", ".join(("127.0.0.1", "0.0.0.0", *own_figures()))  # noqa: S104  (named, not used)
            advice = say("serve.own-addresses", self.language, own=own)
            return Mistake(say("serve.no-such-address", self.language, host=host), advice)
        detail = problem.strerror or str(problem)
        return Mistake(
            say("serve.cannot-listen", self.language, host=host, port=port, detail=detail),
            say("serve.listen-hint", self.language),
        )

    def other_port(self, wanted: int, found: int) -> None:
        """Tell that another port is used than one expects."""
        print(say("serve.port-taken", self.language, port=wanted, other=found), file=sys.stderr)

    def opened(self, host: str, port: int, base: str, *, is_polling: bool) -> None:
        """Tell where the preview is."""
        self._say("serve.at", url=styled(own_address(host, port, base), "strong", sys.stdout))
        if is_open(host):
            if address := network_address(host, port, base):
                self._say("serve.lan", url=address)
                self._show_picture(address)
            print(styled(say("serve.open-to-all", self.language), "warning", sys.stderr), file=sys.stderr)
        if is_polling:
            print(say("serve.polling", self.language), file=sys.stderr)
        print(styled(say("serve.how-to-end", self.language), "quiet", sys.stdout), flush=True)

    def _show_picture(self, address: str) -> None:
        """Show a terminal that has half-blocks the address as a phone reads it."""
        picture = as_picture(address)
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
        problems = " · " + say("serve.problems", self.language, count=count) if count else ""
        self._say("serve.built", time=time, what=what, milliseconds=round(seconds * 1000), problems=problems)

    def _named(self, state: PreviewState, changed: tuple[str, ...]) -> str:
        """Name the pages of what was saved, and count the others; without such pages, name some that have changed."""
        if not changed:
            return say("summary.unchanged", self.language)
        first = (pages_of_saved(state, changed) or changed)[:_NAMED]
        named = ", ".join(f"/{path.removesuffix('index.html')}" for path in first)
        others = len(changed) - len(first)
        return named + (say("serve.more", self.language, count=others) if others else "")

    def _kept_back(self, state: PreviewState, now: datetime) -> list[str]:
        """Return what keeps the texts that were saved from being published now, or from being shown here."""
        pages = state.site.by_source if state.site else {}
        saved = [pages[path].document for path in state.saved if path in pages]
        said = [state for document in saved for state in states(document, self.language, now)]
        for one in (*state.report.drafts, *state.report.future):
            if one.path in state.saved:
                when = moment(datetime.fromisoformat(one.date), now) if one.date else ""
                code = "serve.hidden-future" if when else "serve.hidden-draft"
                said.append(say(code, self.language, path=one.path, when=when))
        return said[:_NAMED]

    def failed(self, problem: BaseException) -> None:
        """Tell that an answer could not be made, and that the preview goes on."""
        if isinstance(problem, OSError):
            print(say("failed.disk", self.language, detail=problem), file=sys.stderr, flush=True)
            return
        print(worded_fault(problem, self.language), file=sys.stderr, flush=True)

    def ended(self) -> None:
        """Tell that nothing of us is left."""
        self._say("serve.ended")

    def _say(self, code: str, **arguments: object) -> None:
        print(say(code, self.language, **arguments), flush=True)
