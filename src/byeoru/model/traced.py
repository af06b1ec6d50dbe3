"""Questions about the site, their answers, and the record of who asked what.

In:  a ``Site`` and a ``Theme``.
Out: answers with digests; a ``Trace`` of what one output read.
Must not: be asked around. A page is rebuilt exactly when the answer to something that it asked has changed, so
whatever a template can see of the whole site comes from here.

A question is a name with arguments, ``("posts", 3)``; ``QUESTIONS`` is the list of all of them.
"""

from collections.abc import Callable
from functools import cached_property
from typing import cast

from byeoru.base.digest import digest_of, digest_text
from byeoru.base.moments import stamp
from byeoru.model.output import Question, Reads
from byeoru.model.site import Group, Page, PageRef, Site, Term
from byeoru.model.theme import Theme

Refs = tuple[PageRef, ...]


class Answers:
    """The answers of one site and theme, each given and digested once."""

    def __init__(self, site: Site, theme: Theme) -> None:
        """Take what is asked about."""
        self.site, self.theme = site, theme
        self._answers: dict[Question, object] = {}
        self._digests: dict[Question, str] = {}
        self._ref_digests: dict[str, str] = {}

    def ask(self, question: Question) -> object:
        """Return the answer to a question; raises ``KeyError`` for one that nobody knows."""
        if question not in self._answers:
            name, *arguments = question
            self._answers[question] = QUESTIONS[str(name)](self, *arguments)
        return self._answers[question]

    def digest(self, question: Question) -> str:
        """Return the digest of the answer; "" where the thing asked about is not there any more."""
        found = self._digests.get(question)
        if found is None:
            found = self._digests[question] = self._digest(question)
        return found

    def _digest(self, question: Question) -> str:
        if question[0] in _NEIGHBOURS:
            return self._digest_neighbour(*question)
        try:
            answer = self.ask(question)
        except KeyError:
            return ""
        if question[0] == "page" and isinstance(answer, Page):
            parts = (answer.document.key, answer.ref.address, *answer.targets, self.ref_digest(answer.ref))
            return digest_text("\n".join(parts))
        if question[0] in _ABOUT_REFS and isinstance(answer, tuple):
            digests = [self.ref_digest(ref) for ref in answer]
            return digests[0] if len(digests) == 1 else digest_text("".join(digests))
        return digest_of(answer)

    def _digest_neighbour(self, side: str | int, address: str | int) -> str:
        """Digest the post before or after one, without making the answer: twice for every post of every build."""
        page = self.site.by_address.get(str(address))
        neighbour = getattr(page, str(side), "")
        return self.ref_digest(self.site.by_address[neighbour].ref) if neighbour else ""

    def ref_digest(self, ref: PageRef) -> str:
        """Return the digest of what other pages may know of a page."""
        found = self._ref_digests.get(ref.address)
        if found is None:
            found = self._ref_digests[ref.address] = digest_text(ref.words)
        return found

    def refs(self, addresses: tuple[str, ...]) -> Refs:
        """Return what may be known of the pages at *addresses*."""
        return tuple(self.site.by_address[address].ref for address in addresses)

    @cached_property
    def numbered(self) -> int:
        """Return how many numbered pages the list of posts has.

        They are counted from the oldest post and always full, so that page 7 stays page 7; the first address of
        the list holds what is left: at least one page's worth where there are that many, less than two.
        """
        return max(0, len(self.site.posts) // self.site.settings.page_size - 1)


class Trace:
    """What one output has read so far."""

    def __init__(self, answers: Answers) -> None:
        """Begin with nothing read."""
        self.answers = answers
        self._asked: dict[Question, str] = {}

    def ask(self, *question: str | int) -> object:
        """Answer a question and remember that it was asked."""
        if question not in self._asked:
            self._asked[question] = self.answers.digest(question)
        return self.answers.ask(question)

    def text(self, *question: str | int) -> str:
        """Answer a question about a text."""
        return str(self.ask(*question))

    def texts(self, *question: str | int) -> tuple[str, ...]:
        """Answer a question about several texts."""
        return tuple(cast(tuple[str, ...], self.ask(*question)))

    def refs(self, *question: str | int) -> Refs:
        """Answer a question about pages."""
        answer = self.ask(*question)
        assert isinstance(answer, tuple)
        return answer

    def page(self, path: str) -> Page:
        """Answer the question what the page of the document at *path* shows of itself."""
        answer = self.ask("page", path)
        assert isinstance(answer, Page)
        return answer

    @property
    def reads(self) -> Reads:
        """Return the questions asked, with the digests of their answers."""
        return tuple(self._asked.items())


def _setting(answers: Answers, name: str) -> object:
    """Return one of the settings that pages may show."""
    settings = answers.site.settings
    return {
        "title": settings.title,
        "description": settings.description,
        "language": settings.language,
        "base_url": settings.base_url,
        "author": [settings.author.name, settings.author.url],
        "menu": settings.menu,
        "feed_size": settings.feed_size,
        "robots": settings.robots,
        "verification": settings.verification,
        "undated": [section.name for section in settings.sections if not section.is_dated and section.name != "pages"],
        "dated": [section.name for section in settings.sections if section.is_dated],
    }[name]


def _posts(answers: Answers, number: int) -> Refs:
    """Return the posts on one page of their list, newest first; 0 is the list's own first address."""
    posts, size = answers.site.posts, answers.site.settings.page_size
    head = len(posts) - answers.numbered * size
    if number == 0:
        return answers.refs(posts[:head])
    if number > answers.numbered:
        raise KeyError(number)
    start = head + (answers.numbered - number) * size
    return answers.refs(posts[start : start + size])


def _pager(answers: Answers, number: int) -> tuple[int, int]:
    """Return the numbers of the list's next newer and next older page; -1 for none."""
    if number == 0:
        return -1, answers.numbered or -1
    return (0 if number == answers.numbered else number + 1), (number - 1 or -1)


def _older(answers: Answers, address: str) -> Refs:
    older = answers.site.by_address[address].older
    return answers.refs((older,) if older else ())


def _newer(answers: Answers, address: str) -> Refs:
    newer = answers.site.by_address[address].newer
    return answers.refs((newer,) if newer else ())


def _group(answers: Answers, kind: str, name: str) -> Refs:
    return answers.refs(_group_of(answers, kind, name).members)


def _newest(answers: Answers, kind: str, name: str, count: int) -> Refs:
    """Return the newest members of a group; those of another kind of page than posts count as well."""
    return answers.refs(_group_of(answers, kind, name).members[:count])


def _siblings(answers: Answers, address: str) -> Refs:
    """Return the two posts before and the two after one in its own category; a new post moves few of them."""
    category = answers.site.by_address[address].ref.category
    members = _group_of(answers, "category", category[-1].name).members if category else ()
    at = members.index(address) if address in members else len(members)
    return answers.refs(tuple(one for one in members[max(0, at - 2) : at + 3] if one != address))


def _term(answers: Answers, kind: str, name: str) -> Term:
    return _group_of(answers, kind, name).term


def _group_of(answers: Answers, kind: str, name: str) -> Group:
    return answers.site.by_term[kind, name]


def _terms(answers: Answers, kind: str) -> tuple[tuple[Term, int, int], ...]:
    """Return the terms of a kind with their numbers of pages and their depths, in the order of an index."""
    groups = (group for group in answers.site.groups if group.term.kind == kind)
    return tuple((group.term, len(group.members), group.depth) for group in groups)


def _recent(answers: Answers, count: int) -> Refs:
    return answers.refs(answers.site.posts[:count])


def _section(answers: Answers, name: str) -> Refs:
    """Return the listed pages of one section, the last tended first."""
    refs = [page.ref for page in answers.site.pages if page.ref.section == name and not page.document.is_unlisted]
    return tuple(sorted(refs, key=_tended, reverse=True))


def _tended(ref: PageRef) -> tuple[float, str]:
    moment = ref.updated or ref.date
    return (moment.timestamp() if moment else 0.0, ref.title)


def _listed(answers: Answers) -> tuple[tuple[str, str], ...]:
    """Return the address of each listed page and when it was last changed (ISO 8601, "" where unknown)."""
    pages = (page for page in answers.site.pages if not page.document.is_unlisted and not page.ref.is_draft)
    moments = ((page.ref.address, page.ref.updated or page.ref.date) for page in pages)
    return tuple((address, stamp(moment) if moment else "") for address, moment in moments)


def _template(answers: Answers, name: str) -> str:
    return answers.theme.by_name[name].digest


def _option(answers: Answers, name: str) -> str:
    return dict(answers.theme.options)[name]


def _texts(answers: Answers, language: str) -> tuple[tuple[str, str], ...]:
    """Return the theme's fixed words in a language, in English where it lacks that language."""
    texts = dict(answers.theme.texts)
    return texts.get(language) or texts.get(language.partition("-")[0]) or texts.get("en", ())


def _static(answers: Answers, name: str) -> str:
    return next(static.digest for static in answers.theme.statics if static.name == name)


QUESTIONS: dict[str, Callable[..., object]] = {
    "setting": _setting,
    "page": lambda answers, path: answers.site.by_source[path],
    "address": lambda answers, path: answers.site.by_source[path].ref.address,
    "older": _older,
    "newer": _newer,
    "posts": _posts,
    "pager": _pager,
    "recent": _recent,
    "section": _section,
    "group": _group,
    "newest": _newest,
    "siblings": _siblings,
    "term": _term,
    "terms": _terms,
    "archive": lambda answers: answers.refs(answers.site.posts),
    "listed": _listed,
    "file": lambda answers, path: answers.site.by_file[path].digest,
    "static": _static,
    "template": _template,
    "option": _option,
    "texts": _texts,
}
# The answers that are pages; their digests are put together from those of the pages.
_NEIGHBOURS = {"older", "newer"}
_ABOUT_REFS = {"posts", "recent", "section", "group", "newest", "siblings", "archive"}
