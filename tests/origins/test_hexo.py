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


@pytest.mark.parametrize(
    ("settings", "name", "address"),
    [
        ("new_post_name: :year-:month-:day-:title.md", "2024-05-01-Hello World.md", "/Hello World/"),
        ("new_post_name: :year-:month-:day-:title.md", "dev/No Date.md", "/dev-No-Date/"),
        ("new_post_name: :title.md", "dev/2024-05-01-a.md", "/dev/2024-05-01-a/"),
    ],
)
def test_a_title_is_what_the_pattern_of_names_separates(settings: str, name: str, address: str, tmp_path: Path) -> None:
    """`new_post_name` tells which part of a path is `:title`; a path that it does not match is one segment."""
    files = {"_config.yml": f"permalink: :title/\n{settings}\n", f"source/_posts/{name}": FRONT + "본문"}

    assert list(Repository(tmp_path, files).addresses().values()) == [address]


def test_categories_in_addresses_are_mapped(tmp_path: Path) -> None:
    """`category_map` gives the segment of a category, `default_category` that of a post without one."""
    files = {
        "_config.yml": "permalink: :category/:name/\ndefault_category: etc\ncategory_map:\n  개발: dev\n",
        "source/_posts/a.md": "---\ntitle: 가\ndate: 2024-05-01\ncategories: [개발, Git]\n---\n본문",
        "source/_posts/b.md": "---\ntitle: 나\ndate: 2024-05-02\n---\n본문",
    }

    assert list(Repository(tmp_path, files).addresses().values()) == ["/dev/Git/a/", "/etc/b/"]


def test_pages_stand_at_their_paths_in_the_folder_that_is_named(tmp_path: Path) -> None:
    """A page is a file, `index.md` its folder, and `permalink` counts; `source_dir` is read."""
    files = {
        "_config.yml": "source_dir: blog\n",
        "package.json": '{"dependencies": {"hexo": "7"}}',
        "blog/_posts/a.md": FRONT + "본문",
        "blog/about/index.md": "---\ntitle: 소개\n---\n본문",
        "blog/about/cv.md": "---\ntitle: 이력\n---\n본문",
        "blog/x.md": "---\ntitle: 다른 곳\npermalink: other/place/\n---\n본문",
    }

    assert list(Repository(tmp_path, files).addresses().values()) == [
        "/2024/05/01/a/",
        "/about/",
        "/about/cv.html",
        "/other/place/",
    ]


@pytest.mark.parametrize(("settings", "is_break"), [("", True), ("marked:\n  breaks: false\n", False)])
def test_front_matter_and_breaks_of_a_post(settings: str, is_break: bool, tmp_path: Path) -> None:
    """A list of categories is one path, tags are tags, line breaks are breaks unless the renderer has them off."""
    front = FRONT.replace("abbrlink: 4a17b156", "tags: [git, shell]")
    repository = Repository(tmp_path, {"_config.yml": f"title: 노트\n{settings}", POST: front + "첫 줄\n둘째 줄"})
    address = "/2024/05/01/Hello-World/"

    assert address in repository.listed("/archive/2024/")
    assert address in repository.listed("/categories/dev/git/")
    assert address in repository.listed("/tags/git/")
    assert ("첫 줄<br>" in repository.main(address)) == is_break
    assert repository.summary(address).startswith("첫 줄 둘째 줄")
