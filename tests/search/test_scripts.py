"""The rules of the search have the same words in Python and in JavaScript, and the scripts are small."""

import gzip
import re
from pathlib import Path

import pytest

from byeoru.index.postings import DIGITS
from byeoru.korean.jamo import order
from byeoru.korean.suffixes import suffixes
from byeoru.search import engine, match, query, shelf, typos, verbs, widen, words

THEME = Path(__file__).parents[2] / "themes/hanji/static"
SCRIPTS = THEME / "search"
MOST = 8_000  # bytes that the first opening of the search loads, without the index
MOST_LATER = 4_000  # bytes that only a word with few documents loads


def source(name: str) -> str:
    """Return a script, with the pieces of its long texts joined."""
    return re.sub(r'" \+\s+"', "", (SCRIPTS / name).read_text(encoding="utf-8"))


def first_modules() -> list[str]:
    """Return the modules that the opener asks for at once."""
    [names] = re.findall(r"var modules = \[(.*?)\];", (THEME / "hanji.js").read_text(encoding="utf-8"))
    return re.findall(r'"(\w+)"', names)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("engine.js", f'"^({query._SUFFIX.pattern})$"'),
        ("engine.js", f"/^({query._NOUN.pattern})/"),
        ("engine.js", f"/{query._WORD.pattern}/g"),
        ("engine.js", f'"{DIGITS}"'),
        ("widen.js", f'PLAIN = "{verbs._PLAIN}"'),
        ("widen.js", f'AFTER = "{verbs._AFTER}"'),
        ("widen.js", f'ANY = "{verbs._ANY}"'),
    ],
)
def test_a_rule_has_the_same_text_in_both(name: str, text: str) -> None:
    """Suffixes, words, verbs and digits are one table, written twice."""
    assert text in source(name)


def test_numbers_are_the_same_in_both() -> None:
    """So are the weights and the limits."""
    core = [query._LENGTH, query._WORDS, words._COMPLETIONS, match._COMMON, engine._TOGETHER]
    more = [widen._FEW, widen._INITIALS, widen._TARGETS, widen._MOST]
    slips = [typos._SHORTEST, typos._LONG, typos.NEAREST]

    assert f"= {core};" in source("engine.js")
    assert f"SURE = {words.SURE};" in source("engine.js")
    assert f"= {more};" in source("widen.js")
    assert f"= {slips};" in source("widen.js")
    assert shelf._SHARDS == 2  # `pathsOf` of engine.js has a first and a second one


def test_most_suffixes_of_the_index_are_known_to_a_query() -> None:
    """What is cut off a word of a text may also follow a word of a query; the rule is shorter than the table."""
    known = [query.follows(suffix) for suffix in suffixes()]

    assert sum(known) / len(known) > 0.93


def test_tables_of_letters_give_the_order_of_the_index() -> None:
    """The script's consonants and vowels are those of the index, in the order of Unicode."""
    vowels = " ".join(order(chr(0x314F + at)) for at in range(21))
    consonants = " ".join(order(chr(0x3131 + at)) for at in range(30))

    assert f'"{vowels}"' in source("engine.js")
    assert f'"{consonants}"' in source("engine.js")


def test_the_first_opening_loads_little() -> None:
    """The scripts are served as they are, with their comments; what few queries need comes when it is needed."""
    sizes = {path.stem: len(gzip.compress(path.read_bytes())) for path in SCRIPTS.glob("*.js")}

    assert sum(sizes[name] for name in first_modules()) <= MOST
    assert sizes["widen"] <= MOST_LATER


def test_no_module_comes_in_a_second_round() -> None:
    """What a first module imports is a first module too."""
    modules = first_modules()

    for name in modules:
        imported = re.findall(r'^import .* from "\./(\w+)\.js";$', source(f"{name}.js"), flags=re.MULTILINE)
        assert set(imported) <= set(modules), name
