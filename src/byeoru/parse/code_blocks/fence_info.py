"""Parse the info string of a code fence, in the syntax of many programs.

In:  an info string (`js{1,3} title="a.js"`), or an attribute line of kramdown.
Out: a ``Fence``: the language and the options. Every string is accepted, in linear time.
Must not: know Pygments; raise; trust a number (`{1-999999999}` ends at ``LAST_LINE``).

Unknown words are ignored, and never become part of the language. Lines are counted from 1 at the top of the block, even
if other numbers are displayed; only Hexo's `mark:` uses the displayed numbers.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from byeoru.base.patterns import lazy_pattern

LAST_LINE = 10_000  # keeps the sets of line numbers small; no real block is longer

LineRange = tuple[int, int]  # first and last line
NO_LINES: frozenset[int] = frozenset()


class Fence(NamedTuple):
    """The language and options of one code block."""

    language: str = ""  # as written, in lower case; "" for none
    title: str = ""
    numbers: bool = False
    first_number: int = 1  # displayed at the first line
    marked: frozenset[int] = NO_LINES
    added: frozenset[int] = NO_LINES
    removed: frozenset[int] = NO_LINES
    focused: frozenset[int] = NO_LINES
    is_annotated: bool = False  # comments such as `# (1)!` point to the list below the block


# Keys in lower case, without hyphens and underscores, and their meaning.
_MEANINGS = {
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
_OFF = {"false", "no", "off", "none", "0"}  # superfences: `linenums="0"` turns the numbers off
_DIRECTIVES = {"code", "code-block", "code-cell", "sourcecode"}  # MyST: `{code-block} python`
_KINDS = ("marked", "added", "removed", "focused")
_FILES = {"Dockerfile", "Gemfile", "Jenkinsfile", "Makefile", "Procfile", "Rakefile", "Vagrantfile"}

# An unclosed quote is not a quotation. Searching for its end reads the rest of the text, but only once for each kind of
# quote, as none of that kind follows. All loops are possessive, so no text is read a third time.
_QUOTED = r""""[^"]*"|'[^']*'"""
_GROUP = rf"\{{(?>(?:{_QUOTED}|[^}}])*)\}}?"
_BRACKET = rf"\[(?>(?:{_QUOTED}|[^\]])*)\]?"
_NUMBERS = r"[0-9][0-9,.|-]*+(?![^\s,{}])"  # a list with commas, while other values end at a comma
_TOKEN = lazy_pattern(
    rf"""(?P<name>[^\s{{}}\[\]"'=:,][^\s{{}}=:,]*+)
         (?>(?:(?P<sign>[=:]\s*+|(?=\{{))(?P<value>{_GROUP}|{_BRACKET}|{_QUOTED}|{_NUMBERS}|[^\s,{{}}]++))?)
       |(?P<group>{_GROUP})|(?P<bracket>{_BRACKET})|{_QUOTED}|.""",
    re.VERBOSE | re.DOTALL,
)
_LANGUAGE = lazy_pattern(r"""[^\s{}\[\]"'`=:,;()]+""")
_LINE_RANGE = lazy_pattern(r"([0-9]+)(?:(?:-|\.{2,3})([0-9]+))?")
_LINE_LIST = lazy_pattern(r"""[\s0-9,.|{}\["'\]-]+""")  # the characters of a list of lines, in all syntaxes
_FILE_NAME = lazy_pattern(r"[^\s:]*\.[A-Za-z][A-Za-z0-9]{0,9}")


@lru_cache(maxsize=256)
def read_info(info: str) -> Fence:
    """Read an info string.

    >>> fence = read_info('Python {1,3-4} title="a.py" linenos')
    >>> fence.language, fence.title, fence.numbers, sorted(fence.marked)
    ('python', 'a.py', True, [1, 3, 4])
    """
    reader = _FenceReader(Fence())
    text = info.strip()
    if text.startswith("{"):
        group = _TOKEN.match(text)
        assert group is not None
        reader.read_group(group[0], is_leading=True)
        text = text[group.end() :].lstrip()
        if reader.language in _DIRECTIVES:
            reader.language, text = _language(text)
    else:
        reader.language, text = _language(text)
    reader.read_rest(text.removeprefix(":"), is_title=text.startswith(":"))
    return reader.fence()


def with_attributes(fence: Fence, text: str) -> Fence:
    """Add the options of an attribute line, which kramdown has below a block; *text* is between `{:` and `}`.

    >>> with_attributes(Fence("python"), ' file="a.py" .nolineno ').title
    'a.py'
    """
    reader = _FenceReader(fence)
    reader.read_group(text, is_leading=False)
    return reader.fence()


def line_numbers(ranges: Iterable[LineRange]) -> frozenset[int]:
    """Return the line numbers of *ranges*; each is visited once, even if the ranges overlap.

    >>> sorted(line_numbers([(3, 4), (1, 1), (4, 5)]))
    [1, 3, 4, 5]
    """
    lines: set[int] = set()
    reached = 0
    for first, last in sorted(ranges):
        reached = max(reached, first - 1)
        end = min(last, LAST_LINE)
        lines.update(range(max(reached + 1, 1), end + 1))
        reached = max(reached, end)
    return frozenset(lines)


