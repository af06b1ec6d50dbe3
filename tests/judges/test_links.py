"""Every address that the example site names on its own host leads somewhere, at the root of a host and below a path."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from judges.addresses import Link, links, problem, tree
from judges.example import build

AT_ROOT = "https://notes.example.kr"
BELOW = "https://user.github.io/노트"
ENCODED = "https://user.github.io/%EB%85%B8%ED%8A%B8"


def broken(site: Path, origin: str, named: list[Link]) -> list[str]:
    """Return the addresses that lead nowhere, each with its file and what is wrong."""
    found = [(link, problem(link, site, origin)) for link in named]
    assert len(found) > 1000  # a crawler that finds nothing finds nothing wrong
    return [f"{link.source}: {link.role} {link.target} {wrong}" for link, wrong in found if wrong]


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example site as a project's site, whose path is Hangul."""
    return build(tmp_path_factory.mktemp("below"), BELOW)


@pytest.fixture(scope="module")
def below_links(below: Path) -> list[Link]:
    """Return all that the project's site names."""
    return list(links(below, ENCODED))


def test_every_address_leads_somewhere(example: Path) -> None:
    """Pages, anchors, pictures, feeds, translations and the site map: nothing that is named is missing."""
    assert broken(example, AT_ROOT, list(links(example, AT_ROOT))) == []


@pytest.mark.slow
def test_every_address_leads_somewhere_below_a_path(below: Path, below_links: list[Link]) -> None:
    """A project's site stays below its own path, also where an address is absolute."""
    assert broken(below, ENCODED, below_links) == []


@pytest.mark.slow
def test_the_lost_page_works_at_any_depth(below_links: list[Link]) -> None:
    """A host shows 404.html at whatever address was asked for, so nothing in it is relative."""
    named = [link for link in below_links if link.source == "404.html"]

    assert len(named) > 5
    for link in named:
        path = urlsplit(link.target).path
        assert path.startswith("/%EB%85%B8%ED%8A%B8/") or link.target.startswith("#"), link


def test_what_leads_nowhere_is_found(tmp_path: Path) -> None:
    """The crawler sees every kind of address, and says what is wrong with each."""
    page = """<!doctype html><link rel=canonical href=/a/><meta property="og:url" content="/a/"><a href="/b/">b</a>
    <a href="#c">c</a><img srcset="d.png 1x, /노트/e.png 2x" src="data:,"><a href="https://else.kr/f">f</a>
    <a href="/%eb%85%b8%ED%8A%B8/">g</a><meta http-equiv=refresh content="0; url=h/"><i style="background:url('i')">"""
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "sitemap.xml").write_text("<urlset><url><loc>https://user.github.io/x/</loc></url></urlset>")
    wrong = {link.target: problem(link, tmp_path, ENCODED) for link in links(tmp_path, ENCODED)}

    assert wrong == {
        "/a/": "is not absolute",
        "/b/": "leaves the path of the site",
        "#c": "leads to no anchor",
        "d.png": "leads to no file",
        "/노트/e.png": "is not percent-encoded as addresses are",
        "https://else.kr/f": "",
        "/%eb%85%b8%ED%8A%B8/": "is not percent-encoded as addresses are",
        "h/": "leads to no file",
        "i": "leads to no file",
        "https://user.github.io/x/": "leaves the path of the site",
    }


def test_every_page_says_its_language_and_its_name(example: Path) -> None:
    """`lang`, a title and one first heading; what stands under `/en/` is English."""
    for path in sorted(example.rglob("*.html")):
        name, page = path.relative_to(example).as_posix(), tree(path)
        assert page.get("lang") == ("en" if name.startswith("en/") else "ko"), name
        assert (page.findtext("head/title") or "").strip(), name
        assert len(list(page.iter("h1"))) == 1, name
