"""Pages are published by default, or only if they ask for it."""

import pytest

from byeoru.model.content import Conventions, Dialect, ParseOptions, PublishRule, Source
from byeoru.parse.document import parse

EXPLICIT = (PublishRule(),)
FOLDERS = (PublishRule("", ("공개/**", "notes/열린 글.md")),)
SECTION = (PublishRule("notes", ("공개",)),)


def states(path: str, header: str, rules: tuple[PublishRule, ...], program: str = "") -> tuple[bool, bool, list[str]]:
    """Return whether a page is private, whether it is a draft, and the codes of its problems."""
    options = ParseOptions(
        ("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect(), Conventions(program), publish=rules
    )
    source = Source(path, f"---\n{header}\n---\n글\n".encode(), "digest", "key")
    parsed, problems = parse(source, options)
    assert parsed is not None
    return parsed.document.meta.private, parsed.document.meta.draft, [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("path", "header", "rules", "is_private"),
    [
        ("content/notes/a.md", "title: a", (), False),
        ("content/notes/a.md", "title: a", EXPLICIT, True),
        ("content/notes/a.md", "publish: true", EXPLICIT, False),
        ("content/notes/a.md", "dg-publish: yes", EXPLICIT, False),
        ("content/notes/a.md", "공개: 예", EXPLICIT, False),
        ("content/notes/a.md", "visibility: public", EXPLICIT, False),
        ("content/notes/a.md", "published: 2024-05-01", EXPLICIT, True),
        ("content/notes/a.md", "draft: false", EXPLICIT, True),
        ("a.md", "title: a", EXPLICIT, True),
        ("공개/a.md", "title: a", FOLDERS, False),
        ("공개/깊은/a.md", "title: a", FOLDERS, False),
        ("일기/공개/a.md", "title: a", FOLDERS, True),
        ("일기/a.md", "publish: true", FOLDERS, False),
        ("content/notes/열린 글.md", "title: a", FOLDERS, False),
        ("content/notes/공개/a.md", "title: a", SECTION, False),
        ("content/notes/a.md", "title: a", SECTION, True),
        ("content/posts/a.md", "title: a", SECTION, False),
        ("공개/a.md", "publish: false", FOLDERS, True),
        ("content/notes/a.md", "publish: true\ndg-publish: false", EXPLICIT, True),
    ],
)
def test_a_rule_holds_back_what_does_not_ask(
    path: str, header: str, rules: tuple[PublishRule, ...], *, is_private: bool
) -> None:
    """`publish: true` or a folder of the settings publishes a page; `publish: false` always wins."""
    assert states(path, header, rules)[0] is is_private


def test_a_draft_is_never_published_by_a_rule() -> None:
    """`publish: true` says nothing about a draft, and a doubt still makes a page one."""
    assert states("공개/a.md", "publish: true\ndraft: true", FOLDERS)[1]
    assert states("공개/a.md", "publish: true\npassword: abc", FOLDERS)[1:] == (True, ["asks-for-privacy"])
    assert states("공개/a.md", "publish: maybe", FOLDERS)[1:] == (True, ["unclear-draft"])


def test_publish_false_is_a_warning_only_where_nobody_expects_it() -> None:
    """In a vault, or beside a rule, `publish: false` is the usual way to hold a page back."""
    assert states("a.md", "publish: false", (), "obsidian") == (True, False, [])
    assert states("a.md", "publish: false", EXPLICIT) == (True, False, [])
    assert states("a.md", "publish: false", ()) == (False, True, ["asks-for-privacy"])
