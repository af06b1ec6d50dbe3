"""Reasons to stop before a site is published.

In:  the files of the published site and of the new one, and what the build of the new one found.
Out: a problem for each reason to stop, named as `--allow` takes it, and notices that stop nothing.
Must not: decide what the author allows.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.paths import case_folded
from byeoru.model.project import Report
from byeoru.publish.addresses import pages_of
from byeoru.publish.site_address import cname_of, is_local

# What `--allow` takes.
ALLOWED = (
    *("address", "local", "empty", "shrink", "cname", "size", "names", "sources", "broken"),
    *("private", "links", "secrets"),
)
_SHOWN = 5  # addresses in one sentence


class Stop(NamedTuple):
    """A warning of the build that stops a deployment."""

    allow: str  # the name under which `--allow` lets it pass
    hint: str
    of_shown: bool = False  # it is about what is published, and means nothing in a page that is held back


# By the code of the warning. What is held back or left out stays so whatever is allowed; secrets would be published.
STOPS = {
    **dict.fromkeys(
        ("asks-for-privacy", "misspelt-draft", "unclear-draft", "unreadable-date", "front-matter-open"),
        Stop("private", "allow-without"),
    ),
    **dict.fromkeys(("hidden-words", "unclosed-comment"), Stop("private", "allow-without", of_shown=True)),
    "unclear-comment": Stop("private", "allow-without"),
    "link-outside": Stop("links", "allow-without"),
    **dict.fromkeys(("secret-file", "secret-in-text"), Stop("secrets", "remove-or-allow", of_shown=True)),
}


class Planned(NamedTuple):
    """What is to be published."""

    base_url: str
    expected: str  # the address that the target gives the site; "" where it is not known
    paths: tuple[str, ...]  # that the build wrote


class Found(NamedTuple):
    """What is published now."""

    paths: tuple[str, ...]
    is_ours: bool  # the live site was published by this program
    broken: tuple[str, ...]  # published addresses that would break


def reasons_to_stop(planned: Planned, found: Found, of_target: tuple[Diagnostic, ...] = ()) -> tuple[Diagnostic, ...]:
    """Return every reason to stop, with those *of_target*, the most important first."""
    return (
        *_address(planned),
        *_emptiness(planned.paths, found),
        *of_target,
        *_names(planned.paths),
        *lost_addresses(found.broken),
    )


def reasons_of_build(report: Report) -> tuple[Diagnostic, ...]:
    """Return the warnings of a build that stop a deployment, each as an error with the name that allows it."""
    waiting = {one.path for one in (*report.drafts, *report.future)}
    found = []
    for problem in report.problems:
        stop = STOPS.get(problem.code)
        if stop and not (stop.of_shown and problem.location.path in waiting):
            arguments = (*problem.arguments, ("allow", stop.allow))
            found.append(problem._replace(severity="error", arguments=arguments, hint=stop.hint))
    return tuple(found)


def stop(allow: str, code: str, hint: str, **arguments: object) -> Diagnostic:
    """Return a reason to stop, which `--allow` takes by the name *allow*."""
    return error(code, Location(""), hint, allow=allow, **arguments)


def _address(planned: Planned) -> Iterator[Diagnostic]:
    if not planned.base_url:
        hint = "set-that-base-url" if planned.expected else "set-base-url"
        yield stop("address", "deploy-no-address", hint, url=planned.expected)
    elif is_local(planned.base_url):
        yield stop("address", "deploy-local-address", "set-base-url", url=planned.base_url)
    elif planned.expected and not cname_of(planned.base_url):
        is_pages = ".github.io" in planned.base_url
        if is_pages and planned.base_url.lower() != planned.expected.lower():
            yield stop("address", "deploy-other-address", "write-better", url=planned.base_url, better=planned.expected)


def _emptiness(paths: tuple[str, ...], found: Found) -> Iterator[Diagnostic]:
    if "index.html" not in paths or pages_of(paths) <= {"/"}:
        yield stop("empty", "deploy-empty", "build-first")
    elif found.is_ours and len(paths) * 2 < len(found.paths):
        yield stop("shrink", "deploy-shrink", "allow-it", before=len(found.paths), after=len(paths))


def _names(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Report names, of folders too, that a file system without letter case or with decomposed names confuses."""
    seen: dict[str, str] = {}
    told = set()
    for path in paths:
        parts = path.split("/")
        for depth in range(1, len(parts) + 1):
            name = "/".join(parts[:depth])
            other = seen.setdefault(case_folded(name), name)
            if other != name and (other, name) not in told:
                told.add((other, name))
                yield stop("names", "deploy-same-name", "rename-or-allow", path=name, other=other)


def lost_addresses(addresses: tuple[str, ...], hint: str = "redirect-or-allow") -> tuple[Diagnostic, ...]:
    """Return the problem with published *addresses* that would break."""
    if not addresses:
        return ()
    shown = ", ".join(addresses[:_SHOWN]) + ("…" if len(addresses) > _SHOWN else "")
    return (stop("broken", "deploy-broken", hint, count=len(addresses), addresses=shown),)


def denied(problems: Iterable[Diagnostic], allowed: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Return the problems that the author has not allowed."""
    good = set(allowed)
    return tuple(problem for problem in problems if problem.argument("allow") not in good)
