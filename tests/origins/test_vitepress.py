"""Repositories of VitePress keep their addresses."""

from pathlib import Path

import pytest

from origins.repository_test import Repository


@pytest.mark.parametrize(
    ("config", "options", "root", "address"),
    [
        (".vitepress/config.mts", "title: '노트'", "", "/guide/b.html"),
        ("docs/.vitepress/config.ts", "cleanUrls: true", "docs/", "/guide/b/"),
        (".vitepress/config.js", "srcDir: './src'", "src/", "/guide/b.html"),
    ],
)
def test_texts_stand_at_their_paths(config: str, options: str, root: str, address: str, tmp_path: Path) -> None:
    """A text is a file, or a folder if addresses are clean; its links lead there."""
    files = {
        config: f"export default defineConfig({{\n  {options},\n}})\n",
        f"{root}guide/a.md": "# 가\n\n[나](/guide/b)",
        f"{root}guide/b.md": "# 나",
    }
    repository = Repository(tmp_path, files)

    assert repository.addresses()[f"{root}guide/b.md"] == address
    assert address in repository.listed(address.replace("b", "a"))
    assert repository.moves.program == "VitePress"


def test_a_language_has_its_edition(tmp_path: Path) -> None:
    """A folder of a language in the root is an edition at the same addresses."""
    files = {
        "docs/.vitepress/config.ts": "export default { cleanUrls: true, lang: 'ko' }\n",
        "docs/guide/a.md": "# 가",
        "docs/en/guide/a.md": "# A",
    }

    assert Repository(tmp_path, files).addresses() == {
        "docs/guide/a.md": "/guide/a/",
        "docs/en/guide/a.md": "/en/guide/a/",
    }
