"""Common faults of YAML are located, named, shown with a correction, and repaired where possible."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.base.diagnostic import Diagnostic, Outcome
from byeoru.base.problem_text import hint_of, message_of
from byeoru.base.yaml_repair import disambiguated, repaired, syntax_errors
from byeoru.model.content import Dialect, Parsed, ParseOptions, Source
from byeoru.parse.document import parse
from byeoru.settings import KNOWN_KEYS, read_settings

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())


def read(text: str) -> Outcome[Parsed | None]:
    """Parse a post."""
    return parse(Source("content/posts/a.md", text.encode(), "digest", "key"), OPTIONS)


def reported(problem: Diagnostic) -> tuple[str, str, str]:
    """Return the location of a problem, its code, and the line in its hint."""
    location = problem.location
    return (
        f"{location.line}:{location.column}",
        problem.code,
        hint_of(problem, "ko").removesuffix("처럼 적으세요").strip("`"),
    )


# What stands between the fences; where and what is wrong; the line as it should be; the title and tags that were meant.
FAULTS = {
    "no space": ("title:제목", "2:6", "yaml-no-space", "title: 제목", "제목", ()),
    "no space before a list": ("title: 제목\ntags:[a, b]", "3:5", "yaml-no-space", "tags: [a, b]", "제목", ("a", "b")),
    "no space after a dash": ("tags:\n-a", "3:1", "yaml-no-space", "- a", "a", ("a",)),
    "full-width colon": ("title：제목", "2:6", "yaml-full-width", "title: 제목", "제목", ()),
    "full-width brackets": ("tags: ［a, b］", "2:7", "yaml-full-width", "tags: [a, b]", "a", ("a", "b")),
    "no-break space": ("title:\u00a0제목", "2:7", "yaml-strange-space", "title: 제목", "제목", ()),
    "ideographic space": ("title:\u3000제목", "2:7", "yaml-strange-space", "title: 제목", "제목", ()),
    "equals sign": ("title = 제목", "2:6", "yaml-no-colon", "title: 제목", "제목", ()),
    "no colon at all": ("title 제목", "2:6", "yaml-no-colon", "title: 제목", "제목", ()),
    "tab before a list": ("tags:\n\t- a", "3:1", "yaml-tab", "- a", "a", ("a",)),
    "tab before a key": ("\ttitle: 제목", "2:1", "yaml-tab", "title: 제목", "제목", ()),
    "spaces before a key": ("title: 제목\n  tags: [a]", "3:1", "yaml-indent", "tags: [a]", "제목", ("a",)),
    "an item too far in": ("tags:\n- a\n  - b", "4:1", "yaml-indent", "- b", "a", ("a", "b")),
    "unclosed quote": ('title: "제목\ntags: [a]', "2:8", "yaml-unclosed", 'title: "제목"', "제목", ("a",)),
    "unclosed single quote": ("title: '제목", "2:8", "yaml-unclosed", "title: '제목'", "제목", ()),
    "unclosed list": ("title: 제목\ntags: [a, b", "3:7", "yaml-unclosed", "tags: [a, b]", "제목", ("a", "b")),
    "unclosed list above a key": ("tags: [a\ntitle: 제목", "2:7", "yaml-unclosed", "tags: [a]", "제목", ("a",)),
    "unopened list": ("tags: a, b]", "2:7", "yaml-unopened", "tags: [a, b]", "a", ("a", "b")),
    "quotes inside quotes": (
        *('title: "그는 "네"라고"', "2:8", "yaml-inner-quote", "title: '그는 \"네\"라고'", '그는 "네"라고', ()),
    ),
    "apostrophe": ("title: 'It's me'", "2:8", "yaml-inner-quote", 'title: "It\'s me"', "It's me", ()),
    "backslash": ('title: "C:\\Users"', "2:8", "yaml-inner-quote", "title: 'C:\\Users'", "C:\\Users", ()),
    "curly quotes": ("title: “제목: 하나”", "2:8", "yaml-curly-quotes", 'title: "제목: 하나"', "제목: 하나", ()),
    "comma of JSON": ('title: "제목",', "2:12", "yaml-comma", 'title: "제목"', "제목", ()),
    "colon in a title": ("title: 도커: 시작", "2:8", "yaml-needs-quotes", 'title: "도커: 시작"', "도커: 시작", ()),
    "at sign": ("title: @property", "2:8", "yaml-needs-quotes", 'title: "@property"', "@property", ()),
    "backtick": ("title: `git` 정리", "2:8", "yaml-needs-quotes", 'title: "`git` 정리"', "`git` 정리", ()),
    "per cent": ("title: %s 형식", "2:8", "yaml-needs-quotes", 'title: "%s 형식"', "%s 형식", ()),
    "asterisk": ("title: *중요* 공지", "2:8", "yaml-needs-quotes", 'title: "*중요* 공지"', "*중요* 공지", ()),
    "brackets": ("title: [번역] 도커", "2:8", "yaml-needs-quotes", 'title: "[번역] 도커"', "[번역] 도커", ()),
    "exclamation mark": ("title: !important", "2:8", "yaml-exclamation", 'title: "!important"', "!important", ()),
    "number sign": ("title: #1 시작", "2:8", "yaml-hash", 'title: "#1 시작"', "#1 시작", ()),
    "tags with number signs": ("tags: #a #b", "2:7", "yaml-hash", "tags: [a, b]", "a", ("a", "b")),
    "list with number signs": ("tags: [#a, #b]", "2:8", "yaml-hash", "tags: [a, b]", "a", ("a", "b")),
    "items with number signs": ("tags:\n- #a", "3:3", "yaml-hash", "- a", "a", ("a",)),
    "number sign and space": ("title: # 하나", "2:8", "yaml-hash", 'title: "# 하나"', "# 하나", ()),
    "number sign after the colon": ("title:# 하나", "2:6", "yaml-no-space", 'title: "# 하나"', "# 하나", ()),
    "number sign in a summary": ("summary:# 하나", "2:8", "yaml-no-space", 'summary: "# 하나"', "a", ()),
    "exclamation mark and space": ("title: ! 중요", "2:8", "yaml-exclamation", 'title: "! 중요"', "! 중요", ()),
    "alias": ("title: *args", "2:8", "yaml-needs-quotes", 'title: "*args"', "*args", ()),
    "anchor": ("title: &nbsp; 빈칸", "2:8", "yaml-needs-quotes", 'title: "&nbsp; 빈칸"', "&nbsp; 빈칸", ()),
    "only brackets": ("title: [번역]", "2:8", "yaml-needs-quotes", 'title: "[번역]"', "[번역]", ()),
    "template": ("title: {{ a }} 글", "2:8", "yaml-needs-quotes", 'title: "{{ a }} 글"', "{{ a }} 글", ()),
    "list with an at sign": ("tags: [@a/b, c]", "2:8", "yaml-needs-quotes", 'tags: ["@a/b", c]', "a", ("@a/b", "c")),
    "list with an anchor": ("tags: [c, &b]", "2:11", "yaml-needs-quotes", 'tags: [c, "&b"]', "a", ("c", "&b")),
    "item with an at sign": ("tags:\n- @a", "3:3", "yaml-needs-quotes", '- "@a"', "a", ("@a",)),
    "item with brackets": ("tags:\n- [가] 나", "3:3", "yaml-needs-quotes", '- "[가] 나"', "a", ("[가] 나",)),
    "unclosed list in a list": ("tags:\n- [b, c", "3:3", "yaml-unclosed", "- [b, c]", "a", ("b", "c")),
    "tab after a dash": ("tags:\n-\tb", "3:2", "yaml-tab", "- b", "a", ("b",)),
    "unclosed quote in a list": ('tags: [b, "c', "2:7", "yaml-broken-list", "tags: [b, c]", "a", ("b", "c")),
    "two lists": ("tags: [b] [c#]", "2:7", "yaml-broken-list", 'tags: [b, "c#"]', "a", ("b", "c#")),
    "item beside its key": ("tags: - b", "2:7", "yaml-broken-list", "tags: [b]", "a", ("b",)),
    # What may be a private remark is not published; what may be one tag stays one.
    "number sign in a title": ("title: C# 노트 #1", "2:14", "yaml-comment", 'title: "C# 노트 #1"', "C# 노트", ()),
    "tags without commas": ("tags: a b c", "2:7", "one-tag", "tags: [a, b, c]", "a", ("a b c",)),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_pointed_at_and_understood(name: str) -> None:
    """A fault is reported with location, cause and corrected line, and the page has the intended values."""
    header, location, code, better, title, tags = FAULTS[name]

    parsed, [problem] = read(f"---\n{header}\n---\n본문\n")

    assert reported(problem) == (location, code, better)
    assert parsed
    assert (parsed.document.meta.title, parsed.document.tags, parsed.document.meta.draft) == (title, tags, False)


@pytest.mark.parametrize("name", FAULTS)
def test_the_line_that_is_shown_is_right(name: str) -> None:
    """Front matter corrected as the hint says has no further problem."""
    header, location, _, better, title, _ = FAULTS[name]
    lines = header.split("\n")
    lines[int(location.split(":")[0]) - 2] = better
    text = "\n".join(lines)

    parsed, problems = read(f"---\n{text}\n---\n본문\n")

    assert problems == ()
    assert parsed
    assert parsed.document.meta.title.startswith(title)


UNDERSTOOD = {
    "date: 2026.3.5": "2026-03-05",
    "date: 2026. 3. 5.": "2026-03-05",
    "date: 2026년 3월 5일": "2026-03-05",
    "date: 2026/3/5": "2026-03-05",
    "date: 2026-03-05,": "2026-03-05",
    "Date: 2026-03-05": "2026-03-05",
    "날짜: 2026-03-05": "2026-03-05",
    "\u200bdate: 2026-03-05": "2026-03-05",
    "tags: a、b": ("a", "b"),
    "tags: [a，b]": ("a", "b"),
    "tags: [“a”, ‘b’]": ("a", "b"),
    "tags: '#a #b'": ("a", "b"),
    "tags: 운영 체제": ("운영 체제",),
    "tags: [🎉]": ("🎉",),
    "태그: [a]": ("a",),
    "title: 🎉 축하": "🎉 축하",
    "title: ‘제목’": "‘제목’",
    "title: 제목 # 나만 보는 말": "제목",
    " title: 제목": "제목",
}


@pytest.mark.parametrize("header", UNDERSTOOD)
def test_what_can_be_understood_is_no_problem(header: str) -> None:
    """Other unambiguous spellings of dates, keys and lists are accepted without a warning."""
    parsed, problems = read(f"---\n{header}\n---\n본문\n")

    assert problems == ()
    assert parsed
    result = parsed.document
    date = result.meta.date.isoformat()[:10] if result.meta.date else ""
    assert UNDERSTOOD[header] in {result.meta.title, result.tags, date}


@pytest.mark.parametrize(
    ("text", "line", "body"),
    [
        ("title: 제목\ndraft: true\n---\n본문\n", 1, "<p>본문</p>\n"),
        ("----\ntitle: 제목\ndraft: true\n----\n본문\n", 1, "<p>본문</p>\n"),
        ("—\ntitle: 제목\ndraft: true\n—\n본문\n", 1, "<p>본문</p>\n"),
        ("\n--\ntitle: 제목\ntags:\n- a\ndraft: true\n---\n본문\n", 2, "<p>본문</p>\n"),
    ],
)
def test_front_matter_between_other_lines_is_front_matter(text: str, line: int, body: str) -> None:
    """A draft without its first `---` is not published with its keys as a heading."""
    parsed, [problem] = read(text)

    assert (problem.code, problem.location.line) == ("front-matter-fence", line)
    assert parsed
    assert (parsed.document.meta.title, parsed.document.meta.draft, parsed.body.pieces) == ("제목", True, (body,))


def test_the_hint_for_unclosed_front_matter_names_the_line() -> None:
    """The hint for unclosed front matter names the line at which the keys end."""
    _, [problem] = read("---\ntitle: 제목\ntags:\n  - a\n\n본문\n")

    assert (problem.code, hint_of(problem, "en")) == ("front-matter-open", "add `---` on line 5")


@pytest.mark.parametrize(
    "line", ["draft：true", "draft:true", "draft = true", "draft true", "\tdraft: true", "초안: true"]
)
def test_a_draft_mark_with_a_fault_keeps_the_post_back(line: str) -> None:
    """A malformed draft marker such as `draft：true` makes the page a draft."""
    parsed, _ = read(f"---\ntitle: 제목\n{line}\n---\n본문\n")

    assert parsed
    assert parsed.document.meta.draft


@pytest.mark.parametrize(
    ("header", "location", "code"),
    [
        ("title: a\nsub:\n  - a\n\t- b: [", "5:1", "yaml-tab"),
        ("title: a\n나의 말： 글", "3:5", "yaml-full-width"),
        ("title: a\ntags:\n  - a\n - b", "5:2", "yaml-syntax"),
    ],
)
def test_quotes_are_no_cure_for_tabs_and_colons(header: str, location: str, code: str) -> None:
    """Of a key that cannot be read at all, the cause is named."""
    _, problems = read(f"---\n{header}\n---\n본문\n")

    [problem] = [one for one in problems if one.code.startswith("yaml-")]
    assert (f"{problem.location.line}:{problem.location.column}", problem.code) == (location, code)
    assert problem.hint != "quote-the-value"


WORDS = st.sampled_from(["알파", "베타", "감마", "델타", "에타", "쎄타"])
LINES = st.one_of(
    st.builds("{}: {} {}".format, st.sampled_from(["title", "summary", "series"]), WORDS, WORDS),
    st.builds("{}: [{}, {}]".format, st.sampled_from(["tags", "categories"]), WORDS, WORDS),
    st.builds("{}:\n  - {}\n  - {}".format, st.sampled_from(["tags", "categories"]), WORDS, WORDS),
    st.builds("title: '{} \"{}\"'".format, WORDS, WORDS),
)
SLIPS = "#@&*!|>%`\t：，［］“”'\"[]{}:=-\u00a0 ,"


@given(st.lists(LINES, min_size=1, max_size=3), st.data())
def test_no_cure_costs_a_word(lines: list[str], data: st.DataObject) -> None:
    """With one character added, left out or replaced, each line that a hint proposes has all words of its line."""
    header = "\n".join(lines)
    at = data.draw(st.integers(0, len(header) - 1))
    slip = data.draw(st.sampled_from(SLIPS))
    header = data.draw(
        st.sampled_from(
            [header[:at] + slip + header[at:], header[:at] + slip + header[at + 1 :], header[:at] + header[at + 1 :]]
        )
    )

    for problem in read(f"---\n{header}\n---\n본문\n").problems:
        if problem.hint in {"write-better", "quote-like-this"}:
            line = header.split("\n")[problem.location.line - 2]
            better = reported(problem)[2]
            kept = better if re.search("[\"']", better) else re.sub(r"(^|\s)#.*", "", better)
            assert set(re.findall("[가-힣]+", line)) <= set(re.findall("[가-힣]+", kept)), line


SETTINGS = {
    "title:노트": ("1:6", "yaml-no-space", "title: 노트"),
    "title：노트": ("1:6", "yaml-full-width", "title: 노트"),
    "title = 노트": ("1:6", "yaml-no-colon", "title: 노트"),
    "title: 노트\nmenu:\n\t글: /archive/": ("3:1", "yaml-tab", "글: /archive/"),
    "title: 노트\n  author: 쓴이": ("2:1", "yaml-indent", "author: 쓴이"),
    'title: "노트\nauthor: 쓴이': ("1:8", "yaml-unclosed", 'title: "노트"'),
    "title: 노트\nauthor: {name: 쓴이": ("2:9", "yaml-unclosed", "author: {name: 쓴이}"),
    "title: 벼루: 노트": ("1:8", "yaml-needs-quotes", 'title: "벼루: 노트"'),
    "title: @노트": ("1:8", "yaml-needs-quotes", 'title: "@노트"'),
    "title: [노트] 하나": ("1:8", "yaml-needs-quotes", 'title: "[노트] 하나"'),
    "title: C# 노트 #1": ("1:14", "yaml-comment", 'title: "C# 노트 #1"'),
}


@pytest.mark.parametrize("text", SETTINGS)
def test_the_same_faults_in_the_settings(text: str) -> None:
    """The same faults in the settings are errors with the same hints, as nothing is built on a guess."""
    _, [problem] = read_settings(text + "\n")

    assert reported(problem) == SETTINGS[text]
    assert problem.location.path == "blog.yml"
    assert problem.severity == ("warning" if problem.code == "yaml-comment" else "error")


def test_settings_with_capitals_are_settings() -> None:
    """Keys of the settings are case-insensitive: `Title` is the title."""
    assert read_settings("Title: 노트\n").value.title == "노트"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_fault_is_without_words(language: str) -> None:
    """No message has an empty value in parentheses, in backticks or after a colon."""
    for header, *_ in FAULTS.values():
        for problem in read(f"---\n{header}\n---\n").problems:
            for said in (message_of(problem, language), hint_of(problem, language)):  # type: ignore[arg-type]
                assert said.strip(" :")
                assert "``" not in said.replace("'`'", "")
                assert "()" not in said


@pytest.mark.parametrize(
    "unit",
    [
        "title: #",
        "title: a #",
        "a:",
        "a: ",
        "- #a",
        "- a\n",
        "tags: [",
        'title: "',
        "\t",
        " ",
        "\n",
        ": ",
        "[#a, ",
        "］",
        "k：",
        "!",
    ],
)
def test_looking_for_faults_takes_linear_time(unit: str) -> None:
    """Diagnosis of invalid YAML takes linear time for any text."""
    spent = []
    for size in (15_000, 60_000):
        texts = [
            unit * (size // len(unit)),
            "title: " + unit * (size // len(unit)),
            "x\n" * 50 + unit * (size // len(unit)),
        ]
        began = time.process_time()
        for text in texts:
            repaired(text, KNOWN_KEYS)
            disambiguated(text)
            syntax_errors(text, "blog.yml", KNOWN_KEYS)
        spent.append(time.process_time() - began)

    assert spent[1] < 0.05 or spent[1] < 8 * spent[0]


def test_a_feature_to_come_is_not_taken_in_silence() -> None:
    """A key of an unsupported feature is reported if it enables that feature."""
    _, [problem] = read_settings("title: 노트\ncards: true\n")

    assert (str(problem.location), problem.code, problem.severity) == (
        "blog.yml:2:8",
        "not-yet",
        "warning",
    )
    assert "cards" in message_of(problem, "ko")
    assert read_settings("title: 노트\ncards: false\n").problems == ()
    assert [one.code for one in read_settings("title: 노트\ncards: {by: x}\n").problems] == ["not-yet"]
