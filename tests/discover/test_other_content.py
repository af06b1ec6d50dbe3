"""The folder of texts that another program's configuration names."""

import os
from pathlib import Path

import pytest

from byeoru.discover.layout import layout_of
from byeoru.discover.other_content import other_content


@pytest.mark.parametrize(
    ("path", "text", "folder"),
    [
        ("mkdocs.yml", "site_name: x\ndocs_dir: 'wiki'  # texts\n", "wiki"),
        ("mkdocs.yml", "site_name: x\n", "docs"),
        ("mkdocs.yml", "# docs_dir: wiki\n", "docs"),
        ("hugo.toml", 'contentDir = "wiki"\n', "wiki"),
        ("_config.yml", "source_dir: wiki/\n", "wiki"),
        ("docs/.vitepress/config.mts", "export default {\n  srcDir: './wiki',\n}", "docs/wiki"),
        (".vitepress/config.ts", "srcDir: 'wiki'", "wiki"),
        ("book.toml", '[book]\nsrc = "wiki"\n', "wiki"),
        ("src/.vuepress/config.js", "", "src"),
    ],
)
def test_the_configuration_names_the_folder(path: str, text: str, folder: str, tmp_path: Path) -> None:
    """One line of it is read; nothing else of the project is."""
    for name in ("wiki", "docs", "src", "docs/wiki"):
        (tmp_path / name).mkdir()
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text(text, encoding="utf-8")

    assert other_content(str(tmp_path)) == folder
    assert folder in dict(layout_of(str(tmp_path)).folders)
    assert "" not in dict(layout_of(str(tmp_path)).folders)


@pytest.mark.parametrize("value", ["../outside", "/etc", ".", ".git", "missing", "a\\..\\b", "~"])
def test_a_folder_that_is_none_of_the_project_is_not_used(value: str, tmp_path: Path) -> None:
    """It must exist, below the project, and not be hidden."""
    (tmp_path / "outside").mkdir()
    project = tmp_path / "project"
    (project / ".git").mkdir(parents=True)
    (project / "mkdocs.yml").write_text(f"docs_dir: {value}\n", encoding="utf-8")

    assert other_content(str(project)) == ""


def test_a_configuration_that_is_no_file_is_not_read(tmp_path: Path) -> None:
    """A fifo does not hang the build, and a symbolic link is not followed."""
    (tmp_path / "wiki").mkdir()
    (tmp_path / "secret").write_text("source_dir: wiki\n", encoding="utf-8")
    os.mkfifo(tmp_path / "mkdocs.yml")
    os.symlink("secret", tmp_path / "_config.yml")

    assert other_content(str(tmp_path)) == ""
