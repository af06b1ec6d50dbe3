"""What a build may leave unasked: questions that see of a document no more than its metadata and its links."""

import pytest

from byeoru.base.diagnostic import Outcome
from byeoru.cache.traces import KEYED
from byeoru.graph.site import connect
from byeoru.model.content import Dialect, Document, ParseOptions, Source
from byeoru.model.questions import QUESTIONS
from byeoru.model.reserved import Reserved
from byeoru.model.settings import Settings
from byeoru.model.site import Site
from byeoru.model.theme import Chosen, Static, Template, Theme
from byeoru.model.traced import Answers
from byeoru.parse.document import parse

OPTIONS = ParseOptions(("posts", "notes"), "Asia/Seoul", "ko", Dialect())
ARGUMENTS: dict[str, list[tuple[str | int, ...]]] = {
    "setting": [("title",), ("dated",), ("title", "en"), ("comments",), ("analytics",)],
    "page": [("content/posts/a.md",)],
    "address": [("content/posts/a.md",)],
    "older": [("/posts/b/",)],
    "newer": [("/posts/a/",)],
    "edition": [("",)],
    "editions": [()],
    "translations": [("/posts/a/",)],
    "posts": [("", 0)],
    "pinned": [("",)],
    "pager": [("", 0)],
    "recent": [("", 5)],
    "tended": [("", 5)],
    "sections": [("",)],
    "section": [("", "notes")],
    "group": [("/tags/x/",), ("/categories/os/",)],
    "siblings": [("/posts/a/",)],
    "related": [("/posts/a/",)],
    "newest": [("/tags/x/", 5)],
    "named": [("", "tag", "x")],
    "term": [("/tags/x/",)],
    "terms": [("", "tag"), ("", "category")],
    "author": [("홍",)],
    "archive": [("", ""), ("", "2026")],
    "days": [("",)],
    "listed": [()],
    "has": [("", "categories"), ("", "about")],
    "file": [("content/posts/p.png",)],
    "size": [("/posts/p.png",)],
    "static": [("t.css",)],
    "template": [("post.html",), ("post.html", 1)],
    "option": [("accent",)],
    "texts": [("ko",)],
}


def site_of(ending: str) -> Site:
    """Return a site of three pages, each text with *ending*."""
    texts = {
        "content/posts/a.md": "---\ndate: 2026-01-01\ntags: [x]\ncategory: os\n---\n글",
        "content/posts/b.md": "---\ndate: 2026-01-02\ntags: [x]\n---\n글 [가](a.md)",
        "content/notes/n.md": "# 노트\n\n글",
    }
    documents: list[Document] = []
    for path, text in texts.items():
        parsed = parse(Source(path, (text + ending).encode(), "", f"{path}{ending}"), OPTIONS).value
        assert parsed is not None
        documents.append(parsed.document)
    files = {"content/posts/p.png": "digest"}
    return connect(tuple(documents), (), files, {}, Settings(title="t"), lambda *_: Outcome(()), Reserved()).value


def test_only_keyed_questions_see_the_text_of_a_document() -> None:
    """An edit that leaves metadata and links as they were can change the answers to KEYED questions and no others."""
    templates, statics = (Template("post.html", "p", "d", ""),), (Static("t.css", "p", "d"),)
    theme = Theme("t", templates, statics, (Chosen("accent", "red"),), (("ko", (("a", "가"),)),))
    before, after = Answers(site_of(""), theme), Answers(site_of("\n\n둘째 문단"), theme)

    questions = [(name, *arguments) for name in QUESTIONS for arguments in ARGUMENTS[name]]
    changed = {question[0] for question in questions if before.digest(question) != after.digest(question)}

    assert changed == KEYED


# What can be written into the header of a post, and the first of which change nothing but words.
WORDS = ("title: 다른 이름", "summary: 다른 요약", "cover: https://example.com/p.png")
HEADERS = (
    *WORDS,
    *("date: 2026-01-03", "date: 2025-01-03", "updated: 2026-05-05", "tags: [y]", "tags: [x, y]", "category: db"),
    *("series: 연재", "draft: true", "unlisted: true", "pin: true", "lang: en", "slug: other", "authors: [홍]"),
    *("aliases: [/old/]", "template: page.html", "lang: en\ntranslation_of: a"),
)
LINK = ""  # no header, but a link in the text


def linked_site(path: str, header: str, body: str = "") -> Site:
    """Return a site of three pages, one of which has another line in its header."""
    heads = {
        "content/posts/a.md": "date: 2026-01-01\ntags: [x]\ncategory: os\n",
        "content/posts/b.md": "date: 2026-01-02\ntags: [x]\n",
        "content/posts/c.md": "date: 2026-02-02\ntags: [x, z]\n",
        "content/notes/n.md": "title: 노트\nupdated: 2026-01-01\n",
        "content/notes/m.md": "title: 나머지\nupdated: 2026-01-01\n",
    }
    documents: list[Document] = []
    for one, head in heads.items():
        more = header if one == path else ""
        lines = [line for line in head.splitlines() if line.partition(":")[0] != more.partition(":")[0]]
        text = "---\n" + "\n".join([*lines, more]) + f"\n---\n{'글 ' * 90}{body if one == path else ''}"
        parsed = parse(Source(one, text.encode(), "", text), OPTIONS).value
        assert parsed is not None
        documents.append(parsed.document)
    files = {"content/posts/p.png": "digest"}

    def resolve(slots: object, *_: object) -> Outcome[tuple[str, ...]]:
        own = getattr(slots, "path", "")
        return Outcome(("/posts/c/",) if own == path and body else ())

    return connect(tuple(documents), (), files, {}, Settings(title="t"), resolve, Reserved()).value


@pytest.mark.parametrize("path", ["content/posts/a.md", "content/posts/b.md", "content/notes/m.md"])
@pytest.mark.parametrize("header", [*HEADERS, LINK])
def test_answers_that_are_taken_over_are_those_of_today(path: str, header: str) -> None:
    """Whatever changed in a header, an answer is taken from the last build only where it is the same."""
    theme = Theme("t", (Template("post.html", "p", "d", ""),), (Static("t.css", "p", "d"),), (), ())
    before, after = linked_site(path, ""), linked_site(path, header, "[끝](c.md)" if header == LINK else "")
    old, fresh, learned = Answers(before, theme), Answers(after, theme), Answers(after, theme)
    questions = [
        *((name, *arguments) for name in QUESTIONS for arguments in ARGUMENTS[name]),
        *((name, address) for name in ("older", "newer", "related", "siblings") for address in before.by_address),
        *(("page", one.document.path) for one in before.pages),
        ("tended", "", 1),
    ]
    for question in questions:
        old.digest(question)

    learned.learn_from(old)

    assert [learned.digest(one) for one in questions] == [fresh.digest(one) for one in questions]


@pytest.mark.parametrize("header", WORDS)
def test_answers_are_taken_over_where_words_alone_have_changed(header: str) -> None:
    """Else the test above would hold for a function that does nothing."""
    theme = Theme("t", (), (), (), ())
    path = "content/posts/b.md"
    old, learned = Answers(linked_site(path, ""), theme), Answers(linked_site(path, header), theme)
    old.digest(("related", "/posts/n/"))
    old.digest(("terms", "", "tag"))
    old.digest(("related", "/posts/a/"))

    learned.learn_from(old)

    assert ("terms", "", "tag") in learned._digests
    assert ("related", "/posts/a/") not in learned._digests
