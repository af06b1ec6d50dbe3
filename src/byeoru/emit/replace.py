"""Emit for a folder that holds every file of the site already, where some have other contents now.

In:  the files with other contents, in the drop folder, and what the folder shows.
Out: how many were replaced. Each goes from old to new in one rename; the list of the folder is written when there is
     time (`manifest.write_manifest`), since nothing in it but digests has changed, and those are found out anew.
"""

import os
import shutil
from collections.abc import Iterable, Mapping

from byeoru.emit.tree import link
from byeoru.model.output import Artifact

_NEXT = "next"  # no digest, which the other names in a drop folder are


def replace_files(artifacts: Iterable[Artifact], shows: Mapping[str, str], output: str, drop: str) -> int:
    """Put each of *artifacts* whose digest is not the one in *shows* into *output*; return how many those were."""
    changed = [artifact for artifact in artifacts if shows[artifact.path] != artifact.digest]
    for artifact in changed:
        link(os.path.join(drop, artifact.digest), os.path.join(drop, _NEXT))  # two files can have the same contents
        os.replace(os.path.join(drop, _NEXT), os.path.join(output, artifact.path))
    shutil.rmtree(drop)
    return len(changed)
