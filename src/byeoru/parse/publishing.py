"""What the settings say about privacy: which pages they hold back, and which words a hidden link leaves.

In:  the path of a page, its section, and the rules of the settings; the sentences around its links.
Out: whether the page is published without `publish: true` in its front matter; sentences without names of other pages.
Must not: publish what a privacy marker holds back; these always win.
"""

from collections.abc import Iterable, Sequence

from byeoru.base.globs import covers
from byeoru.model.body import Body, Wikilink
from byeoru.model.content import Mention, ParseOptions, Slot
from byeoru.parse.markup.wikilink import shown_name
from byeoru.parse.path_metadata import PathMetadata

_VAULTS = {"obsidian", "quartz"}  # programs whose users write `publish: false`


def is_published_by_default(path: str, place: PathMetadata, section: str, options: ParseOptions) -> bool:
    """Tell whether *path* is published without `publish: true`."""
    rule = next((rule for rule in options.publish if rule.section in {"", section}), None)
    if rule is None:
        return True
    below = path.removeprefix("content/")
    if options.conventions.root:
        below = below.removeprefix(f"{options.conventions.root}/")
    if rule.section:
        below = below.removeprefix(f"{place.collection}/")
    return any(covers(pattern, below) for pattern in rule.patterns)


def expects_private_pages(options: ParseOptions) -> bool:
    """Tell whether `publish: false` is usual here, and not a doubt that its author should see."""
    return bool(options.publish) or options.conventions.program in _VAULTS


def without_other_names(mentions: Iterable[Mention], body: Body, slots: Sequence[Slot]) -> tuple[Mention, ...]:
    """Return *mentions*, without their sentence if it has the name in another bare link: its page may be hidden."""
    bare = {piece.slot for piece in body.pieces if type(piece) is Wikilink and not piece.label}
    names = {slot: shown_name(slots[slot].target) for slot in bare}
    return tuple(
        [
            mention._replace(before="", after="")
            if any(
                name in mention.before + mention.after for slot, name in names.items() if slot != mention.slot and name
            )
            else mention
            for mention in mentions
        ]
    )
