"""Thirty private facts, wherever a vault can hold them: no byte of the site contains one, and the audit agrees."""

from pathlib import Path
from urllib.parse import quote

import pytest

from byeoru.korean.jamo import order
from byeoru.model.project import Job, Profile, Project
from byeoru.session import Everything, session
from command import run_blog
from deploy_test import Bench
from site_test import Silent, SiteTest

# One word for each fact, in nothing that the program writes of itself.
FACTS = tuple(
    f"두루미{word}"
    for word in (
        *(
            "이름",
            "제목",
            "별칭",
            "소제목",
            "태그",
            "분류",
            "시리즈",
            "요약",
            "문장",
            "각주",
            "코드",
            "표",
            "인용",
            "목록",
        ),
        *(
            "그림이름",
            "그림설명",
            "그림캡션",
            "그림바이트",
            "소리이름",
            "임베드절",
            "블록",
            "주석",
            "공개글주석",
            "폴더",
        ),
        *("속성", "링크이름", "수식", "콜아웃", "초안제목", "예약제목"),
    )
)
SECRET = """---
title: 두루미제목
publish: false
aliases: [두루미별칭, 다른두루미별칭]
tags: [두루미태그, 가/두루미태그]
category: 두루미분류
series: 두루미시리즈
summary: 두루미요약
up: "[[두루미속성]]"
extra: {비밀: 두루미속성}
---
# 두루미제목

## 두루미소제목

두루미문장이 있다.[^1] [[열린 글]]에서 $두루미수식$을 본다. ^두루미블록

> [!note] 두루미콜아웃
> 두루미인용

| 두루미표 | b |
|---|---|
| [[열린 글\\|두루미링크이름]] | d |

- 두루미목록 #두루미태그

```
두루미코드
```

![[두루미그림이름.png|두루미그림설명]] ![두루미그림설명](두루미그림이름.png "두루미그림캡션") ![[두루미소리이름.mp3]]

## 두루미임베드절

%%두루미주석%% <!-- 두루미주석 -->

[^1]: 두루미각주
"""
# What visible notes say about hidden ones without naming them in plain words.
OPEN = """---
title: 열린 글
---
앞 [[두루미이름|그 글]], [그 글](두루미폴더/두루미이름.md), [그 글](두루미폴더/두루미이름), [[두루미별칭|그것]] 뒤.
%%두루미공개글주석%%

![[두루미이름#두루미임베드절]]

![[두루미이름#^두루미블록]]

![[두루미이름]]

| 표 |
|---|
| ![[두루미이름#^두루미블록]] |

<a href="두루미폴더/두루미이름.md">그 글</a> ![[열린 그림.png]]
"""


@pytest.fixture
def vault(tmp_path: Path) -> SiteTest:
    """Return a vault with the facts."""
    site = SiteTest(tmp_path)
    site.write(".obsidian/app.json", "{}")
    site.write("열린 글.md", OPEN)
    site.write("다른 글.md", "# 다른 글\n\n[[열린 글]]과 ![[열린 글]]\n\n#가/나\n")
    site.write("두루미폴더/두루미이름.md", SECRET)
    site.write("두루미폴더/초안.md", "---\ntitle: 두루미초안제목\ndraft: true\n---\n[[열린 글]] ![[두루미이름]]\n")
    site.write("두루미폴더/예약.md", "---\ntitle: 두루미예약제목\ndate: 2099-01-01\n---\n[[열린 글]]\n")
    site.write("두루미폴더/두루미그림이름.png", "두루미그림바이트".encode())
    site.write("두루미폴더/두루미소리이름.mp3", b"sound")
    site.write("열린 그림.png", b"open")
    return site


def traces(site: SiteTest) -> list[str]:
    """Return the facts in the bytes or names of the site's files, with the file, in any form of writing."""
    found = []
    for path, data in site.files().items():
        for fact in (*FACTS, "두루미"):
            forms = (fact, quote(fact), fact.encode("unicode_escape").decode(), order(fact))
            if fact in path or any(form.encode() in data for form in forms):
                found.append(f"{fact} in {path}")
    return found


def audited(site: SiteTest) -> list[str]:
    """Build, and return what the audit finds."""
    with session(Project(str(site.root)), site.profile, Silent()) as builds:
        assert builds.run(Job(site.now, 1), Everything()).report.is_written
        builds.flush()
        return sorted(f"{leak.code} {leak.location.path}" for leak in builds.leaks(Job(site.now, 1)))


def test_no_byte_contains_a_private_fact(vault: SiteTest) -> None:
    """Not in pages, addresses, feeds, the search index, the map, pictures or their names."""
    assert len(FACTS) == 30
    sources = "".join(f"{path} {path.read_text()}" for path in vault.root.rglob("*") if path.is_file())
    assert all(fact in sources for fact in FACTS)

    assert audited(vault) == []
    assert traces(vault) == []
    assert any(path.endswith("열린 그림.png") for path in vault.files())


