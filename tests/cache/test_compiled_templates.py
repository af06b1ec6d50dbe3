"""Compiled templates are found again by the same user, and nobody else's are."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from byeoru.cache import compiled_templates
from byeoru.cache.compiled_templates import CompiledTemplates
from command import run_blog_process
from site_test import SiteTest

TEXTS = ("<p>{{ page.title }}</p>", "post.html", "templates/post.html")
OTHERS = ("<p>{{ page.title }}</p>", "post.html", "themes/hanji/templates/post.html")
CODE = compile("found = True", "post.html", "exec")


def files(folder: Path) -> list[Path]:
    """Return the files of compiled templates."""
    return sorted(folder.glob("templates/*"))


def test_a_template_is_found_by_all_of_its_texts(tmp_path: Path) -> None:
    """A file of another theme with the same text has other lines in its error messages."""
    CompiledTemplates(str(tmp_path)).put(TEXTS, CODE)
    later = CompiledTemplates(str(tmp_path))

    assert later.get(TEXTS) == CODE
    assert later.get(OTHERS) is None


def test_another_program_compiles_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The code depends on how this version counts its work."""
    CompiledTemplates(str(tmp_path)).put(TEXTS, CODE)
    monkeypatch.setattr(compiled_templates, "program_digest", lambda: "the next version")

    assert CompiledTemplates(str(tmp_path)).get(TEXTS) is None


@pytest.mark.parametrize("kept_bytes", [0, 10, 32, 60, -1])
def test_what_is_damaged_is_compiled_again(tmp_path: Path, kept_bytes: int) -> None:
    """A file that ends early, or has other bytes, is never read as code."""
    kept = CompiledTemplates(str(tmp_path))
    kept.put(TEXTS, CODE)
    (file,) = files(tmp_path)
    file.write_bytes(file.read_bytes()[:kept_bytes] + b"\xff" * (kept_bytes < 0))

    assert kept.get(TEXTS) is None
    kept.put(TEXTS, CODE)
    assert kept.get(TEXTS) == CODE


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="needs POSIX permissions")
def test_a_folder_that_others_can_write_to_is_not_used(tmp_path: Path) -> None:
    """Somebody else could have put code there."""
    kept = CompiledTemplates(str(tmp_path))
    kept.put(TEXTS, CODE)
    (tmp_path / "templates").chmod(0o777)

    assert kept.get(TEXTS) is None


@pytest.mark.parametrize("parent", ["", "/proc/nobody"])
def test_a_user_without_a_folder_compiles_each_time(parent: str) -> None:
    """No home, or one that cannot be written to, is no problem."""
    kept = CompiledTemplates(parent)
    kept.put(TEXTS, CODE)

    assert kept.get(TEXTS) is None


def test_old_ones_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An author who edits a template makes a new one with each save."""
    monkeypatch.setattr(compiled_templates, "_MANY", 10)
    kept = CompiledTemplates(str(tmp_path))
    for number in range(40):
        kept.put((str(number), *TEXTS), CODE)
        os.utime(max(files(tmp_path), key=lambda file: file.stat().st_mtime_ns), (number, number))

    assert len(files(tmp_path)) <= 10
    assert kept.get(("39", *TEXTS)) == CODE


def test_the_next_process_compiles_only_what_was_edited(site: SiteTest, tmp_path: Path) -> None:
    """Pages are the same with compiled templates and without."""
    site.write("content/posts/a.md", "---\ntitle: A\ndate: 2026-03-01\n---\n본문\n")
    site.write("templates/post.html", '{% extends "theme:post.html" %}')
    place = tmp_path / "cache"

    def build() -> dict[str, bytes]:
        done = run_blog_process(site.root, "build", XDG_CACHE_HOME=str(place))
        assert done.returncode == 0, done.stderr
        return site.files()

    pages, first = build(), files(place / "byeoru")
    shutil.rmtree(site.root / ".blog")
    shutil.rmtree(site.root / "site")
    assert build() == pages
    assert files(place / "byeoru") == first
    site.write("templates/post.html", '{% extends "theme:post.html" %}{# 고침 #}')
    build()
    assert len(files(place / "byeoru")) == len(first) + 1


def test_a_project_cannot_bring_code(site: SiteTest, tmp_path: Path) -> None:
    """The folder is not in the project, not even where the user's variable names a relative path."""
    script = "from byeoru.base.user_folders import user_cache_directory; print(user_cache_directory())"
    environment = {**os.environ, "XDG_CACHE_HOME": "cache", "HOME": str(tmp_path)}
    words = (sys.executable, "-c", script)
    place = subprocess.run(words, cwd=site.root, env=environment, capture_output=True, text=True, check=True).stdout

    assert place.strip().startswith(str(tmp_path))
    assert not place.strip().startswith(str(site.root))
