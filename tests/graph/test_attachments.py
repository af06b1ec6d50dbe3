"""Attachments are published with the pages that show them."""

from pathlib import Path

import pytest

from byeoru.model.project import Job, Project
from byeoru.session import Everything, Session, session
from site_test import Silent, SiteTest

PICTURE = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
VAULT = "title: 시험 노트\nbase_url: https://example.com\n"


def published(site: SiteTest) -> list[str]:
    """Return the names of the published pictures."""
    site.build().must_succeed()
    return sorted(path.rpartition("/")[2] for path in site.files() if path.endswith(".gif"))


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    """Return a blog with a visible note, a draft, and three pictures."""
    site = SiteTest(tmp_path)
    for name in ("both", "open", "secret", "unused"):
        site.write(f"content/attachments/{name}.gif", PICTURE)
    site.write("content/notes/a.md", "# 가\n\n![그림](../attachments/open.gif)\n\n![그림](../attachments/both.gif)\n")
    site.write(
        "content/notes/b.md", "---\ndraft: true\n---\n![](../attachments/secret.gif)\n![](../attachments/both.gif)\n"
    )
    return site


@pytest.fixture
def vault(tmp_path: Path) -> SiteTest:
    """Return a vault of Obsidian with the same contents."""
    site = SiteTest(tmp_path)
    site.write(".obsidian/app.json", "{}")
    for name in ("both", "open", "secret", "unused"):
        site.write(f"attachments/{name}.gif", PICTURE)
    site.write("a.md", "# 가\n\n![그림](attachments/open.gif)\n\n![그림](attachments/both.gif)\n")
    site.write(
        "비공개/b.md", "---\npublish: false\n---\n![](../attachments/secret.gif)\n![](../attachments/both.gif)\n"
    )
    return site


def test_a_picture_that_only_a_draft_shows_is_not_published(site: SiteTest) -> None:
    """A file stays unpublished if hidden pages alone refer to it; what nobody refers to is published as before."""
    assert published(site) == ["both.gif", "open.gif", "unused.gif"]


def test_in_a_vault_only_what_a_visible_note_shows_is_published(vault: SiteTest) -> None:
    """A vault contains more than is meant for readers."""
    assert published(vault) == ["both.gif", "open.gif"]


def test_a_private_section_publishes_only_what_its_visible_pages_show(site: SiteTest) -> None:
    """With `publish: explicit`, a file below the folder of the section needs a reference; others do not."""
    site.write("blog.yml", VAULT + "sections:\n  notes: {publish: explicit}\n")
    site.write("content/notes/files/one.gif", PICTURE)
    site.write("content/notes/files/two.gif", PICTURE)
    site.write("content/notes/c.md", "---\npublish: true\n---\n![](files/one.gif)\n")

    assert published(site) == ["one.gif", "unused.gif"]


def test_a_picture_is_published_as_soon_as_a_visible_page_shows_it(site: SiteTest) -> None:
    """An edit that adds or removes the only visible reference publishes or withdraws the file."""
    site.build().must_succeed()
    site.write("content/notes/a.md", "# 가\n\n![그림](../attachments/secret.gif)\n")

    assert published(site) == ["open.gif", "secret.gif", "unused.gif"]


def test_an_edit_of_a_hidden_page_counts(site: SiteTest) -> None:
    """A file that the last hidden page has stopped to show is an unused one again."""
    site.build().must_succeed()
    site.write("content/notes/b.md", "---\ndraft: true\n---\n아무것도 없음\n")

    assert published(site) == ["both.gif", "open.gif", "secret.gif", "unused.gif"]


def test_a_value_for_templates_shows_a_file(site: SiteTest) -> None:
    """A name in `extra`, as a whole, is a reference that only the template understands."""
    site.write("content/notes/c.md", "---\nextra: {banner: /attachments/secret.gif}\n---\n글\n")
    assert "secret.gif" in published(site)

    site.write("content/notes/c.md", "---\nextra: {banner: /attachments/topsecret.gif}\n---\n글\n")
    assert "secret.gif" not in published(site)


def test_static_files_are_published_unmodified(site: SiteTest) -> None:
    """What lies in `static` is published whoever shows it."""
    site.write("static/logo.gif", PICTURE)
    site.write("content/notes/b.md", "---\ndraft: true\n---\n![](/logo.gif)\n")

    assert "logo.gif" in published(site)


def test_an_edit_in_the_same_process_counts_too(vault: SiteTest) -> None:
    """A warm build, which reuses the site, publishes and withdraws what edits show and no longer show."""
    with session(Project(str(vault.root)), vault.profile, Silent()) as builds:
        names = [warm(vault, builds)]
        vault.write("a.md", "# 가\n\n![그림](attachments/secret.gif)\n")
        names.append(warm(vault, builds))
        vault.write("비공개/b.md", "---\npublish: false\n---\n아무것도 없음\n")
        names.append(warm(vault, builds))
        vault.write("a.md", "# 가\n\n이제 글뿐\n")
        names.append(warm(vault, builds))

    assert names == [["both.gif", "open.gif"], ["secret.gif"], ["secret.gif"], []]


def warm(site: SiteTest, builds: Session) -> list[str]:
    """Build in a running session, and return the names of the published pictures."""
    built = builds.run(Job(site.now, 1), Everything())
    return sorted(path.rpartition("/")[2] for path in built.files if path.endswith(".gif"))
