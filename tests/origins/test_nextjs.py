"""Repositories of Next.js keep their addresses; a `package.json` alone is none."""

from pathlib import Path

import pytest

from origins.repository_test import Repository


@pytest.mark.parametrize(
    ("dependency", "text", "address"),
    [
        ("next", "data/blog/Nested/post.mdx", "/blog/Nested/post/"),
        ("next", "posts/hello.md", "/posts/hello/"),
        ("next", "posts/2024/05/hello.md", "/2024/05/hello/"),
        ("next", "_posts/hello.md", "/posts/hello/"),
        ("nextra", "pages/docs/index.mdx", "/docs/"),
        ("nextra", "content/guide/start.mdx", "/guide/start/"),
    ],
)
def test_texts_stand_where_their_starter_puts_them(dependency: str, text: str, address: str, tmp_path: Path) -> None:
    """The folder tells which starter it is."""
    package = f'{{"dependencies": {{"next": "14", "{dependency}": "1"}}}}'
    repository = Repository(tmp_path, {"package.json": package, text: "---\ntitle: 글\ndate: 2024-05-01\n---\n본문"})

    assert repository.addresses() == {text: address}
    assert (repository.moves.program, repository.moves.lost) == ("Next.js", 0)


def test_a_package_alone_is_no_program(tmp_path: Path) -> None:
    """A folder of ours with a `package.json`, as for a formatter, stays ours."""
    package = '{"devDependencies": {"prettier": "3"}, "scripts": {"next": "blog serve"}}'
    repository = Repository(
        tmp_path, {"package.json": package, "content/posts/a.md": "---\ndate: 2024-05-01\n---\n# 가"}
    )

    assert repository.moves.program == ""
