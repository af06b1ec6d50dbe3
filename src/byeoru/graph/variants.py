"""Find tags that are probably the same: `Python`, `python` and `파이썬`, `machine-learning` and `machine learning`.

A tag in the text may also have taken the particle behind it: `도커를` is `도커`.

In:  the listed documents with their editions, and the spellings of all terms.
Out: sets of tags that may be one; a warning for each that texts in one language use, at a document with the rarest
     spelling.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.base.readings import READINGS
from byeoru.base.text import primary_language
from byeoru.korean.suffixes import WEAK, suffixes
from byeoru.model.content import Document
from byeoru.model.taxonomies import TAG

_LONGEST_PARTICLE = 4  # syllables
_JOINTS = str.maketrans("", "", " -_")


Variants = list[tuple[str, set[str]]]  # the code of an edition, and the names of tags


def variants(spellings: Mapping[tuple[str, str, str], Counter[str]]) -> Variants:
    """Return the sets of tags of an edition that differ only in case, separators or script."""
    alike: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (edition, kind, _), counted in spellings.items():
        if kind == TAG.name:
            for name in counted:
                alike[edition, _squashed(name)].add(name)
    for edition, squashed in list(alike):
        others = (READINGS.get(squashed, ""), *_stems(squashed))
        other = next((other for other in others if (edition, other) in alike), "")
        if other:
            alike[edition, other] |= alike.pop((edition, squashed))
    return [(edition, names) for (edition, _), names in alike.items() if len(names) > 1]


def warnings_of(sets: Variants, documents: Iterable[Document], codes: Mapping[str, str]) -> list[Diagnostic]:
    """Return a warning for each of *sets* of which texts in one language use several.

    Tags of texts in different languages are no variants: `파이썬` stays Korean where `python` is English. *codes* are
    those of the editions of *documents*.
    """
    if not sets:
        return []
    uses: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for document in documents:
        for tag in document.tags:
            uses[codes[document.path], primary_language(document.meta.language)][tag].append(document.path)
    problems = [
        _warning({name: paths[name] for name in names if name in paths})
        for edition, names in sets
        for (code, _), paths in uses.items()
        if code == edition and len(names & paths.keys()) > 1
    ]
    return sorted(problems, key=lambda problem: problem.location.path)


def _warning(paths: Mapping[str, list[str]]) -> Diagnostic:
    """Return the warning about variants, which are given with the documents that use them."""
    names = sorted(paths, key=lambda name: (-len(paths[name]), name))
    shown = ", ".join(f"`{name}`" for name in names)
    return warning("tag-variants", Location(paths[names[-1]][-1]), "use-one-tag", names=shown, near=names[0])


def _stems(name: str) -> Iterator[str]:
    """Yield what may be a tag before the particle that a tag in the text ends with: 도커 of 도커를."""
    if "가" <= name[-1:] <= "힣":
        for length in range(1, min(_LONGEST_PARTICLE, len(name) - 2) + 1):
            if name[-length:] in _particles():
                yield name[:-length]


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return suffixes() - WEAK


def _squashed(name: str) -> str:
    """Return a tag without case and separators.

    >>> _squashed("Machine-Learning") == _squashed("machine learning"), _squashed("C++"), _squashed("C#")
    (True, 'c++', 'c#')
    """
    return name.casefold().translate(_JOINTS) or name
