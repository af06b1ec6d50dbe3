"""Messages are complete: each code of the source is worded in both languages, once, and none is left over."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from byeoru.base.catalogue import LANGUAGES, Language, localize, message_tables
from byeoru.model.queries.declared import QUERIES

SOURCE = Path(__file__).parents[2] / "src/byeoru"
MODULES = [
    path
    for path in sorted(SOURCE.rglob("*.py"))
    if not path.name.endswith("messages.py") and path.parent.name != "messages"
]
HANGUL = re.compile("[가-힣]")
FIELD = re.compile(r"(?<!{){(\w+)")
COLLECTED = [item for table in message_tables() for item in table.items()]
CATALOGUE = dict(COLLECTED)
# Kinds of codes that the source writes without the kind: `warning("bad-date", …)`.
KINDS = ("problem.", "hint.", "reason.", "found.", "fix.", "preview.")
# Rows of tables, which are nothing but what is put into them.
ROWS = {code for code, both in CATALOGUE.items() if not re.search(r"\w", re.sub(r"{[^}]*}", "", both[0]))}


def constants(node: ast.expr | None) -> list[str]:
    """Return the texts that an argument can be: one, or both of a choice."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=other):
            return [*constants(body), *constants(other)]
    return []


def name_of(function: ast.expr) -> str:
    """Return what a function or a method is called by, "" for what has no name."""
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Return each call of a function in our source, with its location."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and name_of(node.func) in names:
                yield f"{path.relative_to(SOURCE)}:{node.lineno}", node


def given(call: ast.Call) -> set[str] | None:
    """Return the names that a call gives to its sentence; None where they are not all spelled out."""
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else {name for name in names if name}


def lacking(code: str, call: ast.Call) -> set[str]:
    """Return what the sentences of *code* name and the call does not give."""
    names = given(call)
    korean, english = CATALOGUE[code]
    return set() if names is None else {*FIELD.findall(korean), *FIELD.findall(english)} - names


def texts_of_source() -> set[str]:
    """Return every text constant of our source, and each name that the preview's script asks its words by."""
    found = {
        str(node.value)  # numbers too: `indexnow.429` is named by the answer of a server
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
    }
    client = "".join(path.read_text(encoding="utf-8") for path in (SOURCE / "serve/client").glob("*.js"))
    found |= QUERIES.keys()  # each is the reason of a rebuild, whoever asks it
    return found | {f"preview.client.{name}" for name in re.findall(r"\bwords\.([a-z_]+)", client)}


def composed() -> list[re.Pattern[str]]:
    """Return a pattern for each code that the source puts together: `localize(f"stage.{name}", …)`."""
    return [
        re.compile(
            "".join(re.escape(str(one.value)) if isinstance(one, ast.Constant) else "(.+)" for one in text.values)
        )
        for _, call in calls("localize", "say", "template", "warning", "error", "fail", "warn")
        for text in call.args
        if isinstance(text, ast.JoinedStr)
    ]


def is_used(code: str, texts: set[str], patterns: list[re.Pattern[str]]) -> bool:
    """Tell whether the source spells *code*, or the names that it is put together from."""
    bare = next((code.removeprefix(kind) for kind in KINDS if code.startswith(kind)), code)
    if code in texts or bare in texts:
        return True
    holes = [match.groups() for pattern in patterns for one in (code, bare) if (match := pattern.fullmatch(one))]
    return any(all(part in texts for hole in group for part in hole.split(".")) for group in holes)


def test_a_problem_has_all_that_its_sentence_and_its_hint_name() -> None:
    """A hint whose words are missing would end the program, or be empty."""
    seen = 0
    for location, call in calls("warning", "error"):
        hints = constants(call.args[2]) if len(call.args) > 2 else []
        for code in (
            *(f"problem.{one}" for one in constants(call.args[0]) if one),
            *(f"hint.{one}" for one in hints if one),
        ):
            seen += 1
            assert code in CATALOGUE, (location, code)
            assert not lacking(code, call), (location, code)
    assert seen > 150


def test_a_sentence_has_all_that_it_names() -> None:
    """The same for every other message."""
    seen = 0
    for location, call in calls("localize", "say", "warn", "confirm", "interrupted", "template"):
        for code in (one for one in constants(call.args[0]) if "." in one):
            seen += 1
            assert code in CATALOGUE, (location, code)
            assert not lacking(code, call) or name_of(call.func) == "template", (location, code)
    assert seen > 150


def test_no_message_is_left_over() -> None:
    """Whoever removes a feature removes its messages."""
    texts, patterns = texts_of_source(), composed()

    assert [code for code in CATALOGUE if not is_used(code, texts, patterns)] == []
    assert not is_used("problem.nobody-reports-this", texts, patterns)
    assert not is_used("help.build.nonsense", texts, patterns)


# Words that nobody searches for, where the field has others (see the glossary in CONTRIBUTING.md).
UNUSUAL = re.compile(
    "앞머리|갈무리|펴내|펴냄|짓[는습]|지은 |지었|그림|열쇠|까닭|손수|살피|살핍"
    r"|\b(?:mend(?:ed|s)?|leads? (?:to|nowhere)|told|strangers?'|workroom|pictures?|films?|colour|licence)\b"
)


def test_messages_use_the_words_of_the_field() -> None:
    """Whoever reads a message can search for its words."""
    assert [
        (code, *UNUSUAL.findall(" ".join(both))) for code, both in CATALOGUE.items() if UNUSUAL.search(" ".join(both))
    ] == []


def test_no_message_is_defined_twice() -> None:
    """Of two texts for one code nobody knows which is shown."""
    assert [code for code, number in Counter(code for code, _ in COLLECTED).items() if number > 1] == []


def test_every_message_has_both_languages() -> None:
    """No Hangul in English, and the same placeholders on both sides."""
    for code, (korean, english) in CATALOGUE.items():
        assert not HANGUL.search(english), code
        names = [
            set(FIELD.findall(text)) - {"count"} for text in (korean, english)
        ]  # a number may stand in one language
        assert names[0] == names[1], code


def test_a_feature_of_one_file_brings_its_messages(tmp_path: Path) -> None:
    """A new module that declares `MESSAGES` is found, and no other file is touched for that."""
    import shutil
    import subprocess
    import sys

    package = shutil.copytree(SOURCE, tmp_path / "byeoru", ignore=shutil.ignore_patterns("__pycache__"))
    (package / "graph/planted.py").write_text(
        '"""A rule."""\nMESSAGES: dict = {\n    "problem.planted": ("심음", "planted"),\n}\n'
    )
    (package / "publish/surge_messages.py").write_text('MESSAGES = {"problem.surge": ("밀물", "surge")}\n')
    asked = "from byeoru.base.catalogue import localize; print(localize('problem.planted', 'ko'), localize('problem.surge', 'en'))"

    said = subprocess.run([sys.executable, "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "심음 surge"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty(language: Language) -> None:
    """Even a sentence whose arguments are empty says something, unless it is nothing but its argument."""
    for code in CATALOGUE:
        text = CATALOGUE[code][LANGUAGES.index(language)]
        if code.startswith("reason.") or (code in ROWS and not code.startswith(("problem.", "hint."))):
            continue
        said = localize(code, language, **dict.fromkeys(FIELD.findall(text), ""))
        assert said.strip(" ·:`"), code


def test_numbers_of_nouns() -> None:
    """English counts one thing and several things; Korean does not care."""
    assert localize("summary.errors", "en", count=1) == "1 error"
    assert localize("summary.errors", "en", count=0) == "0 errors"
    assert localize("summary.errors", "ko", count=1) == "오류 1개"
