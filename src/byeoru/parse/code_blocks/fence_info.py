"""What stands behind the three backticks, in the spellings that people bring along from other programs.

In:  an info string (`js{1,3} title="a.js"`), or an attribute line of kramdown.
Out: a ``Fence``: the language, and what is asked of the lines. Every string gives one, in linear time.
Must not: know Pygments; raise; believe a number (`{1-999999999}` ends at ``LAST_LINE``).

What nobody understands is passed over, and never becomes part of the language. Lines are counted from 1 at the top of
the block, whatever number they show; only Hexo's `mark:` counts as shown.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

LAST_LINE = 10_000  # no block of a blog is longer, and a set of line numbers stays small

Span = tuple[int, int]  # first and last line
NOWHERE: frozenset[int] = frozenset()


class Fence(NamedTuple):
    """What an author asks of one block of code."""

    language: str = ""  # as written, in lower case; "" for none
    title: str = ""
    numbers: bool = False
    first_number: int = 1  # that the first line shows
    marked: frozenset[int] = NOWHERE
    added: frozenset[int] = NOWHERE
    removed: frozenset[int] = NOWHERE
    focused: frozenset[int] = NOWHERE
    is_annotated: bool = False  # comments such as `# (1)!` point to the list below the block


# Keys without case, hyphens and underscores, by what they mean.
_KEYS = {
    key: meaning
    for meaning, keys in {
        "title": "title file filename caption",
        "language": "lang language",
        "numbers": "linenos linenums lineno linenumbers linenumber showlinenumbers numberlines",
        "hidden": "nolineno nolinenos nolinenums nolinenumbers",
        "first": "firstline linenostart linestart startfrom startlinenumber",
        "marked": "hllines mark highlight highlightlines emphasizelines",
        "added": "ins insert add added",
        "removed": "del delete rem remove removed",
        "focused": "focus focused",
        "annotated": "annotate",
    }.items()
    for key in keys.split()
}
_NO = {"false", "no", "off", "none", "0"}  # superfences: `linenums="0"` turns the numbers off
_DIRECTIVES = {"code", "code-block", "code-cell", "sourcecode"}  # MyST: `{code-block} python`
_KINDS = ("marked", "added", "removed", "focused")
_FILES = {"Dockerfile", "Gemfile", "Jenkinsfile", "Makefile", "Procfile", "Rakefile", "Vagrantfile"}

# A quotation that never ends is no quotation. Looking for its end costs the rest of the text, but only once for each
# kind: after that there is none of its kind left. All loops are possessive, so nothing is read a third time.
_QUOTED = r""""[^"]*"|'[^']*'"""
_GROUP = rf"\{{(?>(?:{_QUOTED}|[^}}])*)\}}?"
_BRACKET = rf"\[(?>(?:{_QUOTED}|[^\]])*)\]?"
_NUMBERS = r"[0-9][0-9,.|-]*+(?![^\s,{}])"  # a list with commas, where others values end at one
_TOKEN = re.compile(
    rf"""(?P<name>[^\s{{}}\[\]"'=:,][^\s{{}}=:,]*+)
         (?>(?:(?P<sign>[=:]\s*+|(?=\{{))(?P<value>{_GROUP}|{_BRACKET}|{_QUOTED}|{_NUMBERS}|[^\s,{{}}]++))?)
       |(?P<group>{_GROUP})|(?P<bracket>{_BRACKET})|{_QUOTED}|.""",
    re.VERBOSE | re.DOTALL,
)
_LANGUAGE = re.compile(r"""[^\s{}\[\]"'`=:,;()]+""")
_SPAN = re.compile(r"([0-9]+)(?:(?:-|\.{2,3})([0-9]+))?")
_LINES = re.compile(r"""[\s0-9,.|{}\["'\]-]+""")  # what a list of lines is made of, in all spellings
_ENDING = re.compile(r"[^\s:]*\.[A-Za-z][A-Za-z0-9]{0,9}")


@lru_cache(maxsize=256)
def read_info(info: str) -> Fence:
    """Read an info string.

    >>> fence = read_info('Python {1,3-4} title="a.py" linenos')
    >>> fence.language, fence.title, fence.numbers, sorted(fence.marked)
    ('python', 'a.py', True, [1, 3, 4])
    """
    draft = _Draft(Fence())
    text = info.strip()
    if text.startswith("{"):
        group = _TOKEN.match(text)
        assert group is not None
        draft.read_group(group[0], is_leading=True)
        text = text[group.end() :].lstrip()
        if draft.language in _DIRECTIVES:
            draft.language, text = _language(text)
    else:
        draft.language, text = _language(text)
    draft.read_rest(text.removeprefix(":"), is_title=text.startswith(":"))
    return draft.fence()


def with_attributes(fence: Fence, text: str) -> Fence:
    """Add what a line of attributes says, as kramdown has it below a block; *text* stands between `{:` and `}`.

    >>> with_attributes(Fence("python"), ' file="a.py" .nolineno ').title
    'a.py'
    """
    draft = _Draft(fence)
    draft.read_group(text, is_leading=False)
    return draft.fence()


def line_numbers(spans: Iterable[Span]) -> frozenset[int]:
    """Return the lines of *spans*, each visited once however often they overlap.

    >>> sorted(line_numbers([(3, 4), (1, 1), (4, 5)]))
    [1, 3, 4, 5]
    """
    found: set[int] = set()
    reached = 0
    for first, last in sorted(spans):
        reached = max(reached, first - 1)
        end = min(last, LAST_LINE)
        found.update(range(max(reached + 1, 1), end + 1))
        reached = max(reached, end)
    return frozenset(found)


