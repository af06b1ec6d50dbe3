"""Make a table of shard boundaries from texts, or measure a table on texts that were not in it.

    .venv/bin/python tools/make_boundaries.py CORPUS... [--language ko]
    .venv/bin/python tools/make_boundaries.py CORPUS... [--language ko] --measure

In:  folders with a `content`, each one corpus; all weigh the same, whatever their size. The language is that of the
     table: `ko`, or "" for every other language.
Out: `boundary_table_ko.py` or `boundary_table_other.py` in `src/byeoru/index`; or the size of the largest shard, and
     of that of a random posting, as ratios to the mean, for each number of shards.
Must not: write a text, only the beginnings of terms where one shard ends.

The Korean table is made from 2,267 texts: translations (React, TensorFlow), blogs, a wiki, study notes. On 1,010 texts
of other repositories, 274 of them translations, the shard of a random posting is 1.02 times the mean of 256 shards, the
largest 1.45 times. The other table is made from 337 English pages (React, Vue): on 269 of javascript.info 1.05 and 1.69
times the mean of 64; with the Korean table, it was 3.9 and 4.7 times on the pages of React.

Each boundary has its place on a scale of bytes: number i of 4,095 stands after i/4096 of them. Near that place, the
shortest beginning that separates two terms is taken, as a root lists the boundaries of its largest segment.
"""

import argparse
import gzip
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from byeoru.base.digest import digest
from byeoru.index.boundaries import boundaries_for, coded
from byeoru.index.document_terms import by_letter
from byeoru.index.partials import shards_of
from byeoru.index.shards import read
from byeoru.korean.jamo import order
from byeoru.model.content import Dialect, ParseOptions, Source
from byeoru.parse.document import parse

COUNT = 4096
FOLDER = Path(__file__).parent.parent / "src/byeoru/index"
FINEST = 512  # the tolerance is a part of a shard of this class; larger sites are rare
TOLERANCE = 0.15
POSTING, LINE = 2, 2  # bytes: a letter and a gap of one digit; a tab and a line feed
OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())
COLUMNS = 117  # of a line of the table; a jamo takes two
HEAD = '"""The boundaries of 4,096 shards, front-coded; made by `tools/make_boundaries.py`."""\n\nTABLE = """\n'


def terms_of(corpus: Path) -> list[str]:
    """Return the terms of each text of a corpus."""
    found = []
    for path in sorted((corpus / "content").rglob("*.md")):
        data = path.read_bytes()
        parsed = parse(Source(f"content/posts/{path.name}", data, digest(data), ""), OPTIONS).value
        found.append(parsed.terms)
    return found


def sizes(texts: Iterable[str]) -> Counter[str]:
    """Return the bytes of the lines that the terms of *texts* make, by their place in the index."""
    counts = Counter(term for terms in texts for _, alike in by_letter(terms) for term in alike)
    found = Counter[str]()
    for term, postings in counts.items():
        found[order(term)] += len(term.encode()) + LINE + postings * POSTING
    return found


def balanced(corpora: Iterable[Counter[str]]) -> list[str]:
    """Return the boundaries of a table for *corpora*, the bytes by place of each."""
    shares = Counter[str]()
    for corpus in corpora:
        whole = corpus.total()
        shares.update({key: size * 1_000_000_000 // whole for key, size in corpus.items()})
    keys = sorted(shares)
    ends = list(accumulate(shares[key] for key in keys))
    chosen = [""]
    for number in range(1, COUNT):
        place = number * ends[-1] / COUNT
        window = TOLERANCE * ends[-1] / max(FINEST, COUNT // (number & -number))
        nearest, first, last = (bisect_left(ends, bytes_) for bytes_ in (place, place - window, place + window))
        options = [(len(key), abs(at - nearest), key) for at, key in _separators(keys, first, last) if key > chosen[-1]]
        later = (key for _, key in _separators(keys, nearest, len(keys)) if key > chosen[-1])
        chosen.append(min(options)[2] if options else next(later))
    return chosen[1:]


def _separators(keys: Sequence[str], first: int, last: int) -> Iterator[tuple[int, str]]:
    """Yield, for each of some places, the shortest key by which a shard can end there."""
    for at in range(first, min(last, len(keys) - 2) + 1):
        yield at, separator(keys[at], keys[at + 1])


def separator(before: str, after: str) -> str:
    """Return the shortest beginning of *after* that is greater than *before*.

    >>> separator("ㄱㅏㄴㅏ", "ㄱㅏㄷㅗ")
    'ㄱㅏㄷ'
    """
    return next(after[:end] for end in range(1, len(after) + 1) if after[:end] > before)


def written(table: str) -> str:
    """Return the source of a front-coded table."""
    lines = [""]
    for entry in table.split():
        longer = f"{lines[-1]} {entry}".lstrip()
        if _columns(longer) > COLUMNS:
            lines.append(entry)
        else:
            lines[-1] = longer
    return HEAD + "\n".join(lines) + '"""\n'


def _columns(line: str) -> int:
    return sum(2 if letter > "\u1100" else 1 for letter in line)


def measured(texts: Sequence[str], shards: int, language: str) -> str:
    """Return how even the shards of *texts* are."""
    boundaries = boundaries_for(shards, language)
    made = shards_of([(slot * 2, terms) for slot, terms in enumerate(texts)], boundaries)
    packed = [len(gzip.compress(text.encode(), 6)) for text in made]
    postings = [sum(map(len, read(text).values())) for text in made]
    mean = sum(packed) / shards
    chance = sum(size * count for size, count in zip(packed, postings, strict=True)) / sum(postings)
    root = len(gzip.compress(coded(boundaries).encode(), 6))
    return (
        f"{shards:5} shards: mean {mean / 1000:.2f} KB gzipped, largest {max(packed) / mean:.2f} × that, "
        f"of a random posting {chance / mean:.2f} ×; boundaries {root / 1000:.2f} KB"
    )


def main() -> None:
    """Make or measure a table."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("corpus", nargs="+", type=Path)
    arguments.add_argument("--language", default="ko")
    arguments.add_argument("--measure", action="store_true")
    chosen = arguments.parse_args()
    corpora = [terms_of(corpus) for corpus in chosen.corpus]
    if not chosen.measure:
        file = FOLDER / f"boundary_table_{chosen.language or 'other'}.py"
        file.write_text(written(coded(balanced(sizes(corpus) for corpus in corpora))), encoding="utf-8")
        return
    for corpus, texts in zip(chosen.corpus, corpora, strict=True):
        print(f"{corpus.name}: {len(texts)} texts")
        for shards in (8, 64, 256, 1024):
            print(measured(texts, shards, chosen.language))


if __name__ == "__main__":
    main()
