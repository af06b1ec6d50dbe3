"""Values of a configuration file by dotted keys, whichever format it is written in.

In:  the text of a YAML, TOML or JSON file.
Out: ``Values``; a file that cannot be read has none, and one warning.
Must not: interpret a value; each program knows what its own keys mean.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from byeoru.base.diagnostic import Location, Outcome, warning
from byeoru.base.fields import plain
from byeoru.base.yaml_nodes import YamlProblem, read_mapping

_JSON_LIMIT = 256 * 1024  # characters
_TOP_LEVEL_KEY = re.compile(r"^(?=[^\s#\-{}\[\]])", re.MULTILINE)


class Values(NamedTuple):
    """Nested values; numbers, dates and booleans are texts as written in the file, or nearly."""

    root: Mapping[str, object]

    def value(self, key: str) -> object:
        """Return the value at a dotted *key*, None if there is none; upper and lower case are the same."""
        value: object = self.root
        for part in key.split("."):
            if not isinstance(value, Mapping):
                return None
            value = next((inner for name, inner in value.items() if name.lower() == part.lower()), None)
        return value

    def text(self, key: str, default: str = "") -> str:
        """Return the value at *key* as a text, *default* if it is none."""
        value = self.value(key)
        if isinstance(value, bool):
            return "true" if value else "false"
        return str(value).strip() if isinstance(value, str | int | float) else default

    def flag(self, key: str, *, default: bool) -> bool:
        """Return the boolean at *key*."""
        text = self.text(key).lower()
        return default if text not in {"true", "false", "yes", "no", "on", "off"} else text in {"true", "yes", "on"}

    def table(self, key: str) -> "Values":
        """Return the mapping at *key*, an empty one if it is none."""
        value = self.value(key)
        return Values(value if isinstance(value, Mapping) else {})

    def tables(self, key: str) -> "tuple[Values, ...]":
        """Return the mappings in the list at *key*; a single mapping is a list of one."""
        value = self.value(key)
        items = value if isinstance(value, list) else [value]
        return tuple(Values(item) for item in items if isinstance(item, Mapping))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts in the list at *key*; a single text is a list of one."""
        value = self.value(key)
        items = value if isinstance(value, list) else [value]
        return tuple(str(item) for item in items if isinstance(item, str | int | float) and str(item))


@lru_cache(maxsize=32)
def read_values(path: str, text: str) -> Outcome[Values]:
    """Read a configuration file by the ending of its name; a broken one is reported at its line."""
    try:
        if path.endswith((".yml", ".yaml")):
            return Outcome(Values(_mapping(plain(read_mapping(text)))))
        if path.endswith(".toml"):
            from byeoru.base.toml_nodes import toml_mapping  # imported late: few folders have TOML

            return Outcome(Values(_mapping(plain(toml_mapping(text)))))
        if len(text) > _JSON_LIMIT:
            raise ValueError(f"more than {_JSON_LIMIT} characters")
        return Outcome(Values(_mapping(json.loads(text))))
    except YamlProblem as problem:
        location, reason = Location(path, problem.line, problem.column), problem.detail or problem.code
    except (ValueError, RecursionError) as problem:  # of `tomllib` and `json`
        location, reason = Location(path, getattr(problem, "lineno", 0)), str(problem)
    readable = dict(_readable_blocks(text)) if path.endswith((".yml", ".yaml")) else {}
    return Outcome(Values(readable), (warning("configuration-unreadable", location, reason=reason),))


def _readable_blocks(text: str) -> Iterator[tuple[str, object]]:
    """Yield the top-level keys of a YAML file whose own lines can be read: an alias does not lose the rest."""
    for block in _TOP_LEVEL_KEY.split(text):
        try:
            yield from _mapping(plain(read_mapping(block))).items()
        except YamlProblem:
            continue


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
