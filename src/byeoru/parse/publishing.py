"""Decide which pages the settings hold back: those that are private unless they say otherwise.

In:  the path of a page, its section, and the rules of the settings.
Out: whether the page is published without `publish: true` in its front matter.
Must not: publish what a privacy marker holds back; these always win.
"""

from byeoru.base.globs import covers
from byeoru.model.content import ParseOptions
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
