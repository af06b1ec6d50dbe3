"""Divide documents into visible and hidden ones: drafts, private, scheduled and expired pages are counted."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from byeoru.model.content import Document
from byeoru.model.project import Waiting


class Hidden(NamedTuple):
    """The documents that a build skips."""

    documents: tuple[Document, ...]
    drafts: tuple[Waiting, ...]
    future: tuple[Waiting, ...]  # soonest first
    expired: tuple[Waiting, ...]
    private: tuple[Waiting, ...]  # `publish` in their front matter or in the settings holds them back


class Visible(NamedTuple):
    """The documents of a build, and those that it skips."""

    documents: tuple[Document, ...]
    hidden: Hidden
    due: datetime | None  # when one of all these becomes public, or stops being so


def visible(
    documents: Iterable[Document], now: datetime, *, drafts: bool, future: bool, private: bool = False
) -> Visible:
    """Divide *documents* by what a reader may see at *now*; the clock is an argument, so a test need not wait."""
    shown, skipped_drafts, skipped_private, scheduled, expired, hidden = [], [], [], [], [], []
    changes = []
    for document in documents:
        meta = document.meta
        if meta.draft and not drafts:
            skipped_drafts.append(Waiting(document.path, meta.title, ""))
            hidden.append(document)
        elif meta.private and not private:
            skipped_private.append(Waiting(document.path, meta.title, ""))
            hidden.append(document)
        elif meta.date is not None and meta.date > now and not future:
            scheduled.append((meta.date, Waiting(document.path, meta.title, meta.date.isoformat())))
            hidden.append(document)
            changes.append(meta.date)
        elif meta.expires is not None and meta.expires <= now and not drafts:
            expired.append(Waiting(document.path, meta.title, meta.expires.isoformat()))
            hidden.append(document)
        else:
            shown.append(document)
            changes += [meta.expires] if meta.expires is not None and meta.expires > now else []
    future_posts = tuple(post for _, post in sorted(scheduled))
    due = min(changes, default=None)
    skipped = Hidden(tuple(hidden), tuple(skipped_drafts), future_posts, tuple(expired), tuple(skipped_private))
    return Visible(tuple(shown), skipped, due)
