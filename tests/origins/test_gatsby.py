"""Repositories of Gatsby keep their addresses."""

from pathlib import Path

from origins.repository_test import Repository

CONFIG = """module.exports = {
  siteMetadata: { title: `노트`, siteUrl: `https://me.kr/` },
  plugins: [
    { resolve: `gatsby-source-filesystem`, options: { path: `${__dirname}/content/blog`, name: `blog` } },
  ],
}
"""


def test_posts_stand_below_the_folder_that_is_named(tmp_path: Path) -> None:
    """The folder of the source is the root; `path` in front matter is the address itself."""
    files = {
        "gatsby-config.js": CONFIG,
        "content/blog/Hello World/index.md": "---\ntitle: 가\ndate: 2024-05-01\n---\n본문",
        "content/blog/dev/a.md": "---\ntitle: 나\ndate: 2024-05-02\n---\n본문",
        "content/blog/b.md": "---\ntitle: 다\ndate: 2024-05-03\npath: /2024/b\n---\n본문",
    }
    repository = Repository(tmp_path, files)

    assert repository.addresses() == {
        "content/blog/Hello World/index.md": "/Hello World/",
        "content/blog/dev/a.md": "/dev/a/",
        "content/blog/b.md": "/2024/b/",
    }
    assert (repository.moves.program, repository.moves.kept) == ("Gatsby", 3)
    assert repository.problems == []
