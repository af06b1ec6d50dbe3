"""Know which text a page of the preview was made of, and what its author wants to know of it.

In:  the documents of the site, and a source.
Out: the document of a page, by the path of the page's file; counts of a text.
Must not: hold up a request for a page.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from datetime import datetime
from threading import Lock
from typing import NamedTuple

from byeoru.base.messages import Language, say
from byeoru.base.paths import file_of
from byeoru.build import read_documents
from byeoru.discover.settings import find_settings
from byeoru.front_door import looked_at
from byeoru.graph.permalinks import addresses
from byeoru.model.content import Document
from byeoru.model.project import Profile, Project
from byeoru.parse.frontmatter import split

_NO_WORDS = re.compile(r"<[^>\n]*>|\]\([^)\n]*\)|https?://\S+")  # tags, and where links lead
_MARKS = re.compile(r"[*_~`=]+")
_WORD = re.compile(r"\w+")


class Counts(NamedTuple):
    """How long a text is."""

    characters: int  # letters and digits
    words: int


def counts(source: str) -> Counts:
    r"""Count what a reader reads of a source; its marks are none of it.

    >>> counts("---\ntitle: x\n---\n**벼루**에 [먹](a.md) ink")
    Counts(characters=7, words=3)
    """
    words = _WORD.findall(_MARKS.sub("", _NO_WORDS.sub("]", split(source).body)))
    return Counts(sum(len(word) for word in words), len(words))


class Pages:
    """The documents of the site as it was after one build, found when they are first asked for."""

    def __init__(self, project: Project, profile: Profile) -> None:
        """Take what is previewed."""
        self._project, self._profile = project, profile
        self._lock = Lock()
        self._number, self._found = -1, dict[str, Document]()

    def of(self, number: int) -> Mapping[str, Document]:
        """Return the documents after the build *number*, by the paths of their files in the preview."""
        with self._lock:
            if number != self._number:
                self._number, self._found = number, self._read()
            return self._found

    def _read(self) -> dict[str, Document]:
        with looked_at(self._project, self._profile, _Unheard()) as (scan, cache):
            documents = read_documents(self._project, scan, cache, _Unheard())
        placed = addresses(documents, find_settings(self._project, scan, None).value).value
        return {file_of(placed[one.path]): one for one in documents if one.path in placed}


class _Unheard:
    """A listener to progress that nobody watches."""

    def stage(self, name: str) -> nullcontext[None]:  # noqa: ARG002
        return nullcontext()

    def expect(self, total: int) -> None: ...

    def advance(self) -> None: ...

    def waits_for(self, process: str) -> None: ...


def facts(
    document: Document, source: str, problems: int, language: Language, now: datetime, link: Callable[[str], str]
) -> dict[str, object]:
    """Return what the bar shows of a page, in words."""
    size = counts(source)
    is_future = document.date is not None and document.date > now
    badges = [document.is_draft and say("preview.draft", language), is_future and say("preview.future", language)]
    return {
        "title": document.title,
        "source": document.path,
        "link": link(document.path),
        "badges": [badge for badge in badges if badge],
        "length": say(
            "preview.length",
            language,
            characters=f"{size.characters:,}",
            words=f"{size.words:,}",
            minutes=document.minutes,
        ),
        "problems": say("preview.problems", language, count=problems) if problems else "",
    }
