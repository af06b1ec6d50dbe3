"""Resolve what the slots of a document refer to.

In:  the slots of a document, and an index of everything that can be referred to.
Out: one target per slot, a percent-encoded site path with query and fragment; and warnings for broken links.
Must not: interpret a decoded path as a reference, or `javascript%3A…` would become a script.
"""

import posixpath
from collections.abc import Callable
from typing import NamedTuple

from byeoru.base.anchors import dead_anchor, is_dead
from byeoru.base.diagnostic import Diagnostic, Outcome, warning
from byeoru.base.paths import decode, encode, is_external, own_path, relative_path, split_reference
from byeoru.graph.brackets import by_name, in_brackets, is_hidden
from byeoru.graph.fragments import anchor_of
from byeoru.graph.link_index import LinkIndex, Lookups
from byeoru.graph.referrer import Referrer
from byeoru.model.content import TAGGED, Document, Outline, Slot
from byeoru.model.site import PRIVATE, Resolved

NAMED = "@name:"  # before the name of a document in any folder, as for Jekyll's `post_url`

# Prefixes of an absolute path: the folders that other programs treat as the root of the site.
_ROOTS = ("content/", "source/", "", "src/content/", "_", "posts/", "_posts/", "content/posts/", "content/blog/")
# Programs in whose folders a Markdown link may name a note as brackets do.
_VAULTS = frozenset({"obsidian", "quartz"})

Resolve = Callable[[Document, str, LinkIndex], Outcome[Resolved]]


class Resolution(NamedTuple):
    """What the references of a document lead to, and the lookups that this depends on."""

    outcome: Outcome[Resolved]
    lookups: tuple[str, ...]  # their keys
    outlines: tuple[str, ...]  # paths of the pages whose headings are referred to


def resolve(
    slots: tuple[Slot, ...], path: str, address: str, index: LinkIndex, outline_of: Callable[[str], Outline]
) -> Resolution:
    """Return the target of each of *slots* of the file *path*, which is published at *address*.

    *outline_of* returns the outline of the document at a path.
    """
    if not slots:
        return Resolution(Outcome(Resolved(())), (), ())
    referrer = Referrer(path, address, Lookups(index, outline_of))
    targets = tuple(
        [
            in_brackets(at, slot, referrer) if slot.kind in {"wiki", "embed"} else _in_markdown(slot, referrer)
            for at, slot in enumerate(slots)
        ]
    )
    outcome = Outcome(Resolved(targets, tuple(referrer.labels)), tuple(referrer.problems))
    return Resolution(outcome, tuple(referrer.lookups.keys), tuple(referrer.lookups.outlines))


def _in_markdown(slot: Slot, referrer: Referrer) -> str:
    """Return the target of a reference in a link, an image or raw HTML."""
    path, index, lookups = referrer.path, referrer.index, referrer.lookups
    if slot.target.startswith(TAGGED):  # the page knows the addresses of its own tags
        return slot.target
    if path.startswith(index.strict) and ("%5C" in slot.target or "\\" in slot.target):
        _check_windows_path(slot, referrer)
    if is_external(slot.target):
        return _from_url(slot, referrer)
    written, rest = split_reference(slot.target)
    written = written.replace("\\", "/")  # of Windows
    base_folder = "/" if written.startswith("/") else referrer.folder
    known = index.resolved.get((base_folder, written))
    if known is None and written:
        apart = Lookups(index, lookups.outline)
        known = _from_folder(written, referrer.folder, apart), tuple(apart.keys)
        index.resolved[base_folder, written] = known
    site_path, keys = known or ("", ())
    lookups.keys.update(dict.fromkeys(keys))
    site_path = site_path or _from_page(written, slot, referrer) or _by_name(written, slot, referrer)
    if not site_path and _is_hidden(written, referrer):
        referrer.report("unpublished-link", slot, "publish-it", target=decode(slot.target))
        return PRIVATE
    if not site_path:
        referrer.problems.append(_broken(slot, written, referrer))
        return encode(_beside(referrer.address, written.removeprefix(NAMED))) + rest
    return encode(site_path) + _with_anchor(rest, slot, site_path, referrer)


def _with_anchor(rest: str, slot: Slot, site_path: str, referrer: Referrer) -> str:
    """Return the query and fragment of a reference, with the anchor that the fragment means in its page."""
    query, mark, fragment = rest.partition("#")
    path = referrer.lookups("page-at", site_path) if mark else ""
    if not path:
        return rest
    fragment, outline = decode(fragment), referrer.lookups.outline(path)
    if not is_dead(fragment, outline.anchors):
        return rest
    anchor = anchor_of(fragment, referrer.lookups("title", path), outline)
    if anchor is None:
        name, location = posixpath.basename(path), referrer.location(slot)
        dead = dead_anchor(fragment, name, outline.anchors, location, suggests=referrer.suggests())
        referrer.problems.append(dead)
        return rest
    return f"{query}#{encode(anchor)}" if anchor else query


