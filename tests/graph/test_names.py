"""Which note a name in double brackets means: the table of all cases that were decided."""

from unicodedata import normalize

import pytest

from byeoru.graph.names import without_page_ending
from byeoru.model.site import NO_TARGET, PRIVATE
from graph.vault import Vault

NOTES = {
    "홈.md": "# 홈\n\n## 소개\n\n## 정의\n\n## 정의\n",
    "클로저.md": (
        "---\naliases: [CLOSURE, 닫힘]\n---\n# 클로저란\n\n## 정의\n\n### 예: 하나\n\n## 쓰임\n\n### 예: 하나\n\n### 예\n\n"
        "## 준비물 {#prep}\n"
    ),
    "note.md": "글\n",
    "folder/note.md": "글\n",
    "folder/source.md": "글\n",
    "deep/er/note.md": "글\n",
    "os/프로세스.md": "글\n",
    "study/프로세스.md": "글\n",
    "study/공부.md": "글\n",
    "os/zombie-process.md": "---\ntitle: 좀비 프로세스\naliases: [좀비]\n---\n글\n",
    "v1.2 메모.md": "글\n",
    "C# 입문.md": "## 시작\n",
    "공개/계획.md": "글\n",
    "moc/index.md": "# 지도\n",
    "Upper.md": "글\n",
    "한쪽.md": "---\naliases: [쌍둥이]\n---\n글\n",
    "다른쪽.md": "---\naliases: [쌍둥이]\n---\n글\n",
    "Three laws.md": "글\n",
    "블록.md": "한 문단 ^abc\n",
}
HIDDEN = {
    "비밀.md": "---\ntitle: 숨은 제목\naliases: [숨은 별칭]\ndraft: true\n---\n글\n",
    "비공개/계획.md": "---\ndraft: true\n---\n글\n",
}
FILES = ("자료/표.pdf", "a/그림.png", "attachments/그림.png", "하나.png", "그리기/꿈.excalidraw.svg")
VAULT = Vault(NOTES, HIDDEN, FILES)

# The number of the case, the file with the reference, what it says, where it leads, and the codes of problems.
CASES = [
    (1, "홈.md", "클로저", "/클로저/", []),
    (2, "홈.md", "클로저.md", "/클로저/", []),
    (3, "홈.md", "CLOSURE", "/클로저/", []),
    (3, "홈.md", "closure", "/클로저/", []),
    (6, "홈.md", "클로저#정의", "/클로저/#정의", []),
    (6, "홈.md", "클로저#준비물", "/클로저/#prep", []),
    (6, "홈.md", "클로저#prep", "/클로저/#prep", []),
    (6, "홈.md", "클로저#클로저란", "/클로저/", []),
    (7, "홈.md", "클로저#정의#예: 하나", "/클로저/#예-하나", []),
    (7, "홈.md", "클로저#쓰임#예: 하나", "/클로저/#예-하나-1", []),
    (7, "홈.md", "클로저#클로저란#쓰임", "/클로저/#쓰임", []),
    (8, "홈.md", "클로저#예", "/클로저/#예", []),
    (9, "홈.md", "클로저#없는 절", "/클로저/", ["no-such-heading"]),
    (11, "홈.md", "클로저#^없음", "/클로저/", ["no-such-block"]),
    (12, "홈.md", "#소개", "/홈/#소개", []),
    (13, "홈.md", "#정의-1", "/홈/#정의-1", []),
    (14, "홈.md", "note", "/note/", []),
    (15, "folder/source.md", "note", "/note/", []),
    (16, "folder/source.md", "./note", "/folder/note/", []),
    (17, "홈.md", "folder/note", "/folder/note/", []),
    (18, "홈.md", "er/note", "/deep/er/note/", []),
    (19, "deep/er/note.md", "/folder/note", "/folder/note/", []),
    (20, "홈.md", "../note", NO_TARGET, ["missing-note"]),
    (21, "홈.md", "/없는/글", NO_TARGET, ["missing-note"]),
    (22, "홈.md", "프로세스", "/os/프로세스/", ["ambiguous-link"]),
    (23, "study/공부.md", "프로세스", "/study/프로세스/", []),
    (24, "홈.md", "study/프로세스", "/study/프로세스/", []),
    (25, "홈.md", "좀비", "/os/zombie-process/", []),
    (26, "홈.md", "좀비 프로세스", "/os/zombie-process/", []),
    (27, "홈.md", "zombie-process", "/os/zombie-process/", []),
    (28, "홈.md", "v1.2 메모", "/v1.2 메모/", []),
    (29, "홈.md", "C# 입문", "/C# 입문/", []),
    (29, "홈.md", "C# 입문#시작", "/C# 입문/#시작", []),
    (30, "홈.md", "비밀", PRIVATE, ["unpublished-link"]),
    (31, "홈.md", "숨은 별칭", PRIVATE, ["unpublished-link"]),
    (31, "홈.md", "숨은 제목", PRIVATE, ["unpublished-link"]),
    (32, "홈.md", "계획", "/공개/계획/", []),
    (33, "홈.md", "비공개/계획", PRIVATE, ["unpublished-link"]),
    (34, "홈.md", "moc", "/moc/index/", []),
    (35, "홈.md", normalize("NFD", "클로저"), "/클로저/", []),
    (36, "홈.md", "쌍둥이", "/한쪽/", ["ambiguous-link"]),
    (37, "홈.md", "upper", "/Upper/", []),
    (38, "홈.md", "표.pdf#page=3", "/자료/표.pdf#page=3", []),
    (39, "홈.md", "그림.png", "/a/그림.png", ["ambiguous-link"]),
    (40, "홈.md", "없는 글", NO_TARGET, ["missing-note"]),
]


