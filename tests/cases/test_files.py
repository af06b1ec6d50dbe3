"""Which files of a folder of another program are pages, which are copied, and how texts refer to them."""

from pathlib import Path

import pytest

from byeoru.base.diagnostic import Location, warning
from byeoru.model.project import Report
from byeoru.publish.compare.preflight import reasons_of_build
from cases.case import build_case


def test_a_post_in_html_is_a_page(tmp_path: Path) -> None:
    """HTML with front matter, as importers write it, is a post with tags, and so is a file named `.mkd`."""
    case = build_case("reports/16-html-posts", tmp_path)

    assert case.problems == ()
    assert "<p>워드프레스에서 옮긴 글</p>" in case.main("/2012/01/01/imported.html")
    assert case.has("/tags/a/")
    assert "본문" in case.main("/2013/01/01/mkd.html")


def test_content_in_html_is_a_page(tmp_path: Path) -> None:
    """HTML with front matter in `content` is a page with its title, and is never published with its front matter."""
    case = build_case("reports/17-hugo-html-content", tmp_path)

    assert case.problems == ()
    assert "에이" in case.main("/posts/a/")
    assert not case.has("/posts/a.html")
    assert "---\ntitle" not in case.everything()


def test_files_of_a_source_folder_are_copied(tmp_path: Path) -> None:
    """What Hexo copies is copied: proofs for search engines, and scripts."""
    case = build_case("reports/18-hexo-verification-file", tmp_path)

    assert case.page("/google1234.html").strip() == "google-site-verification: google1234.html"
    assert case.has("/js/my.js")


def test_proofs_at_the_top_are_copied(tmp_path: Path) -> None:
    """Files that prove who owns a site keep their address and their bytes."""
    case = build_case("reports/51-root-verification-files", tmp_path)

    assert case.problems == ()
    assert case.page("/ads.txt").strip() == "x"
    for name in ("googleabc123.html", "naverdef456.html"):
        assert case.page(f"/{name}").strip().endswith(f"site-verification: {name}")


def test_every_address_of_a_picture_is_resolved(tmp_path: Path) -> None:
    """The addresses in `srcset` are resolved like that in `src`, and are absolute in feeds."""
    case = build_case("reports/26-srcset", tmp_path)

    assert case.problems == ()
    assert 'srcset="/posts/dark.png"' in case.main("/posts/a/")
    assert 'srcset="/posts/light.png 1x, /posts/big.png 2x"' in case.main("/posts/a/")
    assert "https://blog.example.kr/posts/light.png 1x, https://blog.example.kr/posts/big.png 2x" in case.page(
        "/feed.xml"
    )


def test_a_link_to_html_leads_to_the_page_of_the_markdown(tmp_path: Path) -> None:
    """`b.html` is the page of `b.md` beside the text, with its anchor."""
    case = build_case("reports/27-html-links-between-notes", tmp_path)

    assert case.problems == ()
    assert 'href="/docs/b.html#%EC%A0%9C%EB%AA%A9"' in case.main("/docs/a.html")
    assert 'href="/docs/b.html"' in case.main("/docs/a.html")


def test_a_path_of_windows_is_resolved(tmp_path: Path) -> None:
    """A backslash is read as a slash with a warning, and never keeps the site from being written."""
    case = build_case("reports/29-windows-path", tmp_path)

    assert case.at("windows-path") == ["content/posts/a.md:5"]
    assert 'src="/posts/img/pic.png"' in case.main("/posts/a/")
    assert case.has("/posts/b/")


def test_what_a_configuration_excludes_is_left_out(tmp_path: Path) -> None:
    """`exclude` of Jekyll keeps samples of a theme from being published."""
    case = build_case("reports/50-jekyll-exclude", tmp_path)

    assert case.problems == ()
    assert "소개" in case.main("/about/")
    assert "남의 글" not in case.everything()


def test_texts_for_programs_are_not_published(tmp_path: Path) -> None:
    """Markdown in folders for scripts and prompts is not published."""
    case = build_case("folders/prompts-leak", tmp_path)

    assert "비밀 지시" not in case.everything()
    assert not case.has("/categories/scripts/")


def test_a_page_of_templates_is_left_out(tmp_path: Path) -> None:
    """A page that contains only Liquid is left out and reported, and its tags are never published."""
    case = build_case("folders/liquid-only-page", tmp_path)

    assert case.codes == ["template-page"]
    assert not case.has("/categories/cat/index/")
    assert "{%" not in case.everything()


@pytest.mark.parametrize(("name", "title"), [("reports/37-home-page", "첫 화면"), ("folders/home-index", "정원")])
def test_the_text_of_a_vault_is_its_first_page(name: str, title: str, tmp_path: Path) -> None:
    """`index.md` stands on the first page above the list, gives it its title, and has no other page."""
    case = build_case(name, tmp_path)

    assert case.problems == ()
    assert f"<title>{title} – " in case.page("/")
    assert f"<h1>{title}</h1>" in case.main("/")
    assert ("환영합니다" if "37" in name else "어서 오세요") in case.main("/")
    assert 'href="/posts/a/"' in case.main("/") if "37" in name else 'href="/a/"' in case.main("/")
    assert not case.has("/index/")
    assert case.page("/sitemap.xml").count("<loc>https://blog.example.kr/</loc>") == 1


def test_a_pointer_of_git_lfs_is_reported(tmp_path: Path) -> None:
    """A file that Git LFS has not downloaded is reported by each build, and stops a deployment."""
    case = build_case("reports/30-lfs-pointer", tmp_path)

    assert case.at("lfs-pointer") == ["content/posts/p.png:0", "static/v.png:0"]
    reasons = reasons_of_build(Report((warning("lfs-pointer", Location("static/v.png")),)))
    assert [reason.severity for reason in reasons] == ["error"]


def test_a_cover_is_found_in_the_assets_of_hugo(tmp_path: Path) -> None:
    """Pictures in `assets` are published at the root of the site, where covers refer to them."""
    case = build_case("folders/hugo-assets-cover", tmp_path)

    assert case.problems == ()
    assert case.has("/images/c.png")
    assert 'src="/images/c.png"' in case.main("/post/a/")
