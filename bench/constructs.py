"""Count which Markdown constructs posts consist of.

    constructs.py FOLDER ... [--record]

In:  folders of posts, each named OWNER+NAME as its repository. With `--record`, the counts are written to
`constructs.csv`, a column per folder.
Out: for each construct how often it occurs: per 1,000 of what its group is counted by (`GROUPS`).
Must not: keep a word of the posts. The counts alone are what `shaped.py` draws its posts from.

Blocks are counted from the tokens of markdown-it-py, which knows where they begin and end; what is inside a line is
counted by patterns, so that a construct that our own parser does not know is counted too.
"""

import argparse
import csv
import re
import statistics
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

TABLE = Path(__file__).with_name("constructs.csv")
MOST_POSTS = 300  # of a folder
SHORTEST = 400  # bytes; shorter files are stubs

# What 1,000 of a construct refers to.
GROUPS = {
    "block": "blocks of the top level",
    "fence": "fenced blocks of code",
    "list": "lists of the top level",
    "item": "items of these lists",
    "quote": "quotes",
    "table": "tables",
    "inline": "paragraphs, headings, items and cells",
}
_IN_LISTS = {
    "fence": "with a fence",
    "table_open": "with a table",
    "heading_open": "with a heading",
    "code_block": "with indented code",
    "blockquote_open": "with a quote",
}
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_INLINE = {
    "code": r"(?<!`)`[^`\n]+`(?!`)",
    "strong": r"\*\*[^*\n]+\*\*",
    "strong, then a letter": r"\*\*[^*\n]+[)\"'`]\*\*\w",
    "emphasis with *": r"(?<![*\w])\*[^*\s][^*\n]*\*(?!\*)",
    "emphasis with _": r"(?<![_\w])_{1,2}[^_\s][^_\n]*_{1,2}(?![_\w])",
    "nested emphasis": r"\*{3}[^*\n]+\*{3}",
    "_ in a word": r"\w_\w",
    "deleted": r"~~[^~\n]+~~",
    "link": r"(?<!!)\[[^\]\n]*\]\([^)\n]+\)",
    "link by reference": r"(?<!!)\[[^\]\n^]+\]\[[^\]\n]*\]",
    "image": r"!\[[^\]\n]*\]\([^)\n]+\)",
    "autolink": r"<https?://[^>\s]+>",
    "bare URL": r"(?<![(<\"'\]=/\w])https?://\w",
    "wikilink": r"\[\[[^\]\n]+\]\]",
    "footnote": r"\[\^[^\]\n]+\](?!:)",
    "brackets": r"\[[^\]\n]+\](?![\[(:])",
    "<br>": r"<br\s*/?>",
    "HTML": r"</?(?!br\b)[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*)?/?>",
    "entity": r"&(?:#\d+|[A-Za-z]+);",
    "< or &": r"[<&]\s",
    "escape": r"\\[!-/:-@\[-`{-~]",
    "hard break": r"(?: {2,}|\\)\n",
    "soft break": r"[^\s\\]\s?\n",
    "math": r"(?<![\\$\w])\$[^$\n]+\$(?![\w$])",
    "template tag": r"\{[{%].*?[%}]\}",
    "tab": r"\t",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _INLINE.items()}
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*\S", re.MULTILINE)


def counted(text: str) -> Counter[tuple[str, str]]:
    """Count the constructs of one post by group and name; "" is the name of what the group is counted by."""
    text = _FRONT_MATTER.sub("", text.replace("\r\n", "\n"), count=1)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    counts: Counter[tuple[str, str]] = Counter()
    counts["block", "definition"] = len(_DEFINITION.findall(text))
    lines = text.split("\n")
    for start, stop in _top_level(tokens):
        kind = _kind(tokens[start], lines)
        counts.update({("block", ""): 1, ("block", kind): 1})
        if kind in ("bullets", "numbers"):
            counts.update(("list", name) for name in ("", *_of_list(tokens[start:stop], lines)))
            counts["item", ""] += sum(token.type == "list_item_open" for token in tokens[start:stop])
        elif kind == "quote":
            counts.update(("quote", name) for name in ("", *_of_quote(tokens[start:stop], lines)))
        elif kind == "table":
            counts.update(("table", name) for name in ("", *_of_table(tokens[start], lines)))
    for token in tokens:
        if token.type == "inline":
            counts["inline", ""] += 1
            counts.update({("inline", name): len(found.findall(token.content)) for name, found in _PATTERNS.items()})
        elif token.type == "fence":
            language = token.info.split(maxsplit=1)[0].lower() if token.info.strip() else "no language"
            counts.update({("fence", ""): 1, ("fence", language): 1})
    return counts


