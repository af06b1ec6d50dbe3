"""A published address does not disappear unnoticed."""

import subprocess
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.base.diagnostic import Diagnostic
from byeoru.parse.field_reading import Reading
from byeoru.parse.fields import read_fields
from byeoru.parse.frontmatter import read_header, split
from byeoru.renaming.alias import with_alias
from deploy_test import Bench, git


def test_a_removed_page_stops_the_deployment(bench: Bench) -> None:
    """It is recognized on another machine too; removed lists do not stop a deployment."""
    bench.write("content/posts/p0.md", "---\ntitle: 글 0\ndate: 2026-01-02\ntags: [하나]\n---\n본문\n")
    bench.deployed()
    subprocess.run(["rm", "-r", bench.blog / ".blog"], check=True)
    (bench.blog / "content/posts/p0.md").unlink()

    stopped = bench.deploy()

    assert stopped.returncode == 1
    assert "1 published address would break: /posts/p0/" in stopped.stderr
    assert "/tags/: 1 deleted" in stopped.stdout
    assert "1 address would break" in stopped.stdout


def test_a_branch_of_another_program_has_addresses_too(bench: Bench) -> None:
    """The addresses on a branch of Hexo or Jekyll are derived from its files."""
    other = bench.folder / "hexo"
    git(bench.folder, "init", "--quiet", "-b", "gh-pages", "hexo")
    (other / "2024/01/old").mkdir(parents=True)
    (other / "2024/01/old/index.html").write_text("<title>글 0 · 시험</title>", encoding="utf-8")
    (other / "index.html").write_text("")
    git(other, "add", ".")
    git(other, "commit", "--quiet", "-m", "Site updated")
    git(other, "push", "--quiet", "../remote.git", "gh-pages")

    assert "/2024/01/old/" in bench.deploy().stderr


def test_a_moved_post_is_recognised_and_redirected(bench: Bench) -> None:
    """`--redirect` adds the old address to its aliases; all other bytes of the file stay."""
    source = '---\r\n# 손대지 마세요\r\ntitle: "글 0"   # 제목\r\ndate: 2026-01-02\r\n---\r\n본문\r\n'
    bench.write("content/posts/p0.md", source)
    bench.deployed()
    (bench.blog / "content/posts/p0.md").rename(bench.blog / "content/posts/새이름.md")

    offered = bench.deploy()
    tried = bench.deploy("--redirect", "--dry-run")
    assert ("moved: " in tried.stderr, "aliases" in (bench.blog / "content/posts/새이름.md").read_text()) == (
        True,
        False,
    )
    bench.deployed("--redirect")

    assert "moved: /posts/p0/ → /posts/새이름/" in offered.stderr
    written = (bench.blog / "content/posts/새이름.md").read_bytes().decode()
    assert written == source.replace("01-02\r\n", "01-02\r\naliases: [/posts/p0/]\r\n")
    assert "/posts/%EC%83%88" in bench.show("posts/p0/index.html")
    assert "nothing to deploy" in bench.deployed()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\n---\nx", "---\naliases: [/old/]\n---\nx"),
        ("---\r\n---\r\nx", "---\r\naliases: [/old/]\r\n---\r\nx"),
        ("---\t\n# c\n---\n", "---\t\n# c\naliases: [/old/]\n---\n"),
        ("\n\n---\ntitle: a\n...\nx", "\n\n---\ntitle: a\naliases: [/old/]\n...\nx"),
        ("\ufeff---\nalias: /a/\r\n---\nx\r\n", "\ufeff---\nalias: [/old/, /a/]\r\n---\nx\r\n"),
        ("---\raliases:\r- /a/\r---\rx", "---\raliases:\r- /old/\r- /a/\r---\rx"),
    ],
)
def test_an_alias_is_inserted_into_the_front_matter(before: str, after: str) -> None:
    """Blank lines, byte order marks and mixed line ends around it stay."""
    assert with_alias(before, "/old/") == after


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x\n",
        "+++\ntitle = 'a'\n+++\nx\n",
        "---\ntitle: a\n",
        "---\n\n문단\n\n---\n",
        "---\ntitle: [번역] 글\n---\n",
    ],
)
def test_a_page_without_valid_yaml_is_not_edited(text: str) -> None:
    """A hint tells the author to add the alias by hand."""
    assert with_alias(text, "/old/") is None


@given(st.text("/ab%#?:,[]'\" 가", min_size=1, max_size=12))
def test_an_inserted_alias_is_read_as_the_same_address(rest: str) -> None:
    """Characters with a meaning in YAML or URLs are quoted."""
    address = f"/x{rest.rstrip()}/"
    text = with_alias("---\ntitle: a\n---\n", address)

    assert text is not None
    problems: list[Diagnostic] = []
    header = read_header(split(text), "a.md", problems)
    fields = read_fields(header, 1, "a.md", Reading(UTC), problems)
    assert [alias.target for alias in fields.aliases] == [address]
    assert problems == []
