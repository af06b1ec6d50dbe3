"""The data that the client script receives, tested without a browser."""

import json
import re
from pathlib import Path

from byeoru.base.catalogue import messages_with_prefix
from byeoru.base.diagnostic import Location, Outcome, error, warning
from byeoru.graph.site import connect
from byeoru.model.content import Document, Source
from byeoru.model.project import Project, Report
from byeoru.model.reserved import Reserved
from byeoru.model.settings import Settings
from byeoru.model.site import Resolved
from byeoru.parse.document import parse
from byeoru.serve.client_script import insert_client
from byeoru.serve.follow import address_of_changed
from byeoru.serve.pictures import append_markdown
from byeoru.serve.problems import views_of
from byeoru.serve.state import PreviewState
from byeoru.settings import read_settings

PATTERN = "vscode://file/{file}:{line}:{column}"
CLIENT = Path(__file__).parents[2] / "src/byeoru/serve/client"


def document(path: str) -> Document:
    """Return a document parsed at *path*."""
    parsed = parse(Source(path, b"words", "", ""), Settings().parsing).value
    assert parsed
    return parsed.document


def test_the_source_line_of_a_problem_is_split(tmp_path: Path) -> None:
    """Errors come first; the marked part of a line is a separate text, also in wide characters."""
    (tmp_path / "a.md").write_text("첫 줄\n깨진 [링크](없다.md) 뒤\n", encoding="utf-8")
    soft = warning("broken-link", Location("a.md", 2, 9, 5), target="없다.md")
    hard = error("unreadable-file", Location("<img src=x>.md"), reason="no")

    found = json.loads(json.dumps(views_of(Report((soft, hard)), Project(str(tmp_path)), "ko", PATTERN)))
    first, second = found["problems"]

    assert (found["broken"], found["count"]) == (True, 2)
    assert (first["severity"], first["location"], first["line"]) == ("error", "<img src=x>.md", "")
    assert (second["before"], second["marked"], second["after"]) == ("깨진 [링크](", "없다.md", ") 뒤")
    assert second["line"] == "2"
    assert second["link"] == f"vscode://file/{tmp_path}/a.md:2:9"


def test_many_problems_are_shown_by_kind_after_those_of_the_page(tmp_path: Path) -> None:
    """An author sees all that is wrong with the open page, and two examples of whatever thousands of others have."""
    others = [warning("lost-cell", Location("b.md", line), count=3, columns=2) for line in range(1, 40)]
    own = [warning("unknown-key", Location("a.md", line), key=f"k{line}") for line in range(1, 4)]

    views = views_of(Report((*others, *own)), Project(str(tmp_path)), "en", PATTERN, "a.md")

    problems = json.loads(json.dumps(views))["problems"]
    assert views["count"] == 42
    assert [problem["location"] for problem in problems] == ["a.md:1", "a.md:2", "a.md:3", "b.md:1", "b.md:2"]
    assert [problem["more"] for problem in problems[:4]] == [""] * 4
    assert problems[4]["more"].startswith("(and 37 more")


def test_a_place_beyond_the_line_is_told_too(tmp_path: Path) -> None:
    """If the file has changed since the build, the whole line is shown, and nothing fails."""
    (tmp_path / "a.md").write_text("short\n", encoding="utf-8")
    report = Report((warning("broken-link", Location("a.md", 1, 90, 5), target="x"),))

    [problem] = json.loads(json.dumps(views_of(report, Project(str(tmp_path)), "en", "")))["problems"]

    assert (problem["before"], problem["marked"], problem["after"]) == ("short", "", "")


def test_the_client_script_comes_first() -> None:
    """It has to run before other scripts; in a page without a head it follows the doctype."""
    pages = (b"<!doctype html><html lang=ko><head><title>", b"<!DOCTYPE html><p>a", b"<HEAD>\n", b"text", b"<header>")

    found = [insert_client(page, run="r").partition(b"<script")[0] for page in pages]

    assert found == [b"<!doctype html><html lang=ko><head>", b"<!DOCTYPE html>", b"<HEAD>", b"", b""]


def test_attributes_of_the_client_script_are_escaped() -> None:
    """A file name may contain quotes and markup."""
    assert b"<img" not in insert_client(b"<head>", path='"><img src=x>')


def test_only_a_single_changed_source_is_followed() -> None:
    """A page that changed for another reason is not followed, nor one of several."""
    documents = tuple(document(f"content/posts/{name}.md") for name in "ab")
    site = connect(documents, (), {}, {}, Settings(title="t"), lambda *_: Outcome(Resolved(())), Reserved()).value
    own = ("posts/a/index.html", ("page", "content/posts/a.md"))
    other = ("posts/b/index.html", ("older", "/posts/b/"))
    made = ("posts/b/index.html", ("new",))

    def follow(*reasons: tuple[str, tuple[str, ...]]) -> str:
        return address_of_changed(PreviewState("run", base="/블로그", site=site, report=Report(reasons=reasons)))

    assert follow(own, other, ("index.html", ("posts", ""))) == "/%EB%B8%94%EB%A1%9C%EA%B7%B8/posts/a/"
    assert follow(made, ("tags/x/index.html", ("new",))) == "/%EB%B8%94%EB%A1%9C%EA%B7%B8/posts/b/"
    assert follow(own, made) == follow(other) == follow() == ""


def test_markdown_is_appended_with_the_line_ends_of_the_source() -> None:
    """Exactly one blank line precedes it, however the source ends."""
    ends = {b"": b"![](a.png)\n", b"a": b"a\n\n![](a.png)\n", b"a\n": b"a\n\n![](a.png)\n"}
    ends |= {b"a\n\n": b"a\n\n![](a.png)\n", b"a\r\nb\r\n": b"a\r\nb\r\n\r\n![](a.png)\r\n"}

    assert {before: append_markdown(before, "![](a.png)") for before in ends} == ends


def test_an_editor_needs_a_url_with_a_file() -> None:
    """A script URL, and a pattern without `{file}`, are rejected."""
    good = read_settings('title: t\neditor: "idea://open?file={file}&line={line}"\n')
    wrong = [
        read_settings(f'title: t\neditor: "{text}"\n').problems
        for text in ("javascript:alert({file})", "vscode://x", "code {file}")
    ]

    assert (good.value.editor, good.problems) == ("idea://open?file={file}&line={line}", ())
    assert [[str(problem.location) + problem.code for problem in problems] for problems in wrong] == [
        ["blog.yml:2:9bad-editor"]
    ] * 3


def test_the_client_script_has_all_its_texts() -> None:
    """Each `words.name` of the client is in the catalogue, and each of those messages is used."""
    text = "".join(path.read_text() for path in CLIENT.glob("*.js"))
    used = set(re.findall(r"\bwords\.([a-z_]+)", text))

    assert used - {"js"} == set(messages_with_prefix("preview.client.", "en"))


def test_the_client_script_writes_no_html() -> None:
    """Texts of files and problems are never parsed as HTML."""
    text = "".join(path.read_text() for path in CLIENT.glob("*.js"))

    assert [
        word for word in ("innerHTML =", "insertAdjacentHTML", "document.write", "eval(", "srcdoc") if word in text
    ] == []
