"""What `blog deploy` tells its user."""

import re
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from byeoru.base.catalogue import Language, say
from byeoru.base.diagnostic import Diagnostic
from byeoru.base.visible import visible
from byeoru.cli.report import print_problems
from byeoru.model.project import Project, Report
from byeoru.publish.changes import Count, counts
from byeoru.publish.deployment import Deployment, Prepared, Published
from byeoru.publish.git.provenance import Provenance
from byeoru.publish.live import Seen
from byeoru.publish.target import Target

_TITLE = 200  # characters of what somebody else wrote
_NO_TIME = "????-??-?? ??:??"  # of a date that no calendar has
_DIGEST = re.compile(r"[0-9a-f]{32,64}")
_SIGNS = ("+", "~", "-")
_EVERY = 30.0  # seconds between two lines of a log
_OF_THE_DOMAIN = frozenset({"no-name", "certificate", "other-site"})
PAUSE = 3.0  # seconds between two looks at the address


class Talk(NamedTuple):
    """A voice in one language."""

    language: Language
    project: Project
    verbose: bool

    def stop(self, *problems: Diagnostic) -> int:
        """Tell what keeps the site from being published; return the exit code."""
        print_problems(Report(problems), self.project, self.language, verbose=True)
        if self.verbose:
            print("\n".join(detail for one in problems if (detail := one.argument("detail"))), file=sys.stderr)
        self._say("deploy.stopped", sys.stderr)
        return 1

    def interrupted(self, code: str) -> int:
        """Tell where things stand for somebody who pressed Ctrl-C; return the exit code."""
        print("\n" + say(code, self.language), file=sys.stderr)
        return 130

    def built(self, report: Report) -> None:
        """Tell what the build found."""
        print_problems(report, self.project, self.language, verbose=self.verbose)

    def target(self, target: Target) -> None:
        """Tell where the site goes."""
        print(visible(target.where))

    def done(self, published: Published) -> None:
        """Tell that the site has gone there."""
        print(say("deploy.done", self.language, name=short(published.name)))

    def same(self, base_url: str) -> int:
        """Tell that there is nothing to do; return the exit code."""
        self._say("deploy.same")
        if base_url:
            print(f"{base_url}/")
        return 0

    def changes(self, prepared: Prepared) -> None:
        """Tell what will change, in nouns."""
        print(change_words(prepared, self.language))

    def differences(self, prepared: Prepared, texts: str) -> None:
        """Show each file that changes, and how its text does."""
        for sign, paths in zip(_SIGNS, prepared.changes, strict=True):
            print("".join(f"{sign} {visible(path)}\n" for path in paths), end="")
        print(visible(texts))

    def uncommitted(self, provenance: Provenance) -> None:
        """Tell that what is published is nowhere kept yet."""
        if provenance.commit and (files := provenance.uncommitted):
            more = "…" if len(files) > 1 else ""
            said = say("deploy.uncommitted", self.language, count=len(files), first=visible(files[0]), more=more)
            print(said, file=sys.stderr)

    def moved(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Tell which pages have moved."""
        for old, new in pairs:
            print(say("deploy.moved", self.language, old=visible(old), new=visible(new)), file=sys.stderr)

    def waiting(self, seen: Seen, seconds: float) -> None:
        """Tell what the address shows while it is not the new site, on one line of a terminal."""
        said = say("live.waiting", self.language, seconds=round(seconds), seen=self._seen(seen))
        if sys.stderr.isatty():
            print(f"\r\033[K{said}", end="", file=sys.stderr, flush=True)
        elif seconds % _EVERY < PAUSE:  # a log needs no line every few seconds
            print(said, file=sys.stderr, flush=True)

    def end(self, seen: Seen, limit: float) -> None:
        """Tell what came of waiting."""
        if sys.stderr.isatty():
            print("\r\033[K", end="", file=sys.stderr, flush=True)
        if seen.is_live:
            print(self._seen(seen))
        else:
            said = say("live.gave-up", self.language, seconds=round(limit), seen=self._seen(seen))
            print(said, file=sys.stderr)
            if seen.code in _OF_THE_DOMAIN:
                self._say("live.see-domain", sys.stderr)

    def _seen(self, seen: Seen) -> str:
        return say(f"live.{seen.code}", self.language, detail=visible(seen.detail))

    def _say(self, code: str, stream: object = None) -> None:
        print(say(code, self.language), file=stream)  # type: ignore[call-overload]


def change_words(prepared: Prepared, language: Language) -> str:
    """Return what changes: posts, lists, files, and how many addresses break."""
    parts = [] if prepared.has_old else [say("deploy.first", language)]
    parts += _counted(counts(prepared.changes), language)
    return " · ".join([*parts, say("deploy.broken", language, count=len(prepared.broken))])


def _counted(found: Iterable[Count], language: Language) -> list[str]:
    return [
        say(f"deploy.{one.noun}.{one.verb}", language, count=f"{one.number:,}", folder=visible(one.folder))
        for one in found
    ]


def rows(past: Sequence[Deployment], language: Language) -> list[str]:
    """Return a line for each deployment: how to come back to it, when, from what, and what changed."""
    return [
        say(
            "deploy.row",
            language,
            number=f"{number:>3}",
            time=time_of(one.seconds),
            name=visible(short(one.name)),
            source=visible(one.source[:8]) or "-",
            changes=(" · ".join(_counted(one.changes, language)) or visible(one.title[:_TITLE]))
            + (f" ← {visible(one.again[:_TITLE])}" if one.again else ""),
        )
        for number, one in enumerate(past)
    ]


def time_of(seconds: int) -> str:
    """Return a time as it is here; a remote may have any number.

    >>> time_of(99999999999999)
    '????-??-?? ??:??'
    """
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    except (OverflowError, ValueError, OSError):
        return _NO_TIME


def short(name: str) -> str:
    """Return the name of a deployment as people use it: eight digits of a digest.

    >>> short("0a1b2c3d4e5f60718293a4b5c6d7e8f901234567"), short("20260314-121000-0a1b2c3d")
    ('0a1b2c3d', '20260314-121000-0a1b2c3d')
    """
    return name[:8] if _DIGEST.fullmatch(name) else name
