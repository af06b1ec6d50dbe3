"""Setting a key or adding an item changes nothing else in the text."""

import json

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from byeoru.base.yaml_splice import add_item, set_below, set_key

URL = "https://blog.example.kr"
NAMES = ("aliases", "alias")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: a\n", f"title: a\nbase_url: {URL}\n"),
        ("title: a", f"title: a\nbase_url: {URL}\n"),
        (
            "# mine\ntitle: a  # t\n\n# menu\nmenu:\n  x: /\n",
            f"# mine\ntitle: a  # t\nbase_url: {URL}\n\n# menu\nmenu:\n  x: /\n",
        ),
        ("base_url: x  # old\ntitle: a\n", f"base_url: {URL}  # old\ntitle: a\n"),
        ('base_url:   "x"\n', f'base_url:   "{URL}"\n'),
        ("'base_url': 'x'\n", f"'base_url': '{URL}'\n"),
        ("base_url:\ntitle: a\n", f"base_url: {URL}\ntitle: a\n"),
        ("base_url: # none yet\n", f"base_url: {URL}  # none yet\n"),
        ("base_url: >\n  x\n  y\ntitle: a\n", f"base_url: {URL}\ntitle: a\n"),
        ("base_url: > # old\n  x\n\ntitle: a\n", f"base_url: {URL}  # old\n\ntitle: a\n"),
        ("title: |\n  a\n\nmenu: {}\n", f"title: |\n  a\nbase_url: {URL}\n\nmenu: {{}}\n"),
        ("title: |+\n  a\n\nmenu: {}\n", f"title: |+\n  a\n\nbase_url: {URL}\nmenu: {{}}\n"),
        ("title: |\n  a", f"base_url: {URL}\ntitle: |\n  a"),
        ("title: a\t# tab\nmenu: [\n\t/]\n", f"title: a\t# tab\nbase_url: {URL}\nmenu: [\n\t/]\n"),
        ("title: a\rmenu: {}\r", f"title: a\rbase_url: {URL}\rmenu: {{}}\r"),
        ("{title: a, base_url: x}", f"{{title: a, base_url: {URL}}}"),
        ("{title: a}\n", f"{{base_url: {URL}, title: a}}\n"),
        ("title: a\r\nmenu: {}\r\n", f"title: a\r\nbase_url: {URL}\r\nmenu: {{}}\r\n"),
        ("\ufefftitle: a\n", f"\ufefftitle: a\nbase_url: {URL}\n"),
        ("menu:\n  - x\n", f"base_url: {URL}\nmenu:\n  - x\n"),
        ("", f"base_url: {URL}\n"),
        ("# only this", f"# only this\nbase_url: {URL}\n"),
        ("---\ntitle: a\n...\n", f"---\ntitle: a\nbase_url: {URL}\n...\n"),
        ("menu:\n  base_url: x\ntitle: 제목\n", f"menu:\n  base_url: x\ntitle: 제목\nbase_url: {URL}\n"),
    ],
)
def test_a_value_is_set_in_place(before: str, after: str) -> None:
    """Comments, order, quotes, line ends and byte order marks are kept."""
    assert set_key(before, "base_url", URL) == after


@pytest.mark.parametrize(
    "text",
    [
        "base_url: a\nbase_url: b\n",
        "base_url: [a]\n",
        "base_url: {a: b}\n",
        "- a\n",
        "title: [\n",
        "a: &x 1\nb: *x\n",
        "{}\n",
    ],
)
def test_an_ambiguous_change_is_refused(text: str) -> None:
    """The caller then asks the author to make it."""
    assert set_key(text, "base_url", URL) is None


