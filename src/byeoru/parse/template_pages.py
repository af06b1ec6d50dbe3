"""Recognize pages that only the templates of another program give contents: a list of tags, a search page, an archive.

In:  the text below the front matter, and what its path says.
Out: whether the page has contents of its own.
Must not: decide about posts; a post that consists of one tag shows a video or a gallery.
"""

import re

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.html_page import words_of
from byeoru.parse.path_metadata import PathMetadata

_TAG = lazy_pattern(r"\{%-?\s*(\w*)(?>(?:(?!%\}|\{%).)*)%\}|\{\{(?>(?:(?!\}\}|\{\{).)*)\}\}", re.DOTALL)
_NO_CONTENT = lazy_pattern(r"<!--(?>(?:(?!-->).)*)(?:-->|\Z)|^[-*_ \t]+$", re.DOTALL | re.MULTILINE)  # comments, rules
_VALUE = lazy_pattern(r"\{\{-?\s*(?:site|page|paginator|content|posts?|\$\w+)\b")
_STATEMENTS = frozenset({"for", "assign", "capture", "if", "unless", "case", "include", "include_cached", "layout"})
_LISTING = frozenset({"for", "assign", "paginate"})
_COMPONENT = lazy_pattern(r"<[A-Z]\w*[\s/>]")
_HTML = (".html", ".htm")


def is_template_page(body: str, path: str, from_path: PathMetadata) -> bool:
    """Tell whether *body* contains no words besides template tags, or is HTML around a list of pages."""
    if from_path.section == "posts" or not body.strip():
        return False
    tags = [match[1] for match in _TAG.finditer(body)]
    if not tags:
        return _COMPONENT.search(body) is not None and not words_of(body)
    if path.lower().endswith(_HTML) and not _LISTING.isdisjoint(tags):
        return True
    generates = not _STATEMENTS.isdisjoint(tags) or _VALUE.search(body) is not None
    return generates and not words_of(_NO_CONTENT.sub("", _TAG.sub("", body)))
