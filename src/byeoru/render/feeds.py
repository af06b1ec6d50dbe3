"""Feeds in three formats: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. Text is escaped, addresses are absolute."""

import json
from collections.abc import Callable
from datetime import datetime

from byeoru.base.dates import rfc3339
from byeoru.render.channels import Channel, Entry
from byeoru.render.xml import HEAD, attribute, element


def atom(channel: Channel) -> bytes:
    """Write a feed as Atom."""
    author = element("name", channel.author) + (element("uri", channel.author_url) if channel.author_url else "")
    parts = [
        f'{HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(channel.language)}>\n',
        element("title", channel.title),
        element("subtitle", channel.description) if channel.description else "",
        f'<link rel="alternate" type="text/html" href={attribute(channel.url)}/>\n',
        f'<link rel="self" type="application/atom+xml" href={attribute(channel.feed_url)}/>\n',
        element("id", channel.url),
        element("updated", rfc3339(channel.updated)),
        f"<author>\n{author}</author>\n",
        element("generator", "Byeoru"),
        *(_atom_entry(entry, channel.language) for entry in channel.entries),
        "</feed>\n",
    ]
    return "".join(parts).encode("utf-8", "replace")


def rss(channel: Channel) -> bytes:
    """Write a feed as RSS."""
    from email.utils import format_datetime  # imported late: with all that mail needs it takes 3 ms

    return (
        f'{HEAD}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">\n<channel>\n'
        f"{element('title', channel.title)}{element('link', channel.url)}"
        f"{element('description', channel.description or channel.title)}{element('language', channel.language)}"
        f'<atom:link rel="self" type="application/rss+xml" href={attribute(channel.feed_url)}/>\n'
        f"{element('lastBuildDate', format_datetime(channel.updated))}{element('generator', 'Byeoru')}"
        f"{''.join(_item(entry, format_datetime) for entry in channel.entries)}</channel>\n</rss>\n"
    ).encode("utf-8", "replace")


def json_feed(channel: Channel) -> bytes:
    """Write a feed as JSON Feed."""
    author = {"name": channel.author} | ({"url": channel.author_url} if channel.author_url else {})
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.url,
        "feed_url": channel.feed_url,
        "description": channel.description,
        "language": channel.language,
        "authors": [author],
        "items": [_object(entry) for entry in channel.entries],
    }
    text = json.dumps({name: value for name, value in feed.items() if value != ""}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode("utf-8", "replace")


def _atom_entry(entry: Entry, language: str) -> str:
    other = f" xml:lang={attribute(entry.language)}" if entry.language != language else ""
    return "".join(
        [
            f"<entry{other}>\n{element('title', entry.title)}",
            f'<link rel="alternate" type="text/html" href={attribute(entry.url)}/>\n{element("id", entry.url)}',
            element("published", rfc3339(entry.published)) if entry.published else "",
            element("updated", rfc3339(entry.updated)),
            *(f"<category term={attribute(term)}/>\n" for term in entry.terms),
            element("summary", entry.summary),
            f'<content type="html">{entry.escaped}</content>\n' if entry.html else "",
            "</entry>\n",
        ]
    )


def _item(entry: Entry, format_datetime: Callable[[datetime], str]) -> str:
    parts = [
        f"<item>\n{element('title', entry.title)}{element('link', entry.url)}{element('guid', entry.url)}",
        element("pubDate", format_datetime(entry.published)) if entry.published else "",
        *(element("category", term) for term in entry.terms),
        element("description", entry.summary),
        f"<content:encoded>{entry.escaped}</content:encoded>\n",
        "</item>\n",
    ]
    return "".join(parts)


def _object(entry: Entry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "date_modified": rfc3339(entry.updated),
        "tags": list(entry.terms),
        "language": entry.language,
    }
    return item | ({"date_published": rfc3339(entry.published)} if entry.published else {})
