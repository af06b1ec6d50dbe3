"""Repositories of Hugo keep their addresses, posts, tags, categories, covers and editions."""

from pathlib import Path

import pytest

from origins.repository_test import Repository

POST = "content/posts/dev/Hello-World.md"
FRONT = "---\ntitle: 첫 글, Hello!\ndate: 2024-05-01T09:00:00+09:00\ncategories: [dev, life]\n---\n"


@pytest.mark.parametrize(
    ("permalinks", "address"),
    [
        ("", "/posts/dev/hello-world/"),
        ("[permalinks]\nposts = '/:year/:month/:filename/'", "/2024/05/hello-world/"),
        ("[permalinks]\nposts = '/:section/:title/'", "/posts/첫-글-hello/"),
        ("[permalinks]\nposts = '/:sections/:slugorfilename/'", "/posts/dev/hello-world/"),
        ("[permalinks]\nposts = '/:sections[1:]/:contentbasename'", "/dev/hello-world/"),
        ("[permalinks]\nposts = '/:sections[last]/:contentbasename/'", "/dev/hello-world/"),
        ("[permalinks.page]\nposts = '/p/:contentbasename/'", "/p/hello-world/"),
        (
            "[[permalinks]]\npattern = '/q/:contentbasename/'\n[permalinks.target]\npath = '/posts/**'",
            "/q/hello-world/",
        ),
        ("uglyURLs = true", "/posts/dev/hello-world.html"),
        ("uglyURLs = true\n[permalinks]\nposts = '/:year/:filename/'", "/2024/hello-world.html"),
    ],
)
def test_a_post_stands_where_the_pattern_puts_it(permalinks: str, address: str, tmp_path: Path) -> None:
    """`permalinks` has a pattern a section, in any of the forms that Hugo has had."""
    config = f"baseURL = 'https://me.kr/'\ntitle = '노트'\n{permalinks}\n"
    repository = Repository(tmp_path, {"hugo.toml": config, POST: FRONT + "본문"})

    assert repository.addresses() == {POST: address}
    assert (repository.moves.program, repository.moves.lost) == ("Hugo", 0)
