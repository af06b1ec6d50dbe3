"""Messages are complete: each code in the source has a text in both languages, exactly once, and every text is used."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from byeoru.base.catalogue import LANGUAGES, Language, localize, message_tables
from byeoru.model.queries import QUERIES
from imports_test import nodes

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
# Prefixes that the source omits: `warning("bad-date", …)`.
KINDS = ("problem.", "hint.", "reason.", "finding.", "fix.", "preview.")
# Rows of tables, which consist only of placeholders.
ROWS = {code for code, both in CATALOGUE.items() if not re.search(r"\w", re.sub(r"{[^}]*}", "", both[0]))}


def constants(node: ast.expr | None) -> list[str]:
    """Return the possible values of a text argument: a constant, or both branches of a conditional."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=other):
            return [*constants(body), *constants(other)]
    return []


def name_of(function: ast.expr) -> str:
    """Return the name of a called function or method; "" if it has none."""
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield each call of the named functions in our source, with its location."""
    for path in MODULES:
        for node in nodes(path):
            if isinstance(node, ast.Call) and name_of(node.func) in names:
                yield f"{path.relative_to(SOURCE)}:{node.lineno}", node


def given_arguments(call: ast.Call) -> set[str] | None:
    """Return the names of the arguments that a call passes to its message; None if it unpacks a mapping."""
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else {name for name in names if name}


def missing_arguments(code: str, call: ast.Call) -> set[str]:
    """Return the placeholders of the texts of *code* for which the call passes no argument."""
    names = given_arguments(call)
    korean, english = CATALOGUE[code]
    return set() if names is None else {*FIELD.findall(korean), *FIELD.findall(english)} - names


def constants_of_source() -> set[str]:
    """Return every constant in our source as text, and each message name in the preview's script."""
    found = {
        str(node.value)  # numbers too: `indexnow.429` contains the status of a response
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.Constant)
    }
    client = "".join(path.read_text(encoding="utf-8") for path in (SOURCE / "serve/client").glob("*.js"))
    found |= QUERIES.keys()  # each is the reason of a rebuild
    return found | {f"preview.client.{name}" for name in re.findall(r"\bwords\.([a-z_]+)", client)}


def composed_codes() -> list[re.Pattern[str]]:
    """Return a pattern for each code that the source composes: `localize(f"stage.{name}", …)`."""
    return [
        re.compile(
            "".join(re.escape(str(one.value)) if isinstance(one, ast.Constant) else "(.+)" for one in text.values)
        )
        for _, call in calls("localize", "report", "template", "warning", "error", "fail", "warn")
        for text in call.args
        if isinstance(text, ast.JoinedStr)
    ]


def is_used(code: str, texts: set[str], patterns: list[re.Pattern[str]]) -> bool:
    """Tell whether the source contains *code*, or the parts that it is composed of."""
    bare = next((code.removeprefix(kind) for kind in KINDS if code.startswith(kind)), code)
    if code in texts or bare in texts:
        return True
    holes = [match.groups() for pattern in patterns for one in (code, bare) if (match := pattern.fullmatch(one))]
    return any(all(part in texts for hole in group for part in hole.split(".")) for group in holes)


def test_a_problem_has_all_arguments_of_its_message_and_hint() -> None:
    """A missing argument would crash the program when the message is formatted."""
    checked = 0
    for location, call in calls("warning", "error"):
        hints = constants(call.args[2]) if len(call.args) > 2 else []
        for code in (
            *(f"problem.{one}" for one in constants(call.args[0]) if one),
            *(f"hint.{one}" for one in hints if one),
        ):
            checked += 1
            assert code in CATALOGUE, (location, code)
            assert not missing_arguments(code, call), (location, code)
    assert checked > 150


def test_a_message_has_all_its_arguments() -> None:
    """The same holds for every other message."""
    checked = 0
    for location, call in calls("localize", "report", "warn", "confirm", "interrupted", "template"):
        for code in (one for one in constants(call.args[0]) if "." in one):
            checked += 1
            assert code in CATALOGUE, (location, code)
            assert not missing_arguments(code, call) or name_of(call.func) == "template", (location, code)
    assert checked > 150


def test_no_message_is_unused() -> None:
    """The messages of a removed feature are removed too."""
    texts, patterns = constants_of_source(), composed_codes()

    assert [code for code in CATALOGUE if not is_used(code, texts, patterns)] == []
    assert not is_used("problem.nobody-reports-this", texts, patterns)
    assert not is_used("help.build.nonsense", texts, patterns)


# Words for which there is a standard term (see the glossary in CONTRIBUTING.md).
UNUSUAL = re.compile(
    "앞머리|갈무리|펴내|펴냄|짓[는습]|지은 |지었|그림|열쇠|까닭|손수|살피|살핍"
    r"|\b(?:mend(?:ed|s)?|leads? (?:to|nowhere)|told|strangers?'|workroom|pictures?|films?|colour|licence)\b"
)


def test_messages_use_standard_terms() -> None:
    """A message uses words that its readers can search for."""
    assert [
        (code, *UNUSUAL.findall(" ".join(both))) for code, both in CATALOGUE.items() if UNUSUAL.search(" ".join(both))
    ] == []


def test_no_message_is_defined_twice() -> None:
    """If a code had two texts, it would depend on the order of modules which one is displayed."""
    assert [code for code, number in Counter(code for code, _ in COLLECTED).items() if number > 1] == []


def test_every_message_has_both_languages() -> None:
    """English texts contain no Hangul, and both texts have the same placeholders."""
    for code, (korean, english) in CATALOGUE.items():
        assert not HANGUL.search(english), code
        names = [set(FIELD.findall(text)) - {"count"} for text in (korean, english)]  # one language may omit the number
        assert names[0] == names[1], code


def test_a_new_module_with_messages_is_found(tmp_path: Path) -> None:
    """A new module that declares `MESSAGES` is found without a change in any other file."""
    import shutil
    import subprocess
    import sys

    package = shutil.copytree(SOURCE, tmp_path / "byeoru", ignore=shutil.ignore_patterns("__pycache__"))
    (package / "graph/planted.py").write_text(
        '"""A rule."""\nMESSAGES: dict = {\n    "problem.planted": ("심음", "planted"),\n}\n'
    )
    (package / "publish/surge_messages.py").write_text('MESSAGES = {"problem.surge": ("밀물", "surge")}\n')
    program = "from byeoru.base.catalogue import localize; print(localize('problem.planted', 'ko'), localize('problem.surge', 'en'))"

    message = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)

    assert message.stdout.strip() == "심음 surge"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_empty(language: Language) -> None:
    """A message has text of its own even if its arguments are empty, unless it consists only of arguments."""
    for code in CATALOGUE:
        text = CATALOGUE[code][LANGUAGES.index(language)]
        if code.startswith("reason.") or (code in ROWS and not code.startswith(("problem.", "hint."))):
            continue
        message = localize(code, language, **dict.fromkeys(FIELD.findall(text), ""))
        assert message.strip(" ·:`"), code


def test_english_nouns_are_singular_or_plural() -> None:
    """English distinguishes one thing from several; Korean does not."""
    assert localize("summary.errors", "en", count=1) == "1 error"
    assert localize("summary.errors", "en", count=0) == "0 errors"
    assert localize("summary.errors", "ko", count=1) == "오류 1개"
