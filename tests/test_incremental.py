"""The property that guards the design: the bytes of a site depend only on its files, not on its history."""

import contextlib
import os
import random
import re
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from byeoru.cache import traces
from picture_test import exif, picture
from site_test import SiteTest, files_below

NAMES = st.sampled_from(["a", "b", "한글", "sub/c", "d", "a.en", "sub/c.en"])
TITLES = st.sampled_from(["하나", "둘 <b>", 'Three: "3"', "넷"])
TAGS = st.lists(st.sampled_from(["docker", "Docker", "C++", "도커"]), max_size=2, unique=True)
BODIES = st.sampled_from(
    [
        "본문",
        "[a](a.md) [x](/posts/b/)",
        "![그림](../images/p.png)",
        "```python\nx = 1\n```",
        "# 제목\n\n[없음](zz.md)",
        "|a|\n|-|\n|1|",
        "## 절\n\n[a](a.md#절) [b](b.md#x) [여기](#절)",
        "문단\n\n## x\n\n[a](a.md#절)",
        "[[a]]를 본다. [[b|라벨]]도 본다. [[한글#절]]",
        "![[a]]\n\n다음 [[별칭]]은 [[c#x]]",
        "## 절\n\n블록 ^x\n\n![[b#절]]\n\n![[d#^x]]",
    ]
)
SERVICES = st.sampled_from(
    [
        "",
        "search: false\n",
        "sections: {posts: {search: false}}\n",
        "comments: {provider: utterances, repo: a/b}\n",
        "comments: {provider: utterances, repo: a/c}\nanalytics: {provider: goatcounter, code: a, show: true}\n",
    ]
)
PICTURES = st.sampled_from(
    [b"", b"png", picture("PNG", (3, 2)), picture("JPEG", (3, 2), exif=exif()), picture("PNG", (9, 9), exif=exif())]
)
DAYS = st.integers(-3, 3)
FIELDS = st.sampled_from(
    [
        "",
        "pin: true\n",
        "authors: [김, 이]\n",
        "series: 연재\n",
        "lang: en\ntranslation_of: b\n",
        "unlisted: true\n",
        "search: false\n",
        "cover: ../images/p.png\n",
        "category: 운영/도커\n",
        "toc: false\n",
        "aliases: [별칭]\n",
        "publish: false\n",
        "up: '[[a]]'\n",
    ]
)
TEMPLATES = st.sampled_from(
    [
        "{{ page.title }} {{ page.body }}",
        "{{ page.title }}{% for one in site.recent(2) %}{{ one.title }}{% endfor %}{{ page.body }}",
        "{% from 'm.html' import hello with context %}{{ hello() }}{{ page.older.title if page.older }}",
        "{% include 'n.html' ignore missing %}{% for tag in site.tags() %}{{ tag.name }}{{ tag.count }}{% endfor %}",
        "{% extends 'theme:post.html' %}{% block footer %}{{ super() }}{{ page.title }}{% endblock %}",
    ]
)


