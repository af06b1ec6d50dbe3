"""Find GPS metadata in files that are published unmodified.

In:  the files of `static/`.
Out: a warning for each file with GPS metadata.
"""

from collections.abc import Callable, Mapping

from byeoru.base.crash import append_report, internal_error, traceback_of
from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.discover.read import copy_transformed, opened
from byeoru.discover.sources import Scan
from byeoru.media.gps.by_name import gps_stripper
from byeoru.model.project import Project

Known = Callable[[Mapping[str, str], Callable[[str], bool | None]], Mapping[str, bool]]

_CHUNK = 1 << 20


def gps_warnings(project: Project, scan: Scan, digests: Mapping[str, str], known: Known) -> list[Diagnostic]:
    """Return a warning for each image and video in `static/` with GPS metadata; *known* caches earlier results."""
    strippers = {path: strip for path in digests if path.startswith("static/") and (strip := gps_stripper(path))}

    def contains_gps(path: str) -> bool | None:
        try:
            with opened(project, scan, path) as source:
                before, after = copy_transformed(source, strippers[path], len)
        except OSError:
            return None
        except Exception as problem:  # noqa: BLE001  (the border of this stage; the file is published unmodified)
            append_report(project.root, path, traceback_of(problem))
            failed.append(internal_error(path, problem)._replace(severity="warning"))
            return None
        return after != before if before == digests[path] else None

    failed: list[Diagnostic] = []
    results = known({path: digests[path] for path in strippers}, contains_gps)
    paths = (path for path, has_gps in results.items() if has_gps)
    warnings = [warning("gps-in-static", Location(path), "move-to-content") for path in paths]
    return [*warnings, *failed]
