"""Which backlinks a page shows, and in which order."""

from byeoru.graph.references import link_graph
from byeoru.model.queries import QUERIES
from byeoru.model.queries.links import Backlinks, Sentence, backlinks
from byeoru.model.results import Results
from byeoru.model.search import SearchIndex
from byeoru.model.site import Page
from byeoru.model.theme import Theme
from graph.graphs import connected, parsed

A = "content/notes/a.md"


def backlinks_of_a(texts: dict[str, str]) -> Backlinks:
    """Return the backlinks of the note a in a site of *texts*; the words of a link are its target as written."""
    texts = {A: "", **texts}
    slots = {path: one.slots for path, one in parsed(texts).items()}

    def marks(page: Page) -> dict[int, tuple[str, bool]]:
        return {at: (slot.target, slot.kind == "embed") for at, slot in enumerate(slots[page.document.path])}

    site = connected(texts).site
    site = site.with_indexes(link_graph(site, marks), SearchIndex())
    found: Backlinks = Results(site, Theme("t", (), (), (), ()), QUERIES).result((backlinks.name, "/notes/a/"))
    return found


def names(found: Backlinks) -> list[str]:
    """Return the last parts of the addresses of the pages that link."""
    return [backlink.summary.address.split("/")[-2] for backlink in found.linking]


def test_the_last_updated_page_comes_first() -> None:
    """Posts count by their date, notes by their last update; pages without a date follow by path."""
    found = backlinks_of_a(
        {
            "content/notes/z.md": "[a](a.md)",
            "content/notes/b.md": "[a](a.md)",
            "content/notes/c.md": "---\nupdated: 2026-02-01\n---\n[a](a.md)",
            "content/posts/d.md": "---\ndate: 2026-03-01\n---\n[a](../notes/a.md)",
            "content/posts/e.md": "---\ndate: 2026-01-01\nupdated: 2026-04-01\n---\n[a](../notes/a.md)",
        }
    )

    assert names(found) == ["e", "d", "c", "b", "z"]


def test_a_page_shows_three_of_its_sentences_each_once() -> None:
    """Sentences that a page repeats are shown once, and of many links the first."""
    found = backlinks_of_a(
        {"content/notes/b.md": "[1](a.md?1) [1](a.md?1) [2](a.md?2) [3](a.md?3) [4](a.md?4) [no](b.md)"}
    )

    assert [backlink.sentences for backlink in found.linking] == [
        (Sentence("a.md?1", ""), Sentence("a.md?2", ""), Sentence("a.md?3", ""))
    ]


def test_a_bare_link_shows_the_label_that_the_site_gives_it() -> None:
    """A link without a label of its own is shown as in the text that contains it; others have their author's."""
    found = backlinks_of_a({"content/notes/b.md": "[[a]] [[a|label]]"})

    assert [sentence.label for sentence in found.linking[0].sentences] == ["a", ""]


def test_a_page_that_embeds_another_is_listed_apart() -> None:
    """A page that both links to another and embeds it is in both lists."""
    found = backlinks_of_a({"content/notes/b.md": "![[a]]", "content/notes/c.md": "![[a]]\n\n[a](a.md)"})

    assert names(found) == ["c"]
    assert [summary.address for summary in found.embedding] == ["/notes/b/", "/notes/c/"]


def test_unlisted_pages_are_left_out() -> None:
    """A page that no list contains is not in the list of backlinks either."""
    found = backlinks_of_a({"content/notes/b.md": "---\nunlisted: true\n---\n[a](a.md)"})

    assert (found.linking, found.more_linking) == ((), 0)


def test_fifty_pages_are_shown_and_the_rest_counted() -> None:
    """A page that thousands link to stays small."""
    found = backlinks_of_a({f"content/notes/n{number:02}.md": "[a](a.md)" for number in range(53)})

    assert (len(found.linking), found.more_linking) == (50, 3)
