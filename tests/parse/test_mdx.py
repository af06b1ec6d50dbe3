"""What only programs of MDX read: imports, exports and comments are not published, all else is unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.parse.foreign.mdx import strip_mdx

REMOVED = {
    "an import": ('import A from "./a"\n\n글', "\n\n글"),
    "modules on lines of each other": (
        "import {A, B} from 'a'\nimport 'b.css'\nexport const 값 = 1\n\n글",
        "\n\n\n\n글",
    ),
    "an import over lines": ("글\n\nimport {\n  A,\n} from 'a'\n\n글", "글\n\n\n\n\n\n글"),
    "an export with an empty line": ("export const a = {\n  b: 1,\n\n  c: 2,\n}\n\n글", "\n\n\n\n\n\n글"),
    "a comment": ("글 {/* 메모 */}글\n\n{ /* 둘\n셋 */ }", "글 글\n\n\n"),
}
ATTRIBUTES = {
    "a style": ("<img src=\"a.png\" style={{width: '100%'}} />", '<img src="a.png" style="width: 100%" />'),
    "a style in a heading": (
        "## <img style={{ marginTop: 8, opacity: 1 }}/>",
        '## <img style="margin-top: 8px; opacity: 1"/>',
    ),
    "values": ("<a width={300} title={'가'} id={`b`}>글</a>", '<a width="300" title="가" id="b">글</a>'),
    "a class": ('<p className="note">글</p>', '<p class="note">글</p>'),
    "what only a program knows": ("<B on={() => { run({a: 1}) }} c={d}>글</B>", "<B>글</B>"),
    "over lines": ("<img\n  style={{\n    width: 1\n  }}\n/>", '<img style="width: 1px"\n\n\n\n/>'),
    "a quote": ("<a title={'\"x'}>", '<a title="&quot;x">'),
}
KEPT = {
    "code": "```js\nimport A from 'a'\n{/* b */}\n```\n\n    import A from 'a'\n\n`{/* c */}`",
    "prose": "import duty is paid\n\nexports grow\n\n글\nimport A from 'a'",
    "an id": "# 제목 {/*id*/}",
    "an attribute in code": "`<img style={{width: 1}}>`\n\n```jsx\n<p className='a' b={c} />\n```",
    "braces that are no attribute": "집합 a={1, 2} <b c={d",
    "an expression": "{/* a */ 값} 글 {/* b",
}


@pytest.mark.parametrize(("text", "expected"), ATTRIBUTES.values(), ids=ATTRIBUTES.keys())
def test_attributes_are_those_of_html(text: str, expected: str) -> None:
    """Strings, numbers and styles are quoted; what a program would compute is removed, and no brace is shown."""
    assert strip_mdx(text) == expected


@pytest.mark.parametrize(("text", "expected"), REMOVED.values(), ids=REMOVED.keys())
def test_what_no_reader_should_see_is_removed(text: str, expected: str) -> None:
    """Modules and comments leave empty lines, so that problems keep their places."""
    assert strip_mdx(text) == expected


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_text_and_code_are_unchanged(text: str) -> None:
    """Words that look like a module within a paragraph or code are words."""
    assert strip_mdx(text) == text


@given(
    st.lists(
        st.sampled_from(
            ["import A from 'a'", "export const a = {", "}", "", "{/*", "*/}", "`", "```", "글", "<a b={", "c={1}>"]
        )
    )
)
def test_lines_keep_their_numbers(lines: list[str]) -> None:
    """Whatever is removed, the text has as many lines as before."""
    assert strip_mdx("\n".join(lines)).count("\n") == "\n".join(lines).count("\n")
