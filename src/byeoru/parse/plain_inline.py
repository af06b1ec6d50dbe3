"""The fast path for inline text: most text needs no parser.

In:  the content of one block.
Out: its HTML with marks for pieces, or None if it is not simple: then the parser parses it.
Must not: differ from the parser in a byte; `tests/parse/test_fast_paths.py` compares both for each rule.

Simple are words, code spans, emphasis with properly nested runs, links with plain text and a plain target, escapes,
line breaks and tags such as `<kbd>`. That is nine in ten blocks, and tokens for them cost five times as much.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from markdown_it.common.normalize_url import normalizeLink, normalizeLinkText, validateLink

from byeoru.base.escaping import escaped
from byeoru.base.paths import is_local
from byeoru.parse.markup.embedded import kind_of
from byeoru.parse.markup.flanking import flanks
from byeoru.parse.markup.pieces import MARK
from byeoru.parse.markup.rule import Rule
from byeoru.parse.markup.simple import Simple, SimpleLink
from byeoru.parse.markup.soft_breaks import joins
from byeoru.parse.markup.wikilink import WEB, shown_name, wikilink_at
from byeoru.parse.rules.bare_links import AFTER_SCHEME, SCHEME, trimmed

_CODE = re.compile(r"(`+)(?!`)([^`]|[^`].*?[^`])\1(?!`)", re.DOTALL)
_LINK = re.compile(r'\[([^\[\]\n]*)\]\(([^\s()<>\\&]+)(?: "([^"\\&<\n]*)")?\)')
# Targets that need no normalization and are safe.
_PLAIN_TARGET = re.compile(
    r"(?:https?://[a-z0-9.\-]+(?::\d+)?(?=[/?#]|$)|(?![a-zA-Z][a-zA-Z0-9+.\-]*:|//))[A-Za-z0-9/._\-#?=+,;:~@!$'*]*"
)
_ENTITY = re.compile(r"&(?:#[xX]?[0-9a-fA-F]|[a-zA-Z])")
# Tags of elements that are shown in a line, without attributes.
_ELEMENT = re.compile(r"</?(?:b|code|del|em|i|ins|kbd|mark|s|small|strong|sub|sup|u)>|<br */?>")
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_CALCULATED = re.compile(r"[0-9A-Za-z)]")  # before an asterisk
_RUN = {mark: re.compile(f"{re.escape(mark)}+") for mark in "*_"}
_TAGS = {1: "em", 2: "strong"}


class _Hard(Exception):  # noqa: N818  (a result, not an error)
    """The text needs the parser."""


class PlainInline:
    """Renders simple text, given the triggers of a set of rules."""

    def __init__(self, rules: Iterable[Rule], *, has_html: bool = True) -> None:
        """Take the rules, which declare their triggers, and whether HTML is published."""
        self.has_html = has_html
        declared = tuple(rules)
        starts = {start for rule in declared for start in rule.starts}
        wanted = {text for rule in declared for text in (*rule.needs_tokens, *rule.block_triggers)}
        self.special = _any_of(starts | wanted)
        # In the text of a link a URL is not linked, and no rule needs the tokens.
        self.special_in_link = _any_of(starts - {"://"})

    def read(self, text: str, *, breaks: bool, has_definitions: bool) -> Simple | None:
        """Return *text* rendered, None if it is not simple; *has_definitions* if the document defines links."""
        if self.special.search(text) is None:
            return Simple(escaped(text), text, ())
        try:
            return _TextReader(text, self, breaks=breaks, has_definitions=has_definitions).read()
        except _Hard:
            return None


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of strings, the longest first; `re` skips to their first characters if there is nothing else."""
    return re.compile("|".join(map(re.escape, sorted(texts, key=lambda text: (-len(text), text)))))


def _is_plain(target: str) -> bool:
    """Report whether a target needs no normalization and is safe."""
    return _PLAIN_TARGET.fullmatch(target) is not None


