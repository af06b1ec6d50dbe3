"""Common mistakes in YAML, one rule per mistake: what is wrong with a line, and the repaired line.

In:  a line with its neighbours.
Out: a problem code with its column, and the repaired line; None if the line is correct.
Must not: read beyond the neighbours, so that each rule takes linear time.
"""

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

TEXT_KEYS = frozenset({"title", "description", "summary", "series"})  # a bracket in them does not begin a list
_QUOTABLE = TEXT_KEYS - {"series"}  # a series may be a list
LIST_KEYS = frozenset({"tags", "tag", "keywords", "categories", "aliases", "authors"})

_KEY = r"(?P<key>[ ]*(?:-[ ]+)?[\"']?[^\W\d][\w\-]{0,40}[\"']?)"
PAIR = re.compile(rf"{_KEY}[ \t]*:(?:[ \t]+(?P<value>.*)|$)")
_FULL_WIDTH_COLON = re.compile(rf"{_KEY}[ \t]*：[\s\u200b]*(?P<value>.*)$")
_NO_SPACE = re.compile(rf"{_KEY}:(?P<value>[^\s:/\\].*)$")
_STRANGE_SPACE = re.compile(rf"{_KEY}[ \t]*:[ \t]*[\u00a0\u2000-\u200b\u3000\ufeff][\s\u200b]*(?P<value>.*)$")
_SPACE = re.compile("[\u00a0\u2000-\u200b\u3000\ufeff]")
_EQUALS = re.compile(rf"{_KEY}[ \t]*=[ \t]*(?P<value>.*)$")
_WORDS = re.compile(rf"{_KEY}[ \t]+(?P<value>[^\s:=#].*)$")
_ITEM_NO_SPACE = re.compile(r"(?P<key>[ ]*-)(?P<value>[^\s\-].*)$")
_ITEM_HASH = re.compile(r"(?P<key>[ ]*-[ ]+)#(?P<value>[^\s#].*)$")
_HASH = re.compile(r"[ \t](#[^\s#].*)$")
_HASH_TAGS = re.compile(r"#([^\s#,\]]+)")
_NARROW = str.maketrans("［］｛｝，：＃", "[]{},:#")
# A backslash that does not begin a YAML escape, as in `"C:\Users"`.
_BAD_ESCAPE = re.compile(r"""\\[^0abt\tnvfre "/\\N_LPxuU]|\\[xuU](?![0-9a-fA-F]{2})""")
_TAG = re.compile(r"![^!\s]")
_BARE_TAG = re.compile(r"![ \t]+[^'\"\s]")
_BETWEEN_ITEMS = re.compile(r"[\[\]{},\n]|[\"'][ \t]+[\"']|^[ \t]*-[ \t]", re.MULTILINE)
_ITEM_TAB = re.compile(r"(?P<key>[ ]*-)[ ]*\t[ \t]*(?P<value>\S.*)$")
_SIMPLE_LIST = re.compile(r"\[[^\[\]{}\"'#]*")  # unclosed
_ITEM = re.compile(r"[ ]*-[ ]+(?P<value>\S.*)$")
_UNSAFE = re.compile(r"[@`%*&!|>]")  # the first characters that YAML reserves
_CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}
_CURLY = {"“": "”", "‘": "’"}


class Line(NamedTuple):
    """A line with its neighbours."""

    text: str
    below: str  # the next line that is not blank
    opened: str  # the value of the last key that is not indented; "" if indented lines are its value
    above: str  # the previous line, repaired
    keys: Collection[str]

    def pair(self) -> "Pair | None":
        """Return the key and value of the line; None if it does not have both."""
        match = PAIR.match(self.text)
        value = (match["value"] or "").rstrip() if match else ""
        return Pair(match["key"].strip(), value, match.start("value")) if match and value else None


class Pair(NamedTuple):
    """A key with a value in one line."""

    key: str
    value: str
    start: int  # 0-based, of the value in its line


Mistake = tuple[str, int, int, str, str]  # code, column, width, wrong character, the repaired line


def _indent(line: Line) -> Mistake | None:
    """Find a tab, or spaces before a key that does not belong to a line above."""
    bare = line.text.lstrip(" \t")
    before = line.text[: len(line.text) - len(bare)]
    if not before or not bare:
        return None
    is_stray = PAIR.match(bare) is not None and (not line.above or line.opened[:1] not in {"", "[", "{", "&", "!"})
    if "\t" in before:
        indent = "" if is_stray else before.replace("\t", "  ")
        return "yaml-tab", before.index("\t") + 1, 1, "\t", indent + bare
    if is_stray and line.above and line.above[:1] not in {" ", "-"}:
        return "yaml-indent", 1, len(before), " ", bare
    item = re.match(r"( *)- [^:\[{]*$", line.above)
    if item and bare.startswith("- ") and len(item[1]) < len(before):
        return "yaml-indent", 1, len(before), " ", item[1] + bare
    return None


