"""The names in which two sites differ include each one whose key differs."""

from hypothesis import given
from hypothesis import strategies as st

from byeoru.graph.retagged import retagged
from byeoru.model.changed_names import names_changed
from byeoru.model.names import near_of, summary_of
from byeoru.model.queries import QUERIES
from byeoru.model.results import Results
from byeoru.model.theme import Theme
from graph.graphs import connected, documents

TAGS = st.lists(st.sampled_from(("벼루", "먹", "먹/송연")), max_size=2)
THEME = Theme("", (), (), (), ())
PAGES = 18  # more than one page is near to, so that most edits leave some as they are


def texts(tags: list[list[str]]) -> dict[str, str]:
    """Return posts with these tags, half of them in one category."""
    return {
        f"content/posts/p{number:02}.md": f"---\ndate: 2026-03-{number + 1:02}\ntags: {list(map(str, some))}\n"
        f"category: {'돌' if number % 2 else ''}\n---\n본문\n"
        for number, some in enumerate(tags)
    }


@given(
    before=st.lists(TAGS, min_size=PAGES, max_size=PAGES),
    edits=st.dictionaries(st.integers(0, PAGES - 1), TAGS, min_size=1, max_size=2),
)
def test_pages_near_to_one_with_other_tags_are_named(before: list[list[str]], edits: dict[int, list[str]]) -> None:
    """A page is named if its neighbours in its groups are others, or have other tags: where it was, and where it is."""
    old = connected(texts(before)).site
    after = [edits.get(number, some) for number, some in enumerate(before)]
    new = retagged(old, [one for one in documents(texts(after)) if one.tags != old.by_source[one.path].document.tags])
    if new is None:
        return
    one, other = Results(old, THEME, QUERIES), Results(new, THEME, QUERIES)
    names = [name for path in old.by_source for name in (near_of(path), summary_of(path))]

    assert {name for name in names if one.key(name) != other.key(name)} <= set(names_changed(new, old))
