"""An edit replaces a part of the graph of links, and names what differs."""

from hypothesis import given
from hypothesis import strategies as st

from byeoru.model.link_graph import EVERY_LINK, LinkGraph, Ref, Refs, from_page, to_page

PATHS = ("a.md", "b.md", "c.md", "d.md")
REFS = st.lists(
    st.builds(Ref, st.sampled_from(PATHS), st.sampled_from(["", "절"]), st.sampled_from(["", "1", "2"])), max_size=3
).map(tuple)
GRAPHS = st.dictionaries(st.sampled_from(PATHS), REFS)


def graph(outgoing: dict[str, Refs]) -> LinkGraph:
    """Return the graph of these references, without the documents that have none."""
    return LinkGraph({path: refs for path, refs in outgoing.items() if refs})


def test_a_reference_is_found_from_both_ends() -> None:
    """What leads to a page is listed by the path that contains it, in the order of the text."""
    links = graph({"b.md": (Ref("a.md", "절", "2"),), "a.md": (Ref("c.md"),), "c.md": (Ref("a.md"), Ref("a.md", "절"))})

    assert links.incoming == {
        "a.md": (Ref("b.md", "절", "2"), Ref("c.md"), Ref("c.md", "절")),
        "c.md": (Ref("a.md"),),
    }


@given(GRAPHS, st.lists(GRAPHS, min_size=1, max_size=3))
def test_a_graph_after_edits_is_that_of_the_texts(first: dict[str, Refs], edits: list[dict[str, Refs]]) -> None:
    """After any edits, both directions are those of a graph that is made as a whole."""
    links, texts = graph(first), first
    for edit in edits:
        links, texts = links.replaced(edit), texts | edit

        made = graph(texts)
        assert (links.outgoing, links.incoming, links.sum) == (made.outgoing, made.incoming, made.sum)


@given(GRAPHS, GRAPHS)
def test_the_names_of_what_changed_are_those_with_another_key(before: dict[str, Refs], edit: dict[str, Refs]) -> None:
    """A name is reported exactly if the key of what it stands for has changed."""
    old = graph(before)
    new = old.replaced(edit)
    names = [EVERY_LINK, *(name(path) for path in PATHS for name in (to_page, from_page))]

    different = sorted(name for name in names if new.key(name) != old.key(name))
    assert sorted(new.changed_since(old)) == different
    assert sorted(graph(before | edit).changed_since(old)) == different


def test_a_sentence_without_a_link_changes_nothing() -> None:
    """References that an edit leaves as they are leave the graph itself, so nothing is compared."""
    links = graph({"a.md": (Ref("b.md"),)})

    assert links.replaced({"a.md": (Ref("b.md"),), "c.md": ()}) is links


def test_the_key_of_no_links_is_empty() -> None:
    """A page that nothing links to has the key of a name that does not exist."""
    links = graph({"a.md": (Ref("b.md"),)})

    assert (links.key(to_page("a.md")), links.key(from_page("x.md"))) == ("", "")
    assert links.key(to_page("b.md")) != ""
