"""Read what a reader of a built site can see: title, headings, text and code of each post and note.

In:  the folder of a site that `blog build` wrote.
Out: one `Text` for each page that has an article.
Must not: import Byeoru. Every engine is judged by the same visible text, whatever it has indexed.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

_LANGUAGE = re.compile(r'<html lang="([^"]*)"')
_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_BODY = re.compile(r'<div class="prose">(.*)', re.DOTALL)
_HEADING = re.compile(r"<h[2-6]\b[^>]*>(.*?)</h[2-6]>", re.DOTALL)
_CODE = re.compile(r"<(pre|code)\b[^>]*>(.*?)</\1>", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style|svg|math|footer|template)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|div|li|ul|ol|dl|dt|dd|h\d|pre|table|tr|t[dh]|br|hr|blockquote|section|figure|summary)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")
# An address that is written out is seen, but nobody who searches for a word means it.
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>가-힣]+")


class Text(NamedTuple):
    """The visible text of one page."""

    address: str  # without a base path, such as `/posts/closure/`
    title: str
    headings: str
    body: str  # with headings and code
    code: str


def texts_of(site: Path, language: str = "ko") -> list[Text]:
    """Return the texts of one edition of *site*, sorted by address."""
    return sorted(_read(site, language))


def _read(site: Path, language: str) -> Iterator[Text]:
    for path in site.rglob("index.html"):
        address = "/" + path.parent.relative_to(site).as_posix() + "/"
        page = path.read_text("utf-8")
        written_in, article = _LANGUAGE.search(page), _ARTICLE.search(page)
        title, body = (article and pattern.search(article[0]) for pattern in (_TITLE, _BODY))
        if not title or not body or not written_in or written_in[1] != language:
            continue
        html = _UNSEEN.sub(" ", body[1])
        yield Text(
            address,
            plain(title[1]),
            "\n".join(plain(found) for found in _HEADING.findall(html)),
            _ADDRESS.sub(" ", plain(html)),
            "\n".join(plain(found) for _, found in _CODE.findall(html)),
        )


def plain(html: str) -> str:
    """Return the text of HTML: inline tags do not split words, block tags do.

    >>> plain("<p><b>캐시</b>를 <code>flush()</code>한다.</p><p>끝</p>").split()
    ['캐시를', 'flush()한다.', '끝']
    """
    return normalize("NFC", unescape(_TAG.sub("", _BLOCK.sub("\n", html))))