@lru_cache(maxsize=1 << 12)
def _safe(target: str) -> str:
    """Return the target of a link as the parser renders it; a target that it may reject needs the parser."""
    if _is_plain(target):
        return target
    href = normalizeLink(target)
    if not validateLink(href) or is_local(href):
        raise _Hard
    return href


class _TextReader:
    """One pass over one text."""

    __slots__ = (
        *("at", "breaks", "has_definitions", "html", "last_link", "links", "marks", "open", "places", "text", "words"),
    )

    def __init__(self, text: str, marks: PlainInline, *, breaks: bool, has_definitions: bool) -> None:
        self.marks = marks
        self.text, self.breaks, self.has_definitions = text, breaks, has_definitions
        self.at = 0
        self.last_link = text.rfind("](")
        self.html: list[str] = []
        self.words: list[str] = []
        self.links: list[tuple[str, str, bool]] = []  # target, title or label, and whether it is a wikilink
        self.places: list[int] = []  # of the text of each link in `words`
        self.open: list[str] = []  # runs of `*` or `_`

    def read(self) -> Simple:
        text, search = self.text, self.marks.special.search
        while (match := search(text, self.at)) is not None:
            reader = _READERS.get(match[0])
            if reader is None:
                raise _Hard  # a rule that only the parser implements
            start = match.start()
            if start > self.at:
                self.plain(text[self.at : start])
            self.at = start
            reader(self)
        if self.at < len(text):
            self.plain(text[self.at :])
        if self.open:
            raise _Hard
        return Simple("".join(self.html), "".join(self.words), tuple(self.placed()) if self.links else ())

    def placed(self) -> Iterator[SimpleLink]:
        """Yield the links with their places in the words."""
        ends = list(accumulate(map(len, self.words)))
        for (target, title, is_wiki), at in zip(self.links, self.places, strict=True):
            yield SimpleLink(target, title, ends[at] - len(self.words[at]), ends[at], is_wiki)

    def plain(self, words: str) -> None:
        self.words.append(words)
        self.html.append(words.replace(">", "&gt;").replace('"', "&quot;"))

    def literal(self, words: str) -> None:
        """Add characters that have no special meaning here."""
        self.at += len(words)
        self.words.append(words)
        self.html.append(escaped(words))

    def newline(self) -> None:
        text, start = self.text, self.at
        is_spaced, is_hard = text[start - 1 : start] == " ", text[start - 2 : start] == "  "
        before = text[start - 2 : start - 1] if is_spaced else text[start - 1 : start]
        if is_spaced and self.html:
            self.html[-1] = self.html[-1].rstrip(" ")
            self.words[-1] = self.words[-1].rstrip(" ")
        self.at += 1
        while text[self.at : self.at + 1] in {" ", "\t"}:
            self.at += 1
        if self.breaks or is_hard:
            self.html.append("<br>\n")
        elif not joins(before, text[self.at : self.at + 1]):
            self.html.append("\n")
        self.words.append(" ")

    def backslash(self) -> None:
        following = self.text[self.at + 1 : self.at + 2]
        if following in {"\n", " "}:
            raise _Hard
        if following not in _ESCAPABLE:
            self.literal("\\")
            return
        self.at += 1
        self.literal(following)

    def backtick(self) -> None:
        match = _CODE.match(self.text, self.at)
        if match is None:
            raise _Hard
        code = match[2].replace("\n", " ")
        if code[0] == " " == code[-1] and code.strip(" "):
            code = code[1:-1]
        self.at = match.end()
        self.words.append(code)
        self.html.append(f"<code>{escaped(code)}</code>")

    def emphasis(self) -> None:
        text, start = self.text, self.at
        mark = text[start]
        match = _RUN[mark].match(text, start)
        assert match is not None
        run, end = match[0], match.end()
        before, after = text[start - 1] if start else " ", text[end] if end < len(text) else " "
        if "\ufe00" <= before <= "\ufe0e":
            raise _Hard
        opens, closes = flanks(before, after, splits_words=mark == "*")
        if ((opens or closes) and len(run) > 2) or (opens and closes and mark == "_"):
            raise _Hard
        if closes and self.open:
            if self.open.pop() != run:
                raise _Hard
            self.html.append(f"</{_TAGS[len(run)]}>")
        elif opens:
            if run == "*" and _CALCULATED.match(before) and after.isalnum():
                raise _Hard  # `3*3`: probably not emphasis; the lint rule needs its tokens
            self.open.append(run)
            self.html.append(f"<{_TAGS[len(run)]}>")
        else:
            self.literal(run)
            return
        self.at = end

    def bracket(self) -> None:
        match = _LINK.match(self.text, self.at)
        if match is None:
            if self.has_definitions or self.text.startswith("[", self.at + 1) or self.last_link > self.at:
                raise _Hard
            self.literal("[")
            return
        words, target, title = match.groups()
        if self.marks.special_in_link.search(words) or target.startswith("[["):
            raise _Hard
        self.at = match.end()
        self.add_link((_safe(target), title or "", False), words)
        self.html.append(f"{MARK}{escaped(words)}</a>")

    def wikilink(self) -> None:
        """Add a wikilink that nothing in Markdown could also mean."""
        link = wikilink_at(self.text, self.at)
        if link is None or self.has_definitions or self.last_link > self.at or kind_of(link.target) == "query":
            raise _Hard
        if self.text.startswith(("(", "["), link.end) or WEB.fullmatch(link.target) or WEB.fullmatch(link.label):
            raise _Hard
        self.at = link.end
        self.add_link((link.target, link.label, True), link.label or shown_name(link.target))
        self.html.append(MARK)

    def add_link(self, link: tuple[str, str, bool], words: str) -> None:
        self.places.append(len(self.words))
        self.links.append(link)
        self.words.append(words)

    def address(self) -> None:
        """Add a bare URL, whose scheme has been added as words."""
        before = self.words[-1] if self.words else ""
        scheme = SCHEME.search(before, max(0, len(before) - len("https")))
        following = AFTER_SCHEME.match(self.text, self.at)
        if scheme is None or following is None or not self.text.startswith(before, self.at - len(before)):
            raise _Hard
        start = self.at - len(scheme[0])
        last = self.text[start - 1 : start]
        address = trimmed(scheme[0] + following[0])
        if last == "\\" or (last.isascii() and last.isalnum()) or len(address) <= len(scheme[0]) + len("://"):
            raise _Hard
        safe = _safe(address)
        self.words[-1] = before[: scheme.start()]
        self.html[-1] = self.html[-1][: -len(scheme[0])]
        shown = address if _is_plain(address) else normalizeLinkText(address)
        self.add_link((safe, "", False), shown)
        self.html.append(f"{MARK}{escaped(shown)}</a>")
        self.at = start + len(address)

    def less_than(self) -> None:
        element = _ELEMENT.match(self.text, self.at) if self.marks.has_html else None
        if element is not None:
            self.html.append(element[0])
            self.at = element.end()
            return
        following = self.text[self.at + 1 : self.at + 2]
        if following.isalpha() or following in {"/", "!", "?"}:
            raise _Hard
        self.literal("<")

    def ampersand(self) -> None:
        if _ENTITY.match(self.text, self.at):
            raise _Hard
        self.literal("&")


# Triggers that are handled here; any other needs the parser.
_READERS = {
    "\n": _TextReader.newline,
    "\\": _TextReader.backslash,
    "`": _TextReader.backtick,
    "*": _TextReader.emphasis,
    "_": _TextReader.emphasis,
    "[": _TextReader.bracket,
    "[[": _TextReader.wikilink,
    "<": _TextReader.less_than,
    "&": _TextReader.ampersand,
    "://": _TextReader.address,
}
