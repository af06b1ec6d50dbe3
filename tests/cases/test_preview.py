"""The preview while an author works."""

from functools import partial
from pathlib import Path

from cases.case import build_case
from serve.preview import Preview, wait_for
from site_test import SiteTest


def test_a_new_folder_with_a_file_below_it_is_no_problem(tmp_path: Path) -> None:
    """The page appears each time, although the folder and the file below it are named in one batch."""
    case = build_case("reports/47-serve-new-nested-folder", tmp_path)
    preview = Preview(SiteTest(case.root))
    try:
        for number in range(4):
            folder = case.root / f"content/posts/n{number}/deep"
            folder.mkdir(parents=True)
            (folder / f"z{number}.md").write_text("---\ntitle: z\ndate: 2026-01-02\n---\nx\n", encoding="utf-8")
            wait_for(partial(_is_there, preview, f"/posts/z{number}/"), "page")
    finally:
        preview.close()

    assert "same-name" not in preview.output()


def _is_there(preview: Preview, address: str) -> bool:
    return preview.get(address)[0] == 200
