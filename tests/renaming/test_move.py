"""`blog mv`: before and after, the site differs by an address, its redirect and the links that were rewritten."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from byeoru.base.paths import encode
from byeoru.base.source_file import SourceChangedError
from byeoru.model.project import Profile, Project
from byeoru.renaming import journal
from byeoru.renaming.journal import carry_out, finish
from byeoru.renaming.move import Move, RefusedError, prepared
from byeoru.session import session
from site_test import NOW, Silent, SiteTest


def planned(site: SiteTest, old: str, new: str) -> Move:
    """Return the move of a file in *site*."""
    project = Project(str(site.root))
    with session(project, Profile("site", str(site.output)), Silent()) as builds:
        return builds.inspect(NOW, lambda found: prepared(found, old, new))


def move(site: SiteTest, old: str, new: str) -> Move:
    """Move a file in *site*."""
    done = planned(site, old, new)
    assert done.plan.unwritable == []
    carry_out(Project(str(site.root)), done)
    return done


def text_of(site: SiteTest, path: str) -> str:
    """Return the text of a file."""
    return (site.root / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[[좀비]]를", "[[산 것]]를"),
        ("[[좀비|라벨]]", "[[산 것|라벨]]"),
        ("[[ 좀비 ]] [[좀비 |라벨]]", "[[ 산 것 ]] [[산 것 |라벨]]"),
        ("[[os/좀비]]", "[[산 것]]"),
        ("[[좀비.md#절]]", "[[산 것.md#절]]"),
        ("![[좀비#절]]", "![[산 것#절]]"),
        ("| 가 |\n|---|\n| [[좀비\\|표]] |", "| 가 |\n|---|\n| [[산 것\\|표]] |"),
        ("좀비 [좀비](os/좀비.md) 좀비", "좀비 [좀비](산%20것.md) 좀비"),
        ("[좀비](os/좀비.md#절 '제목')", "[좀비](산%20것.md#절 '제목')"),
        ("[좀비](<os/좀비.md>)", "[좀비](<산%20것.md>)"),
        ("[a](os/%EC%A2%80%EB%B9%84.md)", "[a](%EC%82%B0%20%EA%B2%83.md)"),
        ("[a](/content/notes/os/좀비.md)", "[a](/content/notes/산%20것.md)"),
        ('<a href="os/좀비.md">a</a>', '<a href="산%20것.md">a</a>'),
        ("[a][b] [c][b]\n\n[b]: os/좀비.md", "[a][b] [c][b]\n\n[b]: 산%20것.md"),
        ("[a](/notes/os/좀비/)", "[a](/notes/os/좀비/)"),
        ("`[[좀비]]` [[없음]]", "`[[좀비]]` [[없음]]"),
    ],
)
def test_a_reference_is_rewritten_as_it_was_written(written: str, expected: str, site: SiteTest) -> None:
    """Names stay names, paths stay paths; what is no reference, or leads there by a redirect, stays."""
    site.write("content/notes/os/좀비.md", "---\ntitle: 제목\n---\n# 제목\n\n## 절\n")
    site.write("content/notes/a.md", f"# 가\n\n{written}\n")

    move(site, "content/notes/os/좀비.md", "content/notes/산 것.md")

    assert text_of(site, "content/notes/a.md") == f"# 가\n\n{expected}\n"


def test_the_references_of_the_moved_text_still_lead_there(site: SiteTest) -> None:
    """Its own relative references are counted from its new folder, and its old address redirects to it."""
    site.write(
        "content/notes/os/a.md",
        "---\ntitle: 가\n---\n[나](b.md) ![그림](p.png) [[b]] [여기](#절) [태그](../../../tags/)\n\n## 절\n",
    )
    site.write("content/notes/os/b.md", "# 나\n")
    site.write("content/notes/os/p.png", b"png")

    done = move(site, "content/notes/os/a.md", "content/notes/deep/er/c.md")

    assert text_of(site, "content/notes/deep/er/c.md") == (
        "---\ntitle: 가\naliases: [/notes/os/a/]\n---\n"
        "[나](../../os/b.md) ![그림](../../os/p.png) [[b]] [여기](#절) [태그](/tags/)\n\n## 절\n"
    )
    assert done.redirects == (("/notes/os/a/", "/notes/deep/er/c/"),)


def test_a_name_that_becomes_ambiguous_is_lengthened(site: SiteTest) -> None:
    """A reference to another note of the same name is rewritten too, if it would lead to the moved one."""
    site.write("content/notes/x/계획.md", "# 하나\n")
    site.write("content/notes/y/메모.md", "# 둘\n")
    site.write("content/notes/a.md", "# 가\n\n[[계획]] [[메모]]\n")

    move(site, "content/notes/y/메모.md", "content/notes/계획.md")

    assert text_of(site, "content/notes/a.md") == "# 가\n\n[[x/계획]] [[계획]]\n"


def test_drafts_are_rewritten_too_and_have_no_old_address(site: SiteTest) -> None:
    """A reference in a draft or to a draft is rewritten; a page that was never public needs no redirect."""
    site.write("content/notes/os/d.md", "---\ntitle: 초안\ndraft: true\n---\n[[e]]\n")
    site.write("content/notes/os/e.md", "---\ntitle: 글\n---\n[[d]] [d](d.md)\n")

    done = move(site, "content/notes/os/d.md", "content/notes/f.md")
    move(site, "content/notes/os/e.md", "content/notes/g.md")

    assert done.redirects == ()
    assert "[[g]]" in text_of(site, "content/notes/f.md")
    assert "[[f]] [d](f.md)" in text_of(site, "content/notes/g.md")


def test_a_folder_moves_as_a_whole(site: SiteTest) -> None:
    """Everything in it keeps its references among each other, and others follow."""
    site.write("content/notes/os/a.md", "# 가\n\n[나](in/b.md) ![](p.png)\n")
    site.write("content/notes/os/in/b.md", "# 나\n\n[가](../a.md) [다](../../c.md)\n")
    site.write("content/notes/os/p.png", b"png")
    site.write("content/notes/c.md", "# 다\n\n[[a]] [나](os/in/b.md)\n")

    move(site, "content/notes/os", "content/notes/sys/os2")

    assert not (site.root / "content/notes/os").exists()
    assert "[나](in/b.md) ![](p.png)" in text_of(site, "content/notes/sys/os2/a.md")
    assert "[가](../a.md) [다](../../../c.md)" in text_of(site, "content/notes/sys/os2/in/b.md")
    assert text_of(site, "content/notes/c.md").endswith("[[a]] [나](sys/os2/in/b.md)\n")


def test_a_translation_moves_along(site: SiteTest) -> None:
    """`a.en.md` belongs to `a.md`, so it gets the same new name."""
    site.write("content/notes/a.md", "# 가\n")
    site.write("content/notes/a.en.md", "# A\n")

    done = move(site, "content/notes/a.md", "content/notes/b.md")

    assert set(done.redirects) == {("/notes/a/", "/notes/b/"), ("/en/notes/a/", "/en/notes/b/")}
    assert (site.root / "content/notes/b.en.md").exists()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("content/notes/없음.md", "content/notes/b.md", "mv.no-file"),
        ("content/notes/a.md", "content/notes/c.md", "mv.exists"),
        ("content/notes/a.md", "content/notes/b.txt", "mv.other-ending"),
        ("content/notes/a.md", "content/notes/.b.md", "mv.bad-place"),
        ("content/notes/a.md", "themes/b.md", "mv.bad-place"),
        ("content/notes/a.md", "../b.md", "mv.bad-place"),
        ("content/notes", "content/notes/in", "mv.bad-place"),
    ],
)
def test_what_cannot_be_moved_is_refused(old: str, new: str, code: str, site: SiteTest) -> None:
    """A missing file, a taken name, another ending and a place that no text is read from are refused."""
    site.write("content/notes/a.md", "# 가\n")
    site.write("content/notes/c.md", "# 다\n")

    with pytest.raises(RefusedError) as refused:
        planned(site, old, new)

    assert refused.value.code == code


def test_a_file_that_has_changed_since_stops_the_move(site: SiteTest) -> None:
    """If somebody saves a file between the plan and the move, nothing is moved."""
    site.write("content/notes/a.md", "# 가\n")
    site.write("content/notes/b.md", "# 나\n\n[[a]]\n")
    done = planned(site, "content/notes/a.md", "content/notes/c.md")
    site.write("content/notes/b.md", "# 나\n\n[[a]] 새 문장\n")

    with pytest.raises(SourceChangedError):
        carry_out(Project(str(site.root)), done)

    assert (site.root / "content/notes/a.md").exists()
    assert finish(Project(str(site.root))) is None


@pytest.mark.parametrize("step", [0, 1, 2, 3])
def test_an_interrupted_move_is_finished(step: int, site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was done before the process died, the rest is done the next time."""
    site.write("content/notes/a.md", "# 가\n")
    site.write("content/notes/b.md", "# 나\n\n[[a]]\n")
    site.write("content/notes/d.md", "# 라\n\n[[a]]\n")
    done = planned(site, "content/notes/a.md", "content/notes/c.md")
    steps = iter(range(10))

    def dying(function: object) -> object:
        def call(*arguments: object) -> object:
            if next(steps) == step:
                raise KeyboardInterrupt
            return function(*arguments)  # type: ignore[operator]

        return call

    with monkeypatch.context() as patched:
        patched.setattr(journal, "_edit", dying(journal._edit))
        patched.setattr(journal, "_rename", dying(journal._rename))
        with pytest.raises(KeyboardInterrupt):
            carry_out(Project(str(site.root)), done)

    assert finish(Project(str(site.root))) == []
    assert finish(Project(str(site.root))) is None
    assert text_of(site, "content/notes/b.md") == "# 나\n\n[[c]]\n"
    assert text_of(site, "content/notes/d.md") == "# 라\n\n[[c]]\n"
    assert text_of(site, "content/notes/c.md") == "---\naliases: [/notes/a/]\n---\n# 가\n"


