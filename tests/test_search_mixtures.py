"""A reader whose files are partly of the old site and partly of the new one finds nothing that neither of them says.

A browser caches each file for itself, so for some minutes after a deployment it reads a mix.
"""

import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from byeoru.index import root, segments, shards, titles
from byeoru.korean.jamo import order
from site_test import SiteTest

WORDS = ["클로저", "함수", "변수", "스택", "메모리", "커널", "도커", "이미지", "파일", "서버"]
Files = Mapping[str, bytes]
FOLDER = "search/ko/"


class MissingFileError(Exception):
    """A file of another version of the index does not exist: a reader asks for the root again."""


def found(files: Files, word: str) -> set[tuple[str, str]]:
    """Return the word with the address of each document that has it, as a reader finds them."""
    index = root.read(files[FOLDER + "index.json"])
    pairs = set()
    for number in range(len(index.segments)):
        shard = shards.shard_of(word, index.boundaries_of(number))
        text = _file(files, index.shard_file(number, shard)).decode()
        for slot, _ in shards.read(text).get(word, []):
            rows = titles.read(_file(files, index.titles_file(slot >> index.chunk)))
            pairs |= {(word, row.url) for row in rows if row.slot == slot}
    return pairs


def _file(files: Files, path: str) -> bytes:
    if FOLDER + path not in files:
        raise MissingFileError(path)
    return files[FOLDER + path]


def write(site: SiteTest, number: int, words: list[str]) -> None:
    site.write(
        f"content/posts/p{number:03}.md", f"---\ntitle: 글\ndate: 2025-01-01 00:{number:02}\n---\n{' '.join(words)}\n"
    )


def edit(site: SiteTest) -> None:
    write(site, 2, ["클로저", "서버", "스택"])


def new_post(site: SiteTest) -> None:
    write(site, 30, ["클로저", "도커"])


def two_new_posts(site: SiteTest) -> None:
    write(site, 30, ["클로저", "도커"])
    write(site, 31, ["함수", "도커"])


def many_words(site: SiteTest) -> None:
    for number in range(5):
        write(site, number, [*WORDS, *(f"낱말{at}" for at in range(90))])


def many_posts(site: SiteTest) -> None:
    for number in range(30, 59):
        write(site, number, ["클로저", WORDS[number % 10]])


@pytest.mark.parametrize(
    ("posts", "change"),
    [(9, edit), (9, new_post), (11, new_post), (15, new_post), (11, two_new_posts), (9, many_words), (9, many_posts)],
    ids=["edit", "new post", "carry", "carry twice", "into the next segment", "more shards", "more slots"],
)
def test_any_mix_of_two_builds_answers_as_one_of_them(
    posts: int, change: Callable[[SiteTest], None], site: SiteTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each pair of word and page is one of the old site or of the new one; none that both have is lost.

    Where the root names files that the other build does not have, a reader notices that and begins again.
    """
    monkeypatch.setattr(segments, "_DIGITS", (16, 4))
    monkeypatch.setattr(segments, "_SHARD_BYTES", 60)
    dice = random.Random(7)
    for number in range(posts):
        write(site, number, dice.sample(WORDS, 4))
    site.build().must_succeed()
    old = site.files()
    change(site)
    site.build().must_succeed()
    new = site.files()
    words = {word for word in WORDS if order(word)}
    before, after = ({pair for word in words for pair in found(files, word)} for files in (old, new))
    assert before != after
    answers = 0

    for _ in range(60):
        mix: dict[str, bytes] = {}
        for path in old.keys() | new.keys():
            chosen = dice.choice((old, new))
            if path in chosen:
                mix[path] = chosen[path]
        for word in words:
            try:
                pairs = found(mix, word)
            except MissingFileError:
                continue
            answers += 1
            ours = {pair for pair in before | after if pair[0] == word}
            assert before & after & ours <= pairs <= ours
    assert answers


def test_the_twin_without_ranges_in_names_loses_documents(site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison above fails if the name of a full segment does not say which documents it has."""
    whole = segments.layout_of

    def shortened(*documents: object) -> segments.IndexLayout:
        layout = whole(*documents)  # type: ignore[arg-type]
        named = [segment._replace(name=f"p{at}") for at, segment in enumerate(reversed(layout.segments))]
        return layout._replace(segments=tuple(reversed(named)))

    monkeypatch.setattr(segments, "layout_of", shortened)

    with pytest.raises(AssertionError):
        test_any_mix_of_two_builds_answers_as_one_of_them(11, new_post, site, monkeypatch)


def test_every_file_of_the_index_is_in_the_folder_of_its_language(site: SiteTest) -> None:
    """A reader of one edition never reads a file of another one."""
    site.write("content/posts/a.md", "# 가\n")
    site.write("content/posts/b.en.md", "# B\n")
    site.build().must_succeed()

    languages = {Path(path).parts[1] for path in site.files() if path.startswith("search/") and path.count("/") > 1}

    assert languages == {"ko", "en"}
