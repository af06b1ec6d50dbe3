"""Check the embeds of texts: those that would repeat themselves, or show more than a page can bear.

In:  a site with what is known of its parts, and a function that returns the slots of a document.
Out: a warning at each such embed.
Must not: read the slots of a document without such an embed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.model.content import Document, Slot
from byeoru.model.embedding import DEEPEST, MOST_BYTES, met_on
from byeoru.model.site import Site

Slots = Callable[[Document], tuple[Slot, ...]]

_HINTS = {"embed-cycle": "embed-a-part", "embed-too-deep": "embed-less", "embed-too-large": "embed-a-part"}


def check_embeds(site: Site, slots_of: Slots) -> tuple[Diagnostic, ...]:
    """Return a warning for each embed that remains a link on some page."""
    found = [_problems(site.by_source[path].document, some, slots_of) for path, some in sorted(_reasons(site).items())]
    return tuple([problem for problems in found for problem in problems])


def _reasons(site: Site) -> dict[str, dict[int, str]]:
    """Return why embeds remain links, by the path of the document and the slot."""
    reasons: dict[str, dict[int, str]] = defaultdict(dict)
    for path in [part.path for part in site.parts if part.id == "" and part.embeds]:
        for met in met_on(site, path):
            if met.refusal:
                reasons[met.path].setdefault(met.slot, met.refusal)
    return reasons


def _problems(document: Document, reasons: Mapping[int, str], slots_of: Slots) -> Iterable[Diagnostic]:
    slots = slots_of(document)
    for at, code in sorted(reasons.items()):
        slot = slots[at]
        location = Location(document.path, slot.line, slot.column, slot.width)
        limits = {"deepest": DEEPEST, "kilobytes": MOST_BYTES // 1000}
        yield warning(code, location, _HINTS[code], target=slot.target, **limits)
