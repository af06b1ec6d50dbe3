"""`*Emphasis*`, `**strong emphasis**` and `~~struck out~~`, beside letters of any script (`markup.flanking`)."""

import re

from markdown_it import MarkdownIt

from byeoru.parse.markup.flanking import flanks
from byeoru.parse.markup.rule import NO_WORDS, Rule
from byeoru.parse.markup.text_reader import Hard, TextReader

_TAGS = ("em", "strong", "s")
_CALCULATED = re.compile(r"[0-9A-Za-z)]")  # before an asterisk
_TAG_OF_LENGTH = {1: "em", 2: "strong"}


def _install(parser: MarkdownIt) -> None:
    parser.enable("strikethrough")


def _quick(reader: TextReader) -> None:
    text, start = reader.text, reader.at
    mark = text[start]
    end = start + 1
    while text.startswith(mark, end):
        end += 1
    run = text[start:end]
    before, after = text[start - 1] if start else " ", text[end] if end < len(text) else " "
    if "\ufe00" <= before <= "\ufe0e":
        raise Hard
    opens, closes = flanks(before, after) if mark == "*" else flanks(before, after, splits_words=False)
    if ((opens or closes) and len(run) > 2) or (opens and closes and mark == "_"):
        raise Hard
    if closes and reader.open:
        if reader.open.pop() != run:
            raise Hard
        reader.html.append(f"</{_TAG_OF_LENGTH[len(run)]}>")
    elif opens:
        if run == "*" and _CALCULATED.match(before) and after.isalnum():
            raise Hard  # `3*3`: probably not emphasis; the lint rule needs its tokens
        reader.open.append(run)
        reader.html.append(f"<{_TAG_OF_LENGTH[len(run)]}>")
    else:
        reader.literal(run)
        return
    reader.at = end


RULE = Rule(
    "emphasis",
    _install,
    starts=("*", "_", "~~"),
    quick_texts={"*": _quick, "_": _quick},
    html={f"{tag}_open": f"<{tag}>" for tag in _TAGS} | {f"{tag}_close": f"</{tag}>" for tag in _TAGS},
    words={f"{tag}_{end}": NO_WORDS for tag in _TAGS for end in ("open", "close")},
)
