"""Folders of programs without a configuration file, or with one that only changes how texts are read."""

from pathlib import Path

from cases.case import build_case


def test_the_only_folder_of_a_vitepress_repository_is_its_root(tmp_path: Path) -> None:
    """Texts in `src` alone, next to a `package.json`, stand at their paths below it, and links lead there."""
    case = build_case("folders/vitepress-root", tmp_path)

    assert case.problems == ()
    assert 'href="/guide/b.html"' in case.main("/guide/a.html")


def test_a_line_break_in_a_vault_is_one(tmp_path: Path) -> None:
    """Obsidian shows line breaks unless `strictLineBreaks` is set."""
    case = build_case("folders/vault-breaks", tmp_path)

    assert case.problems == ()
    assert "첫 줄<br>" in case.everything()
