"""Repositories of MkDocs, and blogs of Material, keep their addresses."""

from pathlib import Path

from origins.repository_test import Repository

POST = "---\ndate: 2024-05-01\ncategories:\n  - Dev\n  - Life\n---\n# 안녕, Hello World!\n\n본문"


def test_texts_stand_at_their_paths(tmp_path: Path) -> None:
    """A text is a folder, `index.md` and README are that of their folder; `docs_dir` is read."""
    files = {
        "mkdocs.yml": "site_name: 노트\ndocs_dir: wiki\n",
        "wiki/index.md": "# 집",
        "wiki/os/Fork Bomb.md": "# 포크",
        "wiki/os/README.md": "# 체제",
        "README.md": "# 저장소",
    }
    addresses = Repository(tmp_path, files).addresses()

    assert addresses["wiki/os/Fork Bomb.md"] == "/os/Fork Bomb/"
    assert addresses["wiki/os/README.md"] == "/os/"
    assert "README.md" not in addresses


def test_posts_of_material_have_a_pattern(tmp_path: Path) -> None:
    """The blog plug-in puts posts at their date and title; its list is no post."""
    files = {
        "mkdocs.yml": "site_name: 노트\nplugins:\n- search\n- blog:\n    post_url_date_format: yyyy/M\n",
        "docs/blog/index.md": "# 블로그",
        "docs/blog/posts/Hello.md": POST,
    }
    repository = Repository(tmp_path, files)

    assert repository.addresses()["docs/blog/posts/Hello.md"] == "/blog/2024/5/안녕-hello-world/"
    assert {"/categories/dev/", "/categories/life/"} <= repository.pages.keys()
    assert "/blog/" not in repository.listed("/archive/")


def test_tags_of_python_do_not_hide_the_rest(tmp_path: Path) -> None:
    """Lines with `!!python/name:` are common, and cost only their own key; addresses without folders are files."""
    files = {
        "mkdocs.yml": (
            "site_name: 노트\nuse_directory_urls: false\nmarkdown_extensions:\n- pymdownx.emoji:\n"
            "    emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
        ),
        "docs/a.md": "# 가",
    }
    repository = Repository(tmp_path, files)

    assert repository.addresses() == {"docs/a.md": "/a.html"}
    assert repository.problems == []
