"""The feed of an edition as Atom (RFC 4287), with the full text of its newest posts."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.reserved import Reserved
from byeoru.model.site import in_edition
from byeoru.render.channels import newest_bodies, of_site
from byeoru.render.feeds import atom
from byeoru.render.kind import Kind, RenderContext, Task


def _outputs(facts: Facts) -> Iterator[Output]:
    """Yield a feed for each edition; that of the main one has a second address, at which feed readers look for it."""
    if facts.site.settings.base_url:
        yield Output("atom.xml", "atom")
        for edition in facts.site.editions:
            yield Output(in_edition(edition.code, "/feed.xml")[1:], "atom", "", 0, edition.code)


def _render(task: Task, context: RenderContext) -> bytes:
    edition = task.output.edition
    return atom(of_site(task, context, edition, in_edition(edition, "/feed.xml")))


KIND = Kind(
    "atom",
    _outputs,
    _render,
    Reserved(once=("/atom.xml",), per_edition=("/feed.xml",)),
    newest_bodies,
    gives_way=True,
    media_type="application/atom+xml",
)
