"""Find tags that are probably the same: `Python`, `python` and `파이썬`, `machine-learning` and `machine learning`.

In:  the listed documents, and the spellings of all terms with their counts.
Out: one warning per set of variants, at a document with the rarest spelling.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.base.readings import READINGS
from byeoru.model.content import Document
from byeoru.model.taxonomies import TAG

_JOINTS = str.maketrans("", "", " -_")


def variants(documents: Iterable[Document], spellings: Mapping[tuple[str, str, str], Counter[str]]) -> list[Diagnostic]:
    """Return a warning for each set of tags of an edition that differ only in case, separators or script."""
    alike: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (edition, kind, _), counted in spellings.items():
        if kind == TAG.name:
            for name, count in counted.items():
                alike[edition, _squashed(name)][name] += count
    for edition, squashed in list(alike):
        reading = (edition, READINGS.get(squashed, ""))
        if reading in alike:
            alike[reading].update(alike.pop((edition, squashed)))
    sets = [counted for counted in alike.values() if len(counted) > 1]
    if not sets:
        return []
    paths = {tag: document.path for document in documents for tag in document.tags}
    problems = []
    for counted in sets:
        names = sorted(counted, key=lambda name: (-counted[name], name))
        shown = ", ".join(f"`{name}`" for name in names)
        problems.append(warning("tag-variants", Location(paths[names[-1]]), "use-one-tag", names=shown, near=names[0]))
    return sorted(problems, key=lambda problem: problem.location.path)


def _squashed(name: str) -> str:
    """Return a tag without case and separators.

    >>> _squashed("Machine-Learning") == _squashed("machine learning"), _squashed("C++"), _squashed("C#")
    (True, 'c++', 'c#')
    """
    return name.casefold().translate(_JOINTS) or name
