"""Resolve references in double brackets: `[[note]]`, `[[note#section]]`, `![[picture.png]]`.

In:  a slot with the text in the brackets, before the first bar.
Out: its target, the text that is shown for it, and warnings.
Must not: show anything of a page that is not published; what the author wrote is all that may be shown of it.
"""

from byeoru.base.paths import encode
from byeoru.graph.fragments import anchor_in_brackets, nearest_anchor
from byeoru.graph.names import NamedFile, Names, without_page_ending
from byeoru.graph.referrer import Referrer
from byeoru.model.content import Slot
from byeoru.model.site import NO_TARGET, PRIVATE

_STEP = " › "  # between a page and its section
_SPLITS = 8  # how many `#` of a target are tried as part of a name
_DRAWING = ".excalidraw"
_DRAWN = (".svg", ".png", ".light.svg", ".light.png")  # what Excalidraw exports beside a drawing
# Endings of files that pages show; a missing one is no note that is still to be written.
_MEDIA = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp"),
    *(".mp3", ".wav", ".m4a", ".ogg", ".flac", ".3gp", ".mp4", ".webm", ".ogv", ".mov", ".mkv", ".pdf"),
)


def in_brackets(at: int, slot: Slot, referrer: Referrer) -> str:
    """Return the target of the reference with the index *at*."""
    name, fragment, match = _meant(slot, referrer)
    label = slot.target.strip()
    if not name:
        target, title = _within(slot, fragment, referrer.path, referrer.address, referrer)
        label = title or label
    elif match is not None:
        address = referrer.index.by_path[match.path]
        target, title = _within(slot, fragment, match.path, address, referrer)
        shown = referrer.index.names.title(match.path) if match.by_file else ""
        label = _STEP.join(part for part in (shown or name, title) if part)
    elif is_hidden(name, referrer):
        referrer.report("unpublished-link", slot, "publish-it", target=slot.target)
        target = PRIVATE
    elif (page := _second(slot, referrer)) is not None:
        referrer.labels.append((at, label))
        return encode(referrer.index.by_path[page.path])
    else:
        _missing(slot, name, referrer)
        target, label = NO_TARGET, label.replace("#", _STEP)
    if not slot.label or target == PRIVATE:
        referrer.labels.append((at, label))
    return target


def _second(slot: Slot, referrer: Referrer) -> NamedFile | None:
    """Return the page that the text behind the bar names: in the wikis of GitHub the label comes first."""
    if slot.kind != "wiki" or not slot.label or referrer.index.program == "obsidian":
        return None
    return by_name(slot.label, slot, referrer)


def by_name(name: str, slot: Slot, referrer: Referrer) -> NamedFile | None:
    """Return the published file that *name* means, with a warning if it has several meanings."""
    match = _found("names", referrer.index.names, name, referrer)
    if match is not None and match.others:
        index, asked = referrer.index, referrer.lookups.keys
        written = index.names.shortest(match.path, asked)
        others = ", ".join(f"`{path}`" for path in match.others)
        code = "very-ambiguous-link" if match.more else "ambiguous-link"
        arguments = {"target": name, "path": match.path, "others": others, "more": match.more, "near": written}
        referrer.report(code, slot, "write-whole-path", **arguments)
    return match


def is_hidden(name: str, referrer: Referrer) -> bool:
    """Tell whether *name* means a page that is not published."""
    return _found("hidden-names", referrer.index.hidden, name, referrer) is not None


def _found(scope: str, names: Names, name: str, referrer: Referrer) -> NamedFile | None:
    found, place, keys = referrer.index.found, referrer.place, referrer.lookups.keys
    known = found.get((scope, name, None)) or found.get((scope, name, place))
    if known is None:
        asked: dict[str, None] = {}
        match = names.find(name, place, asked)
        is_same_anywhere = (match is None or match.anywhere) and not name.startswith((".", "/"))
        known = found[scope, name, None if is_same_anywhere else place] = match, tuple(asked)
    for key in known[1]:
        keys[key] = None
    return known[0]


def _meant(slot: Slot, referrer: Referrer) -> tuple[str, str, NamedFile | None]:
    """Return the name and the fragment of a target, and the file that it means.

    `#` can be a part of a name: `[[C# 입문]]`.
    """
    target = slot.target.strip()
    name, mark, fragment = target.partition("#")
    name = name.strip()
    if mark and name and referrer.lookups("hash"):
        parts = target.split("#", _SPLITS)
        for count in range(len(parts), 1, -1):
            whole = "#".join(parts[:count]).strip()
            if (match := by_name(whole, slot, referrer)) is not None:
                return whole, "#".join(parts[count:]), match
    return name, fragment, _file(name, slot, referrer) if name else None


def _file(name: str, slot: Slot, referrer: Referrer) -> NamedFile | None:
    """Return the file that a whole name means; a drawing is shown as the picture that was exported of it."""
    if slot.kind == "embed" and _DRAWING in name.casefold():
        bare = without_page_ending(name)
        for stem in (bare, bare.removesuffix(_DRAWING)):
            for ending in _DRAWN:
                if (match := by_name(stem + ending, slot, referrer)) is not None:
                    return match
    return by_name(name, slot, referrer)


def _within(slot: Slot, fragment: str, path: str, address: str, referrer: Referrer) -> tuple[str, str]:
    """Return the target in the file *path*, and the text of the heading that it leads to.

    A link to a section that does not exist leads to the page; an embed of one shows nothing, so its target names it.
    """
    target = encode(address)
    if not fragment or path not in referrer.index.names:
        return (f"{target}#{encode(fragment)}" if fragment else target), ""
    outline = referrer.lookups.outline(path)
    anchor = anchor_in_brackets(fragment, referrer.lookups("title", path), outline)
    if anchor == "":
        return target, ""
    if anchor is not None:
        title = next((text for _, id_, text in outline.headings if id_ == anchor), "")
        return f"{target}#{encode(anchor)}", title
    near = nearest_anchor(fragment, outline) if referrer.suggests() else ""
    page = path.rpartition("/")[2]
    hint = "did-you-mean" if near else ""
    if fragment.startswith("^"):
        referrer.report("no-such-block", slot, hint, block=fragment, page=page, near=near)
    else:
        referrer.report("no-such-heading", slot, hint, heading=fragment, page=page, near=near)
    return (f"{target}#{encode(fragment)}" if slot.kind == "embed" else target), ""


def _missing(slot: Slot, name: str, referrer: Referrer) -> None:
    near = referrer.lookups("similar", name)
    is_media = name.casefold().endswith((*_MEDIA, _DRAWING))
    hint = "did-you-mean" if near else "link-to-a-file" if is_media else "write-the-note"
    referrer.report("missing-picture" if is_media else "missing-note", slot, hint, target=slot.target, near=near)
