"""The example site, built from the repository's own `blog.yml` and `content/` by the real pipeline.

In:  an empty folder, and the address that the site shall have.
Out: the folder of the built site, and its pages by kind.
Must not: touch the checkout, whose own `site/` may be in use.
"""

import shutil
from pathlib import Path

from byeoru.model.project import Job, Profile, Project
from byeoru.session import Everything, session
from site_test import NOW, Silent

CHECKOUT = Path(__file__).parents[2]
SOURCES = ("blog.yml", "content", "static", "templates", "themes", "plugins", "data")

# Every kind of page that a theme has, as a pattern of its path. Whoever adds a kind adds it here, and all judges see it.
KINDS = {
    "home": "index.html",
    "post": "posts/*/index.html",
    "note": "notes/*/*/index.html",
    "translation": "en/notes/*/*/index.html",
    "notes": "notes/index.html",
    "tags": "tags/index.html",
    "tag": "tags/*/index.html",
    "categories": "categories/index.html",
    "category": "categories/*/index.html",
    "all-series": "series/index.html",
    "series": "series/*/index.html",
    "archive": "archive/index.html",
    "year": "archive/*/index.html",
    "calendar": "calendar/index.html",
    "home-in-english": "en/index.html",
    "about": "about/index.html",
    "search": "search/index.html",
    "graph": "graph/index.html",
    "lost": "404.html",
    "moved": "entry/*/index.html",
}


def build(place: Path, base_url: str | None = None) -> Path:
    """Build the example site in *place*, with posts of tomorrow, and return the folder that would be published."""
    project, output = place / "project", place / "site"
    project.mkdir(parents=True)
    for name in SOURCES:
        source = CHECKOUT / name
        if source.is_dir():
            shutil.copytree(source, project / name)
        elif source.is_file():
            shutil.copy2(source, project / name)
    profile = Profile("site", str(output), future=True, base_url=base_url)
    with session(Project(str(project)), profile, Silent()) as builds:
        report = builds.run(Job(NOW, 1), Everything()).report
    assert report.is_written, report.problems
    return output


def page_of(site: Path, kind: str) -> str:
    """Return the address of the page of a kind that has most to judge: the longest one."""
    found = max(site.glob(KINDS[kind]), key=lambda path: (path.stat().st_size, path.as_posix()), default=None)
    assert found is not None, f"the example site has no page of the kind {kind}"
    return address(site, found)


def pages(site: Path) -> list[str]:
    """Return the addresses of all pages, without those that only lead elsewhere."""
    return [
        address(site, path)
        for path in sorted(site.rglob("*.html"))
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8")
    ]


def address(site: Path, path: Path) -> str:
    """Return the path that a reader types for a page: folders end in a slash."""
    return "/" + path.relative_to(site).as_posix().removesuffix("index.html")
