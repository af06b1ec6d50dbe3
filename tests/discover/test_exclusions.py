"""What the configuration of another program leaves out, in each spelling of its list."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.discover.exclusions import exclusions_of
from site_test import SiteTest


def covered(root: Path, content: str, *paths: str) -> list[str]:
    """Return those of *paths* that the configuration in *root* leaves out."""
    exclusions = exclusions_of(str(root), content)
    return [path for path in paths if exclusions.covers(path)]


@pytest.mark.parametrize(
    "written",
    [
        "exclude:\n  - /docs # the theme's own\n  - 'test'\n  - \"*.txt\"\n",
        "exclude:\n- docs/\n\n# samples\n- test\n- '*.txt'\nbaseurl: /x\n",
        "title: x\nexclude: [docs, 'test',\n  \"*.txt\"]\n",
        "sass:\n  exclude: [_posts]\nexclude: [docs, test, '*.txt']\r\n",
    ],
)
def test_exclude_of_jekyll(tmp_path: Path, written: str) -> None:
    """Items are globs whose `*` matches slashes, or beginnings of paths."""
    (tmp_path / "_config.yml").write_text(written)

    paths = ("docs/", "docs/a.md", "test/_posts/a.md", "a/b.txt", "_posts/a.md", "adocs/a.md")
    assert covered(tmp_path, "", *paths) == ["docs/", "docs/a.md", "test/_posts/a.md", "a/b.txt"]


def test_retired_posts_of_jekyll(tmp_path: Path) -> None:
    """A folder of posts under another name is left out, as in Jekyll, unless the configuration names it."""
    (tmp_path / "_config.yml").write_text("collections:\n  posts_en:\n    output: true\n")

    paths = (
        "_posts/a.md",
        "_posts_en/a.md",
        "_pages/a.md",
        "a/_posts/b.md",
        "_posts_old/a.md",
        "_drafts_2/",
        "a/_posts2/b",
    )
    assert covered(tmp_path, "", *paths) == ["_posts_old/a.md", "_drafts_2/", "a/_posts2/b"]


def test_include_of_jekyll_wins(tmp_path: Path) -> None:
    """What `include` names is read, even if `exclude` names it too."""
    (tmp_path / "_config.yml").write_text("exclude: [docs]\ninclude:\n  - docs/a.md\n")

    assert covered(tmp_path, "", "docs/a.md", "docs/b.md") == ["docs/b.md"]


def test_lists_of_hexo(tmp_path: Path) -> None:
    """In Hexo `*` matches no slash, and `**` folders; paths are below `source`, those of `ignore` anywhere."""
    (tmp_path / "_config.yml").write_text("skip_render:\n  - 'demo/**/*.md'\n  - README.md\nignore: ['**/x.md']\n")

    paths = ("source/demo/a.md", "source/demo/b/c.md", "source/README.md", "source/a/README.md", "source/a/x.md")
    assert covered(tmp_path, "source", *paths) == [*paths[:3], paths[4]]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("hugo.toml", "ignoreFiles = [ '\\.Rmd$', # R\n \"_cache\" ]\n"),
        ("config.yaml", "ignoreFiles:\n  - \\.Rmd$\n  - _cache\n"),
        ("config/_default/hugo.json", '{"ignoreFiles": ["\\\\.Rmd$", "_cache"]}'),
    ],
)
def test_ignored_files_of_hugo(tmp_path: Path, name: str, written: str) -> None:
    """Regular expressions are searched for in the whole path."""
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(written)

    paths = ("content/a.Rmd", "content/a_cache/x.md", "content/aRmd", "content/a.md")
    assert covered(tmp_path, "content", *paths) == ["content/a.Rmd", "content/a_cache/x.md"]


def test_a_configuration_outside_of_the_project_is_not_read(tmp_path: Path) -> None:
    """A symbolic link that leads out of the project excludes nothing."""
    (tmp_path / "outside.yml").write_text("exclude: [docs]\n")
    root = tmp_path / "project"
    root.mkdir()
    (root / "_config.yml").symlink_to("../outside.yml")

    assert covered(root, "", "docs/a.md") == []


@given(
    text=st.text(alphabet="exclude:[]-'\"\\ #\n*ab,", max_size=60),
    path=st.text(alphabet="ab/*.", min_size=1, max_size=9),
)
def test_any_configuration_is_read(tmp_path_factory: pytest.TempPathFactory, text: str, path: str) -> None:
    """Any text is a configuration, and any path is compared with it."""
    root = tmp_path_factory.mktemp("any")
    (root / "_config.yml").write_text("exclude:" + text)

    for content in ("", "source"):
        covered(root, content, path)


def test_a_hidden_folder_that_is_included_is_published(site: SiteTest) -> None:
    """`include: [.well-known]` publishes the proofs in this folder."""
    site.write("_config.yml", "include: ['.well-known']\n")
    site.write("_posts/2026-01-02-a.md", "---\ntitle: a\n---\n글\n")
    site.write(".well-known/security.txt", "Contact: x\n")
    site.build().must_succeed()

    assert ".well-known/security.txt" in site.files()