@pytest.mark.parametrize(("number", "source", "written", "target", "codes"), CASES)
def test_cases_of_names(number: int, source: str, written: str, target: str, codes: list[str]) -> None:
    """Each spelling of a link leads where Obsidian would open it, or where the table says."""
    led = VAULT.led(written, source)

    assert (led.target, led.codes) == (target, codes), number


WRITTEN = [
    (1, "[[클로저]]을", [("wiki", "/클로저/")]),
    (4, "[[클로저|닫힘]]", [("wiki", "/클로저/")]),
    (5, "| 칸 |\n|---|\n| [[클로저\\|닫힘]] |", [("wiki", "/클로저/")]),
    (10, "[[블록#^abc]]", [("wiki", "/블록/#^abc")]),
    (41, "\\[[클로저]] `[[클로저]]` [[클로\n저]]", []),
    (42, "[[클로저|b|c]]", [("wiki", "/클로저/")]),
    (43, "[a](Three%20laws)", [("link", "/Three laws/")]),
    (44, "![[하나.png|100x50]] ![[하나.png|설명|100]]", [("embed", "/하나.png")] * 2),
    (45, "글 ![[클로저]] 글", [("embed", "/클로저/")]),
    (46, "| 칸 |\n|---|\n| ![[블록#^abc]] |", [("embed", "/블록/#^abc")]),
    (48, "![[비밀#절]]", [("embed", PRIVATE)]),
    (49, "![[표.pdf]]", [("embed", "/자료/표.pdf")]),
    (50, "---\nup: '[[클로저]]'\n---\n글", [("wiki", "/클로저/")]),
]


@pytest.mark.parametrize(("number", "text", "targets"), WRITTEN)
def test_cases_of_texts(number: int, text: str, targets: list[tuple[str, str]]) -> None:
    """What brackets in a text refer to, in all the places that they can stand in."""
    assert VAULT.references(text) == targets, number


def test_a_markdown_link_of_a_vault_may_be_a_name() -> None:
    """Case 43: a Markdown link in a vault that is no path is resolved like a name in brackets."""
    assert VAULT.led("Three%20laws", "deep/er/note.md", "link").target == "/Three laws/"
    assert VAULT.led("folder/note.md", "deep/er/note.md", "link").target == "/folder/note/"
    assert VAULT.led("하나.png", "deep/er/note.md", "image").target == "/하나.png"


