"""A site after edits of tags is the one that its documents would be connected to."""

from hypothesis import given
from hypothesis import strategies as st

from byeoru.graph.retagged import is_retagged, retagged
from graph.graphs import connected, documents

NAMES = ("벼루", "먹", "먹/송연", "먹/유연", "ink", "Ink", "ink stone", "ink-stone", "잉크")
TAGS = st.lists(st.sampled_from(NAMES), max_size=3)
SITES = st.lists(TAGS, min_size=2, max_size=7)


def texts(tags: list[list[str]]) -> dict[str, str]:
    """Return posts with these tags; every fourth is in no list, every fifth in a category."""
    return {
        f"content/posts/p{number}.md": f"---\ndate: 2026-03-{number % 3 + 1:02}\ntags: {list(map(str, some))}\n"
        f"unlisted: {str(number % 4 == 3).lower()}\ncategory: {'돌' if number % 5 == 4 else ''}\n---\n본문\n"
        for number, some in enumerate(tags)
    }


@given(before=SITES, edits=st.dictionaries(st.integers(0, 6), TAGS, min_size=1, max_size=3))
def test_any_edit_of_tags_leads_to_the_same_site_or_to_none(
    before: list[list[str]], edits: dict[int, list[str]]
) -> None:
    """Whatever tags come and go, in any spelling: pages, groups and their order are those of a new connection."""
    after = [edits.get(number, some) for number, some in enumerate(before)]
    was, will_be = connected(texts(before)), connected(texts(after))
    old, new = was.site, will_be.site
    edited = [one for one in documents(texts(after)) if one.tags != old.by_source[one.path].document.tags]
    assert all(is_retagged(old.by_source[one.path].document, one) for one in edited)

    found = retagged(old, edited)

    if found is not None:
        assert found.groups == new.groups
        assert found.variants == new.variants
        assert [page.summary for page in found.pages] == [page.summary for page in new.pages]
        assert found.by_term == new.by_term
        assert was.problems == will_be.problems


def test_a_tag_that_others_have_is_taken_without_a_new_connection() -> None:
    """So is one that is taken away from one of several pages; not one that comes, goes or has two spellings."""
    site = connected(texts([["벼루"], ["벼루", "먹"], ["먹"], ["ink"], ["벼루", "잉크"]])).site

    def is_found(number: int, tags: list[str]) -> bool:
        edited = [one for one in documents(texts([tags] * 5)) if one.path.endswith(f"p{number}.md")]
        return retagged(site, edited) is not None

    assert is_found(0, ["벼루", "먹"])
    assert is_found(1, [])
    assert is_found(3, ["아무도 쓰지 않는다"])  # it is in no list
    assert not is_found(0, ["먹", "종이"])
    assert not is_found(4, ["벼루"])
    assert not is_found(0, ["벼루", "잉크", "ink"])


def test_other_changes_are_no_edits_of_tags() -> None:
    """A document with another date, category or series is connected anew; another text or title is not looked at."""
    (before,) = documents({"content/posts/a.md": "---\ntitle: 하나\ndate: 2026-03-01\ntags: [먹]\n---\n본문\n"})

    def is_edit(text: str) -> bool:
        (after,) = documents({"content/posts/a.md": text})
        return is_retagged(before, after)

    assert is_edit("---\ntitle: 둘\ndate: 2026-03-01\ntags: [먹, 벼루]\n---\n다른 본문\n")
    assert not is_edit("---\ntitle: 하나\ndate: 2026-03-02\ntags: [먹]\n---\n본문\n")
    assert not is_edit("---\ntitle: 하나\ndate: 2026-03-01\ntags: [먹]\ncategory: 돌\n---\n본문\n")
    assert not is_edit("---\ntitle: 하나\ndate: 2026-03-01\ntags: [먹]\nseries: 돌\n---\n본문\n")
