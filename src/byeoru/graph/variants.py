"""Notice tags that are probably one: `Python`, `python` and `파이썬`, `machine-learning` and `machine learning`.

In:  the listed documents, and the spellings of all terms with their counts.
Out: one warning for each such set, at a text with its rarest spelling.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from byeoru.base.diagnostic import Diagnostic, Place, warning
from byeoru.base.readings import READINGS
from byeoru.model.content import Document
from byeoru.model.taxonomies import TAG

_JOINTS = str.maketrans("", "", " -_")


def variants(documents: Iterable[Document], spellings: Mapping[tuple[str, str, str], Counter[str]]) -> list[Diagnostic]:
    """Return a warning for each set of tags that differ by case, joints or script alone, in one language's lists."""
    alike: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (edition, kind, _), counted in spellings.items():
        if kind == TAG.name:
            for name, count in counted.items():
                alike[edition, _squashed(name)][name] += count
    for edition, squashed in list(alike):
        reading = (edition, READINGS.get(squashed, ""))
        if reading in alike:
            alike[reading].update(alike.pop((edition, squashed)))
    found = [counted for counted in alike.values() if len(counted) > 1]
    if not found:
        return []
    places = {tag: document.path for document in documents for tag in document.tags}
    problems = []
    for counted in found:
        names = sorted(counted, key=lambda name: (-counted[name], name))
        shown = ", ".join(f"`{name}`" for name in names)
        problems.append(warning("tag-variants", Place(places[names[-1]]), "use-one-tag", names=shown, near=names[0]))
    return sorted(problems, key=lambda problem: problem.place.path)


def _squashed(name: str) -> str:
    """Return what is left of a tag without case and joints.

    >>> _squashed("Machine-Learning") == _squashed("machine learning"), _squashed("C++"), _squashed("C#")
    (True, 'c++', 'c#')
    """
    return name.casefold().translate(_JOINTS) or name
