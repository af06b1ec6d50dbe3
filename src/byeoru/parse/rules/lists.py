"""Lists and thematic breaks, as in CommonMark; a line of `***` may be either.

The quick form reads lists whose items are one text each, with lists below it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from byeoru.parse.markup.block_parser import is_interrupted
from byeoru.parse.markup.containers import INDENTED, line_of
from byeoru.parse.markup.finished import NO_ATTRIBUTES, SPACES, BlockWriter, Finisher, NotPlain, opening_tag
from byeoru.parse.markup.rule import Rule
from byeoru.parse.rules.tasks import without_box

_ITEM = re.compile(r"(?P<mark>[*+-]|(?P<number>\d{1,9})[.)])(?:(?P<space>[ \t]++)(?P<text>.*+)|$)")
_IN_DELIMITERS = "|-:"  # a line that begins with one can make a table of the line above
_TAB = 4  # columns
_DEEPEST = 50  # levels; deeper ones are left to the library, which has a limit of its own


@dataclass(slots=True)
class _Item:
    """A text, and lists below it."""

    line: int
    indent: int  # columns before its text
    text: list[str]  # by line
    lists: list["_List"] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    """Items with the same mark."""

    mark: str  # the last character of it
    number: int | None  # of the first item; None if it has none
    items: list[_Item] = field(default_factory=list)
    is_loose: bool = False  # an empty line is between two of its items, so their texts are paragraphs

    @property
    def tag(self) -> str:
        """Return the name of its element."""
        return "ul" if self.number is None else "ol"


class _ListReader:
    """One pass over the lines of a list."""

    def __init__(self, state: StateBlock, finisher: Finisher) -> None:
        self.state, self.finisher = state, finisher
        self.open: list[_List] = []  # each is in the last item of the one before
        self.end = 0  # the line after the last one with text

    def read(self, start: int, end: int) -> _List:
        """Return the list that begins at the line *start*."""
        state = self.state
        item = _ITEM.match(line_of(state, start))
        assert item is not None
        outermost = self.list_of(start, item)
        assert outermost is not None
        self.add(outermost, start, item)
        for line in range(start + 1, end):
            if state.isEmpty(line):
                continue
            if item := _ITEM.match(line_of(state, line)):
                found = self.list_of(line, item)
                if found is None:
                    break
                self.add(found, line, item)
            elif self.end == line:
                if state.sCount[line] < outermost.items[-1].indent and self.ends_list(line, end):
                    break
                self.go_on(line)
            elif state.sCount[line] < outermost.items[-1].indent:
                break
            else:
                raise NotPlain
        return outermost

    def list_of(self, line: int, item: re.Match[str]) -> _List | None:
        """Return the list of the item at *line*, or a new one; None if the outermost list ends above the line."""
        indent, closed = self.state.sCount[line], None
        while self.open and indent < self.open[-1].items[-1].indent:
            closed = self.open.pop()
        around = self.open[-1] if self.open else None
        if indent - (around.items[-1].indent if around else 0) >= INDENTED:
            raise NotPlain  # code, or a part of the text above
        is_spaced = bool(self.end) and self.end < line
        if closed is not None and closed.mark == item["mark"][-1]:
            closed.is_loose |= is_spaced
            return closed
        if closed is not None:
            if around is None:
                return None
            raise NotPlain
        number = int(item["number"]) if item["number"] else None
        if around is not None:
            if (number not in {None, 1} and not is_spaced) or len(self.open) >= _DEEPEST:
                raise NotPlain  # a number that is a word of the text above
            around.is_loose |= is_spaced
        return _List(item["mark"][-1], number)

    def add(self, found: _List, line: int, item: re.Match[str]) -> None:
        """Add the item at *line* to its list."""
        mark, _, spaces, text = item.groups()
        if not text or not self.finisher.is_words(text):
            raise NotPlain
        outer = self.open[-1].items[-1] if self.open else None
        begin = self.state.sCount[line] + len(mark)
        space = len((" " * begin + spaces).expandtabs(_TAB)) - begin if "\t" in spaces else len(spaces)
        if space > INDENTED:
            raise NotPlain
        if outer is not None and not found.items:
            outer.lists.append(found)
        found.items.append(_Item(line, begin + space, [text]))
        self.open.append(found)
        self.end = line + 1

    def ends_list(self, line: int, end: int) -> bool:
        """Report whether another block begins directly below the text of the last item."""
        state = self.state
        if self.finisher.is_words(line_of(state, line)):
            return False
        outer, state.blkIndent = state.blkIndent, self.open[-1].items[-1].indent  # as the library does within an item
        is_ended = is_interrupted(state, "paragraph", line, end)
        state.blkIndent = outer
        return is_ended

    def go_on(self, line: int) -> None:
        """Add a line to the text of the last item."""
        state, item = self.state, self.open[-1].items[-1]
        begin, shift = state.bMarks[line], state.tShift[line]
        words = line_of(state, line)
        if not self.finisher.is_words(words) or words[0] in _IN_DELIMITERS or shift != state.sCount[line]:
            raise NotPlain
        item.text.append(state.src[begin + min(shift, item.indent) : state.eMarks[line]])
        self.end = line + 1


def _write(one: _List, block: BlockWriter) -> None:
    """Write a list."""
    block.write(opening_tag(one.tag, {"start": str(one.number)} if one.number not in {None, 1} else {}) + "\n")
    for item in one.items:
        text, box = without_box("\n".join(item.text).strip(SPACES), is_korean=block.finisher.is_korean)
        attributes, of_item = block.finisher.attributes(text), {"class": "task"} if box else NO_ATTRIBUTES
        if one.is_loose:
            before, after = f"{opening_tag('li', of_item)}\n{opening_tag('p', attributes)}{box}", "</p>\n"
        elif item.lists:
            before, after = opening_tag("li", of_item) + box, "\n"
        else:
            before, after = opening_tag("li", {**of_item, **attributes}) + box, ""
        block.text(text, (item.line, item.line + len(item.text)), before, after if item.lists else f"{after}</li>\n")
        for below in item.lists:
            _write(below, block)
        if item.lists:
            block.write("</li>\n")
    block.write(f"</{one.tag}>\n")


def _quick(state: StateBlock, start: int, end: int, finisher: Finisher) -> Sequence[Token] | None:
    if not _ITEM.match(line_of(state, start)):
        return None
    reader = _ListReader(state, finisher)
    found = reader.read(start, end)
    block = BlockWriter(found.tag, start, finisher)
    _write(found, block)
    return block.tokens(reader.end)


RULE = Rule("lists", blocks={"hr": "*-_", "list": "*+-0123456789"}, quick={"list": _quick})