class History(RuleBasedStateMachine):
    """A site in a folder of its own, which the rules of a history change."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="byeoru-"))
        (self.folder / "blog").mkdir()
        self.site = SiteTest(self.folder / "blog")
        self.number = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


class Edits(History):
    """Any history of edits, kills and damage; each build is compared with a clean one."""

    @property
    def posts(self) -> list[str]:
        return sorted(
            f"content/posts/{path.relative_to(self.site.root / 'content/posts').as_posix()}"
            for path in (self.site.root / "content/posts").rglob("*.md")
        )

    @initialize()
    def begin(self) -> None:
        self.site.write("content/posts/a.md", "# 처음\n")

    @rule(name=NAMES, title=TITLES, tags=TAGS, body=BODIES, days=DAYS, draft=st.booleans(), fields=FIELDS)
    def write(self, name: str, title: str, tags: list[str], body: str, days: int, draft: bool, fields: str) -> None:
        date = self.site.now + timedelta(days=days)
        header = f"title: '{title}'\ntags: [{', '.join(tags)}]\ndate: {date:%Y-%m-%d %H:%M}\n" + "draft: true\n" * draft
        header += fields
        self.site.write(f"content/posts/{name}.md", f"---\n{header}---\n{body}\n")

    @rule(
        name=NAMES, body=BODIES, mark=st.sampled_from(["", "---\ncomments: true\n---\n", "---\ncomments: false\n---\n"])
    )
    def write_bare(self, name: str, body: str, mark: str) -> None:
        self.site.write(f"content/notes/{name}.md", mark + body)

    @precondition(lambda self: self.posts)
    @rule(data=st.data(), name=NAMES)
    def copy_or_rename(self, data: st.DataObject, name: str) -> None:
        old = data.draw(st.sampled_from(self.posts))
        if data.draw(st.booleans()):
            self.site.move(old, f"content/posts/{name}.md")
        else:
            text = (self.site.root / old).read_bytes()
            self.site.write(f"content/posts/{name}.md", text)

    @precondition(lambda self: self.posts)
    @rule(data=st.data(), title=TITLES)
    def retitle(self, data: st.DataObject, title: str) -> None:
        """Give a post another title, which pages show that link to it or list it, and by which links call it."""
        place = self.site.root / data.draw(st.sampled_from(self.posts))
        place.write_text(re.sub("^title: .*", f"title: '{title}'", place.read_text(), flags=re.MULTILINE))

    @precondition(lambda self: self.posts)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.site.delete(data.draw(st.sampled_from(self.posts)))

    @precondition(lambda self: self.posts)
    @rule(data=st.data())
    def edit_unseen(self, data: st.DataObject) -> None:
        """Change a post without changing its size or its time."""
        place = self.site.root / data.draw(st.sampled_from(self.posts))
        found = place.stat()
        place.write_bytes(place.read_bytes().replace("본".encode(), "문".encode()))
        os.utime(place, ns=(found.st_atime_ns, found.st_mtime_ns))

    @rule(back=st.integers(0, 10**6))
    def touch_everything(self, back: int) -> None:
        """Give every file another time, as a checkout does, or an old one."""
        for place in self.site.root.rglob("*.md"):
            when = time.time_ns() - back * 10**9
            os.utime(place, ns=(when, when))

    @rule(place=st.sampled_from(["content/images/p.png", "static/q.png"]), data=PICTURES)
    def picture(self, place: str, data: bytes) -> None:
        if data:
            self.site.write(place, data)
        else:
            (self.site.root / place).unlink(missing_ok=True)

    @rule(text=TEMPLATES, word=st.sampled_from(["하나", "둘"]))
    def template(self, text: str, word: str) -> None:
        self.site.write("templates/post.html", text)
        self.site.write("templates/m.html", "{% macro hello() %}" + word + "{{ site.title }}{% endmacro %}")

    @rule(there=st.booleans(), name=st.sampled_from(["post.html", "n.html", "page.html"]))
    def template_comes_or_goes(self, there: bool, name: str) -> None:
        if there:
            self.site.write(f"templates/{name}", "{{ site.title }} " + name)
        else:
            (self.site.root / "templates" / name).unlink(missing_ok=True)

    @rule(
        title=st.sampled_from(["가", "나"]),
        path=st.sampled_from(["", "/notes"]),
        accent=st.sampled_from(["red", "blue"]),
        theme=st.sampled_from(["hanji", "mine"]),
        breaks=st.booleans(),
        services=SERVICES,
    )
    def change_settings(self, title: str, path: str, accent: str, theme: str, breaks: bool, services: str) -> None:
        self.site.write("themes/mine/theme.yml", "extends: hanji\n")
        self.site.write("themes/mine/templates/page.html", "나의 {{ page.title }} {{ theme.accent }}")
        self.site.write(
            "themes/mine/templates/post.html", "{% extends 'theme:post.html' %}{% block icon %}{% endblock %}"
        )
        self.site.write(
            "blog.yml",
            f"title: {title}\nbase_url: https://example.com{path}\ntheme: {{name: {theme}, accent: {accent}}}\n"
            f"markdown: {{breaks: {str(breaks).lower()}}}\npage_size: 2\n{services}",
        )

    @rule(hours=st.integers(-30, 60))
    def clock(self, hours: int) -> None:
        self.site.now += timedelta(hours=hours)

    @rule(drafts=st.booleans(), future=st.booleans())
    def choices(self, drafts: bool, future: bool) -> None:
        self.site.drafts, self.site.future = drafts, future

    @rule(
        at=st.floats(0, 1, exclude_max=True),
        bit=st.integers(0, 7),
        how=st.sampled_from(["cut", "flip", "version", "gone"]),
    )
    def damage_cache(self, at: float, bit: int, how: str) -> None:
        place = self.site.root / ".blog" / "cache.db"
        if not place.exists():
            return
        if how == "gone":
            shutil.rmtree(place.parent)
        else:
            damage(place, at, bit, how)

    @precondition(lambda self: self.site.output.exists())
    @rule(data=st.data(), how=st.sampled_from(["delete", "edit"]))
    def tamper(self, data: st.DataObject, how: str) -> None:
        """Delete or change a published file by hand."""
        places = [path for path in sorted(self.site.output.rglob("*")) if path.is_file() and path.name[0] != "."]
        if places:
            place = data.draw(st.sampled_from(places))
            if how == "delete":
                place.unlink()
            else:
                place.write_bytes(b"by hand")

    @precondition(lambda self: sys.platform == "linux")
    @rule(milliseconds=st.integers(0, 60))
    def kill_a_build(self, milliseconds: int) -> None:
        """Start a build and kill it."""
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BaseException):
                self.site.build()
            os._exit(0)
        time.sleep(milliseconds / 1000)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)

    @invariant()
    def an_incremental_build_equals_a_clean_one(self) -> None:
        warm = self.site.build()
        self.number += 1
        twin = self.site.clean_twin(self.folder / f"clean-{self.number}")
        clean = twin.build()
        assert warm.report.problems == clean.report.problems
        assert warm.report.is_written == clean.report.is_written
        if clean.report.is_written:
            assert files_below(self.site.output) == files_below(twin.output)
            assert (warm.report.drafts, warm.report.future, warm.report.pages) == (
                clean.report.drafts,
                clean.report.future,
                clean.report.pages,
            )
        shutil.rmtree(twin.root)


# Files of folders that other programs were used for. Adding and removing them changes the program, and so which files
# are read, which of them are pages, and their addresses.
FOREIGN_TEXTS = {
    "_posts/2026-01-02-a.md": [
        "---\ntitle: a\ntags: x y\n---\n[b](/about.html) ![](/assets/p.png)\n",
        "# 프런트 매터 없음\n",
    ],
    "_posts/2026-01-03-b.html": ["---\ntitle: b\n---\n<p>글</p>\n\n<img srcset='/assets/p.png 2x'>\n", "<p>글</p>\n"],
    "about.html": [
        "---\ntitle: 소개\n---\n<p>소개</p>\n",
        "<p>증명</p>\n",
        "---\n---\n{% for p in site.posts %}{% endfor %}\n",
    ],
    "docs/_posts/2020-01-01-sample.md": ["---\ntitle: 남의 글\n---\n글\n"],
    "lib/note.md": ["---\ntitle: 노트\n---\n[a](../_posts/2026-01-02-a.html)\n", "비밀\n"],
    "index.md": ["---\ntitle: 정원\n---\n어서 오세요 [소개](about.html)\n", "다른 글\n"],
    "content/_index.md": ["---\ntitle: 집\n---\n글\n"],
    "content/post/c.md": ["---\ntitle: c\ndate: 2026-01-04\nimage: images/p.png\n---\n글\n"],
    "source/_posts/d.md": ["---\ntitle: d\ndate: 2026-01-05\n---\n첫 줄\n둘째 줄\n"],
    "source/google1.html": ["google1\n"],
    "assets/p.png": ["png", "다른 png", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"],
    "assets/images/p.png": ["png"],
    "themes/next/layout/a.html": ["x"],
    "themes/next/source/images/p.png": ["theme"],
    "_config.yml": [
        "permalink: pretty\n",
        "permalink: /:year/:title.html\nexclude: [docs, lib]\n",
        "exclude:\n  - docs\ninclude: [docs/_posts]\n",
        "skip_render: google*\nexclude: _posts/2026-01-03-b.html\n",
    ],
    "hugo.toml": ["", "uglyURLs = true\n", "ignoreFiles = ['c\\\\.md$']\n"],
    "package.json": ["{}"],
}
FOREIGN_FILES = st.sampled_from(sorted((path, text) for path, texts in FOREIGN_TEXTS.items() for text in texts))


class ForeignEdits(History):
    """Any history of a folder that changes between programs; each build is compared with a clean one."""

    @initialize()
    def begin(self) -> None:
        for path in ("_config.yml", "_posts/2026-01-02-a.md", "about.html"):
            self.site.write(path, FOREIGN_TEXTS[path][0])

    @rule(files=st.lists(FOREIGN_FILES, min_size=1, max_size=3))
    def write(self, files: list[tuple[str, str]]) -> None:
        for path, text in files:
            self.site.write(path, text)

    @precondition(lambda self: any((self.site.root / path).exists() for path in FOREIGN_TEXTS))
    @rule(data=st.data())
    def rewrite(self, data: st.DataObject) -> None:
        """Give a file another text, which can make it a page, or a page a file."""
        path = data.draw(st.sampled_from([path for path in FOREIGN_TEXTS if (self.site.root / path).exists()]))
        self.site.write(path, data.draw(st.sampled_from(FOREIGN_TEXTS[path])))

    @rule(path=st.sampled_from(sorted(FOREIGN_TEXTS)))
    def delete(self, path: str) -> None:
        (self.site.root / path).unlink(missing_ok=True)

    @rule(top=st.sampled_from(["content", "source", "_posts", "docs", "themes"]))
    def delete_folder(self, top: str) -> None:
        shutil.rmtree(self.site.root / top, ignore_errors=True)

    @invariant()
    def an_incremental_build_equals_a_clean_one(self) -> None:
        warm = self.site.build()
        self.number += 1
        twin = self.site.clean_twin(self.folder / f"clean-{self.number}")
        clean = twin.build()
        assert sorted(warm.report.problems) == sorted(clean.report.problems)
        assert warm.report.is_written == clean.report.is_written
        if clean.report.is_written:
            assert files_below(self.site.output) == files_below(twin.output)
        shutil.rmtree(twin.root)


def damage(place: Path, at: float, bit: int, how: str) -> None:
    """Truncate the cache file, flip one bit of it, or give it the version of another program."""
    if not place.exists():  # the session that found the last damage has put it aside
        return
    if how == "version":
        with contextlib.closing(sqlite3.connect(place)) as database:
            database.execute("PRAGMA user_version = 99")
        return
    data = bytearray(place.read_bytes())
    offset = int(at * len(data))
    if how == "cut":
        del data[offset:]
    else:
        data[offset] ^= 1 << bit
    place.write_bytes(data)


CHECKS = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


def test_any_history_of_edits_ends_like_a_clean_build() -> None:
    """After any history of edits, bytes and problems are those of a clean build."""
    run_state_machine_as_test(
        Edits, settings=settings(max_examples=3, stateful_step_count=8, suppress_health_check=CHECKS)
    )


def test_any_history_of_a_foreign_folder_ends_like_a_clean_build() -> None:
    """The same for folders of other programs, whose configuration comes, changes and goes."""
    run_state_machine_as_test(
        ForeignEdits, settings=settings(max_examples=5, stateful_step_count=8, suppress_health_check=CHECKS)
    )


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_any_long_history_of_a_foreign_folder_ends_like_a_clean_build() -> None:
    """The same over longer histories."""
    run_state_machine_as_test(
        ForeignEdits, settings=settings(max_examples=60, stateful_step_count=25, suppress_health_check=CHECKS)
    )


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_any_long_history_of_edits_ends_like_a_clean_build() -> None:
    """The same over longer histories."""
    run_state_machine_as_test(
        Edits, settings=settings(max_examples=60, stateful_step_count=25, suppress_health_check=CHECKS)
    )


def test_without_the_check_of_traces_the_property_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """The property can fail: without the validation of traces, a history with other bytes is found."""
    monkeypatch.setattr(traces, "changed_result", lambda dependencies, results: None)

    with pytest.raises((AssertionError, BaseExceptionGroup)):
        run_state_machine_as_test(
            Edits,
            settings=settings(
                max_examples=40,
                stateful_step_count=10,
                suppress_health_check=CHECKS,
                database=None,
                print_blob=False,
                phases=[Phase.generate],  # that there is a history is enough; a short one is not looked for
            ),
        )


def test_the_order_of_the_disk_does_not_matter(tmp_path: Path) -> None:
    """Files written in another order produce the same site."""
    sites = []
    for seed in range(3):
        root = tmp_path / str(seed)
        root.mkdir()
        site = SiteTest(root)
        names = [f"content/posts/{name}.md" for name in "abcdefgh"]
        random.Random(seed).shuffle(names)
        for name in names:
            site.write(name, f"# {name}\n")
        site.build().must_succeed()
        sites.append(site.files())

    assert sites[0] == sites[1] == sites[2]
