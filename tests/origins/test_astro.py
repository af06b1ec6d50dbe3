"""Repositories of Astro and its themes keep their addresses."""

from pathlib import Path

import pytest

from origins.repository_test import Repository

DATED = "---\ntitle: 글\npubDate: 2024-05-01\n---\n본문"


@pytest.mark.parametrize(
    ("config", "page", "text", "address"),
    [
        ("", "", "src/content/blog/Hello World.md", "/blog/hello-world/"),
        ("", "src/pages/posts/[...slug].astro", "src/content/posts/Hello.md", "/posts/hello/"),
        ("", "src/pages/posts/[...slug]/index.astro", "src/data/blog/_2024/a.md", "/posts/a/"),
        ("", "src/pages/[...slug].astro", "src/content/blog/dev/a.md", "/dev/a/"),
        ("export default { build: { format: 'file' } }", "", "src/content/blog/a.md", "/blog/a.html"),
    ],
)
def test_posts_stand_below_their_route(config: str, page: str, text: str, address: str, tmp_path: Path) -> None:
    """The route of a collection is that of its page, or its name."""
    files = {"astro.config.mjs": config, "package.json": "{}", text: DATED} | ({page: "x"} if page else {})
    repository = Repository(tmp_path, files)

    assert repository.addresses() == {text: address}
    assert address in repository.listed("/archive/2024/")
    assert repository.moves.program == "Astro"


def test_documents_of_starlight_stand_at_the_root(tmp_path: Path) -> None:
    """The collection `docs` has no folder of its own."""
    files = {"astro.config.mjs": "", "src/content/docs/guides/Example.md": "# 예", "src/content/docs/index.mdx": "# 집"}

    assert Repository(tmp_path, files).addresses()["src/content/docs/guides/Example.md"] == "/guides/example/"