def test_a_markdown_link_of_a_blog_is_a_path() -> None:
    """In the folders of other programs and in ours, a Markdown link means a path and nothing else."""
    assert Vault({"content/notes/a/b.md": "글\n"}, program="").led("b", "content/notes/c.md", "link").codes == [
        "broken-link"
    ]


@pytest.mark.parametrize(
    ("written", "source"),
    [("비밀.md", "홈.md"), ("../비밀.md", "os/프로세스.md"), ("/비밀/", "홈.md"), ("비밀", "os/프로세스.md")],
)
def test_a_markdown_link_to_a_hidden_page_leads_nowhere(written: str, source: str) -> None:
    """A Markdown link to a page that is not published has no target either, whether it is a path or an address."""
    led = VAULT.led(written, source, "link")

    assert (led.target, led.codes) == (PRIVATE, ["unpublished-link"])


def test_an_ambiguous_link_names_the_others_and_the_shortest_clear_path() -> None:
    """The warning says which other files have the name, and what to write instead."""
    [problem] = VAULT.led("프로세스").problems

    assert problem.argument("path") == "os/프로세스.md"
    assert problem.argument("others") == "`study/프로세스.md`"
    assert problem.argument("near") == "os/프로세스"


def test_the_shortest_path_is_that_with_the_fewest_characters() -> None:
    """Obsidian 1.13 prefers `a/b/n` to `archive/n`, and a file at the root to all."""
    vault = Vault({"a/b/n.md": "글\n", "archive/n.md": "글\n", "z.md": "글\n"})

    assert vault.led("n", "z.md").target == "/a/b/n/"


def test_a_note_without_a_clear_path_is_written_from_the_root() -> None:
    """The end of a path that is the whole path of another note is no clear name for it."""
    vault = Vault({"os/n.md": "글\n", "x/os/n.md": "글\n", "y/n.md": "글\n"})
    [problem] = vault.led("n").problems

    assert (problem.argument("path"), problem.argument("near")) == ("y/n.md", "y/n")
    assert vault.index.names.shortest("os/n.md", {}) == "/os/n"
    assert vault.index.names.shortest("x/os/n.md", {}) == "x/os/n"


def test_a_file_name_comes_before_aliases_and_titles() -> None:
    """A note of that file name is meant, even if another note has it as its title and lies nearer."""
    vault = Vault({"a/b/클로저.md": "글\n", "x.md": "---\ntitle: 클로저\naliases: [클로저]\n---\n글\n"})

    assert vault.led("클로저", "x.md").target == "/a/b/클로저/"


def test_a_folder_page_comes_after_notes_of_that_name() -> None:
    """`[[moc]]` is `x/moc.md` before it is `moc/index.md`."""
    vault = Vault({"moc/index.md": "글\n", "x/moc.md": "글\n", "y.md": "글\n"})

    assert vault.led("moc", "y.md").target == "/x/moc/"


@pytest.mark.parametrize("written", ["home page", "Home-Page", "home_page"])
def test_names_of_github_wikis(written: str) -> None:
    """A page of a GitHub wiki is named with spaces, and its file with hyphens."""
    assert Vault({"Home-Page.md": "글\n"}).led(written).target == "/Home-Page/"


def test_names_of_logseq() -> None:
    """Logseq writes the slash of a page name as three underscores, or percent-encoded."""
    vault = Vault({"pages/a___b.md": "글\n", "pages/c%2Fd.md": "글\n"})

    assert (vault.led("a/b").target, vault.led("c/d").target) == ("/pages/a___b/", "/pages/c%2Fd/")


def test_a_title_with_a_slash_is_a_name() -> None:
    """`[[TCP/IP]]` is a title and not a path, if no file has that path."""
    assert Vault({"net.md": "---\ntitle: TCP/IP\n---\n글\n"}).led("tcp/ip").target == "/net/"


