"""Files that are published unmodified, and metadata in them that their author may not know of.

In:  the files of `static/`, and what would clean them if they lay elsewhere.
Out: a warning for each that is not clean.
"""

from collections.abc import Callable, Mapping

from byeoru.base.crash import append_report, internal_error, traceback_of
from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.discover.read import opened, pass_on
from byeoru.discover.sources import Scan
from byeoru.media.gps.by_name import gps_stripper
from byeoru.model.project import Project

Known = Callable[[Mapping[str, str], Callable[[str], bool | None]], Mapping[str, bool]]

_CHUNK = 1 << 20


def gps_warnings(project: Project, scan: Scan, digests: Mapping[str, str], known: Known) -> list[Diagnostic]:
    """Warn of each image and video in `static` that contains GPS metadata; *known* caches which ones do."""
    strippers = {path: strip for path in digests if path.startswith("static/") and (strip := gps_stripper(path))}

    def tells(path: str) -> bool | None:
        try:
            with opened(project, scan, path) as source:
                had, given = pass_on(source, strippers[path], len)
        except OSError:
            return None
        except Exception as problem:  # noqa: BLE001  (the border of this stage; the file is published as it lies)
            append_report(project.root, path, traceback_of(problem))
            failed.append(internal_error(path, problem)._replace(severity="warning"))
            return None
        return given != had if had == digests[path] else None

    failed: list[Diagnostic] = []
    contains = known({path: digests[path] for path in strippers}, tells)
    warnings = [warning("gps-in-static", Location(path), "move-to-content") for path, does in contains.items() if does]
    return [*warnings, *failed]