class _Draft:
    """A fence of which not everything is read yet."""

    def __init__(self, fence: Fence) -> None:
        self.language = fence.language
        self.title = fence.title
        self.numbers: bool | None = fence.numbers or None  # None: nothing said
        self.first = fence.first_number
        self.is_annotated = fence.is_annotated
        self.lines = {
            kind: [(line, line) for line in lines]
            for kind, lines in zip(_KINDS, (fence.marked, fence.added, fence.removed, fence.focused), strict=True)
        }
        self.shown: list[Span] = []  # marked, counted by the numbers that the lines show

    def fence(self) -> Fence:
        """Return what was read; who gives a first number wants numbers."""
        by = self.first - 1
        self.lines["marked"] += [(first - by, last - by) for first, last in self.shown]
        numbers = self.first != 1 if self.numbers is None else self.numbers
        marked, added, removed, focused = map(line_numbers, self.lines.values())
        first = self.first if numbers else 1
        return Fence(self.language, self.title, numbers, first, marked, added, removed, focused, self.is_annotated)

    def read_rest(self, text: str, *, is_title: bool) -> None:
        """Read what follows the language; *is_title*: the first word is a name of a file, whatever it looks like."""
        before: list[str] = []
        for token in _TOKEN.finditer(text):
            name, value = token["name"], token["value"]
            if token["group"]:
                self.read_group(token["group"], is_leading=False)
            elif token["bracket"]:  # VitePress: the label of a tab
                self.title = self.title or token["bracket"].strip("[]")
            elif name and not (value and self._pair(name, value, token["sign"])) and not self._flag(name):
                self._word(token, before, is_title=is_title and not token.start())

    def read_group(self, text: str, *, is_leading: bool) -> None:
        """Read what stands in braces; one that leads, as in Pandoc and Quarto, holds the language too."""
        for token in _TOKEN.finditer(text.strip().strip("{}")):
            name, value = token["name"], token["value"]
            if not name or (value and self._pair(name, value, token["sign"])) or self._flag(name):
                continue
            if _LINES.fullmatch(name):
                self.lines["marked"] += _spans(name)
            elif name.startswith(".language-") or (is_leading and not self.language and name[0] != "#"):
                self.language = _language(name.removeprefix("."))[0]

    def _pair(self, name: str, value: str, sign: str) -> bool:
        """Take `name=value`; False if no program that we know means anything by it."""
        meaning = _meaning(name)
        if meaning == "title":
            self.title = value[1:-1] if value[0] in "\"'" and value[0] == value[-1] else value.strip("\"'")
        elif meaning == "language":
            self.language = _language(value.strip("\"'"))[0]
        elif meaning in ("numbers", "first"):
            self._number(value.strip("\"'{} ").lower(), is_switch=meaning == "numbers")
        elif meaning == "marked" and sign == ":" and value[0].isdigit():
            self.shown += _spans(value)
        elif meaning in self.lines:
            self.lines[meaning] += _spans(value)
        elif meaning in ("hidden", "annotated"):
            self._flag(name)
        return meaning != "" or bool(sign.startswith("="))

    def _number(self, value: str, *, is_switch: bool) -> None:
        if is_switch:
            self.numbers = value not in _NO
        digits = re.match(r"[0-9]{1,6}", value)
        if digits and (not is_switch or self.numbers):
            self.first = int(digits[0])

    def _flag(self, name: str) -> bool:
        meaning = _meaning(name.removeprefix("."))
        if meaning in ("numbers", "hidden"):
            self.numbers = meaning == "numbers"
        elif meaning == "annotated" and name.startswith("."):
            self.is_annotated = True
        return meaning in ("numbers", "hidden", "annotated")

    def _word(self, token: re.Match[str], before: list[str], *, is_title: bool) -> None:
        """Take a word for the title if it looks like a file, or if an address follows, as in Hexo."""
        name, value = token["name"], token["value"] or ""
        if value.startswith("{"):  # `App.js{1}`
            self.read_group(value, is_leading=False)
            value = ""
        if value.startswith("//"):
            self.title = self.title or " ".join(before)
        elif is_title or _is_file(value or name):
            self.title = self.title or value or name
        before.append(name)


def _language(text: str) -> tuple[str, str]:
    """Split the language off; a text that begins with an option has none.

    >>> _language("[bash] linenos")
    ('bash', ' linenos')
    >>> _language('title="a.py"')
    ('', 'title="a.py"')
    """
    found = _LANGUAGE.match(text, text.startswith("["))
    if found is None or text.startswith("=", found.end()) or _meaning(found[0]):
        return "", text
    name = found[0].lower()
    end = found.end() + text.startswith("]", found.end())
    return name.removeprefix("language-").removeprefix("lang-"), text[end:]


def _meaning(name: str) -> str:
    return _KEYS.get(name.lower().replace("-", "").replace("_", ""), "")


def _spans(text: str) -> list[Span]:
    """Return the ranges of a list of lines; what holds letters is no such list."""
    if not _LINES.fullmatch(text):
        return []
    return [(_line(first), _line(last or first)) for first, last in _SPAN.findall(text)]


def _line(digits: str) -> int:
    return min(int(digits[:6]), LAST_LINE + 1)


def _is_file(word: str) -> bool:
    """Tell whether a bare word names a file, and not a version or a pattern.

    >>> [_is_file(word) for word in ("src/App.js", "/etc/hosts", "Makefile", "3.11", "-i", "/re/")]
    [True, True, True, False, False, False]
    """
    name = word.rpartition("/")[2]
    if not name or word.startswith(("-", "//")):
        return False
    return name in _FILES or word.startswith(("/", "./", "../", "~/")) or _ENDING.fullmatch(name) is not None