def test_names_in_our_own_folders() -> None:
    """A path begins at `content/` or at the section of the text; dates and folders of bundles are no part of a name."""
    vault = Vault(
        {
            "content/notes/os/프로세스.md": "글\n",
            "content/notes/x.md": "글\n",
            "content/posts/2024-01-02-hello.md": "글\n",
            "content/posts/x.md": "글\n",
            "content/posts/묶음/index.md": "글\n",
        },
        program="",
    )
    here = "content/notes/os/a.md"

    assert vault.led("x", here).target == "/content/notes/x/"
    assert vault.led("x", here).codes == []
    assert vault.led("posts/x", here).target == "/content/posts/x/"
    assert vault.led("/notes/x", here).target == "/content/notes/x/"
    assert vault.led("hello", here).target == "/content/posts/2024-01-02-hello/"
    assert vault.led("2024-01-02-hello", here).target == "/content/posts/2024-01-02-hello/"
    assert vault.led("묶음", here).target == "/content/posts/묶음/index/"


def test_a_translation_links_to_its_own_language() -> None:
    """Of two texts of one name, that in the language of the link is meant."""
    vault = Vault({"content/en/notes/a.md": "a\n", "content/notes/a.md": "a\n"}, program="")

    assert vault.led("a", "content/en/notes/b.md").codes == vault.led("a", "content/notes/b.md").codes


def test_a_drawing_is_shown_as_its_picture() -> None:
    """An embedded drawing of Excalidraw is the picture that was exported beside it."""
    assert VAULT.led("꿈.excalidraw", kind="embed").target == "/그리기/꿈.excalidraw.svg"
    assert VAULT.led("없음.excalidraw", kind="embed").codes == ["missing-picture"]


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("클로저", "클로저란"),
        ("클로저.md", "클로저란"),
        ("CLOSURE", "CLOSURE"),
        ("좀비 프로세스", "좀비 프로세스"),
        ("클로저#정의", "클로저란 › 정의"),
        ("클로저#정의#예: 하나", "클로저란 › 예: 하나"),
        ("닫힘#정의", "닫힘 › 정의"),
        ("#소개", "소개"),
        ("클로저#없는 절", "클로저란"),
        ("비밀", "비밀"),
        ("없는 글#절", "없는 글 › 절"),
        ("하나.png", "하나.png"),
    ],
)
def test_labels_of_links_without_one(written: str, label: str) -> None:
    """A bare link shows the title of a page that it calls by file name, else what its author wrote."""
    assert VAULT.led(written).label == label


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("클로져", "클로저"),
        ("클로저를", "클로저"),
        ("좀비프로세스", "좀비 프로세스"),
        ("Uper", "Upper"),
        ("전혀 다른 이름", ""),
    ],
)
def test_a_missing_note_gets_the_nearest_name(written: str, near: str) -> None:
    """A name with one letter wrong, in another spacing, or with a particle inside the brackets gets a suggestion."""
    [problem] = VAULT.led(written).problems

    assert (problem.code, problem.argument("near")) == ("missing-note", near)


def test_a_name_asks_only_for_what_it_could_mean() -> None:
    """A link that is found by file name asks for nothing else, so that no new title or alias makes it be looked up."""
    assert VAULT.lookups("클로저") == ("names:name:클로저",)
    assert VAULT.lookups("deep/er/note") == ("names:name:er/note",)
    assert "similar:없는 글" in VAULT.lookups("없는 글")


@pytest.mark.parametrize(
    "written", ["#" * 2000, "a" * 5000, "../" * 3000 + "a", "a#" * 3000, "[" * 100, "%00", "/", "."]
)
def test_hostile_names(written: str) -> None:
    """Whatever is in the brackets, the answer is a target or none."""
    for kind in ("wiki", "embed"):
        assert VAULT.led(written, kind=kind).target is not None


@pytest.mark.parametrize(("path", "stem"), [("a.md", "a"), ("a.MD", "a"), ("v1.2", "v1.2"), (".md", ".md")])
def test_endings_of_pages(path: str, stem: str) -> None:
    """Only the ending of a page is removed from a name."""
    assert without_page_ending(path) == stem