@pytest.mark.parametrize(
    "text",
    [
        '{"edits": [], "renames": [["content/notes/a.md", "../a.md"]]}',
        '{"edits": [], "renames": [["content/notes/a.md", ".git/hooks/post-commit"]]}',
        '{"edits": [], "renames": [["content/notes/a.md", "content/notes/b.md"]]}',
        '{"edits": [["content/notes/a.md", 1, "x"]], "renames": []}',
        '{"edits": 1}',
        "[]",
        "{",
    ],
)
def test_a_journal_of_a_clone_does_no_harm(text: str, site: SiteTest) -> None:
    """A journal that came with a folder moves nothing out of the site and replaces no file."""
    site.write("content/notes/a.md", "# 가\n")
    site.write("content/notes/b.md", "# 나\n")
    site.write(".blog/move.json", text)

    finish(Project(str(site.root)))

    assert text_of(site, "content/notes/a.md") == "# 가\n"
    assert text_of(site, "content/notes/b.md") == "# 나\n"
    assert not (site.root.parent / "a.md").exists()
    assert not (site.root / ".git").exists()


def test_a_file_keeps_its_line_ends_and_its_byte_order_mark(site: SiteTest) -> None:
    """Only the references change; every other byte of a file stays."""
    site.write("content/notes/a.md", "\ufeff[[b]]\r\n\r\n[나](b.md)\r\n".encode())
    site.write("content/notes/b.md", "\ufeff---\r\ntitle: 나\r\n---\r\n글\r\n".encode())

    move(site, "content/notes/b.md", "content/notes/in/c.md")

    assert (site.root / "content/notes/a.md").read_bytes().decode() == "\ufeff[[c]]\r\n\r\n[나](in/c.md)\r\n"
    assert (site.root / "content/notes/in/c.md").read_bytes().decode() == (
        "\ufeff---\r\ntitle: 나\r\naliases: [/notes/b/]\r\n---\r\n글\r\n"
    )