def _top_level(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where each block of the top level begins and ends."""
    start = 0
    for at, token in enumerate(tokens):
        if token.level == 0 and token.nesting != -1:
            start = at
        if token.level == 0 and token.nesting != 1:
            yield start, at + 1


def _kind(token: Token, lines: Sequence[str]) -> str:
    match token.type:
        case "heading_open":
            return f"{'setext ' if token.markup in ('=', '-') else ''}heading {token.tag[1]}"
        case "fence":
            return "fence of ~" if token.markup[0] == "~" else "fence"
        case "html_block":
            name = re.match(r"\s*</?([A-Za-z][\w-]*|!--)", lines[(token.map or [0])[0]])
            return f"HTML {name[1].lower()}" if name else "HTML"
    kinds = {"bullet_list_open": "bullets", "ordered_list_open": "numbers", "blockquote_open": "quote", "hr": "rule"}
    return kinds.get(token.type, token.type.removesuffix("_open").replace("code_block", "indented code"))


def _of_list(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[str]:
    """Yield what a list of the top level contains, each once."""
    inside = {token.type for token in tokens[1:]}
    for kind, name in _IN_LISTS.items():
        if kind in inside:
            yield name
    deepest = max(token.level for token in tokens if token.type == "list_item_open") // 2 + 1
    if deepest > 1:
        yield f"{min(deepest, 4)} levels"
    if any(token.type == "paragraph_open" and not token.hidden for token in tokens):
        yield "loose"
    first, last = tokens[0].map or [0, 0]
    if any(line.startswith("\t") for line in lines[first:last]):
        yield "indented by tabs"
    if tokens[0].markup in ("*", "+", ")"):
        yield f"of {tokens[0].markup}"
    if any(token.type == "inline" and re.match(r"\[[ xX]\] ", token.content) for token in tokens):
        yield "of tasks"


def _of_quote(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[str]:
    first, last = tokens[0].map or [0, 0]
    inside = {token.type for token in tokens[1:]}
    if any(not line.lstrip().startswith(">") for line in lines[first:last] if line.strip()):
        yield "with lazy lines"
    for kind, name in (("bullet_list_open", "with a list"), ("fence", "with a fence"), ("blockquote_open", "nested")):
        if kind in inside:
            yield name
    if sum(token.type == "paragraph_open" for token in tokens) > 1:
        yield "of several paragraphs"


def _of_table(token: Token, lines: Sequence[str]) -> Iterator[str]:
    if not lines[(token.map or [0])[0]].lstrip().startswith("|"):
        yield "without outer bars"


def posts_of(folder: Path) -> list[str]:
    """Return the texts of the posts of a folder, evenly chosen if there are many."""
    files = sorted(path for path in folder.rglob("*.md*") if path.suffix in (".md", ".mdx"))
    texts = [text for path in files if len(text := path.read_text("utf-8", "replace")) >= SHORTEST]
    step = max(1, len(texts) // MOST_POSTS)
    return texts[::step][:MOST_POSTS]


def rates_of(texts: Sequence[str]) -> dict[tuple[str, str], float]:
    """Return how often each construct occurs per 1,000 of its group; of ("post", …) the numbers themselves."""
    each = [counted(text) for text in texts]
    total = sum(each, Counter[tuple[str, str]]())
    rates = {key: 1000 * count / total[key[0], ""] for key, count in total.items() if key[1] and total[key[0], ""]}
    blocks = sorted(counts["block", ""] for counts in each)
    rates["post", "posts"] = len(texts)
    rates["post", "blocks, median"] = statistics.median(blocks)
    rates["post", "blocks, 9 of 10"] = blocks[len(blocks) * 9 // 10]
    items = total["item", ""] / max(1, total["list", ""])
    rates["post", "items of a list"] = items
    return rates


def table(columns: dict[str, dict[tuple[str, str], float]]) -> list[list[str]]:
    """Return the rows of the table: group, construct, mean of all folders, and each folder."""
    keys = sorted({key for rates in columns.values() for key in rates})
    rows = [["group", "construct", "mean", *columns]]
    for key in keys:
        values = [rates.get(key, 0.0) for rates in columns.values()]
        mean = sum(values) / len(values)
        if mean >= 0.5 or key[0] == "post":  # rarer ones are the habits of one author
            rows.append([*key, f"{mean:.1f}", *(f"{value:.1f}" for value in values)])
    return rows


def main() -> None:
    """Count, and print or record."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("folders", metavar="FOLDER", nargs="+", type=Path)
    arguments.add_argument("--record", action="store_true", help="write constructs.csv")
    chosen = arguments.parse_args()
    rows = table({folder.name.replace("+", "/"): rates_of(posts_of(folder)) for folder in chosen.folders})
    if chosen.record:
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    else:
        csv.writer(sys.stdout, lineterminator="\n").writerows(rows)


if __name__ == "__main__":
    main()
