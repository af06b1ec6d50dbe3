"""Replace files in an output folder whose set of files has not changed.

In:  the files with new contents, in the staging folder, and the digests of the files in the output folder.
Out: how many were replaced, each in one rename; the manifest is written with the next flush, since only digests have
     changed in it.
"""

from collections.abc import Iterable, Mapping

from byeoru.base.rooted import Rooted
from byeoru.emit.folders import output_of
from byeoru.emit.tree import link
from byeoru.model.output import Artifact
from byeoru.model.project import Profile, Project

_NEXT = "next"  # not a digest, as the other names in a staging folder are


def replace_files(
    artifacts: Iterable[Artifact], on_disk: Mapping[str, str], project: Project, profile: Profile, staging: Rooted
) -> int:
    """Put each of *artifacts* whose digest is not the one in *on_disk* into the output; return their number."""
    changed = [artifact for artifact in artifacts if on_disk[artifact.path] != artifact.digest]
    with output_of(project, profile) as output, output.parent.below(output.name) as live:
        for artifact in changed:
            link(staging, artifact.digest, staging, _NEXT)  # two files can have the same contents
            staging.rename(_NEXT, artifact.path, live)
    return len(changed)
