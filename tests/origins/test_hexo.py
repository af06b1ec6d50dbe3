"""Repositories of Hexo keep their addresses, posts, tags, categories, covers and breaks."""

from pathlib import Path

import pytest

from origins.repository_test import Repository

POST = "source/_posts/Hello-World.md"
FRONT = "---\ntitle: 첫 글, Hello!\ndate: 2024-05-01 09:00:00\ncategories: [Dev, Git]\nabbrlink: 4a17b156\n---\n"


@pytest.mark.parametrize(
    ("permalink", "address"),
    [
        ("", "/2024/05/01/Hello-World/"),
        ("permalink: :year/:month/:day/:title/", "/2024/05/01/Hello-World/"),
        ("permalink: :year/:i_month/:i_day/:name.html", "/2024/5/1/Hello-World.html"),
        ("permalink: :category/:title/", "/Dev/Git/Hello-World/"),
        ("permalink: posts/:abbrlink/", "/posts/4a17b156/"),
        ("permalink: posts/:abbrlink.html", "/posts/4a17b156.html"),
        ("permalink: :post_title/", "/첫-글-hello/"),
        ("permalink: p/:hash/", "/p/df8476deebf2/"),
        ("permalink: :lang/:title/\nlanguage: ko", "/ko/Hello-World/"),
    ],
)
def test_a_post_stands_where_the_pattern_puts_it(permalink: str, address: str, tmp_path: Path) -> None:
    """`permalink` of the configuration is a pattern; keys of front matter are placeholders, too."""
    repository = Repository(tmp_path, {"_config.yml": f"title: 노트\n{permalink}\n", POST: FRONT + "본문"})

    assert repository.addresses() == {POST: address}
    assert (repository.moves.program, repository.moves.lost) == ("Hexo", 0)