def _check_windows_path(slot: Slot, referrer: Referrer) -> None:
    """Report a path with backslashes that leads somewhere; a browser would not follow it."""
    written = decode(slot.target).replace("\\", "/")
    if _from_folder(written, referrer.folder, referrer.lookups) or _from_page(written, slot, referrer):
        referrer.report("windows-path", slot, "write-slashes", target=decode(slot.target), written=written)


def _from_page(written: str, slot: Slot, referrer: Referrer) -> str:
    """Resolve *written* relative to the address of the page: beside it, or in the folder of the same name.

    An image may be relative to the root of the site, as in Hugo, or in any folder if its name is unique; in a vault
    it is looked for as a name.
    """
    if not written:
        return referrer.address
    lookups, path = referrer.lookups, referrer.path
    target = lookups("address", _beside(referrer.address, written))
    if not target and not written.startswith("/"):
        target = lookups("path", _joined(path.rpartition(".")[0], written))
        is_loose = not path.startswith(referrer.index.strict) and referrer.index.program not in _VAULTS
        if not target and slot.kind == "image" and is_loose:
            target = lookups("address", _beside("/", written)) or lookups("end", written)
    return target


def _by_name(written: str, slot: Slot, referrer: Referrer) -> str:
    """Resolve *written* as a name in brackets, which a link in a vault may be too: `[a](Three%20laws)`."""
    if referrer.index.program not in _VAULTS or written.startswith(NAMED):
        return ""
    match = by_name(written, slot, referrer)
    return referrer.index.by_path[match.path] if match is not None else ""


def _is_hidden(written: str, referrer: Referrer) -> bool:
    """Tell whether *written* leads to a page that is not published."""
    lookups = referrer.lookups
    if not lookups("hidden-any"):
        return False
    if written.startswith("/"):
        paths = [root + written[1:] for root in _ROOTS]
    else:
        paths = [_joined(referrer.folder, written), _joined(referrer.path.rpartition(".")[0], written)]
    if any(lookups("hidden-path", path) for path in paths):
        return True
    if lookups("hidden-address", _beside(referrer.address, written)):
        return True
    return referrer.index.program in _VAULTS and is_hidden(written, referrer)


def _from_folder(path: str, folder: str, lookups: Lookups) -> str:
    """Resolve *path* relative to *folder*, independent of addresses."""
    if path.startswith("/"):
        from_root = _beside("/", path)
        bases = [base for base in lookups.index.base_paths if from_root.startswith(f"{base}/")]
        candidates = (from_root, *(from_root[len(base) :] for base in bases))
        return next((target for one in candidates if (target := _from_root(one, lookups))), "")
    if path.startswith(NAMED):
        return lookups("page", path.removeprefix(NAMED))
    return lookups("path", _joined(folder, path))


def _from_root(path: str, lookups: Lookups) -> str:
    return lookups("address", path) or next(
        (target for root in _ROOTS if (target := lookups("path", root + path[1:]))), ""
    )


def _from_url(slot: Slot, referrer: Referrer) -> str:
    """Resolve a URL of this site; one at which nothing is published stays as it is.

    Other repositories of the same owner can be published at the same host.
    """
    written, rest = split_reference(own_path(slot.target, referrer.index.sites) or "")
    site_path = _from_folder(written, "", referrer.lookups) if written else ""
    if site_path:
        return encode(site_path) + _with_anchor(rest, slot, site_path, referrer)
    if written and _is_hidden(written, referrer):
        referrer.report("unpublished-link", slot, "publish-it", target=slot.target)
        return PRIVATE
    return slot.target


def _broken(slot: Slot, written: str, referrer: Referrer) -> Diagnostic:
    """Report a broken link with a suggestion, spelled as in the file."""
    written, folder = written.removeprefix(NAMED), referrer.folder
    near = referrer.lookups("near", posixpath.normpath(posixpath.join(folder, written)).lstrip("/"))
    suggestion = relative_path(near, folder) if near else ""
    code = "missing-picture" if slot.kind == "image" else "broken-link"
    target, hint = decode(slot.target.removeprefix(NAMED)), "did-you-mean" if suggestion else "link-to-a-file"
    return warning(code, referrer.location(slot), hint, target=target, near=suggestion)


def _beside(address: str, path: str) -> str:
    """Return the site path of *path* relative to the page at *address*; it never leads out of the site.

    >>> _beside("/posts/a/", "../b/"), _beside("/posts/a/", "//x.com/y"), _beside("/", "javascript:x")
    ('/posts/b/', '/x.com/y', '/javascript:x')
    """
    folder = "" if path.startswith("/") else address[1:].rpartition("/")[0]
    end = "/" if path.endswith(("/", "/..", "/.")) else ""
    return f"/{_joined(folder, path)}{end}".replace("//", "/")


def _joined(folder: str, path: str) -> str:
    """Return *path* relative to *folder*; four times faster than ``normpath(join(…))``, as it runs for every link.

    >>> _joined("content/posts/os", "../a/./b.md")
    'content/posts/a/b.md'
    """
    parts = folder.split("/") if folder else []
    for part in path.split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)
