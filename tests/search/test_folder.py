"""The index of a built site, read from its folder."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from byeoru.base.rooted import Rooted
from byeoru.search.engine import search
from byeoru.search.folder import DamagedIndexError, FolderReader, editions, page_at
from site_test import SiteTest


@pytest.fixture
def blog(site: SiteTest) -> SiteTest:
    """Return a built site with one post."""
    site.write("content/posts/캐시.md", "---\ntitle: 캐시\ndate: 2026-01-03\n---\n캐시에서는 값을 다시 읽는다.\n")
    site.build().must_succeed()
    return site


@pytest.fixture
def output(blog: SiteTest) -> Iterator[Rooted]:
    """Return its open output folder."""
    with Rooted(str(blog.output)) as folder:
        yield folder


def damaged(folder: Path, name: str, data: bytes) -> None:
    """Write *data* into all files of the index with a name."""
    for path in (folder / "search/ko").rglob(name):
        path.write_bytes(data)


def test_the_index_of_a_site_is_read(output: Rooted) -> None:
    """A word finds its page."""
    [row] = search(FolderReader(output, "ko"), "캐시", 10).rows

    assert (row.title, row.date, row.section) == ("캐시", "2026-01-03", "posts")
    assert "캐시에서는 값을" in page_at(output, row.url)
    assert editions(output) == ["ko"]


@pytest.mark.parametrize("name", ["index.json", "*.txt", "?.json"])
def test_a_missing_file_is_damage(output: Rooted, blog: SiteTest, name: str) -> None:
    """A build writes every file that the root names, so the error says which one is missing."""
    for path in (blog.output / "search/ko").rglob(name):
        path.unlink()

    with pytest.raises(DamagedIndexError, match=r"^search/ko/"):
        search(FolderReader(output, "ko"), "캐시", 10)


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"{", b"[]", b"null", b'"x"', b"\xff", b"[" * 100_000, b'{"version":2}', b'{"version":1}'),
        *(b"<html>\n", b"x", b"x\ta", b"x\tZ\n", b"\ta\n", b"x\ty\ta\n"),
        *(b"[[1]]", b'[["0","/a/","","","",""]]', b"[[0,1,2,3,4,5]]", b'[[0,"/a/","","","",""],7]'),
    ],
)
@pytest.mark.parametrize("name", ["index.json", "*.txt", "?.json"])
def test_a_file_that_no_build_wrote_is_damage(output: Rooted, blog: SiteTest, name: str, data: bytes) -> None:
    """Whatever a file has, the answer is damage; an empty shard or chunk of titles is none, and shows no results."""
    damaged(blog.output, name, data)
    if (name, data) in {("*.txt", b""), ("?.json", b"[]")}:
        assert search(FolderReader(output, "ko"), "캐시", 10).rows == ()
        return

    with pytest.raises(DamagedIndexError):
        search(FolderReader(output, "ko"), "캐시", 10)


@pytest.mark.parametrize(
    "values",
    [
        *({"segments": [["../../../etc", 8]]}, {"segments": [["p0", 0]]}, {"segments": [["p0", 3]]}),
        *({"segments": [["p0", -8]]}, {"segments": [["p0", 1 << 40]]}, {"segments": [[7, 8]]}, {"segments": 7}),
        *({"slots": "../.."}, {"slots": True}, {"chunk": -1}, {"chunk": "3"}, {"documents": "x"}),
        *({"boundaries": 7}, {"boundaries": "?"}),
    ],
)
def test_a_root_that_no_build_wrote_is_damage(output: Rooted, blog: SiteTest, values: dict[str, object]) -> None:
    """No path is made of it, and no number computed."""
    place = blog.output / "search/ko/index.json"
    place.write_text(json.dumps(json.loads(place.read_text(encoding="utf-8")) | values), encoding="utf-8")

    with pytest.raises(DamagedIndexError):
        search(FolderReader(output, "ko"), "캐시", 10)


def test_no_file_outside_of_the_folder_is_opened(output: Rooted, blog: SiteTest, tmp_path: Path) -> None:
    """Neither an address nor an edition leads out, and no symbolic link is followed."""
    secret = tmp_path / "secret.html"
    secret.write_text("secret", encoding="utf-8")
    (blog.output / "link.html").symlink_to(secret)

    for address in ("/../secret.html", "/%2e%2e/secret.html", "/link.html", str(secret), "/\0", "//", "/a" * 9000):
        assert "secret" not in page_at(output, address), address
    with pytest.raises(DamagedIndexError):
        FolderReader(output, "../..")
