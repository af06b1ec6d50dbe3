"""Find the words that a reader should see of a source, and those that a page shows.

In:  the text of a source in the markup of any program; the HTML of a page.
Out: words with their lines; the letters of a page, and its text without code.
Must not: use the parser of the program that is measured: a few patterns decide what is markup.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

FRONT_MATTER = re.compile(
    r"\A(?:---[ \t]*\n.*?^---[ \t]*$|\+\+\+[ \t]*\n.*?^\+\+\+[ \t]*$|\{\n.*?^\}[ \t]*$|(?:[\w-]+:.*\n)+---$)",
    re.DOTALL | re.MULTILINE,
)
# What no reader sees, each over several lines if need be. Fences are first, so that nothing in them is removed.
PIECES = re.compile(
    r"""^(?P<open>[ \t>*+-]*(?P<fence>`{3,}|~{3,}))[^`\n]*\n(?P<code>.*?)(?:^[ \t>]*(?P=fence)[`~]*[ \t]*$|\Z)
    |\]\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*\)             # destinations of links, with tags in them
    |\$\$.+?\$\$|(?<![\w$])\$[^\s$][^$\n]*\$(?!\w)                # formulas
    |<!--.*?-->|\{/\*.*?\*/\}|%%.*?%%|<(?P<element>script|style)\b.*?</(?P=element)>|\{%.*?%\}
    |</?[a-zA-Z](?:[^<>{}]|\{(?:[^{}]|\{[^{}]*\})*\})*>          # with expressions of JSX in attributes
    |\{\{.*?\}\}
    |(?P<span>(?P<ticks>`+)(?!`)[^\n]+?(?<!`)(?P=ticks)(?!`))""",
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
UNSEEN = re.compile(
    r"""\]\[[^\]\n]*\]|^[ >]{0,3}\[[^\]\n]+\]:.*$              # definitions of links, and labels of footnotes
    |!\[\d+(?:x\d+)?(?=\]|$)|\[\^[^\]\n]+\]|\[\[?(?:toc|TOC)\]?\]
    |\{[:\#.][^}\n]*\}
    |(?<!\w):[a-z+-][a-z0-9_+-]*:|\[[xX]\](?=\s)
    |&\#?\w+;
    |\\(?:begin|end)\{\w+\*?\}|\\[a-zA-Z]+                      # commands of formulas
    |^[ \t>*+-]*\d+[.)](?=\s)                                     # numbers of lists
    |^(?:import|export)\ .*$|^[ ]*(?::::?|!!!|\?\?\?).*$|^[ >]*\[![^\]]*\].*$""",
    re.MULTILINE | re.VERBOSE,
)
URL = re.compile(r"(?i:https?):[!-;=?-~]*")  # in Latin letters; a page may shorten it
MAGIC_COMMENT = re.compile(
    r"^.*\bhighlight-(?:next-line|start|end)\b.*$|\{%-? *raw.*?%\}|\{%-? *endraw *-?%\}", re.MULTILINE
)
WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A word of a text."""

    line: int  # 1-based, in its file
    text: str


class Page(HTMLParser):
    """What a page shows in its element `main`."""

    def __init__(self, page: str) -> None:
        """Read the HTML of a page."""
        super().__init__()
        self._open: Counter[str] = Counter()
        self._is_label = False  # of a footnote
        self.everything: list[str] = []
        self.prose: list[str] = []  # without code and formulas
        self.feed(page)
        self.letters = "".join(WORD.findall(normal(URL.sub(" ", "".join(self.everything)))))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element, and take the words of its attributes that are shown."""
        self._open[tag] += 1
        self._is_label = self._is_label or (tag == "sup" and ("class", "fnref") in attrs)
        self.everything += [value for name, value in attrs if value and name in ("alt", "title")]

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self._open[tag] -= 1
        self._is_label = self._is_label and tag != "sup"

    def handle_data(self, data: str) -> None:
        """Take text that is shown."""
        if self._open["main"] <= 0 or self._open["script"] > 0 or self._open["style"] > 0 or self._is_label:
            return
        self.everything.append(data)
        if not any(self._open[tag] > 0 for tag in ("code", "pre", "math", "nav")):
            self.prose.append(data)


def normal(text: str) -> str:
    """Return a text in one Unicode form, because names of files and texts differ in it."""
    return unicodedata.normalize("NFKC", text)


def words_of(source: str) -> Iterator[Word]:
    """Yield the words that a reader should see, with their lines: code whole, prose without markup."""
    source = FRONT_MATTER.sub(_lines_only, source.replace("\r\n", "\n").removeprefix("\ufeff"))
    line = 1
    for piece, is_code in _pieces(source):
        removed = MAGIC_COMMENT if is_code else UNSEEN
        shown = URL.sub(" ", removed.sub(_lines_only, piece))
        shown = shown if is_code else html.unescape(shown)
        for number, text in enumerate(normal(shown).split("\n"), line):
            yield from (Word(number, word) for word in WORD.findall(text))
        line += piece.count("\n")


def _pieces(source: str) -> Iterator[tuple[str, bool]]:
    """Yield the source in pieces, prose and code, with all its line breaks."""
    at = 0
    for match in PIECES.finditer(source):
        yield source[at : match.start()], False
        if match["fence"]:
            yield "\n" + match["code"], True
            yield _lines_only(match[0][match.end("code") - match.start() :]), True
        elif match["span"]:
            yield match["span"], True
        else:
            yield _lines_only(match[0]), True
        at = match.end()
    yield source[at:], False


def _lines_only(match: "re.Match[str] | str") -> str:
    text = match if isinstance(match, str) else match[0]
    return "\n" * text.count("\n") or " "
