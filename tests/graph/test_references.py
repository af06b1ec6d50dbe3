"""Which pages the references of a text lead to."""

from hypothesis import given
from hypothesis import strategies as st

from byeoru.graph.references import link_graph, links_since, references
from byeoru.model.content import Slot
from byeoru.model.link_graph import Ref, Refs
from byeoru.model.search import SearchIndex
from byeoru.model.site import Page, Site
from graph.graphs import connected, parsed


def refs(texts: dict[str, str], path: str, files: tuple[str, ...] = ()) -> Refs:
    """Return the references of the document at *path* in a site of *texts*."""
    slots: dict[str, tuple[Slot, ...]] = {at: one.slots for at, one in parsed(texts).items()}

    def marks(page: Page) -> dict[int, tuple[str, bool]]:
        return {at: (f"{slot.target}!", slot.kind == "embed") for at, slot in enumerate(slots[page.document.path])}

    site = connected(texts, files=files).site
    return references(site.by_source[path], marks, site.by_target)


def test_references_to_pages_are_listed_in_the_order_of_the_text() -> None:
    """Links, with and without fragments, name the document that they lead to, each time that they do."""
    texts = {
        "content/notes/a.md": "[b](b.md#x) [c](c.md) [b](/notes/b/)",
        "content/notes/b.md": "## x\n",
        "content/notes/c.md": "",
    }

    assert refs(texts, "content/notes/a.md") == (
        Ref("content/notes/b.md", "x", "b.md#x!"),
        Ref("content/notes/c.md", "", "c.md!"),
        Ref("content/notes/b.md", "", "/notes/b/!"),
    )


def test_only_other_pages_are_referred_to() -> None:
    """A link to the page itself, to a file, a list, a broken link and a foreign address are no references."""
    texts = {
        "content/notes/a.md": "[self](a.md) [here](#x) [file](p.pdf) [list](/tags/) [none](zz.md) <https://a.kr/>\n\n## x\n"
    }

    assert refs(texts, "content/notes/a.md", files=("content/notes/p.pdf",)) == ()


def test_a_fragment_is_decoded() -> None:
    """A fragment is compared with anchors, so it is not percent-encoded; a query is no part of the page."""
    texts = {"content/notes/a.md": "[b](b.md?v=1#%EC%A0%88)", "content/notes/b.md": "## 절\n"}

    assert refs(texts, "content/notes/a.md") == (Ref("content/notes/b.md", "절", "b.md?v=1#%EC%A0%88!"),)


NOTES = st.dictionaries(
    st.sampled_from(["a", "b", "c", "sub/a"]),
    st.tuples(st.sampled_from(["", "slug: b\n", "slug: z\n"]), st.sampled_from(["", "[[a]]", "[x](/notes/b/) [[b]]"])),
)


def no_marks(_: Page) -> dict[int, tuple[str, bool]]:
    return {}


def garden(notes: dict[str, tuple[str, str]]) -> Site:
    """Return the site of notes, each with a line of front matter and a text."""
    return connected(
        {f"content/notes/{name}.md": f"---\n{line}---\n{text}\n" for name, (line, text) in notes.items()}
    ).site


@given(NOTES, NOTES)
def test_references_that_are_taken_over_are_those_of_today(
    before: dict[str, tuple[str, str]], after: dict[str, tuple[str, str]]
) -> None:
    """Where notes have come, gone, moved or changed, the graph is that of the new site."""
    old, new = garden(before), garden(after)
    old = old.with_indexes(link_graph(old, no_marks), SearchIndex())

    links, made = links_since(old, new, no_marks), link_graph(new, no_marks)

    assert (links.outgoing, links.incoming) == (made.outgoing, made.incoming)
