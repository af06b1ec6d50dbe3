"""Large mappings of which a process reads and copies only what it needs.

In:  mappings from texts to values.
Out: ``Blocks``, whose values are thawed where they are asked for; ``Edited``, a mapping with a few other values;
     ``Through``, a mapping by other keys; ``ByNeed``, the base of such mappings; the keys in which two mappings differ.
Must not: differ from a dictionary in anything but the time that it takes. None is ever modified.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress
from operator import is_not
from pickle import PickleBuffer
from types import MappingProxyType
from typing import TypeVar

from byeoru.base.frozen import freezable, frozen, thawed

V = TypeVar("V")

_SIZE = 64  # values in a block; up to twice as many once others were added


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

    def __init__(self, values: Mapping[str, V], before: Mapping[str, V] = MappingProxyType({})) -> None:
        """Freeze all *values*; blocks of an earlier mapping remain frozen if all of their values are the same objects.

        That is the mapping *before*, or the one that the *values* are an edit of.
        """
        before = values if isinstance(values, Edited) else before
        base, changes = (before.base, before.changes) if isinstance(before, Edited) else (before, {})
        keys = tuple(values)
        parts = _in_blocks_of(base, keys) if isinstance(base, Blocks) and base else None
        if parts is None:
            parts = [(keys[at : at + _SIZE], None) for at in range(0, len(keys), _SIZE)]

        def is_same(key: str) -> bool:
            return key in base and key not in changes and (before is values or values[key] is base[key])

        blocks = [
            data if data is not None and all(map(is_same, part)) else frozen([values[key] for key in part])
            for part, data in parts
        ]
        self.__setstate__((keys, [len(part) for part, _ in parts], blocks))

    def __getstate__(self) -> tuple[tuple[str, ...], list[int], list[PickleBuffer]]:
        """Return what another process reads."""
        return tuple(self._numbers), self._sizes, list(map(PickleBuffer, self._blocks))

    def __setstate__(self, state: tuple[tuple[str, ...], list[int], Sequence[bytes | memoryview]]) -> None:
        """Take what another process has left."""
        keys, self._sizes, self._blocks = state
        self._starts = [*accumulate(self._sizes, initial=0)]
        self._numbers = {key: number for number, key in enumerate(keys)}
        super().__init__(self._numbers)
        self._thawed: dict[int, list[V]] = {}  # by number of the block

    def __getitem__(self, key: str) -> V:
        """Return one value; raises ``ThawError`` if its block contains anything but values."""
        number = self._numbers[key]
        block = bisect_right(self._starts, number) - 1
        if block not in self._thawed:
            self._thawed[block] = thawed(self._blocks[block])
        return self._thawed[block][number - self._starts[block]]


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


def _in_blocks_of(base: Blocks[V], keys: Iterable[str]) -> list[tuple[Sequence[str], bytes | memoryview | None]] | None:
    """Return *keys* divided like those of *base*, new ones behind their neighbors; None if the order is another one.

    Each part comes with the bytes of its block if it has as many keys.
    """
    parts: list[list[str]] = [[] for _ in base._sizes]  # noqa: SLF001
    last = block = 0
    for key in keys:
        number = base._numbers.get(key)  # noqa: SLF001
        if number is not None:
            if number < last:
                return None
            last, block = number, bisect_right(base._starts, number) - 1  # noqa: SLF001
        parts[block].append(key)
    if not all(0 < len(part) <= 2 * _SIZE for part in parts):
        return None
    known = zip(parts, base._sizes, base._blocks, strict=True)  # noqa: SLF001
    return [(part, data if len(part) == size else None) for part, size, data in known]