def test_a_value_is_quoted_where_parsers_differ() -> None:
    """PyYAML's Python parser rejects some values that its C parser accepts."""
    changed = set_key("{base_url: ''}", "base_url", "\U00018cd6?%")

    assert changed is not None
    assert yaml.load(changed, yaml.BaseLoader) == {"base_url": "\U00018cd6?%"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("deploy:\n  target: x  # old\n", "deploy:\n  target: y  # old\n"),
        ("deploy: {branch: b}\n", "deploy: {target: y, branch: b}\n"),
        (
            "a: b\ndeploy:\n    # mine\n    branch: b\nmenu: {}\n",
            "a: b\ndeploy:\n    # mine\n    branch: b\n    target: y\nmenu: {}\n",
        ),
        ("deploy:\r\n  indexnow:\r\n    key: k\r\n", "deploy:\r\n  target: y\r\n  indexnow:\r\n    key: k\r\n"),
        ("target: x\ndeploy: {}\n", None),
        ("deploy: github-pages\n", None),
        ("deploy:\n  target: [a]\n", None),
        ("deploy:\n  target: a\n  target: b\n", None),
        ("title: a\n", None),
    ],
)
def test_a_value_of_a_mapping_is_set(before: str, after: str | None) -> None:
    """Only that mapping changes; a value that is not a mapping with keys is refused."""
    assert set_below(before, "deploy", "target", "y") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: a # 말\n", "title: a # 말\naliases: [/old/]\n"),
        ("title: a", "title: a\naliases: [/old/]\n"),
        ("  title: a\n", "  title: a\n  aliases: [/old/]\n"),
        ("", "aliases: [/old/]\n"),
        ("{title: a}\n", "{aliases: [/old/], title: a}\n"),
        ("summary: |+\n  a\n\n", "summary: |+\n  a\n\naliases: [/old/]\n"),
        ("aliases: [/x/]  # 둘\ntitle: a\n", "aliases: [/old/, /x/]  # 둘\ntitle: a\n"),
        ("aliases: [ /x/ ]\n", "aliases: [ /old/, /x/ ]\n"),
        ("aliases: []\ntitle: a\n", "aliases: [/old/]\ntitle: a\n"),
        ("aliases: [ # 아직\n]\n", "aliases: [/old/ # 아직\n]\n"),
        ("aliases: [/x/,\n  /y/]\n", "aliases: [/old/, /x/,\n  /y/]\n"),
        ("aliases: [\r\n\t/x/, # 첫째\r\n]\r\n", "aliases: [\r\n\t/old/,\r\n\t/x/, # 첫째\r\n]\r\n"),
        ("aliases:\n  [\n    # 옛\n    /x/\n  ]\n", "aliases:\n  [\n    /old/,\n    # 옛\n    /x/\n  ]\n"),
        ("aliases:\n  - '/x/'   # 첫째\n  - /y/\n", "aliases:\n  - /old/\n  - '/x/'   # 첫째\n  - /y/\n"),
        ("aliases:\n- /x/\ntitle: a\n", "aliases:\n- /old/\n- /x/\ntitle: a\n"),
        ("aliases: # 옛\n\n  # 첫\n  - /x/\n", "aliases: # 옛\n  - /old/\n\n  # 첫\n  - /x/\n"),
        ("aliases:\n  -\n    /x/\n", "aliases:\n  - /old/\n  -\n    /x/\n"),
        ("'aliases': /x/\n", "'aliases': [/old/, /x/]\n"),
        ("alias: /x/\ntitle: a\n", "alias: [/old/, /x/]\ntitle: a\n"),
        ("alias: /x, y/\n", "alias: [/old/, '/x, y/']\n"),
        ("alias: /x\n  y/\n", "alias: [/old/, /x\n  y/]\n"),
        ("aliases: '/x/' # 하나\n", "aliases: [/old/, '/x/'] # 하나\n"),
        ("aliases: # 아직\ntitle: a\n", "aliases: [/old/]  # 아직\ntitle: a\n"),
        ("aliases:\ntitle: a\n", "aliases: [/old/]\ntitle: a\n"),
        ("aliases:", "aliases: [/old/]"),
        ("aliases: ~ # 아직\n", "aliases: [/old/] # 아직\n"),
        ("aliases: ''\n", "aliases: [/old/]\n"),
        ("aliases: [/x/, /old/]\n", "aliases: [/x/, /old/]\n"),
    ],
)
def test_an_item_is_added_in_place(before: str, after: str) -> None:
    """Comments stay with their items, and a single value becomes a list."""
    assert add_item(before, NAMES, "/old/") == after


@pytest.mark.parametrize(
    "text",
    [
        "title: [번역] 글\n",
        "aliases: {a: b}\n",
        "aliases: |\n  /x/\n",
        "aliases: &a\n  - /x/\n",
        "aliases: !!seq [/x/]\n",
        "alias: /x/\naliases: /y/\n",
        "aliases: [/x/]\naliases: [/y/]\n",
        "title: &t a\nalias: *t\n",
        "title:\ta\n\taliases: []\n",
    ],
)
def test_an_item_is_not_added_to_an_ambiguous_list(text: str) -> None:
    """Duplicate keys, anchors, tags, block texts and invalid YAML are left to the author."""
    assert add_item(text, NAMES, "/old/") is None


