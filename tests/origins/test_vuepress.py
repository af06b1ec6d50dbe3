"""Repositories of VuePress keep their addresses, and their dated texts are posts."""

from pathlib import Path

import pytest

from origins.repository_test import Repository
from picture_test import picture
from site_test import SiteTest

CONFIG = "module.exports = {\n  // base: '/old/',\n  title: '노트',\n  base: '/notes/',\n  locales: {'/': {lang: 'ko-KR'}}\n}\n"
DATED = "---\ntitle: 글\ndate: 2024-05-01\ncategory: [dev, life]\n---\n본문"


@pytest.mark.parametrize("root", ["docs", "src"])
def test_pictures_next_to_the_configuration(root: str, tmp_path: Path) -> None:
    """Texts refer to pictures in `.vuepress/assets` by their paths; the bundler of VuePress finds them there."""
    site = SiteTest(tmp_path)
    site.write(f"{root}/.vuepress/config.js", CONFIG)
    site.write(f"{root}/.vuepress/assets/web/a.png", picture("PNG"))
    site.write(f"{root}/web/a.md", "# 글\n\n![그림](../.vuepress/assets/web/a.png)\n")

    assert not site.build().must_succeed().problems
    assert "vuepress/assets/web/a.png" in site.page("web/a.html")
    assert [path for path in site.files() if path.endswith("vuepress/assets/web/a.png")]


@pytest.mark.parametrize("root", ["docs", "src"])
def test_texts_stand_at_their_paths(root: str, tmp_path: Path) -> None:
    """A text is a file `.html`, a README its folder; what lies outside of the folder is not published."""
    files = {
        f"{root}/.vuepress/config.js": CONFIG,
        f"{root}/README.md": "# 집",
        f"{root}/guide/README.md": "# 안내\n\n[글](/notes/posts/a.html)",
        f"{root}/guide/Getting Started.md": "# 시작",
        f"{root}/posts/a.md": DATED,
        "scripts/prompt.md": "# 지시",
    }
    repository = Repository(tmp_path, files)
    addresses = repository.addresses()

    assert addresses[f"{root}/guide/README.md"] == "/guide/"
    assert addresses[f"{root}/guide/Getting Started.md"] == "/guide/Getting Started.html"
    assert addresses[f"{root}/posts/a.md"] == "/posts/a.html"
    assert "scripts/prompt.md" not in addresses
    assert "/posts/a.html" in repository.listed("/guide/")
    assert repository.problems == []
    assert "/posts/a.html" in repository.listed("/archive/")
    assert {"/categories/dev/", "/categories/life/"} <= repository.pages.keys()


def test_a_pattern_and_permalinks_move_posts(tmp_path: Path) -> None:
    """`permalinkPattern` has placeholders; `permalink` in front matter wins over it."""
    files = {
        "docs/.vuepress/config.ts": "export default { permalinkPattern: ':year/:month/:slug.html' }\n",
        "docs/posts/2024-05-01-a.md": "# 가",
        "docs/posts/b.md": "---\ndate: 2024-05-02\npermalink: /pages/f00d/\n---\n나",
    }

    assert Repository(tmp_path, files).addresses() == {
        "docs/posts/2024-05-01-a.md": "/2024/05/a.html",
        "docs/posts/b.md": "/pages/f00d/",
    }


def test_lists_of_a_theme_give_way_to_ours(tmp_path: Path) -> None:
    """A page without a text that its theme fills with all categories is no page of ours."""
    files = {"docs/.vuepress/config.js": CONFIG, "docs/posts/a.md": DATED}
    site = SiteTest(tmp_path)
    for path, text in files.items():
        site.write(path, text)
    site.write(
        "docs/@pages/categoriesPage.md", "---\ncategoriesPage: true\ntitle: 분류\npermalink: /categories/\n---\n"
    )
    built = site.build().must_succeed()

    assert built.problems == []
    assert not (site.output / "categories/index").exists()
    assert "/categories/dev/" in site.page("categories/index.html")
