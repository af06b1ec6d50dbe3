"""A process begins with the site of the one before, and connects what has changed since."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from byeoru import connected, recall
from byeoru.base import mappings
from byeoru.base.frozen import frozen
from byeoru.base.thaw_error import ThawError
from byeoru.cache import last_build
from byeoru.cache.packed import packed_bytes
from byeoru.cache.store import Store
from byeoru.connected import Connected
from byeoru.model.project import Job, Profile, Project
from byeoru.session import Everything, session
from site_test import Silent, SiteTest

POST = "---\ntitle: {title}\ndate: 2026-03-0{day}\ntags: [벼루]\n---\n{text}\n"


@pytest.fixture(autouse=True, params=[1000, 0], ids=["here", "ahead"])
def _size_of_a_large_site(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test twice: another process reads the stored site, and lists the folders, of large sites only."""
    monkeypatch.setattr(last_build, "_LARGE", request.param)


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows with each site that is connected from all of its documents."""
    made: list[str] = []
    original = connected._connected

    def counted(*arguments: object) -> Connected:
        made.append("site")
        return original(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(connected, "_connected", counted)
    return made


def write(site: SiteTest, name: str, day: int, text: str, title: str = "") -> None:
    """Write one post."""
    site.write(f"content/posts/{name}.md", POST.format(title=title or name, day=day, text=text))


def twin_of(site: SiteTest, place: Path) -> dict[str, bytes]:
    """Return the files that a clean build of the same sources writes."""
    twin = site.clean_twin(place)
    twin.build().must_succeed()
    return twin.files()


def twin_of_problems(site: SiteTest, place: Path) -> list[str]:
    """Return the problems of a clean build of the same sources."""
    return site.clean_twin(place).build().must_succeed().problems


def three_posts(site: SiteTest) -> None:
    """Build three posts that refer to each other."""
    write(site, "a", 1, "## 절\n\n[[b]]를 본다")
    write(site, "b", 2, "[a](a.md#절)")
    write(site, "c", 3, "![[a]]")
    site.build().must_succeed()


def test_an_edit_in_a_new_process_connects_nothing_else(site: SiteTest, connections: list[str], tmp_path: Path) -> None:
    """Texts, titles and headings are edited one after the other, each in a process of its own."""
    three_posts(site)
    connections.clear()
    write(site, "a", 1, "## 절\n\n[[b]]를 또 본다")
    site.build().must_succeed()
    write(site, "b", 2, "[a](a.md#절)", "다른 제목")
    site.build().must_succeed()
    write(site, "a", 1, "## 마디\n\n[[b]]를 본다")
    last = site.build().must_succeed()

    assert connections == []
    assert last.problems == ["content/posts/b.md:6:5 dead-anchor"]
    assert site.files() == twin_of(site, tmp_path / "twin")


def test_a_template_is_edited_without_connecting_the_site(
    site: SiteTest, connections: list[str], tmp_path: Path
) -> None:
    """Then a text, then both, a template that goes, and one that a page names; the stored site has none of these."""
    three_posts(site)
    connections.clear()
    extended = '{{% extends "theme:post.html" %}}{{% block main %}}{{{{ super() }}}}{note}{{% endblock %}}'
    site.write("templates/post.html", extended.format(note="하나"))
    site.build().must_succeed()
    assert "하나" in site.page("posts/a/index.html")
    write(site, "a", 1, "## 절\n\n[[b]]를 또 본다")
    site.build().must_succeed()
    site.write("templates/post.html", extended.format(note="둘"))
    write(site, "b", 2, "[a](a.md#절)", "다른 제목")
    site.build().must_succeed()
    both = site.files(), twin_of(site, tmp_path / "twin")
    assert both[0] == both[1]
    connections.remove("site")  # of the twin
    site.delete("templates/post.html")
    site.write("templates/unused.html", "아무도 쓰지 않는다")
    last = site.build().must_succeed()

    assert connections == []
    assert last.problems == twin_of_problems(site, tmp_path / "second")
    assert site.files() == twin_of(site, tmp_path / "third")


def test_every_kind_of_page_is_recalled(site: SiteTest, connections: list[str]) -> None:
    """A site that uses everything, with drafts, folders, attachments, embeds and editions, is passed on as a whole."""
    root = Path(__file__).parents[1]
    for name in ("content", "themes", "blog.yml"):
        source = root / name
        if source.is_dir():
            shutil.copytree(source, site.root / name)
        else:
            shutil.copy(source, site.root / name)
    site.build().must_succeed()
    connections.clear()
    text = max((site.root / "content").rglob("*.md"))
    text.write_bytes(text.read_bytes() + "\n한 문장 더.\n".encode())
    site.build().must_succeed()

    assert connections == []


def test_an_undone_edit_is_seen(site: SiteTest, connections: list[str], tmp_path: Path) -> None:
    """The stored site is that of before the first edit; the folder shows the second, so the third differs from it."""
    three_posts(site)
    connections.clear()
    for text in ("둘째", "## 절\n\n[[b]]를 본다"):
        write(site, "a", 1, text)
        site.build().must_succeed()

    assert connections == []
    assert site.files() == twin_of(site, tmp_path / "twin")


def test_what_failed_in_between_does_not_count(site: SiteTest, connections: list[str], tmp_path: Path) -> None:
    """A build that writes nothing leaves the folder behind the sources; the next one still knows what it shows."""
    three_posts(site)
    connections.clear()
    write(site, "a", 1, "둘째")
    site.write("templates/post.html", "{% broken")
    assert not site.build().report.is_written
    site.delete("templates/post.html")
    write(site, "b", 2, "셋째")
    site.build().must_succeed()

    assert site.files() == twin_of(site, tmp_path / "twin")


def test_a_new_post_is_stored_for_the_next_edit(site: SiteTest, connections: list[str], tmp_path: Path) -> None:
    """A new post connects the site once; the edits after it find that site."""
    three_posts(site)
    write(site, "d", 4, "[[c]]")
    site.build().must_succeed()
    connections.clear()
    write(site, "d", 4, "[[c]] [[a]]")
    site.build().must_succeed()

    assert connections == []
    assert site.files() == twin_of(site, tmp_path / "twin")


def test_many_edits_store_the_site_again(site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What differs from the stored site stays small."""
    three_posts(site)

    def stored() -> bytes | None:
        store = Store(str(site.root / ".blog" / "cache.db"))
        row = store.packed("connected/site")
        store.close()
        return row

    first = stored()
    write(site, "a", 1, "둘째")
    site.build().must_succeed()
    assert stored() == first
    monkeypatch.setattr(recall, "_MANY", 1)
    write(site, "a", 1, "셋째")
    site.build().must_succeed()

    assert stored() != first