def test_nothing_is_moved_through_a_symbolic_link(site: SiteTest, tmp_path: Path) -> None:
    """A folder that is a symbolic link is refused, as source and as target."""
    site.write("content/notes/a.md", "# 가\n")
    (tmp_path / "elsewhere").mkdir()
    (site.root / "content/notes/in").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(RefusedError) as refused:
        planned(site, "content/notes/a.md", "content/notes/in/a.md")

    assert refused.value.code == "mv.symlink"


NAMES = ["계획", "메모", "os/계획", "os/프로세스", "os/deep/zombie", "moc/index", "study/프로세스"]


def random_site(site: SiteTest, seed: int) -> tuple[str, str]:
    """Write a site of notes with references in every spelling; return a note and a place to move it to."""
    rng = random.Random(seed)

    def reference(folder: str) -> str:
        name = rng.choice(NAMES)
        up = "../" * (folder.count("/") + (folder != ""))
        return rng.choice(
            [
                f"[[{name.rpartition('/')[2]}]]",
                f"[[{name}|라벨]]",
                f"[[notes/{name}#절]]",
                f"![[{name}]]",
                f"[글]({up}{name}.md)",
                f"[글]({up}{name}.md#절)",
                f"[글](/content/notes/{name}.md)",
                f"[글](/notes/{name.removesuffix('/index')}/)",
            ]
        )

    for number, name in enumerate(NAMES):
        folder = name.rpartition("/")[0]
        lines = "\n\n".join(f"문장 {reference(folder)} 끝" for _ in range(5))
        draft = "draft: true\n" if rng.random() < 0.15 else ""
        site.write(f"content/notes/{name}.md", f"---\ntitle: 노트 {number}\n{draft}---\n{lines}\n\n## 절\n")
    new = rng.choice(["새 이름", "os/새 이름", "계획 2", "deep/er/프로세스", "study/계획"])
    return f"content/notes/{rng.choice(NAMES)}.md", f"content/notes/{new}.md"