def _colon(line: Line) -> Mistake | None:
    """Find a full-width colon, one without a space after it, another character instead of it, or a missing one."""
    if match := _FULL_WIDTH_COLON.match(line.text):
        return "yaml-full-width", line.text.index("：") + 1, 1, "：", _as_pair(match)
    if match := _STRANGE_SPACE.match(line.text):
        space = _SPACE.search(line.text, line.text.index(":"))
        named = f"U+{ord(space[0]):04X}" if space else ""
        return "yaml-strange-space", line.text.index(":") + 2, 1, named, _as_pair(match)
    if PAIR.match(line.text):
        return None
    if match := _NO_SPACE.match(line.text):
        return "yaml-no-space", match.end("key") + 1, 1, ":", _as_pair(match)
    match = _EQUALS.match(line.text) or _WORDS.match(line.text)
    if match and match["key"].strip() in line.keys:
        return "yaml-no-colon", match.end("key") + 1, 1, ":", _as_pair(match)
    return None


def _as_pair(match: re.Match[str]) -> str:
    return f"{match['key']}: {_no_comment(match['value'].rstrip())}".rstrip()


def _no_comment(value: str) -> str:
    """Return a value in quotes if it would become a comment once a space is before it: `title:# 하나`."""
    return quoted(value) if value.startswith("#") and value[1:2] in {"", " ", "#", "!"} else value


def _item(line: Line) -> Mistake | None:
    """Find a list item without a space after its dash, or with a tab."""
    if match := _ITEM_TAB.match(line.text):
        return "yaml-tab", line.text.index("\t") + 1, 1, "\t", f"{match['key']} {match['value']}"
    match = _ITEM_NO_SPACE.match(line.text)
    if not match or line.opened:
        return None
    return "yaml-no-space", match.end("key"), 1, "-", f"{match['key']} {_no_comment(match['value'])}"


def _hash(line: Line) -> Mistake | None:
    """Find a `#` that begins a comment in YAML and was intended as text."""
    if match := _ITEM_HASH.match(line.text):
        return "yaml-hash", match.end("key") + 1, 1, "#", match["key"] + match["value"]
    pair = line.pair()
    if not pair or pair.value[0] in "\"'|>":
        return None
    value, column, before = pair.value, pair.start + 1, line.text[: pair.start]
    if value[0] == "[" and re.search(r"[\[,\s]#[^\s#]", value):
        better = re.sub(r"(?<=[\[,\s])#(?=[^\s#])", "", value)
        return "yaml-hash", column + value.index("#"), 1, "#", before + better
    is_comment = not value[1:2].strip("#! ") and (pair.key != "title" or not value.strip("# "))
    if value[0] == "#" and not is_comment and line.below[:1] not in {" ", "\t", "-"}:
        tags = _HASH_TAGS.findall(value)
        better = f"[{', '.join(tags)}]" if pair.key in LIST_KEYS and tags else quoted(value)
        return "yaml-hash", column, len(value), "#", before + better
    comment = _HASH.search(value)
    if comment and pair.key in TEXT_KEYS:
        better = before + quoted(value)
        return "yaml-comment", column + comment.start(1), len(comment[1]), comment[1], better
    return None


def _brackets(line: Line) -> Mistake | None:
    """Find full-width brackets and commas, and a closing bracket without an opening one."""
    pair = line.pair()
    if pair and pair.key in LIST_KEYS and pair.value[-1] == "]" and "[" not in pair.value:
        better = f"{line.text[: pair.start]}[{pair.value}"
        return "yaml-unopened", pair.start + 1, len(pair.value), "[", better
    if not pair or pair.value[0] not in "［｛" or pair.key in TEXT_KEYS:
        return None
    better = line.text[: pair.start] + pair.value.translate(_NARROW)
    return "yaml-full-width", pair.start + 1, 1, pair.value[0], better


def _unclosed(line: Line) -> Mistake | None:
    """Find an unclosed quote or bracket."""
    pair = line.pair()
    if not pair or pair.value[0] not in _CLOSING or line.below[:1] in {" ", "\t", "-", "]", "}"}:
        return None
    closing = _CLOSING[pair.value[0]]
    if closing in pair.value[1:] or (pair.value[0] in "[{" and pair.key in TEXT_KEYS):
        return None
    if pair.key in LIST_KEYS and not _SIMPLE_LIST.fullmatch(pair.value):
        return None  # its items are read one by one
    better = line.text.rstrip().rstrip(",") + closing
    return "yaml-unclosed", pair.start + 1, len(pair.value), closing, better


def _quotes(line: Line) -> Mistake | None:
    """Find curly quotes, unescaped quotes within quotes, and a comma after quotes."""
    pair = line.pair()
    if not pair or len(pair.value) < 3:
        return None
    value, before, first = pair.value, line.text[: pair.start], pair.value[0]
    inner = value[1:-1]
    if _CURLY.get(first) == value[-1] and ": " in value:
        return "yaml-curly-quotes", pair.start + 1, 1, first, before + quoted(inner)
    if first not in "\"'":
        return None
    if re.fullmatch(r'"[^"\\]*",|\'[^\']*\',', value):
        return "yaml-comma", pair.start + len(value), 1, ",", before + value[:-1]
    escaped = "''" if first == "'" else '\\"'
    sign = first if first in inner.replace(escaped, "") else "\\" if first == '"' and _BAD_ESCAPE.search(inner) else ""
    if value[-1] == first and sign:
        return "yaml-inner-quote", pair.start + 1, len(value), sign, before + quoted(inner)
    return None