KEYS = st.text("abcdefgh_-가나", min_size=1, max_size=6).filter(lambda key: key[0] != "-")
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), max_size=12)
VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
)
COMMENTS = st.lists(TEXTS.map(lambda text: f"# {text}"), max_size=2)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw settings in one of the styles that people and programs use."""
    values: dict[str, object] = {**draw(st.dictionaries(KEYS, VALUES, max_size=4))}
    if draw(st.booleans()):
        values["base_url"] = draw(TEXTS)
    lines: list[str] = []
    style = draw(st.sampled_from([None, "'", '"', "|", ">"]))
    flow = draw(st.sampled_from([None, False, True]))
    for key, value in draw(st.permutations(list(values.items()))):
        lines += draw(COMMENTS)
        lines += yaml.safe_dump(
            {key: value}, allow_unicode=True, default_style=style, default_flow_style=flow and None
        ).splitlines()
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join([*lines, *draw(COMMENTS)]) + draw(st.sampled_from(["", end]))


@example("", "0")
@example("base_url: a", "true")
@given(documents(), TEXTS)
def test_setting_a_key_changes_nothing_else(text: str, value: str) -> None:
    """PyYAML reads the same mapping with the new value, and all comments are kept."""
    try:
        assume(not text.strip() or all(isinstance(key, str) for key in yaml.load(text, yaml.BaseLoader) or {}))
    except yaml.YAMLError:
        assume(condition=False)
    meant = yaml.load(text, yaml.BaseLoader) or {}
    changed = set_key(text, "base_url", value)

    assert changed is not None
    assert yaml.load(changed, yaml.BaseLoader) == {**meant, "base_url": value}
    comments = [line for line in text.splitlines() if line.startswith("# ")]
    assert [line for line in changed.splitlines() if line.startswith("# ")] == comments
    assert set_key(changed, "base_url", value) == changed


ADDRESSES = st.text("/ab-%,:#' 가", max_size=8).map(lambda rest: f"/{rest.strip()}/")
SPACES = st.sampled_from(["", " ", "   "])


@st.composite
def lists(draw: st.DrawFn) -> list[str]:
    """Draw the lines of a key with addresses, in one of the styles that people use."""
    key = draw(st.sampled_from(["aliases", "alias", "'alias'", '"aliases"']))
    written = [_quoted(one, is_double=draw(st.booleans())) for one in draw(st.lists(ADDRESSES, max_size=3))]
    comment = draw(st.sampled_from(["", "  # 말: - [x]"]))
    indent = draw(st.sampled_from(["", "  ", "    "]))
    comments = [f"{indent}{one}" for one in draw(COMMENTS)]
    match draw(st.sampled_from(["flow", "lines", "block", "value"])):
        case "flow":
            return [f"{key}: [{draw(SPACES)}{', '.join(written)}{draw(SPACES)}]{comment}"]
        case "lines":
            return [f"{key}: [{comment}", *comments, *(f"   {one},{comment}" for one in written), " ]"]
        case "block" if written:
            items = [line for one in written for line in (*comments, f"{indent}-{draw(SPACES)} {one}{comment}")]
            return [f"{key}:{comment}", *items]
    return [f"{key}: {draw(st.sampled_from(['', '~', chr(39) * 2, *written]))}{comment}"]


def _quoted(text: str, *, is_double: bool) -> str:
    return json.dumps(text) if is_double else "'" + text.replace("'", "''") + "'"


@given(documents(), st.none() | lists(), ADDRESSES)
def test_adding_an_item_changes_nothing_else(text: str, old_list: list[str] | None, item: str) -> None:
    """PyYAML reads the list with one more item, and the bytes above and below its key are the same."""
    end = "\r\n" if "\r\n" in text else "\n"
    assume(not text or text.endswith("\n"))
    head, middle = text.splitlines(keepends=True), [line + end for line in old_list or ()]
    tail = [f"last: 1  # 끝{end}"]
    before = "".join([*head, *middle, *tail])
    try:
        old_mapping = yaml.load(before, yaml.BaseLoader)
        assume(not old_list or not set(NAMES) & set(yaml.load(text, yaml.BaseLoader) or {}))
        assume(all(isinstance(key, str) for key in old_mapping))
    except yaml.YAMLError:
        assume(condition=False)
    name = next((one for one in NAMES if one in old_mapping), "aliases")
    old = old_mapping.get(name) or []
    old = [old] if isinstance(old, str) and old != "~" else [] if isinstance(old, str) else old

    changed = add_item(before, NAMES, item)

    assert changed is not None
    assert yaml.load(changed, yaml.BaseLoader) == {
        **old_mapping,
        name: old_mapping[name] if item in old else [item, *old],
    }
    assert list(yaml.load(changed, yaml.BaseLoader)) == list({**old_mapping, name: None})
    assert changed.startswith("".join(head))
    assert changed.endswith("".join(tail)) if old_list else changed.startswith(before)
    kept = [line for line in middle if line.startswith((" ", "-", "#"))]
    own_lines = changed.removeprefix("".join(head)).splitlines(keepends=True)
    assert [line for line in own_lines if line in kept] == kept
    assert changed.count("#") >= before.count("#")