def test_other_options_recall_nothing(site: SiteTest, connections: list[str], tmp_path: Path) -> None:
    """A site with drafts is another one, though the files are the same."""
    three_posts(site)
    site.write("content/posts/e.md", "---\ntitle: e\ndraft: true\n---\n초안\n")
    site.build().must_succeed()
    connections.clear()
    site.drafts = True
    site.build().must_succeed()

    assert connections == ["site"]
    assert site.files() == twin_of(site, tmp_path / "twin")


@pytest.mark.parametrize(
    "forged",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda row: row[:-9] + b"\x00" * 9, id="damaged"),
        pytest.param(lambda row: row[: len(row) // 2], id="cut"),
        pytest.param(lambda _: packed_bytes(frozen(["벼루"]), "stamp"), id="of another program"),
    ],
)
def test_a_lost_site_is_connected_again(
    site: SiteTest, connections: list[str], tmp_path: Path, forged: Callable[[bytes], bytes]
) -> None:
    """Whatever is stored in its place, the build is that of a clean one."""
    three_posts(site)
    store = Store(str(site.root / ".blog" / "cache.db"))
    store.put_packed("connected/site", forged(store.packed("connected/site") or b""))
    store.commit()
    store.close()
    connections.clear()
    write(site, "a", 1, "둘째")
    site.build().must_succeed()

    assert connections == ["site"]
    assert site.files() == twin_of(site, tmp_path / "twin")


def test_a_forged_part_of_a_site_is_met_late(
    site: SiteTest, connections: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Blocks are read in the middle of a build: where one is no block of values, a clean build follows."""

    def forged(_: bytes) -> object:
        raise ThawError

    three_posts(site)
    connections.clear()
    monkeypatch.setattr(mappings, "thawed", forged)
    write(site, "a", 1, "둘째")
    site.build().must_succeed()

    assert connections == ["site"]
    assert site.files() == twin_of(site, tmp_path / "twin")


def test_a_preview_passes_its_site_on(site: SiteTest, connections: list[str]) -> None:
    """A session of several builds ends with a site that the next session begins with."""
    three_posts(site)
    profile = Profile("preview", str(site.root / ".blog" / "preview"))
    for name in ("d", "e"):
        with session(Project(str(site.root)), profile, Silent()) as builds:
            assert builds.run(Job(site.now, needs_site=True), Everything()).report.is_written
            write(site, name, 5, "글")
            assert builds.run(Job(site.now, needs_site=True), Everything()).report.is_written
    connections.clear()
    write(site, "d", 5, "다른 글")
    with session(Project(str(site.root)), profile, Silent()) as builds:
        assert builds.run(Job(site.now, needs_site=True), Everything()).report.is_written

    assert connections == []


def test_tags_are_edited_without_connecting_the_site(site: SiteTest, connections: list[str], tmp_path: Path) -> None:
    """With other words, of several posts at once, and back; lists get another page, and a feed comes and goes."""
    text = "---\ntitle: {}\ndate: 2026-03-{:02}\ntags: [{}]\n---\n본문\n"

    def post(number: int, tags: str, title: str = "글") -> None:
        site.write(f"content/posts/p{number}.md", text.format(f"{title} {number}", number + 1, tags))

    for number in range(14):
        post(number, "벼루, 먹" if number % 3 else "먹")
    site.build().must_succeed()
    connections.clear()
    post(3, "벼루", "다른 제목")
    site.build().must_succeed()
    for number in (0, 6, 9):
        post(number, "벼루, 먹")
    post(1, "먹")
    site.build().must_succeed()
    three = site.files(), twin_of(site, tmp_path / "twin")
    assert three[0] == three[1]
    connections.remove("site")  # of the twin
    for number in range(6, 14):
        post(number, "먹", "또 다른 제목")
    site.build().must_succeed()
    post(2, "벼루, 먹", "제목만 다르다")
    site.build().must_succeed()

    assert connections == []
    assert site.files() == twin_of(site, tmp_path / "second")
