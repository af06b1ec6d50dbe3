"""The names of what a site consists of, as far as results see it. Each has a key in a site, which changes with it.

In:  paths and addresses of pages, addresses of terms, keys of results.
Out: names, which no document has as its path: a prefix ends with two slashes.
Must not: compute a key; that is `Facts.key` and `Results.key`.

The path of a document names its text and the references to it; `links://` (`model/link_graph`) and `search:`
(`model/search`) begin the names of all references and of shards.
"""

import json

from byeoru.model.link_graph import named_page
from byeoru.model.output import QueryKey

EVERY = "*"  # the name of all documents together
SUMMARY, NEAR, RESULT = "summary://", "near://", "result://"


def summary_of(path: str) -> str:
    """Return the name of everything that other pages can show of the page of a document, except its text."""
    return SUMMARY + path


def summarized(name: str) -> str:
    """Return the path of the document whose summary has a name, "" if it names something else."""
    return name.removeprefix(SUMMARY) if name.startswith(SUMMARY) else ""


def near_of(path: str) -> str:
    """Return the name of the pages next to that of a document in its groups, with what makes them related to it."""
    return NEAR + path


def of_result(key: QueryKey) -> str:
    """Return the name of a result.

    >>> result_named(of_result(("posts", "", 3)))
    ('posts', '', 3)
    """
    return RESULT + json.dumps(key, ensure_ascii=False)


def result_named(name: str) -> QueryKey:
    """Return the key of the result that has a name."""
    return tuple(json.loads(name.removeprefix(RESULT)))


def is_of_words(name: str) -> bool:
    """Tell whether what a name stands for can change where pages are listed alike, with other texts or words."""
    return not name.startswith((NEAR, RESULT))


def text_of(name: str) -> str:
    """Return the name of a text; of the references to a page or from it, the text of that page, whose key covers them.

    >>> text_of("to://a.md"), text_of("links://")
    ('a.md', 'links://')
    """
    return named_page(name)[1]
