"""An address that the world knows does not vanish unnoticed."""

import subprocess

import pytest

from byeoru.base.yaml_nodes import read_mapping
from byeoru.publish.splice import with_alias
from deploy_test import Bench, git


def test_a_page_that_is_gone_stops_the_deployment(bench: Bench) -> None:
    """Also on another machine, where nothing is remembered; lists that vanish are no promise."""
    bench.write("content/posts/p0.md", "---\ntitle: 글 0\ndate: 2026-01-02\ntags: [하나]\n---\n본문\n")
    bench.deployed()
    subprocess.run(["rm", "-r", bench.blog / ".blog"], check=True)
    (bench.blog / "content/posts/p0.md").unlink()

    stopped = bench.deploy()

    assert stopped.returncode == 1
    assert "1 published addresses would lead nowhere: /posts/p0/" in stopped.stderr
    assert "/tags/: 1 removed" in stopped.stdout
    assert "broken addresses: 1" in stopped.stdout


def test_a_branch_of_another_program_has_addresses_too(bench: Bench) -> None:
    """What Hexo or Jekyll published is read from their files."""
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
    """`--redirect` writes the old address into its aliases; every other byte of the file stays."""
    source = '---\r\n# 손대지 마세요\r\ntitle: "글 0"   # 제목\r\ndate: 2026-01-02\r\n---\r\n본문\r\n'
    bench.write("content/posts/p0.md", source)
    bench.deployed()
    (bench.blog / "content/posts/p0.md").rename(bench.blog / "content/posts/새이름.md")

    offered = bench.deploy()
    bench.deployed("--redirect")

    assert "moved: /posts/p0/ → /posts/새이름/" in offered.stderr
    written = (bench.blog / "content/posts/새이름.md").read_bytes().decode()
    assert written == source.replace("01-02\r\n", "01-02\r\naliases: [/posts/p0/]\r\n")
    assert "/posts/%EC%83%88" in bench.show("posts/p0/index.html")
    assert "nothing to send" in bench.deployed()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: a # 말\n", "title: a # 말\naliases: [/old/]\n"),
        ("title: a", "title: a\naliases: [/old/]\n"),
        ("aliases: [/x/]  # 둘\ntitle: a\n", "aliases: [/old/, /x/]  # 둘\ntitle: a\n"),
        ("aliases: []\ntitle: a\n", "aliases: [/old/]\ntitle: a\n"),
        (
            "aliases:\n  - '/x/'   # 첫째\n  - /y/\ntitle: a\n",
            "aliases:\n  - /old/\n  - '/x/'   # 첫째\n  - /y/\ntitle: a\n",
        ),
        ("aliases:\n- /x/\ntitle: a\n", "aliases:\n- /old/\n- /x/\ntitle: a\n"),
        ("redirect_from: /x/\ntitle: a\n", "redirect_from: [/old/, /x/]\ntitle: a\n"),
        ("aliases: '/x/' # 하나\n", "aliases: [/old/, '/x/'] # 하나\n"),
        ("aliases: # 아직\ntitle: a\n", "aliases: [/old/] # 아직\ntitle: a\n"),
    ],
)
def test_an_alias_is_spliced_into_every_form(before: str, after: str) -> None:
    """Comments, order and quotes are the author's."""
    assert with_alias(before, "/old/") == after


def test_an_address_that_yaml_would_misread_is_quoted() -> None:
    """Colons, commas, brackets and quotes."""
    for address in ("/a: b/", "/it's/", "/a,b/", "/[a]/", "/a #b/"):
        text = with_alias("title: a\n", address)
        assert text
        [(_, _), (_, node)] = read_mapping(text).pairs
        assert node.items[0].text == address  # type: ignore[union-attr]


@pytest.mark.parametrize("header", ["title: [번역] 글\n", "{title: a}\n", "aliases: {a: b}\n"])
def test_what_cannot_be_spliced_is_left(header: str) -> None:
    """The author is asked to write it by hand."""
    assert with_alias(header, "/old/") is None
