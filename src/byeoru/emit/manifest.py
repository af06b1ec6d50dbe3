"""The list of the files that a build wrote, stored in the folder itself; no other file is ever deleted.

It depends on the site alone: a clean build and an incremental one write the same list.
"""

from byeoru.base.digest import digest_text
from byeoru.base.paths import is_inside
from byeoru.base.rooted import Rooted

NAME = ".byeoru-manifest"
_TITLE = "byeoru-manifest"
# What a list contains if a path in it leads out of a folder. They are looked for in the whole text, which is enough for
# most lists; one pattern of all of them takes ten times as long.
_SUSPECT = ("  /", "//", "..", "/./", "  ./", "/.\n", "  .\n", "/\n", "\\", ":")

Manifest = dict[str, str]  # path and digest of each file


def write_manifest(folder: Rooted, manifest: Manifest) -> None:
    """Write the list of the files in *folder*, which counts as complete from then on."""
    text = _text(manifest)
    folder.write(NAME, f"{_TITLE} {digest_text(text)}\n{text}".encode())


def differing(wanted: Manifest, have: Manifest) -> list[str]:
    """Return the paths of *wanted* that are not in *have* with the same digest."""
    return [path for path, digest in wanted.items() if have.get(path) != digest]


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
    if any(sign in text for sign in _SUSPECT) or not text.endswith("\n"):
        return {path: digest for path, digest in rows.items() if is_inside(path)}
    return rows
