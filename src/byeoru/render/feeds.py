"""Feeds in three formats: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. Everything in them is escaped, and absolute."""

import json
from collections.abc import Callable
from datetime import datetime

from byeoru.base.moments import stamp
from byeoru.model.output import Output
from byeoru.model.site import in_edition
from byeoru.model.traced import Trace
from byeoru.render.channels import Channel, Entry, of_group, of_site
from byeoru.render.pages import Bodies, Workshop
from byeoru.render.xml import HEAD, attribute, element, escape


def atom(output: Output, trace: Trace, __: Workshop, bodies: Bodies) -> str:
    """Render the newest posts with their full text as Atom."""
    return _atom(of_site(trace, bodies, output.edition, in_edition(output.edition, "/feed.xml")))


def rss(_: Output, trace: Trace, __: Workshop, bodies: Bodies) -> str:
    """Render the newest posts with their full text as RSS."""
    from email.utils import format_datetime  # imported late: with all that mail needs it takes 3 ms

    channel = of_site(trace, bodies, "", "/rss.xml")
    return (
        f'{HEAD}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">\n<channel>\n'
        f"{element('title', channel.title)}{element('link', channel.url)}"
        f"{element('description', channel.description or channel.title)}{element('language', channel.language)}"
        f'<atom:link rel="self" type="application/rss+xml" href={attribute(channel.own)}/>\n'
        f"{element('lastBuildDate', format_datetime(channel.updated))}{element('generator', 'Byeoru')}"
        f"{''.join(_item(entry, format_datetime) for entry in channel.entries)}</channel>\n</rss>\n"
    )


def json_feed(_: Output, trace: Trace, __: Workshop, bodies: Bodies) -> str:
    """Render the newest posts with their full text as JSON Feed."""
    channel = of_site(trace, bodies, "", "/feed.json")
    author = {"name": channel.author} | ({"url": channel.author_url} if channel.author_url else {})
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.url,
        "feed_url": channel.own,
        "description": channel.description,
        "language": channel.language,
        "authors": [author],
        "items": [_object(entry) for entry in channel.entries],
    }
    return json.dumps({name: value for name, value in feed.items() if value != ""}, ensure_ascii=False, indent=1) + "\n"


def group(output: Output, trace: Trace, _: Workshop, __: Bodies) -> str:
    """Render the newest posts of a tag or a category with their summaries as Atom."""
    return _atom(of_group(trace, output.subject, f"/{output.path}"))


def _atom(channel: Channel) -> str:
    author = element("name", channel.author) + (element("uri", channel.author_url) if channel.author_url else "")
    parts = [
        f'{HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(channel.language)}>\n',
        element("title", channel.title),
        element("subtitle", channel.description) if channel.description else "",
        f'<link rel="alternate" type="text/html" href={attribute(channel.url)}/>\n',
        f'<link rel="self" type="application/atom+xml" href={attribute(channel.own)}/>\n',
        element("id", channel.url),
        element("updated", stamp(channel.updated)),
        f"<author>\n{author}</author>\n",
        element("generator", "Byeoru"),
        *(_atom_entry(entry, channel.language) for entry in channel.entries),
        "</feed>\n",
    ]
    return "".join(parts)


def _atom_entry(entry: Entry, language: str) -> str:
    other = f" xml:lang={attribute(entry.language)}" if entry.language != language else ""
    return "".join(
        [
            f"<entry{other}>\n{element('title', entry.title)}",
            f'<link rel="alternate" type="text/html" href={attribute(entry.url)}/>\n{element("id", entry.url)}',
            element("published", stamp(entry.published)) if entry.published else "",
            element("updated", stamp(entry.updated)),
            *(f"<category term={attribute(term)}/>\n" for term in entry.terms),
            element("summary", entry.summary),
            f'<content type="html">{escape(entry.html)}</content>\n' if entry.html else "",
            "</entry>\n",
        ]
    )


def _item(entry: Entry, format_datetime: Callable[[datetime], str]) -> str:
    parts = [
        f"<item>\n{element('title', entry.title)}{element('link', entry.url)}{element('guid', entry.url)}",
        element("pubDate", format_datetime(entry.published)) if entry.published else "",
        *(element("category", term) for term in entry.terms),
        element("description", entry.summary),
        element("content:encoded", entry.html),
        "</item>\n",
    ]
    return "".join(parts)


def _object(entry: Entry) -> dict[str, object]:
    found: dict[str, object] = {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "date_modified": stamp(entry.updated),
        "tags": list(entry.terms),
        "language": entry.language,
    }
    return found | ({"date_published": stamp(entry.published)} if entry.published else {})
