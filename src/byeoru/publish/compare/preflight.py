"""Reasons to stop before a site is published.

In:  the files of the live site and of the new one, and the report of the build.
Out: a problem for each reason to stop, with its name for `--allow`.
Must not: decide what is allowed.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.paths import case_folded
from byeoru.model.project import Report
from byeoru.publish.addresses import pages_of
from byeoru.publish.site_address import cname_of, is_local

# The values of `--allow`.
ALLOWED = (
    *("address", "local", "empty", "shrink", "cname", "size", "names", "sources", "broken"),
    *("private", "links", "secrets", "lfs", "leaks"),
)
_SHOWN = 5  # addresses in one message


class Stop(NamedTuple):
    """A warning of the build that stops a deployment."""

    allow: str  # its name for `--allow`
    hint: str
    only_if_published: bool = False  # it is no reason to stop if the page is a draft or scheduled


# By the code of the warning. Allowing one never publishes a page or text that the build has held back, except secrets.
STOPS = {
    **dict.fromkeys(
        ("asks-for-privacy", "misspelt-draft", "unclear-draft", "unreadable-date", "front-matter-open"),
        Stop("private", "allow-without"),
    ),
    **dict.fromkeys(("hidden-words", "unclosed-comment"), Stop("private", "allow-without", only_if_published=True)),
    "unclear-comment": Stop("private", "allow-without"),
    "link-outside": Stop("links", "allow-without"),
    "lfs-pointer": Stop("lfs", "pull-or-allow"),
    **dict.fromkeys(("secret-file", "secret-in-text"), Stop("secrets", "remove-or-allow", only_if_published=True)),
}


class PlannedSite(NamedTuple):
    """The site to publish."""

    base_url: str
    expected: str  # the address that the target gives the site; "" if it is unknown
    paths: tuple[str, ...]  # the files that the build wrote


class LiveSite(NamedTuple):
    """The site that is live now."""

    paths: tuple[str, ...]
    is_ours: bool  # Byeoru published it
    broken: tuple[str, ...]  # published addresses that would break


def reasons_to_stop(
    planned: PlannedSite, live: LiveSite, of_target: tuple[Diagnostic, ...] = ()
) -> tuple[Diagnostic, ...]:
    """Return all reasons to stop, including those *of_target*, the most important first."""
    return (
        *_address(planned),
        *_emptiness(planned.paths, live),
        *of_target,
        *_names(planned.paths),
        *lost_addresses(live.broken),
    )


def reasons_of_build(report: Report) -> tuple[Diagnostic, ...]:
    """Return the warnings of a build that stop a deployment, each as an error with its name for `--allow`."""
    unpublished = {page.path for page in report.waiting}
    reasons = []
    for problem in report.problems:
        stop = STOPS.get(problem.code)
        if stop and not (stop.only_if_published and problem.location.path in unpublished):
            arguments = (*problem.arguments, ("allow", stop.allow))
            reasons.append(problem._replace(severity="error", arguments=arguments, hint=stop.hint))
    return tuple(reasons)


def stop(allow: str, code: str, hint: str, **arguments: object) -> Diagnostic:
    """Return a reason to stop; *allow* is its name for `--allow`."""
    return error(code, Location(""), hint, allow=allow, **arguments)


def _address(planned: PlannedSite) -> Iterator[Diagnostic]:
    if not planned.base_url:
        hint = "set-that-base-url" if planned.expected else "set-base-url"
        yield stop("address", "deploy-no-address", hint, url=planned.expected)
    elif is_local(planned.base_url):
        yield stop("address", "deploy-local-address", "set-base-url", url=planned.base_url)
    elif planned.expected and not cname_of(planned.base_url):
        is_pages = ".github.io" in planned.base_url
        if is_pages and planned.base_url.lower() != planned.expected.lower():
            yield stop("address", "deploy-other-address", "write-better", url=planned.base_url, better=planned.expected)


def _emptiness(paths: tuple[str, ...], live: LiveSite) -> Iterator[Diagnostic]:
    if "index.html" not in paths or pages_of(paths) <= {"/"}:
        yield stop("empty", "deploy-empty", "build-first")
    elif live.is_ours and len(paths) * 2 < len(live.paths):
        yield stop("shrink", "deploy-shrink", "allow-it", before=len(live.paths), after=len(paths))


def _names(paths: Iterable[str]) -> Iterator[Diagnostic]:
    """Report files and folders whose names are equal on a file system that ignores case or Unicode normalization."""
    seen: dict[str, str] = {}
    reported = set()
    for path in paths:
        parts = path.split("/")
        for depth in range(1, len(parts) + 1):
            name = "/".join(parts[:depth])
            other = seen.setdefault(case_folded(name), name)
            if other != name and (other, name) not in reported:
                reported.add((other, name))
                yield stop("names", "deploy-same-name", "rename-or-allow", path=name, other=other)


def lost_addresses(addresses: tuple[str, ...], hint: str = "redirect-or-allow") -> tuple[Diagnostic, ...]:
    """Return the problem that published *addresses* would break."""
    if not addresses:
        return ()
    shown = ", ".join(addresses[:_SHOWN]) + ("…" if len(addresses) > _SHOWN else "")
    return (stop("broken", "deploy-broken", hint, count=len(addresses), addresses=shown),)


def denied(problems: Iterable[Diagnostic], allowed: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Return the problems that are not allowed."""
    names = set(allowed)
    return tuple(problem for problem in problems if problem.argument("allow") not in names)
