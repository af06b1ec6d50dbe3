"""Repositories of mdBook, Zola and Eleventy keep their addresses."""

from pathlib import Path

from origins.repository_test import Repository


def test_chapters_of_mdbook(tmp_path: Path) -> None:
    """A chapter is a file, a README the page of its folder."""
    files = {
        "book.toml": '[book]\ntitle = "책"\n',
        "src/README.md": "# 책",
        "src/one/README.md": "# 하나",
        "src/one/a.md": "# 가",
    }
    addresses = Repository(tmp_path, files).addresses()

    assert (addresses["src/one/README.md"], addresses["src/one/a.md"]) == ("/one/", "/one/a.html")


def test_pages_of_zola(tmp_path: Path) -> None:
    """A date before the name is no part of the address, and `path` is one."""
    files = {
        "config.toml": 'base_url = "https://me.kr"\ntitle = "노트"\n',
        "content/blog/2024-05-01-Hello World.md": "+++\ntitle = '가'\n+++\n본문",
        "content/blog/bundle/index.md": "+++\ntitle = '나'\ndate = 2024-05-02\n+++\n본문",
        "content/moved.md": "+++\ntitle = '다'\npath = 'old/place'\n+++\n본문",
    }
    repository = Repository(tmp_path, files)

    assert list(repository.addresses().values()) == ["/blog/hello-world/", "/blog/bundle/", "/old/place/"]
    assert repository.moves.program == "Zola"


def test_pages_of_eleventy(tmp_path: Path) -> None:
    """The path counts without the date; a permalink that is a template is not used."""
    files = {
        "eleventy.config.js": "export const config = { dir: { input: 'content' } };\n",
        "content/blog/2024-05-01-first.md": "# 가",
        "content/blog/b.md": "---\ndate: 2024-05-02\npermalink: /now/\n---\n나",
        "content/blog/c/c.md": "---\ndate: 2024-05-03\n---\n다",
    }
    repository = Repository(tmp_path, files)

    assert list(repository.addresses().values()) == ["/blog/first/", "/now/", "/blog/c/"]