def _type(line: Line) -> Mistake | None:
    """Find a `!` that begins a type tag in YAML and was intended as text; `! 'text'` is YAML of old exports."""
    pair = line.pair()
    if not pair or not (_TAG.match(pair.value) or (pair.key in _QUOTABLE and _BARE_TAG.match(pair.value))):
        return None
    better = line.text[: pair.start] + quoted(pair.value)
    return "yaml-exclamation", pair.start + 1, len(pair.value), "!", better


def _text(line: Line) -> Mistake | None:
    """Find a text that is a list, a mapping, an anchor or an alias in YAML: `[번역]`, `{{ site.title }}`, `*args`."""
    pair = line.pair()
    if not pair or pair.key not in _QUOTABLE:
        return None
    first, last = pair.value[0], pair.value[-1]
    if not (first in "*&" or pair.value.startswith("{{") or (first in "[{" and last == _CLOSING[first])):
        return None
    return _in_quotes(line, pair.start, pair.value)


def _list(line: Line) -> Mistake | None:
    """Find an item in brackets that needs quotes: `[@nestjs/core, typescript]`."""
    pair = line.pair()
    if not pair or pair.key not in LIST_KEYS or not re.fullmatch(r"\[[^\[\]{}\"']*\]", pair.value):
        return None
    items = [item.strip() for item in pair.value[1:-1].split(",")]
    wrong = next((item for item in items if _UNSAFE.match(item)), "")
    if not wrong:
        return None
    better = f"[{', '.join(quoted(item) if _UNSAFE.match(item) else item for item in items)}]"
    column = pair.start + pair.value.index(wrong) + 1
    return "yaml-needs-quotes", column, len(wrong), sign_of(wrong), line.text[: pair.start] + better


def _list_item(line: Line) -> Mistake | None:
    """Find an item of a list on its own line that needs quotes: `- @nestjs/core`."""
    match = _ITEM.match(line.text)
    if line.opened or not match or not _UNSAFE.match(match["value"]):
        return None
    return _in_quotes(line, match.start("value"), match["value"].rstrip())


def _list_in_item(line: Line) -> Mistake | None:
    """Find an item that is an unclosed list, or a text that begins with brackets: `- [a, b`, `- [번역] 도커`."""
    match = _ITEM.match(line.text)
    is_continued = line.below[:1] == " " and not _ITEM.match(line.below) and not PAIR.match(line.below)
    if line.opened or is_continued or not match or match["value"][0] != "[":
        return None
    value = match["value"].rstrip()
    if _SIMPLE_LIST.fullmatch(value):
        return "yaml-unclosed", match.start("value") + 1, len(value), "]", line.text.rstrip().rstrip(",") + "]"
    return _in_quotes(line, match.start("value"), value) if re.fullmatch(r"\[[^\[\]]*\][^\]]+", value) else None


def _in_quotes(line: Line, start: int, value: str) -> Mistake:
    """Return the mistake of a *value* that has no quotes, from the 0-based *start* to the end of the line."""
    better = line.text[:start] + quoted(value)
    return "yaml-needs-quotes", start + 1, len(value), sign_of(value), better


Rule = Callable[[Line], Mistake | None]
RULES: tuple[Rule, ...] = (
    *(_indent, _colon, _item, _brackets, _hash, _unclosed, _quotes, _type, _text, _list, _list_item, _list_in_item),
)
AMBIGUITY_RULES: tuple[Rule, ...] = (_indent, _brackets, _hash, _type, _text, _list, _list_item)


def items_of(value: str) -> list[str]:
    """Return the items that an invalid list was meant to have.

    >>> items_of('[a, "b, c}'), items_of("- a"), items_of("[C++, [x] ]"), items_of("[a, b # note")
    (['a', 'b', 'c'], ['a'], ['C++', 'x'], ['a', 'b'])
    """
    parts = re.split(
        r"[\[\]{},\n]|[\"\'][ \t]+[\"\']|^[ \t]*-[ \t]", re.sub(r"[ \t]#[ \t].*", "", value), flags=re.MULTILINE
    )
    return [item for part in parts if (item := part.strip(" \t\"'"))]


def quoted(value: str) -> str:
    r"""Return *value* in the kind of YAML quotes that needs less escaping.

    >>> quoted("[번역] 도커"), quoted('"따옴표" 시작'), quoted("It's 5\"")
    ('"[번역] 도커"', '\'"따옴표" 시작\'', '\'It\'\'s 5"\'')
    """
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def sign_of(value: str) -> str:
    """Return the character in an unquoted value that YAML cannot parse.

    >>> sign_of("도커: 시작하기"), sign_of("@데코레이터"), sign_of("[번역] 도커")
    (':', '@', '[')
    """
    if value[:1] in "[]{}\"'@`%*&!|>?,-":
        return value[:1]
    return ":" if ":" in value else "#" if "#" in value else value[:1]