def pages_of(site: SiteTest) -> dict[str, list[str]]:
    """Return the addresses in the text of each page."""
    pages = {}
    for path, data in site.files().items():
        match = re.search(r'<div class="prose">.*?</div>', data.decode("utf-8", "replace"), re.DOTALL)
        if match and path.endswith(".html"):
            pages[path] = re.findall(r'(?:href|data-from)="([^"]*)"', match[0])
    return pages


@pytest.mark.parametrize("seed", range(6))
def test_after_a_move_every_reference_leads_where_it_led(seed: int, site: SiteTest, tmp_path: Path) -> None:
    """A random site before and after a move differs by the address, its redirect and the links to it alone."""
    old, new = random_site(site, seed)
    before = site.build().must_succeed()
    pages = pages_of(site)
    done = move(site, old, new)
    after = site.build().must_succeed()

    moved = dict(done.redirects)
    links = pages_of(site)
    for path, addresses in pages.items():
        address = f"/{path.removesuffix('index.html')}"
        expected = addresses
        for one, other in moved.items():
            expected = [link.replace(encode(one), encode(other)) for link in expected]
        assert links[f"{moved.get(address, address)[1:]}index.html"] == expected
    for one, other in moved.items():
        assert encode(other) in site.page(f"{one[1:]}index.html")
    kinds = [Counter(problem.rpartition(" ")[2] for problem in built.problems) for built in (before, after)]
    assert kinds[1] - kinds[0] == Counter()  # a name that was ambiguous may be unique now
