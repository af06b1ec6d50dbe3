"""Divide documents into visible and hidden ones: drafts, private, scheduled and expired pages are counted."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from byeoru.model.content import Document
from byeoru.model.project import Waiting


class Visible(NamedTuple):
    """The documents of this build, and those that are skipped."""

    documents: tuple[Document, ...]
    drafts: tuple[Waiting, ...]
    future: tuple[Waiting, ...]  # soonest first
    expired: tuple[Waiting, ...]
    hidden: tuple[Document, ...]  # the documents of all four
    due: datetime | None  # when one of the documents becomes public, or stops being so
    private: tuple[Waiting, ...] = ()  # `publish` in their front matter or in the settings holds them back


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
    return Visible(
        tuple(shown), tuple(skipped_drafts), future_posts, tuple(expired), tuple(hidden), due, tuple(skipped_private)
    )
