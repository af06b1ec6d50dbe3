"""What the texts of a folder can insert: values of its configuration, and templates of its own tags.

In:  the configuration of a program, and the ``Tree`` of its folder.
Out: pairs of names and texts for ``Conventions``, in the order of names.
Must not: interpret a template.
"""

from collections.abc import Iterator, Mapping

from byeoru.origins.program import Tree
from byeoru.origins.values import Values

Pairs = tuple[tuple[str, str], ...]

_MOST_VARIABLES = 1000
_LONGEST_VALUE = 1000  # characters


def variables(prefix: str, values: Values) -> Pairs:
    """Return the single values of a configuration by dotted names.

    >>> variables("site", Values({"title": "가", "author": {"name": "나", "links": ["x"]}}))
    (('site.author.name', '나'), ('site.title', '가'))
    """
    known = ((name, text) for name, text in _scalars(prefix, values.root) if len(text) <= _LONGEST_VALUE)
    return tuple(sorted(pair for pair, _ in zip(known, range(_MOST_VARIABLES), strict=False)))


def _scalars(prefix: str, mapping: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in mapping.items():
        if isinstance(value, Mapping):
            yield from _scalars(f"{prefix}.{key}", value)
        elif isinstance(value, bool):
            yield f"{prefix}.{key}", "true" if value else "false"
        elif isinstance(value, str | int | float):
            yield f"{prefix}.{key}", str(value).strip()


def shortcodes(tree: Tree) -> Pairs:
    """Return the texts of Hugo's shortcodes by name; those of the folder itself win over those of a theme."""
    texts = {}
    for path in sorted(tree.texts, key=lambda path: (not path.startswith("themes/"), path)):
        _, mark, name = path.replace("/_shortcodes/", "/shortcodes/").partition("layouts/shortcodes/")
        if mark:
            texts[name.rpartition(".")[0] or name] = tree.texts[path]
    return tuple(sorted(texts.items()))


def includes(tree: Tree) -> Pairs:
    """Return the texts of Jekyll's includes by path, with their ending."""
    folder = "_includes/"
    texts = {path.removeprefix(folder): text for path, text in tree.texts.items() if path.startswith(folder)}
    return tuple(sorted(texts.items()))
