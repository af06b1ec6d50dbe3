"""The outputs of a site whose pages have other tags are planned again where they can be others."""

from hypothesis import given
from hypothesis import strategies as st

from byeoru.graph.retagged import retagged
from byeoru.model.settings import Settings
from byeoru.model.site import Site
from byeoru.model.theme import Theme
from byeoru.render.kinds import KINDS
from byeoru.render.plan import plan, replanned
from graph.graphs import connected, documents

THEME = Theme("", (), (), (), ())
SETTINGS = Settings(title="기록", base_url="https://example.com")
TAGS = st.lists(st.sampled_from(("벼루", "먹", "먹/송연")), max_size=2)
PAGES = 9  # of which five with a tag make a feed


def texts(tags: list[list[str]]) -> dict[str, str]:
    """Return posts with these tags."""
    return {
        f"content/posts/p{number}.md": f"---\ndate: 2026-03-{number + 1:02}\ntags: {list(map(str, some))}\n---\n본문\n"
        for number, some in enumerate(tags)
    }


def edited(site: Site, tags: list[list[str]]) -> Site | None:
    """Return *site* with other tags, if it does not have to be connected again."""
    return retagged(site, documents(texts(tags), SETTINGS))


@given(before=st.lists(TAGS, min_size=PAGES, max_size=PAGES), after=st.lists(TAGS, min_size=PAGES, max_size=PAGES))
def test_a_plan_after_an_edit_of_tags_is_that_of_the_new_site(before: list[list[str]], after: list[list[str]]) -> None:
    """Whatever pages have a tag; only kinds that count pages can have other outputs than before."""
    old = connected(texts(before), settings=SETTINGS).site
    new = edited(old, after)
    if new is not None:
        first = plan(old, THEME, KINDS)

        assert replanned(first, new, THEME, KINDS) == plan(new, THEME, KINDS)


def test_a_plan_with_the_same_feeds_is_not_made_again() -> None:
    """The fifth page of a tag makes a feed; the fourth changes nothing of the plan."""
    tags = [["먹"], ["먹"], ["먹"], [], [], ["벼루"]]
    site = connected(texts(tags), settings=SETTINGS).site
    first = plan(site, THEME, KINDS)
    four, five = edited(site, [*tags[:3], ["먹"], *tags[4:]]), edited(site, [*tags[:3], ["먹"], ["먹"], tags[5]])

    assert four is not None
    assert five is not None
    assert replanned(first, four, THEME, KINDS) is first
    assert len(replanned(first, five, THEME, KINDS).value) == len(first.value) + 1
