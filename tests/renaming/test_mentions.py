"""`blog list mentions`: texts that name a note without a link, and links made of them."""

from byeoru.model.project import Profile, Project
from byeoru.renaming.mentions import link, mentions
from byeoru.session import session
from site_test import NOW, Silent, SiteTest


def listed(site: SiteTest, *wanted: str, writes: bool = False) -> list[str]:
    """Return the unlinked mentions as `file:line words → note`."""
    project = Project(str(site.root))
    with session(project, Profile("site", str(site.output)), Silent()) as builds:

        def look(found: object) -> list[str]:
            places = mentions(found, set(wanted))  # type: ignore[arg-type]
            chosen = link(found, places) if writes else places  # type: ignore[arg-type]
            return [f"{one.location.path}:{one.location.line} {one.words} → {one.note}" for one in chosen]

        return builds.inspect(NOW, look)


def write(site: SiteTest) -> None:
    """Write notes that mention each other."""
    site.write("content/notes/os/좀비.md", "---\ntitle: 좀비 프로세스\naliases: [undead]\n---\n커널을 본다.\n")
    site.write("content/notes/커널.md", "# 커널\n\n[[좀비]]와 좀비 프로세스.\n")
    site.write(
        "content/notes/a.md",
        "\ufeff# 가\r\n\r\n좀비 프로세스는, 커널에서 커널.\r\n\r\n| 표 |\r\n|---|\r\n| Undead |\r\n",
    )


def test_a_note_is_mentioned_once_in_a_text_and_not_where_it_is_linked(site: SiteTest) -> None:
    """The first mention of each note counts, by title, file name or alias; a text with a link to it mentions it not."""
    write(site)

    assert listed(site) == [
        "content/notes/a.md:3 좀비 프로세스 → content/notes/os/좀비.md",
        "content/notes/a.md:3 커널 → content/notes/커널.md",
        "content/notes/os/좀비.md:5 커널 → content/notes/커널.md",
    ]
    assert listed(site, "content/notes/os/좀비.md") == ["content/notes/a.md:3 좀비 프로세스 → content/notes/os/좀비.md"]


def test_brackets_are_written_around_mentions(site: SiteTest) -> None:
    """Each becomes a link to its note; everything else in the file stays, and there is nothing left to link."""
    write(site)

    assert len(listed(site, writes=True)) == 3

    assert (site.root / "content/notes/a.md").read_bytes().decode() == (
        "\ufeff# 가\r\n\r\n[[좀비 프로세스]]는, [[커널]]에서 커널.\r\n\r\n| 표 |\r\n|---|\r\n| Undead |\r\n"
    )
    assert listed(site) == []


def test_a_name_of_several_notes_is_written_with_its_path(site: SiteTest) -> None:
    """Where the words alone would be ambiguous, the link has a path, and the words as its label."""
    site.write("content/notes/x/계획.md", "# 하나\n")
    site.write("content/notes/y/계획.md", "# 둘째\n")
    site.write("content/notes/y/메모.md", "# 메모\n")
    site.write("content/notes/z/메모.md", "# 다른 메모\n")
    site.write("content/notes/a.md", "# 가\n\n계획을 본다.\n\n| 둘째 |\n|---|\n| 메모 |\n")

    listed(site, writes=True)

    assert (site.root / "content/notes/a.md").read_text() == (
        "# 가\n\n[[x/계획|계획]]을 본다.\n\n| [[둘째]] |\n|---|\n| [[y/메모\\|메모]] |\n"
    )
