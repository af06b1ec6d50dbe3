"""Large mappings of which a process reads and copies only what it needs.

In:  mappings from texts to values.
Out: ``Blocks``, whose values are thawed where they are asked for; ``Edited``, a mapping with a few other values;
     ``Through``, a mapping by other keys; ``ByNeed``, the base of such mappings; the keys in which two mappings differ.
Must not: differ from a dictionary in anything but the time that it takes. None is ever modified.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import compress
from operator import is_not
from pickle import PickleBuffer
from typing import TypeVar

from byeoru.base.frozen import freezable, frozen, thawed

V = TypeVar("V")

_SIZE = 64  # values in a block


class ByNeed(Mapping[str, V]):
    """A mapping whose keys are known, and whose values are made or read where they are asked for."""

    def __init__(self, known: Collection[str]) -> None:
        """Take the keys."""
        self._known = known

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a value, without making it."""
        return key in self._known

    def __iter__(self) -> Iterator[str]:
        """Yield all keys."""
        return iter(self._known)

    def __len__(self) -> int:
        """Return the number of values."""
        return len(self._known)


@freezable
class Blocks(ByNeed[V]):
    """Values that are frozen in blocks of neighbors (`base/frozen`)."""

    def __init__(self, values: Mapping[str, V]) -> None:
        """Freeze all *values*; those of other blocks, of which some were replaced, remain frozen in most blocks."""
        base, changes = (values.base, values.changes) if isinstance(values, Edited) else (values, {})
        keys = tuple(values)
        if isinstance(base, Blocks) and len(base) == len(keys):
            blocks: list[bytes | memoryview] = list(base._blocks)  # noqa: SLF001  (of the same class)
            stale = {base._numbers[key] // _SIZE for key in changes}  # noqa: SLF001
        else:
            blocks = [b""] * -(-len(keys) // _SIZE)
            stale = {*range(len(blocks))}
        for block in stale:
            blocks[block] = frozen([values[key] for key in keys[block * _SIZE : (block + 1) * _SIZE]])
        self.__setstate__((keys, blocks))

    def __getstate__(self) -> tuple[tuple[str, ...], list[PickleBuffer]]:
        """Return what another process reads."""
        return tuple(self._numbers), list(map(PickleBuffer, self._blocks))

    def __setstate__(self, state: tuple[tuple[str, ...], Sequence[bytes | memoryview]]) -> None:
        """Take what another process has left."""
        keys, self._blocks = state
        self._numbers = {key: number for number, key in enumerate(keys)}
        super().__init__(self._numbers)
        self._thawed: dict[int, list[V]] = {}  # by number of the block

    def __getitem__(self, key: str) -> V:
        """Return one value; raises ``ThawError`` if its block contains anything but values."""
        block, place = divmod(self._numbers[key], _SIZE)
        if block not in self._thawed:
            self._thawed[block] = thawed(self._blocks[block])
        return self._thawed[block][place]


@freezable
class Edited(Mapping[str, V]):
    """The values of another mapping, of which some were replaced and some added."""

    def __init__(self, before: Mapping[str, V], changes: Mapping[str, V]) -> None:
        """Take the mapping *before* and its *changes*."""
        self.base: Mapping[str, V] = before
        self.changes = dict(changes)
        if isinstance(before, Edited):
            self.base, self.changes = before.base, before.changes | self.changes

    def __getitem__(self, key: str) -> V:
        """Return one value."""
        return self.changes[key] if key in self.changes else self.base[key]

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a value, without reading it."""
        return key in self.changes or key in self.base

    def __iter__(self) -> Iterator[str]:
        """Yield the keys of the mapping before, then those that were added."""
        yield from self.base
        yield from (key for key in self.changes if key not in self.base)

    def __len__(self) -> int:
        """Return the number of values."""
        return len(self.base) + sum(key not in self.base for key in self.changes)

    def suspects(self, old: Mapping[str, V]) -> Mapping[str, V] | None:
        """Return a mapping with the keys whose values can differ from those of *old*, None if all can."""
        if isinstance(old, Edited):
            return self.changes | old.changes if self.base is old.base else None
        return self.changes if self.base is old else None


class Through(ByNeed[V]):
    """Values that are found by other keys than their own."""

    def __init__(self, own: Mapping[str, str], values: Mapping[str, V]) -> None:
        """Take the *own* keys of the *values* by the other ones."""
        super().__init__(own)
        self._own, self._values = own, values

    def __getitem__(self, key: str) -> V:
        """Return one value."""
        return self._values[self._own[key]]


def edited(values: Mapping[str, V], changes: Mapping[str, V]) -> Mapping[str, V]:
    """Return *values* after *changes*: a dictionary stays one, in which a look takes a tenth of the time."""
    return {**values, **changes} if isinstance(values, dict) else Edited(values, changes)


def differing(new: Mapping[str, V], old: Mapping[str, V]) -> list[str]:
    """Return the keys of the values that differ, or that only one of both has."""
    if new is old:
        return []
    suspects = new.suspects(old) if isinstance(new, Edited) else None
    if suspects is None and [*new] == [*old]:  # no step of our own for each key that has the same value
        suspects = dict.fromkeys(compress(new, map(is_not, new.values(), old.values())))
    elif suspects is None:
        suspects = dict.fromkeys((*new, *old))
    return [key for key in suspects if new.get(key) != old.get(key)]
