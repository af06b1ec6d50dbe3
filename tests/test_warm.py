"""Builds that share a process write the bytes of a clean build, whatever they have cached."""

import contextlib
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule, run_state_machine_as_test

from byeoru.base.cancel import Token
from byeoru.base.digest import digest
from byeoru.cache.links import Links
from byeoru.memory import Memory
from byeoru.model.link_graph import LinkGraph
from byeoru.model.project import Job, Profile, Project
from byeoru.session import Built, Everything, Paths, Scope, Session, session
from site_test import BOOKKEEPING, SETTINGS, Silent, SiteTest, files_below
from test_incremental import BODIES, CHECKS, DAYS, FIELDS, NAMES, TAGS, TITLES, Edits, ForeignEdits, damage

AWAITED = frozenset({"index.html", "archive/index.html", "posts/a/index.html", "notes/b/index.html"})


def run(builds: Session, now: datetime, scope: Scope, awaited: frozenset[str] = AWAITED) -> Built:
    """Run a job as a preview does: what is not looked at, and the search index, follow in a job of their own."""
    built = builds.run(Job(now, needs_site=True, awaited=awaited), scope)
    return builds.run(Job(now, needs_site=True), Paths(frozenset())) if built.report.is_written else built


LONG = "긴 첫 문단 " * 60  # the summary is taken from it, so what stands below changes nothing but the text


class Cancelling(Silent):
    """A listener that cancels the build after a given number of steps."""

    def __init__(self) -> None:
        self.token, self.left = Token(), -1

    @contextlib.contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self.advance()
        yield

    def advance(self) -> None:
        if self.left == 0:
            self.token.cancel()
        self.left -= 1


