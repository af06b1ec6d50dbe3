"""The search index in the preview: it follows the page, and a request for it never sees an old one."""

import json
from collections.abc import Callable
from pathlib import Path

from byeoru.model.project import Job, Profile, Project
from byeoru.session import Everything, Paths, session
from serve.preview import Preview, post, wait_for
from site_test import Silent, SiteTest, files_below

Serve = Callable[..., Preview]


def indexed_words(preview: Preview) -> str:
    """Return the texts of all shards, as a reader finds them."""
    root = json.loads(preview.get("/search/ko/index.json")[1])
    texts = []
    for name, shards in root["segments"]:
        for number in range(shards):
            status, data = preview.get(f"/search/ko/{root['slots']}/{name}-{shards}/{number:x}.txt")
            assert status == 200
            texts.append(data.decode())
    return "".join(texts)


def test_a_request_for_the_index_waits_for_the_texts_that_pages_show(serve: Serve) -> None:
    """As soon as a page has a new word, the index has it, however soon the request comes."""
    preview = serve()
    assert "zanzibar" not in indexed_words(preview)

    for number in range(5):
        preview.edit("content/posts/a.md", "First", f"zanzibar{number} First")
        wait_for(lambda: f"zanzibar{number}" in preview.get("/posts/a/")[1].decode(), "new page")

        assert f"zanzibar{number}" in indexed_words(preview)
    assert not preview.has_crashed()


def test_a_new_post_is_in_the_index_of_the_preview(serve: Serve, blog: SiteTest) -> None:
    """A page that comes and one that goes change which files the index has."""
    preview = serve()
    for number in range(3):
        blog.write(f"content/posts/new{number}.md", post("New", f"timbuktu{number}"))
    wait_for(lambda: preview.get("/posts/new2/")[0] == 200, "new page")
    assert "timbuktu2" in indexed_words(preview)

    (blog.root / "content/posts/new2.md").unlink()
    wait_for(lambda: preview.get("/posts/new2/")[0] == 404, "removal")

    words = indexed_words(preview)
    assert "timbuktu2" not in words
    assert "timbuktu1" in words


def test_after_the_preview_the_folder_has_the_bytes_of_a_clean_build(
    serve: Serve, blog: SiteTest, tmp_path: Path
) -> None:
    """However edits and pauses follow each other, and also if the preview ends before the index has followed."""
    preview = serve()
    for number in range(4):
        preview.edit("content/posts/b.md", "Another", f"Another{number} more")
        if number % 2:
            wait_for(lambda: f"Another{number}" in preview.get("/posts/b/")[1].decode(), "new page")
    wait_for(lambda: "Another3" in preview.get("/posts/b/")[1].decode(), "new page")
    preview.close()

    preview = preview.again()
    indexed_words(preview)
    preview.close()

    twin = blog.clean_twin(tmp_path / "twin")
    profile = Profile("preview", str(twin.root / ".blog" / "preview"))
    with session(Project(str(twin.root)), profile, Silent()) as builds:
        builds.run(Job(blog.now), Everything())
    assert files_below(blog.root / ".blog" / "preview") == files_below(Path(profile.output))


def test_a_build_whose_index_is_old_is_not_recorded_as_the_last(site: SiteTest) -> None:
    """The next process completes the index, although no file has changed since."""
    site.write("content/posts/a.md", "# A\n\nold\n")
    project, profile = Project(str(site.root)), Profile("preview", str(site.root / ".blog" / "preview"))
    shards = Path(profile.output) / "search"
    with session(project, profile, Silent()) as builds:
        builds.run(Job(site.now, needs_site=True), Everything())
        place = site.write("content/posts/a.md", "# A\n\nnew\n")
        builds.run(
            Job(site.now, needs_site=True, awaited=frozenset({"posts/a/index.html"})), Paths(frozenset({str(place)}))
        )

    assert "new" in (Path(profile.output) / "posts/a/index.html").read_text(encoding="utf-8")
    assert not any("new\t" in path.read_text(encoding="utf-8") for path in shards.rglob("*.txt"))

    with session(project, profile, Silent()) as builds:
        builds.run(Job(site.now), Everything())
    assert any("new\t" in path.read_text(encoding="utf-8") for path in shards.rglob("*.txt"))
