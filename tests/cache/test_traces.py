"""What a build may leave unasked: questions that see of a document no more than its metadata and its links."""

from byeoru.base.diagnostic import Outcome
from byeoru.cache.traces import KEYED
from byeoru.graph.site import connect
from byeoru.model.content import Dialect, Document, ParseOptions, Source
from byeoru.model.questions import QUESTIONS
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
    return connect(tuple(documents), (), files, {}, Settings(title="t"), lambda *_: Outcome(())).value


def test_only_keyed_questions_see_the_text_of_a_document() -> None:
    """An edit that leaves metadata and links as they were can change the answers to KEYED questions and no others."""
    templates, statics = (Template("post.html", "p", "d", ""),), (Static("t.css", "p", "d"),)
    theme = Theme("t", templates, statics, (Chosen("accent", "red"),), (("ko", (("a", "가"),)),))
    before, after = Answers(site_of(""), theme), Answers(site_of("\n\n둘째 문단"), theme)

    questions = [(name, *arguments) for name in QUESTIONS for arguments in ARGUMENTS[name]]
    changed = {question[0] for question in questions if before.digest(question) != after.digest(question)}

    assert changed == KEYED
