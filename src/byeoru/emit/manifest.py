"""The list of what a build wrote, kept in the folder itself, so that only that is ever deleted.

It depends on the site alone: a clean build and an incremental one write the same list.
"""

import os
import re

from byeoru.base.digest import digest_text
from byeoru.base.paths import is_inside

NAME = ".byeoru-manifest"
_TITLE = "byeoru-manifest"
# What any path has that leads out of a folder; most manifests are told to be good by one look at the whole.
_SUSPECT = re.compile(r"  /|//|\.\.|/\./|  \./|/\.$|  \.$|/$|\\|:", re.MULTILINE)

Manifest = dict[str, str]  # path and digest of each file


def write_manifest(folder: str, manifest: Manifest) -> None:
    """Write the list of the files in *folder*; there it counts as complete from now on."""
    text = "".join(f"{digest}  {path}\n" for path, digest in sorted(manifest.items()))
    partial = os.path.join(folder, NAME + ".new")
    with open(partial, "w", encoding="utf-8", newline="\n") as file:
        file.write(f"{_TITLE} {digest_text(text)}\n{text}")
    os.replace(partial, os.path.join(folder, NAME))


def read_manifest(folder: str) -> Manifest | None:
    """Return the list of the files that a build wrote to *folder*, None if there is none that is whole."""
    try:
        with open(os.path.join(folder, NAME), encoding="utf-8", newline="") as file:
            head, _, text = file.read().partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    if head != f"{_TITLE} {digest_text(text)}":
        return None
    rows = {path: digest for digest, _, path in (line.partition("  ") for line in text.split("\n")) if path}
    if _SUSPECT.search(text):
        return {path: digest for path, digest in rows.items() if is_inside(path)}
    return rows
