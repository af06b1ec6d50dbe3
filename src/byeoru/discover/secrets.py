"""Find secrets in the files to publish, by their names and contents.

In:  the files that are published or used for rendering, and the cached result for each digest.
Out: a warning for each file and each location.
Must not: read images, videos and archives, or large files.
"""

import os
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.base.secrets import find_secrets, is_public, is_secret_name
from byeoru.base.text import location_at
from byeoru.discover.read import opened
from byeoru.discover.sources import Scan
from byeoru.model.project import Project

LIMIT = 512 * 1024  # bytes of a file that is read; files with secrets are smaller, and minified scripts are larger
SHOWN = 5  # locations in one file
# Most files of a site: they contain no secrets, whatever their names. Archives can contain secrets.
_MEDIA = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".ico", ".apng", ".tif", ".tiff", ".heic"),
    *(".mp4", ".webm", ".mov", ".m4v", ".ogv", ".mp3", ".m4a", ".ogg", ".wav", ".flac", ".woff", ".woff2", ".ttf"),
    *(".otf", ".pdf", ".epub", ".hwp", ".hwpx", ".docx", ".xlsx", ".pptx"),
)
_ARCHIVES = (".zip", ".gz", ".xz", ".zst", ".7z")

# The result for a digest: whether the file is clearly not a key; kind, location and first characters of each secret.
Inspection = list[Any]
Known = Callable[[Mapping[str, str], Callable[[str], Inspection | None]], Mapping[str, Inspection]]


def secret_files(project: Project, scan: Scan, digests: Mapping[str, str], known: Known) -> list[Diagnostic]:
    """Return a warning for each file of *digests* that may contain secrets; *known* caches earlier results."""

    def inspect(path: str) -> Inspection | None:
        try:
            with opened(project, scan, path) as file:
                data = file.read(LIMIT + 1)
        except OSError:
            return None
        return _inspection(data)

    files = {path: digest for path, digest in digests.items() if not path.lower().endswith(_MEDIA)}
    named = {path for path in files if _has_secret_name(scan, path)}
    texts = {path: digest for path, digest in files.items() if path in named or _may_be_text(scan, path)}
    problems = []
    for path, inspection in known(texts, inspect).items():
        is_harmless, rows = inspection
        if path in named and not is_harmless:
            problems.append(warning("secret-file", Location(path), "take-it-away"))
        for kind, line, column, width, shown in rows:
            location = Location(path, line, column, width)
            problems.append(warning("secret-in-text", location, "revoke-it", kind=kind, shown=shown))
    return problems


def _inspection(data: bytes) -> Inspection:
    if len(data) > LIMIT or b"\0" in data[:1024]:
        return [is_public(data[:256]), []]
    text = data.decode("utf-8", "replace")
    rows = []
    for secret in islice(find_secrets(text), SHOWN):
        location = location_at(text, secret.start, "", secret.end - secret.start)
        rows.append([secret.kind, location.line, location.column, location.width, secret.shown])
    return [is_public(data[:256]), rows]


def _has_secret_name(scan: Scan, path: str) -> bool:
    """Tell whether a file, or the target of its symlink, has a name that is typical of secrets."""
    names = {path.rpartition("/")[2], os.path.basename(scan.disk_paths.get(path, path))}
    return any(map(is_secret_name, names))


def _may_be_text(scan: Scan, path: str) -> bool:
    return scan.files[path].size <= LIMIT and not path.lower().endswith(_ARCHIVES)
