"""Repositories of Docusaurus keep their addresses, and the texts in `blog` are posts."""

from pathlib import Path

from origins.repository_test import Repository

CONFIG = """module.exports = {
  title: '노트',
  baseUrl: '/notes/',
  i18n: { defaultLocale: 'kr' },
  presets: [['classic', {
    docs: { routeBasePath: 'wiki', sidebarPath: './sidebars.js' },
    blog: {
      showReadingTime: true,
    },
  }]],
};
"""


def test_documents_posts_and_pages(tmp_path: Path) -> None:
    """Numbers before names are dropped, slugs count, dates in names are folders of the address."""
    files = {
        "docusaurus.config.js": CONFIG,
        "package.json": "{}",
        "README.md": "# 저장소",
        "docs/01-intro.md": "---\nslug: /\n---\n# 처음",
        "docs/02-Basics/03-setup.md": "# 준비",
        "docs/02-Basics/named.md": "---\nslug: other\n---\n# 다른 이름",
        "docs/os/os.md": "# 체제",
        "blog/2024-05-01-hello.md": "# 안녕",
        "blog/2024-05-02-nested/index.md": "# 묶음",
        "blog/named.md": "---\nslug: my-slug\ndate: 2024-05-03\n---\n# 이름",
        "src/pages/about.md": "# 소개",
    }
    repository = Repository(tmp_path, files)

    assert repository.addresses() == {
        "docs/01-intro.md": "/wiki/",
        "docs/02-Basics/03-setup.md": "/wiki/Basics/setup/",
        "docs/02-Basics/named.md": "/wiki/Basics/other/",
        "docs/os/os.md": "/wiki/os/",
        "blog/2024-05-01-hello.md": "/blog/2024/05/01/hello/",
        "blog/2024-05-02-nested/index.md": "/blog/2024/05/02/nested/",
        "blog/named.md": "/blog/my-slug/",
        "src/pages/about.md": "/about/",
    }
    posts = {"/blog/my-slug/", "/blog/2024/05/02/nested/", "/blog/2024/05/01/hello/"}
    assert posts <= set(repository.listed("/archive/2024/"))


def test_translations_are_editions_of_their_originals(tmp_path: Path) -> None:
    """The folders of `i18n` are languages; their texts stand at the addresses of the originals below the language."""
    files = {
        "docusaurus.config.js": CONFIG,
        "docs/guide.md": "# 안내",
        "blog/2024-05-01/hello.md": "---\ndate: 2024-05-01\n---\n# 안녕",
        "i18n/en/docusaurus-plugin-content-docs/current/guide.md": "# Guide",
        "i18n/en/docusaurus-plugin-content-blog/2024-05-01/hello.md": "---\ndate: 2024-05-01\n---\n# Hello",
    }
    repository = Repository(tmp_path, files)

    assert list(repository.addresses().values()) == [
        "/wiki/guide/",
        "/blog/2024/05/01/hello/",
        "/en/wiki/guide/",
        "/en/blog/2024/05/01/hello/",
    ]
    assert 'hreflang="en"' in repository.pages["/blog/2024/05/01/hello/"]
    assert 'hreflang="en"' in repository.pages["/wiki/guide/"]
    assert '<html lang="ko"' in repository.pages["/wiki/guide/"]


def test_options_of_the_blog_are_none_of_the_documents(tmp_path: Path) -> None:
    """The base path of the blog, in whatever indentation, does not move documents without one of their own."""
    files = {
        "docusaurus.config.js": "presets: [[\n        docs: {a: {b: 1}},\n        blog: {\n  routeBasePath: '/til'}]]",
        "docs/intro.md": "# 처음",
        "blog/2024-05-01-hello.md": "# 안녕",
    }

    assert Repository(tmp_path, files).addresses() == {
        "docs/intro.md": "/docs/intro/",
        "blog/2024-05-01-hello.md": "/til/2024/05/01/hello/",
    }
