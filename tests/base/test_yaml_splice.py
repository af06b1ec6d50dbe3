"""A key is set by splicing: nothing else of the text changes."""

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from byeoru.base.yaml_splice import set_key

URL = "https://blog.example.kr"


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
def test_a_value_is_set_where_an_author_would(before: str, after: str) -> None:
    """Comments, order, quotes, line ends and byte order marks stay."""
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
def test_what_cannot_be_done_without_a_guess_is_not_done(text: str) -> None:
    """The caller asks the author to write it."""
    assert set_key(text, "base_url", URL) is None


KEYS = st.text("abcdefgh_-가나", min_size=1, max_size=6).filter(lambda key: key[0] != "-")
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), max_size=12)
VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
)
COMMENTS = st.lists(TEXTS.map(lambda text: f"# {text}"), max_size=2)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw settings in one of the ways that people and programs write them."""
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


@given(documents(), TEXTS)
def test_every_other_key_keeps_its_value_and_every_line_its_text(text: str, value: str) -> None:
    """Read by YAML's own loader, the text means what it meant, with the key; comments are all there."""
    try:
        assume(not text.strip() or all(isinstance(key, str) for key in yaml.load(text, yaml.BaseLoader) or {}))
    except yaml.YAMLError:
        assume(condition=False)
    meant = yaml.load(text, yaml.BaseLoader) or {}
    made = set_key(text, "base_url", value)

    assert made is not None
    assert yaml.load(made, yaml.BaseLoader) == {**meant, "base_url": value}
    comments = [line for line in text.splitlines() if line.startswith("# ")]
    assert [line for line in made.splitlines() if line.startswith("# ")] == comments
    assert set_key(made, "base_url", value) == made
