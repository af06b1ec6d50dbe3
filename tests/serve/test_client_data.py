"""What the preview's script is told, before any browser is in play."""

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
    """Return what is read from a text at *path*."""
    parsed = parse(Source(path, b"words", "", ""), Settings().parsing).value
    assert parsed
    return parsed.document


def test_a_problem_is_told_in_parts(tmp_path: Path) -> None:
    """Errors come first; the marked part of a line of wide letters is a text of its own."""
    (tmp_path / "a.md").write_text("첫 줄\n깨진 [링크](없다.md) 뒤\n", encoding="utf-8")
    soft = warning("broken-link", Location("a.md", 2, 9, 5), target="없다.md")
    hard = error("unreadable-file", Location("<img src=x>.md"), reason="no")

    found = json.loads(json.dumps(views_of(Report((soft, hard)), Project(str(tmp_path)), "ko", PATTERN)))
    first, second = found["problems"]

    assert (found["broken"], found["count"], found["more"]) == (True, 2, "")
    assert (first["severity"], first["location"], first["line"]) == ("error", "<img src=x>.md", "")
    assert (second["before"], second["marked"], second["after"]) == ("깨진 [링크](", "없다.md", ") 뒤")
    assert second["line"] == "2"
    assert second["link"] == f"vscode://file/{tmp_path}/a.md:2:9"


def test_a_place_beyond_the_line_is_told_too(tmp_path: Path) -> None:
    """The file may have changed since the build; nothing fails, and the whole line is there."""
    (tmp_path / "a.md").write_text("short\n", encoding="utf-8")
    report = Report((warning("broken-link", Location("a.md", 1, 90, 5), target="x"),))

    [one] = json.loads(json.dumps(views_of(report, Project(str(tmp_path)), "en", "")))["problems"]

    assert (one["before"], one["marked"], one["after"]) == ("short", "", "")


def test_the_script_stands_first_whatever_the_page_is() -> None:
    """It has to see the page before other scripts do; without a head it comes behind the doctype."""
    pages = (b"<!doctype html><html lang=ko><head><title>", b"<!DOCTYPE html><p>a", b"<HEAD>\n", b"text", b"<header>")

    found = [insert_client(page, run="r").partition(b"<script")[0] for page in pages]

    assert found == [b"<!doctype html><html lang=ko><head>", b"<!DOCTYPE html>", b"<HEAD>", b"", b""]


def test_what_the_page_is_told_cannot_leave_its_attribute() -> None:
    """A file may have any name."""
    assert b"<img" not in insert_client(b"<head>", path='"><img src=x>')


def test_only_a_single_text_is_followed() -> None:
    """A list that changed with it, or a template that changed them all, leads nowhere."""
    documents = tuple(document(f"content/posts/{name}.md") for name in "ab")
    site = connect(documents, (), {}, {}, Settings(title="t"), lambda *_: Outcome(()), Reserved()).value
    own = ("posts/a/index.html", ("page", "content/posts/a.md"))
    other = ("posts/b/index.html", ("older", "/posts/b/"))
    made = ("posts/b/index.html", ("new",))

    def follow(*reasons: tuple[str, tuple[str, ...]]) -> str:
        return address_of_changed(PreviewState("run", base="/블로그", site=site, report=Report(reasons=reasons)))

    assert follow(own, other, ("index.html", ("posts", ""))) == "/%EB%B8%94%EB%A1%9C%EA%B7%B8/posts/a/"
    assert follow(made, ("tags/x/index.html", ("new",))) == "/%EB%B8%94%EB%A1%9C%EA%B7%B8/posts/b/"
    assert follow(own, made) == follow(other) == follow() == ""


def test_a_line_is_appended_as_the_text_ends_its_lines() -> None:
    """One blank line before it, whatever the end of the text is."""
    ends = {b"": b"![](a.png)\n", b"a": b"a\n\n![](a.png)\n", b"a\n": b"a\n\n![](a.png)\n"}
    ends |= {b"a\n\n": b"a\n\n![](a.png)\n", b"a\r\nb\r\n": b"a\r\nb\r\n\r\n![](a.png)\r\n"}

    assert {before: append_markdown(before, "![](a.png)") for before in ends} == ends


def test_an_editor_is_an_address_with_a_file() -> None:
    """What runs in the page, or names no file, is no editor."""
    good = read_settings('title: t\neditor: "idea://open?file={file}&line={line}"\n')
    wrong = [
        read_settings(f'title: t\neditor: "{text}"\n').problems
        for text in ("javascript:alert({file})", "vscode://x", "code {file}")
    ]

    assert (good.value.editor, good.problems) == ("idea://open?file={file}&line={line}", ())
    assert [[str(one.location) + one.code for one in problems] for problems in wrong] == [
        ["blog.yml:2:9bad-editor"]
    ] * 3


def test_the_script_has_words_for_all_it_says() -> None:
    """Each `words.name` of the client is in the catalogue, and none is there for nothing."""
    text = "".join(path.read_text() for path in CLIENT.glob("*.js"))
    used = set(re.findall(r"\bwords\.([a-z_]+)", text))

    assert used - {"js"} == set(messages_with_prefix("preview.client.", "en"))


def test_nothing_of_the_client_writes_html() -> None:
    """What comes from files and problems is text."""
    text = "".join(path.read_text() for path in CLIENT.glob("*.js"))

    assert [
        word for word in ("innerHTML =", "insertAdjacentHTML", "document.write", "eval(", "srcdoc") if word in text
    ] == []
