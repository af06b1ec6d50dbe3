"""Questions about the site, their answers, and the record of who asked what.

In:  a ``Site`` and a ``Theme``.
Out: answers with digests; a ``Trace`` of what one output read.
Must not: be asked around. A page is rebuilt exactly when the answer to something that it asked has changed, so
whatever a template can see of the whole site comes from here.

A question is a name with arguments, ``("posts", "", 3)``; ``questions.QUESTIONS`` is the list of all of them.
"""

from collections.abc import Collection, Iterable
from typing import Any, cast

from byeoru.base.digest import digest_of, digest_text
from byeoru.model.content import Document
from byeoru.model.facts import Facts, Refs
from byeoru.model.output import Question, Reads
from byeoru.model.questions import ABOUT_REFS, NEIGHBOURS, QUESTIONS
from byeoru.model.site import Page, PageSummary, Site
from byeoru.model.theme import Theme

# What is found out about a site without a look at titles.
_WITHOUT_WORDS = {"by_period", "by_name", "traits", "linked"}
# Questions whose answers hold more than the words of pages, or are ordered by them.
_ABOUT_WORDS = {"page", "tended"}


class Answers(Facts):
    """The answers of one site and theme, each given and digested once."""

    def __init__(self, site: Site, theme: Theme) -> None:
        """Take what is asked about."""
        super().__init__(site, theme)
        self._answers: dict[Question, object] = {}
        self._digests: dict[Question, str] = {}
        self._ref_digests: dict[str, str] = {}
        # What views have made of answers, for the other outputs that ask the same: a thousand parts of a series do.
        self.shown: dict[Question, Any] = {}

    def learn_from(self, old: "Answers") -> None:
        """Take the answers that *old* has found, where its site differs from this one in titles and the like alone.

        Which pages an answer names is then the same, but for lists that are ordered by title; those that name a page
        with other words are asked anew, as are pages, which show their texts.
        """
        renamed = self.site.renamed_since(old.site) if self.theme is old.theme else None
        if renamed is None:
            return
        changed = {ref.address for ref in renamed}
        for name in _WITHOUT_WORDS & vars(old).keys():
            setattr(self, name, getattr(old, name))
        known = old._answers, old._digests, old._ref_digests  # noqa: SLF001  (of the same class)
        self._answers = {one: answer for one, answer in known[0].items() if not _may_differ(one, answer, changed)}
        self._digests = {one: digest for one, digest in known[1].items() if one in self._answers}
        self._ref_digests = {one: digest for one, digest in known[2].items() if one not in changed}

    def take(self, documents: Iterable[Document]) -> None:
        """Take other texts of *documents*, of which everything else is as it was: only their own pages show them."""
        documents = tuple(documents)
        self.site = self.site.with_texts(documents)
        for document in documents:
            self._answers.pop(("page", document.path), None)
            self._digests.pop(("page", document.path), None)

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
        if question[0] in NEIGHBOURS:
            return self._digest_neighbour(*question)
        try:
            answer = self.ask(question)
        except KeyError:
            return ""
        if question[0] == "page" and isinstance(answer, Page):
            parts = (
                answer.document.key,
                answer.ref.address,
                *answer.targets,
                "",
                *answer.translations,
                self.ref_digest(answer.ref),
            )
            return digest_text("\n".join(parts))
        if question[0] in ABOUT_REFS and isinstance(answer, tuple):
            digests = [self.ref_digest(ref) for ref in answer]
            return digests[0] if len(digests) == 1 else digest_text("".join(digests))
        return digest_of(answer)

    def _digest_neighbour(self, side: str | int, address: str | int) -> str:
        """Digest the post before or after one, without making the answer: twice for every post of every build."""
        page = self.site.by_address.get(str(address))
        neighbour = getattr(page, str(side), "")
        return self.ref_digest(self.site.by_address[neighbour].ref) if neighbour else ""

    def ref_digest(self, ref: PageSummary) -> str:
        """Return the digest of what other pages may know of a page."""
        found = self._ref_digests.get(ref.address)
        if found is None:
            found = self._ref_digests[ref.address] = digest_text(ref.words)
        return found


def _may_differ(question: Question, answer: object, changed: Collection[str]) -> bool:
    """Tell whether a question can have another answer where the pages at the addresses *changed* have other words."""
    if question[0] in _ABOUT_WORDS:
        return True
    if question[0] in ABOUT_REFS | NEIGHBOURS and isinstance(answer, tuple):
        return any(ref.address in changed for ref in answer)
    return False


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

    def size(self, address: str) -> tuple[int, int]:
        """Answer the question how large the picture at *address* is shown; (0, 0) if there is none."""
        return cast(tuple[int, int], self.ask("size", address))

    def page(self, path: str) -> Page:
        """Answer the question what the page of the document at *path* shows of itself."""
        answer = self.ask("page", path)
        assert isinstance(answer, Page)
        return answer

    @property
    def reads(self) -> Reads:
        """Return the questions asked, with the digests of their answers."""
        return tuple(self._asked.items())
