"""The list of the files that a build wrote, stored in the folder itself; no other file is ever deleted.

It depends on the site alone: a clean build and an incremental one write the same list.
"""

import re

from byeoru.base.digest import digest_text
from byeoru.base.paths import is_inside
from byeoru.base.rooted import Rooted

NAME = ".byeoru-manifest"
_TITLE = "byeoru-manifest"
# Every path that leads out of a folder matches; one search of the whole text is enough for most manifests.
_SUSPECT = re.compile(r"  /|//|\.\.|/\./|  \./|/\.$|  \.$|/$|\\|:", re.MULTILINE)

Manifest = dict[str, str]  # path and digest of each file


def write_manifest(folder: Rooted, manifest: Manifest) -> None:
    """Write the list of the files in *folder*, which counts as complete from then on."""
    text = _text(manifest)
    folder.write(NAME, f"{_TITLE} {digest_text(text)}\n{text}".encode())


def manifest_digest(manifest: Manifest) -> str:
    """Return the digest of the list, by which two lists are compared."""
    return digest_text(_text(manifest))


def _text(manifest: Manifest) -> str:
    return "".join([f"{manifest[path]}  {path}\n" for path in sorted(manifest)])  # pairs take five times as long


def read_manifest(folder: Rooted) -> Manifest | None:
    """Return the list of the files that a build wrote to *folder*, None if the list is missing or incomplete."""
    try:
        head, _, text = folder.read(NAME).decode().partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    if head != f"{_TITLE} {digest_text(text)}":
        return None
    rows = {path: digest for digest, _, path in (line.partition("  ") for line in text.split("\n")) if path}
    if _SUSPECT.search(text):
        return {path: digest for path, digest in rows.items() if is_inside(path)}
    return rows
