"""Plan every file that will exist.

In:  the site, the theme, and the kinds of outputs.
Out: ``Output`` values, and an error for each two with the same path.
Must not: render; a planned output costs nothing if it is fresh.
"""

import re
from collections.abc import Mapping

from byeoru.base.diagnostic import Diagnostic, Location, Outcome, error, warning
from byeoru.base.paths import excessive_length
from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.site import Site
from byeoru.model.theme import Theme
from byeoru.render.clashes import clashes
from byeoru.render.kind import Kind

_SHORT = 60  # characters; a shorter path is not too long in any script
# What every path contains that could lead out of the folder; most paths are accepted by this one check.
_DOUBTFUL = re.compile(r"[%\\:~\x00-\x1f\x7f]|//|^/|/$|(?:^|/)\.{1,2}(?:/|$)")


def plan(site: Site, theme: Theme, kinds: Mapping[str, Kind]) -> Outcome[tuple[Output, ...]]:
    """Return all outputs in the order of their paths."""
    facts = Facts(site, theme)
    files = {file.address[1:] for file in site.files}
    outputs = sorted(
        output
        for kind in kinds.values()
        for output in kind.outputs(facts)
        if not (kind.gives_way and output.path in files)
    )
    problems = [problem for output in outputs for problem in _unstorable(output, kinds)]
    stored = tuple(output for output in outputs if not excessive_length(output.path))
    return Outcome(stored, (*problems, *clashes(stored, kinds)))


def replanned(
    before: Outcome[tuple[Output, ...]], site: Site, theme: Theme, kinds: Mapping[str, Kind]
) -> Outcome[tuple[Output, ...]]:
    """Return all outputs of *site*, in which pages have other tags than in the site whose outputs are *before*."""
    facts = Facts(site, theme)
    counting = {name: kind for name, kind in kinds.items() if kind.counts_pages}
    outputs = {output for kind in counting.values() for output in kind.outputs(facts)}
    if outputs == {output for output in before.value if output.kind in counting}:
        return before
    return plan(site, theme, kinds)


def _unstorable(output: Output, kinds: Mapping[str, Kind]) -> list[Diagnostic]:
    """Report a name that is too long for a file system, and a path that leads out of the folder."""
    path = output.path
    if len(path) < _SHORT and not _DOUBTFUL.search(path):
        return []
    kind = kinds[output.kind]
    if kind.leaves(path):
        return [error("leaves-the-site", Location(kind.origin(output)), "write-inside", name=kind.name, text=path)]
    if size := excessive_length(path):
        return [warning("name-too-long", Location(kind.origin(output)), "shorten-name", bytes=size)]
    return []
