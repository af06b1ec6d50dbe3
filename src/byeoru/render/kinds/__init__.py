"""All kinds of outputs, one module each: adding a module to this package adds a kind of output.

Each module defines ``KIND``. The table is ordered by module name, independent of the order on the disk.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from byeoru.model.reserved import joined
from byeoru.render.kind import Kind


def _collected() -> Iterator[Kind]:
    for name in sorted(module.name for module in iter_modules(__path__)):
        kind: Kind = import_module(f"{__name__}.{name}").KIND
        yield kind


KINDS: dict[str, Kind] = {kind.name: kind for kind in _collected()}
RESERVED = joined(kind.reserves for kind in KINDS.values())
# The media types that a server cannot derive from the names of files, by site path, in the main edition.
MEDIA_TYPES: dict[str, str] = {
    address: kind.media_type for kind in KINDS.values() if kind.media_type for address in kind.reserves.addresses([""])
}
