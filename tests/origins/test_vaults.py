"""Vaults of Obsidian, and gardens of Quartz, keep line breaks and addresses."""

from pathlib import Path

import pytest

from byeoru.origins.obsidian import PROGRAM
from byeoru.origins.program import Tree
from origins.repository_test import Repository


@pytest.mark.parametrize(
    ("settings", "is_break"),
    [("{}", True), ('{"strictLineBreaks": true}', False), ('{"strictLineBreaks": false}', True)],
)
def test_a_line_break_of_a_vault_is_one(settings: str, is_break: bool, tmp_path: Path) -> None:
    """Line breaks are breaks, unless they are strict."""
    repository = Repository(tmp_path, {".obsidian/app.json": settings, "notes/a.md": "# 가\n\n첫 줄\n둘째 줄"})

    assert ("첫 줄<br>" in repository.main(repository.addresses()["notes/a.md"])) == is_break


def test_a_permalink_is_the_address_of_a_note(tmp_path: Path) -> None:
    """A note of a vault is published at its permalink; others at addresses of ours."""
    notes = {"notes/a.md": "---\npermalink: 도움말/링크\n---\n글", "notes/b.md": "글"}
    addresses = Repository(tmp_path, {".obsidian/app.json": "{}", **notes}).addresses()

    assert addresses == {"notes/a.md": "/도움말/링크/", "notes/b.md": "/notes/b/"}


def test_a_folder_of_ours_that_is_opened_in_obsidian_stays_ours(tmp_path: Path) -> None:
    """Settings of the editor next to `content` change nothing."""
    files = {".obsidian/app.json": "{}", "content/posts/a.md": "---\ndate: 2024-05-01\n---\n# 가\n\n첫 줄\n둘째 줄"}
    repository = Repository(tmp_path, files)

    assert "첫 줄\n둘째 줄" in repository.main("/posts/a/")
    assert repository.moves.program == ""


def test_notes_of_quartz_keep_their_case(tmp_path: Path) -> None:
    """Spaces are hyphens, letters keep their case; the file of Quartz redirects."""
    files = {
        "quartz.config.ts": 'const config = { configuration: { pageTitle: "정원", baseUrl: "me.github.io/garden" } }\n',
        "content/index.md": "# 집",
        "content/Dev Notes/R&D.md": "# 연구",
        "content/Dev Notes/index.md": "# 개발",
    }
    repository = Repository(tmp_path, files)

    assert repository.addresses()["content/Dev Notes/R&D.md"] == "/Dev-Notes/R-and-D/"
    assert repository.addresses()["content/Dev Notes/index.md"] == "/Dev-Notes/"
    assert "/Dev-Notes/R-and-D.html" in repository.pages


def test_settings_of_a_vault_about_attachments_and_links_are_read() -> None:
    """Where new attachments go and how new links are written is known from `.obsidian/app.json`."""
    settings = '{"attachmentFolderPath": "첨부", "newLinkFormat": "relative"}'
    tree = Tree([".obsidian/app.json"], {".obsidian/app.json": settings})
    origin = PROGRAM.read(tree).value

    assert (origin.value("attachments"), origin.value("link_format")) == ("첨부", "relative")
