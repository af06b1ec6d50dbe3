"""Emit for a folder that holds every file of the site already, where some have other contents now.

In:  the files with other contents, in the staging folder, and what the output folder shows.
Out: how many were replaced. Each goes from old to new in one rename; the manifest is written with the next flush,
     since nothing but digests has changed in it.
"""

from collections.abc import Iterable, Mapping

from byeoru.base.rooted import Rooted
from byeoru.emit.folders import output_of
from byeoru.emit.tree import link
from byeoru.model.output import Artifact
from byeoru.model.project import Profile, Project

_NEXT = "next"  # not a digest, as the other names in a staging folder are


def replace_files(
    artifacts: Iterable[Artifact], shows: Mapping[str, str], project: Project, profile: Profile, staging: Rooted
) -> int:
    """Put each of *artifacts* whose digest is not the one in *shows* into the output; return how many those were."""
    changed = [artifact for artifact in artifacts if shows[artifact.path] != artifact.digest]
    with output_of(project, profile) as output, output.parent.below(output.name) as live:
        for artifact in changed:
            link(staging, artifact.digest, staging, _NEXT)  # two files can have the same contents
            staging.rename(_NEXT, artifact.path, live)
    return len(changed)