class _FenceReader:
    """Collect the language and options of one fence."""

    def __init__(self, fence: Fence) -> None:
        self.language = fence.language
        self.title = fence.title
        self.numbers: bool | None = fence.numbers or None  # None: not specified
        self.first = fence.first_number
        self.is_annotated = fence.is_annotated
        self.lines = {
            kind: [(line, line) for line in lines]
            for kind, lines in zip(_KINDS, (fence.marked, fence.added, fence.removed, fence.focused), strict=True)
        }
        self.shown: list[LineRange] = []  # marked lines, by their displayed numbers

    def fence(self) -> Fence:
        """Return the result; a first number other than 1 turns line numbers on."""
        offset = self.first - 1
        self.lines["marked"] += [(first - offset, last - offset) for first, last in self.shown]
        numbers = self.first != 1 if self.numbers is None else self.numbers
        marked, added, removed, focused = map(line_numbers, self.lines.values())
        first = self.first if numbers else 1
        return Fence(self.language, self.title, numbers, first, marked, added, removed, focused, self.is_annotated)

    def read_rest(self, text: str, *, is_title: bool) -> None:
        """Read the text after the language; *is_title*: the first word is a file name, whatever it looks like."""
        before: list[str] = []
        for token in _TOKEN.finditer(text):
            name, value = token["name"], token["value"]
            if token["group"]:
                self.read_group(token["group"], is_leading=False)
            elif token["bracket"]:  # VitePress: the label of a tab
                self.title = self.title or token["bracket"].strip("[]")
            elif name and not (value and self._read_pair(name, value, token["sign"])) and not self._read_flag(name):
                self._read_word(token, before, is_title=is_title and not token.start())

    def read_group(self, text: str, *, is_leading: bool) -> None:
        """Read the text in braces; at the beginning, as in Pandoc and Quarto, it includes the language."""
        for token in _TOKEN.finditer(text.strip().strip("{}")):
            name, value = token["name"], token["value"]
            if not name or (value and self._read_pair(name, value, token["sign"])) or self._read_flag(name):
                continue
            if _LINE_LIST.fullmatch(name):
                self.lines["marked"] += _line_ranges(name)
            elif name.startswith(".language-") or (is_leading and not self.language and name[0] != "#"):
                self.language = _language(name.removeprefix("."))[0]

    def _read_pair(self, name: str, value: str, sign: str) -> bool:
        """Read `name=value`; return False if it is not an option of any supported program."""
        meaning = _meaning(name)
        if meaning == "title":
            self.title = value[1:-1] if value[0] in "\"'" and value[0] == value[-1] else value.strip("\"'")
        elif meaning == "language":
            self.language = _language(value.strip("\"'"))[0]
        elif meaning in ("numbers", "first"):
            self._read_number(value.strip("\"'{} ").lower(), is_switch=meaning == "numbers")
        elif meaning == "marked" and sign == ":" and value[0].isdigit():
            self.shown += _line_ranges(value)
        elif meaning in self.lines:
            self.lines[meaning] += _line_ranges(value)
        elif meaning in ("hidden", "annotated"):
            self._read_flag(name)
        return meaning != "" or bool(sign.startswith("="))

    def _read_number(self, value: str, *, is_switch: bool) -> None:
        if is_switch:
            self.numbers = value not in _OFF
        digits = re.match(r"[0-9]{1,6}", value)
        if digits and (not is_switch or self.numbers):
            self.first = int(digits[0])

    def _read_flag(self, name: str) -> bool:
        meaning = _meaning(name.removeprefix("."))
        if meaning in ("numbers", "hidden"):
            self.numbers = meaning == "numbers"
        elif meaning == "annotated" and name.startswith("."):
            self.is_annotated = True
        return meaning in ("numbers", "hidden", "annotated")

    def _read_word(self, token: re.Match[str], before: list[str], *, is_title: bool) -> None:
        """Use a word as the title if it looks like a file name, or if a URL follows it, as in Hexo."""
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
    """Return the language and the rest of the text; a text that begins with an option has no language.

    >>> _language("[bash] linenos")
    ('bash', ' linenos')
    >>> _language('title="a.py"')
    ('', 'title="a.py"')
    """
    match = _LANGUAGE.match(text, text.startswith("["))
    if match is None or text.startswith("=", match.end()) or _meaning(match[0]):
        return "", text
    name = match[0].lower()
    end = match.end() + text.startswith("]", match.end())
    return name.removeprefix("language-").removeprefix("lang-"), text[end:]


def _meaning(name: str) -> str:
    return _MEANINGS.get(name.lower().replace("-", "").replace("_", ""), "")


def _line_ranges(text: str) -> list[LineRange]:
    """Return the ranges of a list of lines; a text with letters is not a list of lines."""
    if not _LINE_LIST.fullmatch(text):
        return []
    return [(_line_number(first), _line_number(last or first)) for first, last in _LINE_RANGE.findall(text)]


def _line_number(digits: str) -> int:
    return min(int(digits[:6]), LAST_LINE + 1)


def _is_file(word: str) -> bool:
    """Tell whether a word is a file name, rather than a version or a pattern.

    >>> [_is_file(word) for word in ("src/App.js", "/etc/hosts", "Makefile", "3.11", "-i", "/re/")]
    [True, True, True, False, False, False]
    """
    name = word.rpartition("/")[2]
    if not name or word.startswith(("-", "//")):
        return False
    return name in _FILES or word.startswith(("/", "./", "../", "~/")) or _FILE_NAME.fullmatch(name) is not None
