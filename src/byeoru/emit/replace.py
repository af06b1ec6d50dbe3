"""Emit for a folder that holds every file of the site already, where some have other contents now.

In:  the files with other contents, in the drop folder, and what the folder shows.
Out: how many were replaced. Each goes from old to new in one rename; the list of the folder is written when there is
     time (`manifest.write_manifest`), since nothing in it but digests has changed, and those are found out anew.
"""

from collections.abc import Iterable, Mapping

from byeoru.base.rooted import Rooted
from byeoru.emit.places import output_of
from byeoru.emit.tree import link
from byeoru.model.output import Artifact
from byeoru.model.project import Profile, Project

_NEXT = "next"  # no digest, which the other names in a drop folder are


def replace_files(
    artifacts: Iterable[Artifact], shows: Mapping[str, str], project: Project, profile: Profile, drop: Rooted
) -> int:
    """Put each of *artifacts* whose digest is not the one in *shows* into the output; return how many those were."""
    changed = [artifact for artifact in artifacts if shows[artifact.path] != artifact.digest]
    with output_of(project, profile) as output, output.parent.below(output.name) as live:
        for artifact in changed:
            link(drop, artifact.digest, drop, _NEXT)  # two files can have the same contents
            drop.rename(_NEXT, artifact.path, live)
    return len(changed)