def test_the_same_vault_made_public_shows_them(vault: SiteTest) -> None:
    """The comparison is not vacuous: with `publish: true`, nearly all facts are found."""
    vault.write("두루미폴더/두루미이름.md", SECRET.replace("publish: false", "publish: true"))
    vault.build().must_succeed()

    found = {trace.partition(" in ")[0] for trace in traces(vault)}
    assert found >= {
        f"두루미{word}" for word in ("이름", "제목", "소제목", "태그", "문장", "그림이름", "임베드절", "목록")
    }


def test_a_page_that_becomes_private_leaves_nothing_behind(vault: SiteTest) -> None:
    """What an earlier build published is gone with the next one."""
    vault.write("두루미폴더/두루미이름.md", SECRET.replace("publish: false", "publish: true"))
    vault.build().must_succeed()
    vault.write("두루미폴더/두루미이름.md", SECRET)

    assert audited(vault) == []
    assert traces(vault) == []


@pytest.mark.parametrize("links", ["text", "hide"])
def test_a_bare_link_shows_its_words_or_nothing(vault: SiteTest, links: str) -> None:
    """`private_links: hide` removes the words that name a hidden page, also from the summary; labels are an author's."""
    vault.write("blog.yml", f"title: 시험\nbase_url: https://example.com\nprivate_links: {links}\n")
    vault.write("열린 글.md", "# 열린 글\n\n앞 [[두루미이름]]과 [[다른 글]] 뒤\n")
    vault.build().must_succeed()

    shown = {trace.partition(" in ")[2] for trace in traces(vault)}
    pages = {"열린-글/index.html", "다른-글/index.html", "index.html"}  # the text, a backlink with its sentence, a list
    assert shown == set() if links == "hide" else shown >= pages
    assert audited(vault) == []


def test_the_preview_shows_private_pages_marked(vault: SiteTest) -> None:
    """They are in the folder of the preview alone; `blog build --drafts` builds drafts, but no private page."""
    preview = Profile("preview", str(vault.root / ".blog/preview"), drafts=True, future=True)
    with session(Project(str(vault.root)), preview, Silent()) as builds:
        assert builds.run(Job(vault.now, 1), Everything()).report.is_written
    pages = [path.read_text(encoding="utf-8") for path in (vault.root / ".blog/preview").rglob("*.html")]
    [page] = [page for page in pages if "<h1>두루미제목</h1>" in page]

    assert "두루미문장" in page
    assert '<span class="badge badge-draft">비공개</span>' in page

    vault.drafts = vault.future = True
    vault.build().must_succeed()
    assert not [path for path, data in vault.files().items() if "두루미문장".encode() in data]


def test_a_deployment_stops_for_what_only_a_private_page_shows(tmp_path: Path) -> None:
    """The audit runs before each deployment; nothing is pushed, and `--allow leaks` continues."""
    bench = Bench.made(tmp_path)
    bench.write("content/notes/a.md", "---\npublish: false\n---\n![](/secret.png)\n")
    bench.write("blog.yml", (bench.blog / "blog.yml").read_text() + "publish: [posts]\n")
    bench.write("static/secret.png", "bytes")

    stopped = bench.deploy()

    assert stopped.returncode == 1
    assert "site/secret.png: error[leak-file]" in stopped.stderr
    assert "bytes" not in stopped.stderr  # a log can be public
    assert bench.tip == ""
    bench.deployed("--allow", "leaks")


def test_check_shows_leaks_and_nothing_else(tmp_path: Path) -> None:
    """`blog check --leaks` exits with 1 if there is one."""
    bench = Bench.made(tmp_path)
    bench.write("content/posts/b.md", "---\ntitle: 글\ndate: 2026-01-02\n---\n[깨진 링크](없음.md)\n")
    bench.write("content/notes/a.md", "---\ndraft: true\n---\n![](/secret.png)\n")
    clean = run_blog(bench.blog, "check", "--leaks")
    assert (clean.returncode, clean.stderr) == (0, "")

    bench.write("static/secret.png", "bytes")
    leaking = run_blog(bench.blog, "check", "--leaks")

    assert leaking.returncode == 1
    assert "leak-file" in leaking.stderr
    assert "broken-link" not in leaking.stderr
    assert "broken-link" in run_blog(bench.blog, "check").stderr


def test_no_byte_depends_on_what_a_private_page_says(vault: SiteTest) -> None:
    """With another title, text, headings, tags and attachments, and only the same names, the site is the same."""
    vault.build().must_succeed()
    before = vault.files()
    other = "---\ntitle: 바뀐 제목\npublish: false\naliases: [두루미별칭]\ntags: [딴 태그]\n---\n# 바뀐 제목\n\n[[다른 글]] 바뀐 글\n"
    vault.write("두루미폴더/두루미이름.md", other)
    vault.write("두루미폴더/초안.md", "---\ndraft: true\n---\n없음\n")
    vault.delete("두루미폴더/예약.md")
    vault.write("두루미폴더/새 그림.png", b"new")
    vault.build().must_succeed()

    assert vault.files() == before
