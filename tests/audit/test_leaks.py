"""What a visible author wrote is no leak; everything else that names a hidden page is one, with its place."""

from byeoru.audit.leaks import Audit, SiteText, same_bytes
from byeoru.audit.private_facts import HiddenText, PrivateFact, PrivateFacts

RUN = "우리는 내년 삼월에 그 회사를 이백억 원에 인수하기로 정하였다"
TEXT = f"# 비밀 회의\n\n{RUN}. {' '.join(f'낱말{number}' for number in range(30))}\n\n> {RUN.replace('우리', '그들')}\n"
FACTS = PrivateFacts([HiddenText("비밀.md", TEXT, "비밀 회의", (("name", "비밀"),))], [])
ADDRESSES = {"/notes/비밀": PrivateFact("address", "비밀.md")}


def leaks(file: SiteText, *written: str, base_path: str = "") -> list[tuple[str, str, int]]:
    """Return kind, file and line of each leak."""
    audit = Audit(FACTS, ADDRESSES, "https://example.com" + base_path, base_path)
    audit.read(file)
    return sorted((leak.fact.kind, leak.path, leak.line) for leak in audit.leaks([], written, lambda _: file.text))


def test_a_name_that_no_visible_author_wrote_is_a_leak() -> None:
    """The leak has the line of the file that reveals it."""
    page = SiteText("a/index.html", "html", "<p>글</p>\n<p>비밀 회의에서</p>\n")

    assert leaks(page, "다른 글") == [("name", "a/index.html", 2), ("title", "a/index.html", 2)]


def test_what_a_visible_author_wrote_is_none() -> None:
    """It is published on purpose, also if it stands on other pages: in a summary, a feed, a backlink."""
    page = SiteText("a/index.html", "html", "<p>비밀 회의에서</p>")

    assert leaks(page, "다른 글", "어제 **비밀 회의**를 했다") == []
    assert leaks(page, "어제 비밀을 말했다") == [("title", "a/index.html", 1)]


def test_a_copied_sentence_is_a_leak_whoever_wrote_it() -> None:
    """Unless several visible texts have it, or the hidden page only quotes it."""
    page = SiteText("a/index.html", "html", f"<p>{RUN}.</p>")
    quoted = SiteText("a/index.html", "html", f"<p>{RUN.replace('우리', '그들')}.</p>")

    assert leaks(page, f"글. {RUN}.") == [("text", "a/index.html", 1)]
    assert leaks(page, f"글. {RUN}.", f"{RUN}!") == []
    assert ("text", "a/index.html", 1) in leaks(quoted)
    assert leaks(quoted, f"글. {RUN.replace('우리', '그들')}.", f"글 {RUN}.") == []


def test_another_version_of_a_visible_text_is_none() -> None:
    """A draft that has half of its runs from a published text would be published beside it."""
    page = SiteText("a/index.html", "html", f"<p>{TEXT}</p>")

    assert [leak for leak in leaks(page, TEXT) if leak[0] == "text"] == []


def test_the_address_of_a_hidden_page_is_a_leak_in_every_form() -> None:
    """Encoded, absolute, below a path, with a fragment, or in JSON; another page below it is not meant."""
    for text in (
        '<a href="/notes/%EB%B9%84%EB%B0%80/#x">글</a>',
        '<a href="https://example.com/notes/비밀/">글</a>',
        '{"url": "/notes/비밀/"}',
    ):
        assert ("address", "f", 1) in leaks(SiteText("f", "text", text), "비밀")
    assert leaks(SiteText("f", "html", '<a href="/notes/비밀/안/">글</a>'), "비밀") == []
    assert leaks(SiteText("f", "html", '<a href="/b/notes/비밀/">글</a>'), "비밀", base_path="/b") != []


def test_an_address_that_a_visible_author_wrote_is_none() -> None:
    """A link in raw HTML is their text too."""
    assert leaks(SiteText("f", "html", '<a href="/notes/비밀/">글</a>'), "<a href='/notes/비밀/'>비밀</a>") == []


def test_the_name_of_a_file_of_the_site_counts() -> None:
    """A page at a hidden page's name reveals it, whatever its contents."""
    assert leaks(SiteText("비밀/index.html", "html", "<p>글</p>")) == [("name", "비밀/index.html", 1)]


def test_the_bytes_of_a_hidden_attachment_are_a_leak_under_any_name() -> None:
    """Unless a visible page shows a file with the same bytes."""
    hidden = {"비공개/a.png": "1", "비공개/b.png": "2"}

    found = list(same_bytes(hidden, ["2"], {"x.png": "1", "y.png": "2", "z.png": "3"}))

    assert [(leak.path, leak.fact) for leak in found] == [("x.png", PrivateFact("bytes", "비공개/a.png"))]
