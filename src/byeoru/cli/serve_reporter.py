"""What `blog serve` prints."""

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
_MAX_NAMES = 3  # files in one line


class ServeReporter(NamedTuple):
    """What `blog serve` prints, in one language."""

    language: Language
    project: Project

    def listen_error(self, host: str, port: int, problem: OSError) -> CommandError:
        """Return the error of a socket that could not be opened, as a usage error."""
        if problem.errno in {48, 98, 10048}:  # EADDRINUSE of macOS, Linux and Windows
            return CommandError(
                localize("serve.port-busy", self.language, port=port), localize("serve.port-hint", self.language)
            )
        if problem.errno in {49, 99, 10049} or isinstance(problem, socket.gaierror):  # EADDRNOTAVAIL, likewise
            own = ", ".join(("127.0.0.1", "0.0.0.0", *network_ips()))  # noqa: S104  (named, not used)
            advice = localize("serve.own-addresses", self.language, own=own)
            return CommandError(localize("serve.no-such-address", self.language, host=host), advice)
        detail = problem.strerror or str(problem)
        return CommandError(
            localize("serve.cannot-listen", self.language, host=host, port=port, detail=detail),
            localize("serve.listen-hint", self.language),
        )

    def print_other_port(self, wanted: int, port: int) -> None:
        """Print that another port than the default is used."""
        print(localize("serve.port-taken", self.language, port=wanted, other=port), file=sys.stderr)

    def print_addresses(self, host: str, port: int, base: str, *, is_polling: bool) -> None:
        """Print the addresses of the preview."""
        self._echo("serve.at", url=styled(local_url(host, port, base), "strong", sys.stdout))
        if is_reachable_from_network(host):
            if address := network_url(host, port, base):
                self._echo("serve.lan", url=address)
                self._print_qr_code(address)
            print(styled(localize("serve.open-to-all", self.language), "warning", sys.stderr), file=sys.stderr)
        if is_polling:
            print(localize("serve.polling", self.language), file=sys.stderr)
        print(styled(localize("serve.how-to-end", self.language), "quiet", sys.stdout), flush=True)

    def _print_qr_code(self, address: str) -> None:
        """Print the address as a QR code, on a terminal that can encode half-blocks."""
        code_lines = qr_code(address)
        try:
            code_lines.encode(sys.stdout.encoding or "ascii")
        except UnicodeEncodeError:
            return
        if sys.stdout.isatty():
            print(code_lines)

    def print_build(self, before: Report, state: PreviewState, changed: tuple[str, ...], seconds: float) -> None:
        """Print the result of a build: the first in full; of later ones one line, and the problems that are new."""
        old = set(before.problems)
        new = tuple(problem for problem in state.report.problems if problem not in old)
        print_problems(state.report._replace(problems=new), self.project, self.language, verbose=False)
        if state.number == 1 or not state.report.is_written:
            print(summary(state.report, _FOLDER, self.language, seconds), flush=True)
            return
        now = datetime.now().astimezone()
        time = styled(now.strftime("%H:%M:%S"), "quiet", sys.stdout)
        what = " · ".join([self._page_names(state, changed), *self._unpublished(state, now)])
        count = len(state.report.problems)
        problems = " · " + localize("serve.problems", self.language, count=count) if count else ""
        self._echo("serve.built", time=time, what=what, milliseconds=round(seconds * 1000), problems=problems)

    def _page_names(self, state: PreviewState, changed: tuple[str, ...]) -> str:
        """Name the pages of the saved sources, else the first changed ones, and count the others."""
        if not changed:
            return localize("summary.unchanged", self.language)
        first = (pages_of_saved(state, changed) or changed)[:_MAX_NAMES]
        named = ", ".join(f"/{path.removesuffix('index.html')}" for path in first)
        others = len(changed) - len(first)
        return named + (localize("serve.more", self.language, count=others) if others else "")

    def _unpublished(self, state: PreviewState, now: datetime) -> list[str]:
        """Return why the saved documents are not published yet, or not shown in the preview."""
        pages = state.site.by_source if state.site else {}
        saved = [pages[path].document for path in state.saved if path in pages]
        reasons = [reason for document in saved for reason in unpublished_reasons(document, self.language, now)]
        for page in (*state.report.drafts, *state.report.private, *state.report.future):
            if page.path in state.saved:
                when = short_time(datetime.fromisoformat(page.date), now) if page.date else ""
                unpublished = "serve.hidden-private" if page in state.report.private else "serve.hidden-draft"
                code = "serve.hidden-future" if when else unpublished
                reasons.append(localize(code, self.language, path=page.path, when=when))
        return reasons[:_MAX_NAMES]

    def print_server_error(self, problem: BaseException) -> None:
        """Print an error of the server; the preview keeps running."""
        if isinstance(problem, OSError):
            print(localize("failed.disk", self.language, detail=problem), file=sys.stderr, flush=True)
            return
        print(record_internal_error(problem, self.language), file=sys.stderr, flush=True)

    def print_stopped(self) -> None:
        """Print that the server has stopped."""
        self._echo("serve.ended")

    def _echo(self, code: str, **arguments: object) -> None:
        print(localize(code, self.language, **arguments), flush=True)
