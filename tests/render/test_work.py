"""What a worker receives is the site itself."""

from byeoru.graph.references import link_graph
from byeoru.model.search import SearchIndex
from byeoru.model.theme import Theme
from byeoru.render.kinds import KINDS
from byeoru.render.work import context_from_bytes, site_to_bytes
from graph.graphs import connected


def test_a_worker_answers_from_the_same_site() -> None:
    """A site that was sent to another process has the same pages, and the same links in both directions."""
    site = connected({"content/notes/a.md": "---\ntags: [x]\n---\n[b](b.md#x)\n", "content/notes/b.md": "## x\n"}).site
    site = site.with_indexes(link_graph(site, lambda _: {}), SearchIndex())

    for sent in (site, site.in_blocks(None), site.in_blocks(None).read_whole()):
        received = context_from_bytes(site_to_bytes(sent, Theme("t", (), (), (), ())), KINDS).results.site

        assert received == site
        assert received.links.incoming == site.links.incoming != {}
