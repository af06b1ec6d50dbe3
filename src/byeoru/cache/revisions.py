"""The keys of a table that this process has changed.

A table has a *revision*, which grows with each change of a row. A value that is derived from a table records the
revision that it was derived from, and asks ``since`` for the rows to examine.

>>> changes = Revisions()
>>> changes.add("a.md"); changes.add("b.md"); changes.add("a.md")
>>> changes.latest, changes.since(0), changes.since(2)
(3, ['a.md', 'b.md'], ['a.md'])
"""


class Revisions:
    """The revision of the last change of each key."""

    def __init__(self) -> None:
        """Start without a change."""
        self.latest = 0
        self._by_key: dict[str, int] = {}  # the latest last

    def add(self, key: str) -> None:
        """Record a change of *key*."""
        self.latest += 1
        self._by_key.pop(key, None)  # to move it to the end
        self._by_key[key] = self.latest

    def since(self, revision: int) -> list[str]:
        """Return the keys that were changed after *revision*, the latest first."""
        keys = []
        for key in reversed(self._by_key):
            if self._by_key[key] <= revision:
                break
            keys.append(key)
        return keys
