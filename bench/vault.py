"""Generate a vault of linked notes, for measurements.

    vault.py N OUT [--seed S]

In:  the number of notes, and a seed.
Out: a folder as Obsidian leaves it: notes in nested folders, `.obsidian/app.json`, pictures in `attachments/`. Of
10,000 notes, as many link to each as were counted in real vaults: a median of 3, 17 at the 95th percentile, and to
the most linked one about 2,000.
Must not: depend on anything else; the bytes are the same on every machine.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Context, Decimal
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from corpus import picture
from dice import Dice, summed
from prose import ACTIONS, Draft, body, title, topic
from vocabulary import KNOWN, final_sound, particle

SETTINGS = "title: 벼루 측정 볼트\nbase_url: https://example.com\ntimezone: Asia/Seoul\nlanguage: ko\n"
PICTURES = 12
SECTION, BLOCK = "한 줄 요약", "key"  # a heading and a block id that every fifth note has
HUNDREDS = 100  # what a share is drawn out of

_CONTEXT = Context(prec=20)
_MEDIAN_BYTES, _SPREAD, _SHORTEST, _LONGEST = Decimal(1500), Decimal("0.9"), 150, 30_000
_LINKS = Decimal("5.9")  # of a note, on average
_MOST_LINKS = 60
# How many link to the note of a rank, by rank in 10,000; between these points it is a power law.
_BACKLINKS = ((1, 2500), (10, 220), (500, 15), (5000, Decimal("2.7")), (10_000, Decimal("0.5")))
_FOLDERS = tuple(
    f"{parent}/{child}".rstrip("/")
    for parent, children in {
        "개발": ("", "파이썬", "데이터베이스", "네트워크", "운영체제"),
        "독서": ("", "논문", "책"),
        "프로젝트": ("", "벼루", "검색 엔진"),
        "일지": ("2023", "2024", "2025"),
        "Zettelkasten": ("",),
    }.items()
    for child in children
)
_NOT_IN_NAMES = re.compile(r'[\\/:#^|\[\]"*<>?`]')
_PROSE = re.compile(r"^(?![#|>`!]).*다\.$")
_SENTENCES = (
    ("자세한 것은 ", "에서", " 다룬다."),
    ("이는 ", "과", " 이어진다."),
    ("", "을", " 함께 읽어 보자."),
    ("앞서 적은 ", "은", " 여기서도 쓰인다."),
    ("", "으로", " 거슬러 올라가는 이야기다."),
)


class Note(NamedTuple):
    """What others need to know of a note to link to it."""

    folder: str
    name: str
    alias: str  # "" for none
    has_section: bool

    @property
    def path(self) -> str:
        """Return the path of the file in the vault."""
        return f"{self.folder}/{self.name}.md"


def notes(count: int, seed: int) -> list[Note]:
    """Return the first *count* notes of a *seed*; some share their name with one in another folder."""
    taken: set[str] = set()
    made = []
    for number in range(count):
        dice = Dice("name", seed, number)
        draft = Draft(dice, lambda: "", lambda: "", topic(dice))
        folder, text = dice.pick(_FOLDERS), _NOT_IN_NAMES.sub("", title(draft)).strip()
        name = next(one for one in _numbered(text) if f"{folder}/{one}".casefold() not in taken)
        taken.add(f"{folder}/{name}".casefold())
        alias = f"{dice.pick(KNOWN)} {dice.pick(ACTIONS)}" if dice.chance(0.1) else ""
        made.append(Note(folder, name, alias, has_section=number % 5 == 0))
    return made


def _numbered(name: str) -> Iterator[str]:
    yield name
    for number in range(2, sys.maxsize):
        yield f"{name} {number}"


def popularity(count: int, seed: int) -> tuple[list[int], tuple[int, ...]]:
    """Return the notes with the most linked first, and the cumulative weights of these ranks."""
    order = sorted(range(count), key=lambda number: Dice("rank", seed, number).share())
    return order, summed(int(_backlinks(Decimal(10_000 * rank) / count) * 10**6) for rank in range(1, count + 1))


def _backlinks(rank: Decimal) -> Decimal:
    for (low, more), (high, fewer) in pairwise(_BACKLINKS):
        if rank <= high:
            slope = _CONTEXT.divide(_CONTEXT.ln(fewer / Decimal(more)), _CONTEXT.ln(Decimal(high) / low))
            return more * _CONTEXT.power(rank / low, slope)
    return Decimal(_BACKLINKS[-1][1])


def links_of(number: int, seed: int, order: list[int], ladder: tuple[int, ...]) -> list[int]:
    """Return the notes that a note links to: an exponential number of others, each once."""
    dice = Dice("links", seed, number)
    wanted = min(_MOST_LINKS, int(-_CONTEXT.ln(1 - Decimal(int(dice.share() * 10**9)) / 10**9) * _LINKS))
    drawn = [order[dice.rank(ladder)] for _ in range(wanted)]
    return [other for other in dict.fromkeys(drawn) if other != number]


def reference(dice: Dice, note: Note, folder: str) -> str:
    """Spell a link to *note* in one of the ways that authors of vaults use, in a note of *folder*."""
    roll, spelled = dice.below(HUNDREDS), note.name
    if note.has_section and roll < 15:
        spelled = f"{note.name}{dice.pick((f'#{SECTION}', f'#^{BLOCK}'))}"
    elif note.alias and roll < 40:
        spelled = note.alias if roll < 25 else f"{note.name}|{note.alias}"
    elif roll < 50:
        spelled = f"{note.name}|{dice.pick(KNOWN)}"
    elif roll < 62:
        spelled = f"{note.folder}/{note.name}"
    elif roll < 70:
        target = f"{note.name}.md" if note.folder == folder else note.path
        return f"[{dice.pick(KNOWN)}]({target.replace(' ', '%20')})"
    elif roll < 71:
        spelled = f"{note.name} 초안"  # of a note that was renamed
    return f"[[{spelled}]]"


def text(number: int, seed: int, everyone: list[Note], links: list[int]) -> str:
    """Generate one note with its links."""
    note, dice = everyone[number], Dice("note", seed, number)
    draft = Draft(dice, lambda: "", lambda: f"figure-{dice.below(PICTURES)}.png", topic(dice))
    head = [f"tags: [{dice.pick(KNOWN)}, {dice.pick(KNOWN)}]"]
    head += [f"aliases: [{json.dumps(note.alias, ensure_ascii=False)}]"] if note.alias else []
    lines = body(draft, _size(dice)).split("\n")
    places = _places(lines)
    for at, other in enumerate(links):
        if everyone[other].has_section and dice.below(HUNDREDS) < 8:
            lines += ["", f"![[{everyone[other].name}#{SECTION}]]"]
        elif places and dice.below(HUNDREDS) < 85:
            lines[dice.pick(places)] += f" {_sentence(dice, reference(dice, everyone[other], note.folder))}"
        else:
            lines += ["", *([f"## {dice.pick(('관련 메모', '함께 보기', '더 읽기'))}", ""] if not at else [])]
            lines += [f"- {reference(dice, everyone[other], note.folder)}"]
    if note.has_section:
        lines += [
            "",
            f"## {SECTION}",
            "",
            f"{draft.topic[0].text}{particle('은', draft.topic[0].final)} 답이다. ^{BLOCK}",
        ]
    return "\n".join(["---", *head, "---", "", *lines, ""])


def _size(dice: Dice) -> int:
    bell = Decimal(sum(int(dice.share() * 10**6) for _ in range(12)) - 6 * 10**6) / 10**6
    return min(_LONGEST, max(_SHORTEST, int(_MEDIAN_BYTES * _CONTEXT.exp(_SPREAD * bell))))


def _places(lines: list[str]) -> list[int]:
    """Return the lines of prose, to which a sentence can be added."""
    is_code, places = False, []
    for at, line in enumerate(lines):
        is_code ^= line.startswith("```")
        if not is_code and _PROSE.match(line):
            places.append(at)
    return places


def _sentence(dice: Dice, link: str) -> str:
    before, name, after = dice.pick(_SENTENCES)
    shown = re.split(r"[|\[(]", link.rstrip("]").partition("](")[0])[-1]
    return f"{before}{link}{particle(name, final_sound(shown))}{after}"


def write(out: Path, count: int, seed: int) -> Counter[int]:
    """Write the whole vault; return how many link to each note."""
    (out / ".obsidian").mkdir(parents=True, exist_ok=True)
    (out / "attachments").mkdir(exist_ok=True)
    (out / "blog.yml").write_bytes(SETTINGS.encode())
    (out / ".obsidian" / "app.json").write_bytes(b'{\n  "attachmentFolderPath": "attachments"\n}\n')
    for number in range(PICTURES):
        (out / "attachments" / f"figure-{number}.png").write_bytes(picture(number))
    everyone, (order, ladder) = notes(count, seed), popularity(count, seed)
    backlinks: Counter[int] = Counter()
    for folder in {note.folder for note in everyone}:
        (out / folder).mkdir(parents=True, exist_ok=True)
    for number, note in enumerate(everyone):
        links = links_of(number, seed, order, ladder)
        backlinks.update(links)
        (out / note.path).write_bytes(text(number, seed, everyone, links).encode())
    return backlinks


def main() -> int:
    """Read the command line, write the vault, and tell how its links are distributed."""
    parser = argparse.ArgumentParser(description="Write a vault of invented, linked notes.")
    parser.add_argument("notes", metavar="N", type=int, help="number of notes")
    parser.add_argument("out", metavar="OUT", type=Path, help="folder of the vault (made if missing)")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    args = parser.parse_args()
    counts = sorted(write(args.out, args.notes, args.seed).values())
    sys.stdout.write(
        f"{args.notes:,} notes, {sum(counts):,} links in {args.out}; of the {len(counts):,} notes with backlinks, "
        f"the median has {counts[len(counts) // 2]}, the 95th percentile {counts[len(counts) * 95 // 100]}, "
        f"and the largest {counts[-1]:,}\n"
        if counts
        else f"{args.notes:,} notes without links in {args.out}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