class WarmEdits(Edits):
    """Histories of edits, followed by sessions that are given the changed paths, or scan everything."""

    @initialize()
    def begin(self) -> None:
        super().begin()
        self.stack = contextlib.ExitStack()
        self.profile = Profile("preview", str(self.site.root / ".blog" / "preview"))
        self.project = Project(str(self.site.root))
        self.lines = ["본문"]
        self.scans_all = self.saves_partial = False
        self.awaited = AWAITED
        self.open()

    def open(self) -> None:
        """Begin a session that knows only what is on the disk."""
        self.progress = Cancelling()
        self.warm = self.stack.enter_context(session(self.project, self.profile, self.progress))
        self.before: dict[str, tuple[int, ...]] = {}
        self.memories: list[Memory] = []

    def teardown(self) -> None:
        if hasattr(self, "stack"):
            self.stack.close()
        super().teardown()

    @rule()
    def choices(self) -> None:
        """Keep the options: those of a preview last as long as its process."""

    @rule(data=st.data())
    def damage_cache(self, data: st.DataObject) -> None:
        """Damage the file while no session has it open."""
        self.stack.close()
        at, bit = data.draw(st.floats(0, 1, exclude_max=True)), data.draw(st.integers(0, 7))
        damage(self.site.root / ".blog" / "cache.db", at, bit, data.draw(st.sampled_from(["cut", "flip", "version"])))
        self.open()

    @precondition(lambda self: sys.platform == "linux")
    @rule(milliseconds=st.integers(0, 90), flushes=st.booleans())
    def kill_a_build(self, milliseconds: int, flushes: bool) -> None:
        """End the session; another process starts one, edits and is killed; then a new session begins."""
        self.stack.close()
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BaseException):
                self.open()
                run(self.warm, self.site.now, Everything())
                if flushes:
                    self.warm.flush()
                run(self.warm, self.site.now, Paths(frozenset(self.write_on())))
                time.sleep(1)  # what was not flushed is lost with the process
            os._exit(0)
        time.sleep(milliseconds / 1000)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        self.open()

    @precondition(lambda self: Path(self.profile.output).exists())
    @rule(data=st.data(), how=st.sampled_from(["delete", "edit"]))
    def tamper(self, data: st.DataObject, how: str) -> None:
        """Delete or change a published file, which a full scan notices."""
        places = [path for path in sorted(Path(self.profile.output).rglob("*")) if path.is_file()]
        if places:
            place = data.draw(st.sampled_from(places))
            place.unlink() if how == "delete" else place.write_bytes(b"by hand")
            run(self.warm, self.site.now, Everything())

    @rule(steps=st.integers(0, 12), everything=st.booleans())
    def cancel_a_build(self, steps: int, everything: bool) -> None:
        """Cancel a build after some steps of any stage."""
        changed = self.write_on()
        before = files_below(Path(self.profile.output))
        self.progress.token, self.progress.left = Token(), steps
        job = Job(self.site.now, token=self.progress.token, needs_site=True)
        built = self.warm.run(job, Everything() if everything else Paths(frozenset(changed)))
        assert built.report.is_written or files_below(Path(self.profile.output)) == before

    @precondition(lambda self: self.memories)
    @rule(data=st.data())
    def take_an_older_memory(self, data: st.DataObject) -> None:
        """Give the next build an older `Memory`, whose revisions decide what is valid."""
        if self.warm._memory is not None:
            self.warm._memory = self.memories[data.draw(st.integers(0, len(self.memories) - 1))]

    @rule(everything=st.booleans(), awaited=st.frozensets(st.sampled_from(sorted(AWAITED))), saves=st.booleans())
    def next_scope(self, everything: bool, awaited: frozenset[str], saves: bool) -> None:
        """Choose what the next builds scan, which outputs are awaited, and whether the process can end after these."""
        self.scans_all, self.awaited, self.saves_partial = everything, awaited, saves

    @rule(name=NAMES, title=TITLES, tags=TAGS, body=BODIES, days=DAYS, draft=st.booleans(), fields=FIELDS)
    def write(self, name: str, title: str, tags: list[str], body: str, days: int, draft: bool, fields: str) -> None:
        super().write(name, title, tags, f"{LONG}\n\n{body}", days, draft, fields)

    @rule(lines=st.lists(BODIES, min_size=1, max_size=3))
    def next_lines(self, lines: list[str]) -> None:
        """Choose the next lines, each added at the end of a post."""
        self.lines = lines

    def write_on(self) -> list[str]:
        """Add a line to a post, the most common edit; return the changed files."""
        if not self.posts:
            return []
        place = self.site.root / self.posts[self.number % len(self.posts)]
        line = self.lines[self.number % len(self.lines)]
        place.write_text(place.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
        return [str(place)]

    @rule(saves=st.booleans(), looks=st.booleans(), builds=st.booleans())
    def between(self, saves: bool, looks: bool, builds: bool) -> None:
        """Do what a preview does when it is idle, and what another process does meanwhile."""
        if saves:
            self.warm.flush()
        if builds:
            self.site.build()
        if looks:
            run(self.warm, self.site.now, Everything())

    @invariant()
    def an_incremental_build_equals_a_clean_one(self) -> None:
        after = dict(stats_below(self.site.root))
        changed = [path for path in after.keys() | self.before.keys() if after.get(path) != self.before.get(path)]
        job = Job(self.site.now, needs_site=True, awaited=self.awaited)
        self.warm.run(job, Everything() if self.scans_all else Paths(frozenset(changed)))
        if self.saves_partial:
            self.warm.flush()
        self.number += 1
        built = run(self.warm, self.site.now, Paths(frozenset(self.write_on())))
        if self.warm._memory is not None:
            self.memories.append(self.warm._memory)
        self.before = dict(stats_below(self.site.root))
        twin = self.site.clean_twin(self.folder / f"clean-{self.number}")
        clean = twin.build()
        assert clean.report.problems == built.report.problems
        assert clean.report.is_written == built.report.is_written
        if clean.report.is_written:
            shown = files_below(Path(self.profile.output))
            assert files_below(twin.output) == shown
            assert {path: digest(data) for path, data in shown.items()} == built.files
        shutil.rmtree(twin.root)


class WarmForeignEdits(ForeignEdits):
    """Histories of a folder of other programs in one session, which is given the changed paths."""

    @initialize()
    def begin(self) -> None:
        super().begin()
        self.stack = contextlib.ExitStack()
        self.profile = Profile("preview", str(self.site.root / ".blog" / "preview"))
        self.warm = self.stack.enter_context(session(Project(str(self.site.root)), self.profile, Silent()))
        self.before: dict[str, tuple[int, ...]] = {}

    def teardown(self) -> None:
        if hasattr(self, "stack"):
            self.stack.close()
        super().teardown()

    @invariant()
    def an_incremental_build_equals_a_clean_one(self) -> None:
        after = dict(stats_below(self.site.root))
        changed = [path for path in after.keys() | self.before.keys() if after.get(path) != self.before.get(path)]
        self.before = after
        built = run(self.warm, self.site.now, Paths(frozenset(changed)))
        self.number += 1
        twin = self.site.clean_twin(self.folder / f"clean-{self.number}")
        clean = twin.build()
        assert sorted(clean.report.problems) == sorted(built.report.problems)
        assert clean.report.is_written == built.report.is_written
        if clean.report.is_written:
            assert files_below(twin.output) == files_below(Path(self.profile.output))
        shutil.rmtree(twin.root)


def stats_below(root: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the files of a project except those of builds, with their full status."""
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in {".blog", "site"}]
        for name in names:
            found = os.lstat(os.path.join(folder, name))
            yield os.path.join(folder, name), (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def test_any_history_of_warm_builds_ends_like_a_clean_build() -> None:
    """A build that is given the changed paths leaves the bytes and problems of a clean build."""
    run_state_machine_as_test(
        WarmEdits, settings=settings(max_examples=3, stateful_step_count=8, suppress_health_check=CHECKS)
    )


def test_any_history_of_a_foreign_folder_in_one_session_ends_like_a_clean_build() -> None:
    """The same for folders of other programs, whose configuration comes, changes and goes."""
    run_state_machine_as_test(
        WarmForeignEdits, settings=settings(max_examples=5, stateful_step_count=8, suppress_health_check=CHECKS)
    )


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_any_long_history_of_warm_builds_ends_like_a_clean_build() -> None:
    """The same over longer histories."""
    run_state_machine_as_test(
        WarmEdits, settings=settings(max_examples=60, stateful_step_count=25, suppress_health_check=CHECKS)
    )


def test_a_fault_that_comes_back_is_a_fault_again(site: SiteTest) -> None:
    """A failed build does not record that its site was written."""
    site.write("content/posts/a.md", "# A\n")
    project, profile = Project(str(site.root)), Profile("preview", str(site.root / ".blog" / "preview"))
    broken, whole = "{% if %}", "{{ page.title }}"
    template = site.write("templates/post.html", whole)

    with session(project, profile, Silent()) as builds:
        written = [run(builds, site.now, Everything()).report.is_written]
        for text in (broken, whole, broken, whole):
            site.write("templates/post.html", text)
            written.append(run(builds, site.now, Paths(frozenset({str(template)}))).report.is_written)

    assert written == [True, False, True, False, True]


def test_a_feed_shows_the_text_of_a_post_that_came_into_it(site: SiteTest) -> None:
    """A change of dates can change whose text an output shows, and this is noticed."""
    site.write("blog.yml", "title: t\nbase_url: https://example.com\nfeed_size: 1\n")
    site.write("content/posts/a.md", f"---\ndate: 2024-01-01\n---\n{LONG}\n\nold\n")
    site.write("content/posts/b.md", f"---\ndate: 2024-01-02\n---\n{LONG}\n")
    project, profile = Project(str(site.root)), Profile("preview", str(site.root / ".blog" / "preview"))

    with session(project, profile, Silent()) as builds:
        run(builds, site.now, Everything())
        for date, word in (("2024-01-01", "one"), ("2024-01-03", "one"), ("2024-01-03", "two")):
            place = site.write("content/posts/a.md", f"---\ndate: {date}\n---\n{LONG}\n\n{word}\n")
            run(builds, site.now, Paths(frozenset({str(place)})))

    feed = (site.root / ".blog" / "preview" / "feed.xml").read_text(encoding="utf-8")
    assert "two" in feed


def test_a_text_of_a_failed_build_is_published_by_the_next_process(site: SiteTest) -> None:
    """A session flushes only results of the site in the folder, even if a later build failed."""
    site.write("content/posts/a.md", f"# A\n\n{LONG}\n\nold\n")
    whole = "{{ page.body }}"
    template = site.write("templates/post.html", whole)
    project, profile = Project(str(site.root)), Profile("preview", str(site.root / ".blog" / "preview"))
    with session(project, profile, Silent()) as builds:
        run(builds, site.now, Everything())
        post = site.write("content/posts/a.md", f"# A\n\n{LONG}\n\nnew\n")
        site.write("templates/post.html", "{% if %}")
        assert not run(builds, site.now, Paths(frozenset({str(post), str(template)}))).report.is_written
    site.write("templates/post.html", whole)

    with session(project, profile, Silent()) as builds:
        run(builds, site.now, Everything())

    assert "new" in (site.root / ".blog" / "preview" / "posts" / "a" / "index.html").read_text(encoding="utf-8")


def test_a_cancelled_job_writes_nothing_and_loses_nothing(site: SiteTest) -> None:
    """A cancelled build leaves the folder unchanged, and the next build completes its work."""
    site.write("content/posts/a.md", "# A\n")
    project, profile = Project(str(site.root)), Profile("preview", str(site.root / ".blog" / "preview"))
    with session(project, profile, Silent()) as builds:
        run(builds, site.now, Everything())
        before = files_below(Path(profile.output))
        post = str(site.write("content/posts/b.md", "# B\n"))
        token = Token()
        token.cancel()

        cancelled = builds.run(Job(site.now, token=token, needs_site=True), Paths(frozenset({post})))

        assert not cancelled.report.is_written
        assert files_below(Path(profile.output)) == before
        assert run(builds, site.now, Paths(frozenset())).report.is_written

    assert (site.root / ".blog" / "preview" / "posts" / "b" / "index.html").exists()


def test_any_earlier_memory_leads_to_the_same_bytes(site: SiteTest, tmp_path: Path) -> None:
    """An outdated `Memory` costs time and never changes the bytes."""
    project, profile = Project(str(site.root)), Profile("preview", str(site.root / ".blog" / "preview"))
    posts = [site.write(f"content/posts/{name}.md", f"# {name}\n\n{LONG}\n\n0\n") for name in "ab"]
    page = site.write("content/pages/about.md", "# About\n")
    steps: list[Callable[[], object]] = [
        *(partial(post.write_text, f"# T\n\n{LONG}\n\n{word}\n", "utf-8") for word in "xyx" for post in posts),
        page.unlink,
        partial(page.write_text, "# About\n", "utf-8"),
    ]
    paths = Paths(frozenset(map(str, (*posts, page))))

    with session(project, profile, Silent()) as builds:
        run(builds, site.now, Everything())
        memories = [builds._memory]
        for number, step in enumerate(steps * 2):
            step()
            builds._memory = memories[number * 5 % len(memories)]
            built = run(builds, site.now, paths)
            memories.append(builds._memory)
            shown = files_below(Path(profile.output))
            assert {path: digest(data) for path, data in shown.items()} == built.files
            twin = site.clean_twin(tmp_path / f"clean-{number}")
            twin.build().must_succeed()
            assert files_below(twin.output) == shown
        for step in steps[2:4]:
            step()
            run(builds, site.now, paths)
            memories.append(builds._memory)
        listed = (Path(profile.output) / BOOKKEEPING).read_bytes()
        builds._memory = memories[-2]
        builds.flush()
        assert (Path(profile.output) / BOOKKEEPING).read_bytes() == listed, "the list of another site was written"


def test_a_changed_link_target_is_more_than_a_text(site: SiteTest, tmp_path: Path) -> None:
    """An edit that changes link targets but no metadata is more than an edit of a text."""
    project, profile = Project(str(site.root)), Profile("preview", str(site.root / ".blog" / "preview"))
    for name in "bc":
        site.write(f"content/posts/{name}.md", f"# {name}\n")

    with session(project, profile, Silent()) as builds:
        for number, line in enumerate(
            ("[b](b.md)", "[b](c.md)", "[b](d.md)", "\n\n[b](d.md)", "", "[b](b.md) [c](c.md)")
        ):
            post = site.write("content/posts/a.md", f"# A\n\n{LONG}\n\n{line}\n")
            built = run(builds, site.now, Paths(frozenset({str(post)})))
            twin = site.clean_twin(tmp_path / f"clean-{number}")
            assert twin.build().report.problems == built.report.problems
            assert files_below(twin.output) == files_below(Path(profile.output))


LINKED = {"a": "문단", "b": "## 절", "c": ""}
# Texts of one note after the other: a link comes, its sentence changes, it leads to another page and goes; then
# a heading that is linked to goes and comes back.
LINKING = [
    ("a", "문단은 [[b]]를 본다."),
    ("a", "문단은 [[b]]를 다시 본다."),
    ("a", "문단은 [[b#절]]과 [[c|씨]]를 다시 본다.\n\n![[c]]"),
    ("b", "다른 글"),
    ("b", "## 절"),
    ("a", "문단\n\n[c](c.md)"),
    ("a", "문단"),
]


def write_note(site: SiteTest, name: str, text: str) -> str:
    """Write a note whose metadata do not depend on *text*; return its path."""
    return str(site.write(f"content/notes/{name}.md", f"# {name}\n\n{LONG}\n\n{text}\n"))


def differences_after(site: SiteTest, texts: list[tuple[str, str]], folder: Path) -> list[str]:
    """Write notes one after the other in one session; return the files that then differ from a clean build."""
    for name, text in LINKED.items():
        write_note(site, name, text)
    profile, different = Profile("preview", str(site.root / ".blog" / "preview")), set()
    with session(Project(str(site.root)), profile, Silent()) as builds:
        run(builds, site.now, Everything())
        for number, (name, text) in enumerate(texts):
            built = run(builds, site.now, Paths(frozenset({write_note(site, name, text)})))
            twin = site.clean_twin(folder / str(number))
            assert built.report.problems == twin.build().must_succeed().report.problems
            shown, clean = files_below(Path(profile.output)), twin.files()
            different |= {path for path in shown.keys() | clean.keys() if shown.get(path) != clean.get(path)}
    return sorted(different)


def test_the_links_of_an_edited_text_are_followed(site: SiteTest, tmp_path: Path) -> None:
    """A page shows the links that lead to it as they are written now, without connecting the whole site again."""
    assert differences_after(site, LINKING, tmp_path) == []


@pytest.mark.parametrize("text", ["문단은 [[b]]를 본다.", "문단\n\n[c](c.md)"])
def test_without_the_difference_of_links_the_property_fails(
    site: SiteTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """The property can fail: if changed links are not named, the page that they lead to stays as it was."""
    monkeypatch.setattr(LinkGraph, "changed_since", lambda new, old: [])

    assert differences_after(site, [("a", text)], tmp_path) != []


def test_a_summary_without_the_names_of_hidden_pages_follows_the_links(site: SiteTest, tmp_path: Path) -> None:
    """A name that is a link to a hidden page is left out of the summary in every list, until it is no link any more."""
    site.write("blog.yml", f"{SETTINGS}private_links: hide\n")
    site.write("content/notes/비밀.md", "---\ndraft: true\n---\n")
    texts = ["비밀과 공개", "[[비밀]]과 공개", "비밀과 공개"]
    profile, shown = Profile("preview", str(site.root / ".blog" / "preview")), []
    with session(Project(str(site.root)), profile, Silent()) as builds:
        for number, text in enumerate(texts):
            run(builds, site.now, Paths(frozenset({str(site.write("content/posts/a.md", f"{text}\n"))})))
            site.build()
            clean = site.clean_twin(tmp_path / str(number))
            clean.build()
            shown.append((files_below(Path(profile.output)) == clean.files(), site.files() == clean.files()))

    assert shown == [(True, True)] * 3


def test_an_edit_of_links_connects_no_site_again(site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview of many notes stays fast while links are written: only the edited text is resolved."""
    for name, text in LINKED.items():
        write_note(site, name, text)
    profile = Profile("preview", str(site.root / ".blog" / "preview"))
    made = []
    with session(Project(str(site.root)), profile, Silent()) as builds:
        run(builds, site.now, Everything())
        monkeypatch.setattr("byeoru.connected.connect", None)
        for name, text in LINKING:
            edited = Paths(frozenset({write_note(site, name, text)}))
            report = run(builds, site.now, edited, awaited=frozenset()).report
            made.append(sorted(path.split("/")[1] for path, _ in report.reasons if path.startswith("notes/")))

    assert made == [
        ["a", "b"],
        ["a", "b"],
        ["a", "b", "c"],
        ["a", "b"],  # the link of a leads to the top of b, and names no heading
        ["a", "b"],
        ["a", "b", "c"],
        ["a", "c"],
    ]


RETITLED = "[[하나]] [[b]] [[b#하나]] [글](b.md#하나) [[하니]] [[C# 글]] [[새 이름]]\n\n![[b]]"


def title_differences(site: SiteTest, folder: Path) -> list[str]:
    """Change the title of a note that is linked to in every way; return the files that differ from a clean build."""
    site.write("content/notes/a.md", f"# a\n\n{RETITLED}\n")
    site.write("content/notes/c.md", "# c\n\n[[a]]\n")
    profile, different = Profile("preview", str(site.root / ".blog" / "preview")), set()
    with session(Project(str(site.root)), profile, Silent()) as builds:
        for number, title in enumerate(["하나", "둘", "C# 글", "하나", "하나"]):
            note = site.write("content/notes/b.md", f"---\ntitle: '{title}'\nsummary: {number}\n---\n## 절\n")
            preview, own = run(builds, site.now, Paths(frozenset({str(note)}))), site.build()
            twin = site.clean_twin(folder / str(number))
            problems = twin.build().must_succeed().report.problems
            assert preview.report.problems == own.report.problems == problems
            for shown in (files_below(Path(profile.output)), site.files()):
                clean = twin.files()
                different |= {path for path in shown.keys() | clean.keys() if shown.get(path) != clean.get(path)}
    return sorted(different)


def test_a_title_is_followed_by_all_that_show_or_name_it(site: SiteTest, tmp_path: Path) -> None:
    """Links that are called by a title or show it follow it, in a preview and in a process of its own."""
    assert title_differences(site, tmp_path) == []


def test_without_the_names_that_links_asked_for_a_title_is_missed(
    site: SiteTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The property can fail: if no link is looked up again, pages show the title of before."""
    monkeypatch.setattr(Links, "with_changed_titles", lambda links, documents: set())

    with pytest.raises(AssertionError):
        assert title_differences(site, tmp_path) == []


def test_a_title_connects_no_site_again(site: SiteTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a preview, a changed title rewrites the pages that show it, and nothing is connected again."""
    site.write("content/notes/a.md", "# a\n\n[[b]]\n")
    notes = [str(site.write(f"content/notes/{name}.md", f"---\ntitle: {name}\nsummary: s\n---\n글\n")) for name in "bc"]
    profile = Profile("preview", str(site.root / ".blog" / "preview"))
    with session(Project(str(site.root)), profile, Silent()) as builds:
        run(builds, site.now, Everything())
        monkeypatch.setattr("byeoru.connected.connect", None)
        Path(notes[0]).write_text("---\ntitle: 다른 제목\nsummary: s\n---\n글\n", encoding="utf-8")
        report = run(builds, site.now, Paths(frozenset(notes)), awaited=frozenset()).report

    changed = {path for path, _ in report.reasons}
    assert {"notes/a/index.html", "notes/b/index.html"} <= changed
    assert "notes/c/index.html" not in changed
