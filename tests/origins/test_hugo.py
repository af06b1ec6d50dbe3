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


def test_bundles_slugs_and_urls(tmp_path: Path) -> None:
    """A bundle is its folder, `slug` its last segment, `url` the address itself, also with placeholders."""
    files = {
        "hugo.toml": "title = '노트'\n",
        "content/posts/First Post/index.md": FRONT + "본문",
        "content/posts/a.md": FRONT.replace("---\n", "---\nslug: other-name\n", 1) + "본문",
        "content/posts/b.md": FRONT.replace("---\n", "---\nurl: /old/b.html\n", 1) + "본문",
        "content/posts/c.md": FRONT.replace("---\n", "---\nurl: /:year/:contentbasename/\n", 1) + "본문",
        "content/about.md": "---\ntitle: 소개\n---\n본문",
    }

    assert list(Repository(tmp_path, files).addresses().values()) == [
        "/posts/first-post/",
        "/posts/other-name/",
        "/old/b.html",
        "/2024/c/",
        "/about/",
    ]


def test_languages_have_folders_and_patterns_of_their_own(tmp_path: Path) -> None:
    """`contentDir` tells the language of a folder; the main language may have a folder in addresses, too."""
    config = (
        "defaultContentLanguage: ko\ndefaultContentLanguageInSubdir: true\nlanguages:\n"
        "  ko: {contentDir: content/korean}\n"
        "  en: {contentDir: content/english, permalinks: {posts: '/p/:contentbasename/'}}\n"
    )
    files = {
        "hugo.yaml": config,
        "content/korean/posts/a.md": FRONT + "본문",
        "content/english/posts/a.md": FRONT + "A paragraph that is longer than any summary. " * 2,
    }
    repository = Repository(tmp_path, files, "language: ko\n")

    assert list(repository.addresses().values()) == ["/ko/posts/a/", "/en/p/a/"]
    assert 'hreflang="en"' in repository.pages["/ko/posts/a/"]


def test_names_of_files_end_with_any_language_of_the_configuration(tmp_path: Path) -> None:
    """`a.id.md` is Indonesian if the site has that language, and else a name with a dot."""
    config = "defaultContentLanguage: ko\nlanguages:\n  ko: {weight: 1}\n  id: {weight: 2}\n"
    files = {"hugo.yaml": config, "content/posts/a.ko.md": FRONT + "본문", "content/posts/a.id.md": FRONT + "본문"}

    addresses = Repository(tmp_path, files, "language: ko\n").addresses()

    assert addresses["content/posts/a.id.md"] == "/id/posts/a/"


def test_letters_keep_their_case_if_the_configuration_says_so(tmp_path: Path) -> None:
    """`disablePathToLower` keeps them in paths and patterns."""
    config = "disablePathToLower = true\n[permalinks]\nposts = '/:section/:contentbasename/'\n"
    repository = Repository(tmp_path, {"hugo.toml": config, "content/posts/Hello.md": FRONT + "본문"})

    assert list(repository.addresses().values()) == ["/posts/Hello/"]


def test_front_matter_of_a_post_is_read_as_hugo_does(tmp_path: Path) -> None:
    """A list of categories is several, a line break is none, a folder `content` may have another name."""
    files = {"hugo.toml": "contentDir = 'texts'\n", "texts/posts/a.md": FRONT + "첫 줄\n둘째 줄"}
    repository = Repository(tmp_path, files)

    assert "/posts/a/" in repository.listed("/categories/dev/")
    assert "/posts/a/" in repository.listed("/categories/life/")
    assert "/posts/a/" in repository.listed("/archive/2024/")
    assert "첫 줄\n둘째 줄" in repository.main("/posts/a/")
