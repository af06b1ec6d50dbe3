"""Twice the Markdown costs at most twice the work; each row of the table is a family of texts of any size."""

import inspect
import sys
from collections.abc import Callable

import pytest

from byeoru.model.content import Dialect
from byeoru.parse.markdown import render
from byeoru.parse.rules import RULES
from growth_test import (
    GENEROUS,
    LIMIT,
    Make,
    Work,
    first_of_each,
    growth_in_lines,
    growth_in_seconds,
    growth_of_the_large,
    of_size,
    some_of_each,
)


def numbered(template: str) -> Callable[[int], str]:
    """Return a family of texts in which each repetition has its number in the place of `#`."""
    return lambda n: "".join(template.replace("#", str(number)) for number in range(n))


def growing(template: str, mark: str) -> Callable[[int], str]:
    """Return a family of texts in which `#` is once more *mark* with each repetition."""
    return lambda n: "".join(template.replace("#", mark * number) for number in range(1, n))


# By the rule that is attacked, or the part of one.
INPUTS: dict[str, dict[str, Make]] = {
    "admonitions": {
        "marks": "!!! note\n    a\n\n",
        "marks alone": "!!! note\n",
        "towers": lambda n: "".join("    " * number + "!!! note\n" for number in range(n)),
        "a long one": lambda n: "!!! note\n" + "    a\n\n" * n,
        "words": lambda n: "!!! " + "a " * n + "\n    b",
        "spaces": lambda n: "!!! note" + " " * n + "x\n    b",
        "quotes": lambda n: "!!! note " + '"' * n + "x\n    b",
        "tabs": '=== "a"\n\n    b\n\n',
    },
    "attributes": {
        "spaces behind a brace": lambda n: "`a`{" + " " * n + "b",
        "spaces behind a colon": lambda n: "{:" + " " * n + "b",
        "braces": "`a`{ ",
        "spaces and the end": lambda n: "a\n{:" + " " * n + "}x",
        "lines": "a\n{: .x}\n\n",
        "lines below lines": lambda n: "a\n\n" + "{: .x}\n\n" * n,
        "lines in an item": lambda n: "- a\n\n" + "  b\n  {: .x}\n\n" * n,
        "lines in a quote": lambda n: "> a\n>\n" + "> b\n> {: .x}\n>\n" * n,
        "lines in cells": lambda n: "|a|b|\n|-|-|\n" + "|{: .x}||\n" * n,
        "cells of one row": lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + "|{: .x}" * n + "|\n",
        "classes": lambda n: "`a`{" + ".x " * n + "}",
        "classes on a line": lambda n: "a\n{: " + ".x " * n + "}\n",
        "behind a long link": lambda n: "[" + "`a`" * n + "](b)" + "{.c}" * n,
        "links": "[a](b){.c}",
        "values without an end": lambda n: "`a`{" + 'a="' * n + "}",
    },
    "bare_links": {
        "addresses": "https://a.kr/b에서 ",
        "schemes": "http://",
        "www": "www.a.kr/a.",
        "brackets": lambda n: "https://a.kr/" + "(" * n + ")" * n,
        "particles": lambda n: "https://a.kr/a" + "에서는" * n,
        "entities": lambda n: "https://a.kr/a" + "&amp;" * n,
        "mail of pluses": lambda n: "@" + "a+" * n,
        "mail": "a.b@c.",
        "names of mail": lambda n: "a" * n + "@",
    },
    "brackets": {
        "openers": "[",
        "openers with words": "[a ",
        "closers": "]",
        "towers": lambda n: "[" * n + "]" * n,
        "towers of words": lambda n: "[a" * n + "](b)",
        "towers with definitions": lambda n: "[c]: d\n\n" + "[a" * n + "]" * n,
        "full references": lambda n: "[c]: d\n\n" + "[x][c]" * n,
        "full references, open": lambda n: "[c]: d\n\n" + "[x][" * n,
        "pictures, open": lambda n: "[c]: d\n\n" + "![" * n,
        "crossed with code": "[`",
        "crossed with emphasis": "[ a_",
    },
    "callouts": {
        "callouts": "> [!NOTE]- a\n> b\n\n",
        "towers": growing("#[!TIP] a\n", "> "),
        "heads without an end": lambda n: "> [!" + "a|" * n,
        "of classes": "> a\n{: .prompt-tip }\n\n",
        "of paragraphs": "a\n{: .notice--info }\n\n",
        "titles": "{: .note-title }\n> a\n>\n> b\n\n",
        "of many classes": lambda n: "> a\n{: " + ".prompt-ti " * n + "}\n",
    },
    "containers": {
        "containers": ":::tip\na\n:::\n",
        "without an end": ":::tip\na\n",
        "ends alone": ":::\n",
        "towers": lambda n: ":::tip\n" * n + ":::\n" * n,
        "growing towers": growing("#tip\n", ":::"),
        "ends that are too short": lambda n: "::::tip\n" * n + ":::\n" * n,
        "in quotes": "> :::tip\n> a\n\n",
        "in towers of quotes": lambda n: "> " * n + ":::tip\n" + "> " * n + ":::\n",
        "in items": "- :::tip\n",
        "in a tower of items": lambda n: "".join("  " * number + "- :::tip\n" for number in range(n)),
        "titles": lambda n: ":::tip" + "[" * n + "a" + "]" * n + "\n:::\n",
        "braces": lambda n: ":::tip " + "{" * n + "}" * n + "\n:::\n",
        "classes": lambda n: "::: {" + ".a" * n + "}\n:::\n",
        "titles in braces": lambda n: ":::tip {" + 'title="' * n + "}\n:::\n",
        "spaces": lambda n: ":::" + " " * n + "x" + " " * n + ":\n:::\n",
        "of no known kind": ":::magic\na\n:::\n",
    },
    "contents": {
        "paragraphs": "[TOC]\n\n## a\n\n",
        "of kramdown": "* x\n{:toc}\n\n",
        "empty headings": "## toc\n",
        "empty headings of nothing": lambda n: "## toc\n" + "##\n" * n,
        "headings of signs": lambda n: "## " + "-" * n + " toc\n## a\n",
        "comments": "<!-- toc -->\n\n",
        "spaces in a comment": lambda n: "<!--" + " " * n + "toc x",
        "fences": "```toc\n```\n",
    },
    "embeds": {
        "embeds": "https://youtu.be/abcdefghijk\n\n",
        "queries": "https://youtube.com/watch?" + "v=&" * 30 + "\n\n",
        "starts": "https://youtu.be/abcdefghijk?" + "&t=" * 30 + "\n\n",
    },
    "figures": {
        "figures": '![a](b "c")\n\n',
        "italic lines": "![a](b)\n*c*\n\n",
        "in footnotes": numbered('[^#]: ![a](b "c")\n\n'),
        "in one paragraph": lambda n: '![a](b "c")\n' * n,
    },
    "emphasis": {
        "openers": "*a ",
        "closers": "a_ ",
        "both": "a**b* ",
        "crossed": "*a _b* ",
        "beside Hangul": "**가(나)**를 *다",
        "one run": lambda n: "*" * n + "a" + "*" * n,
        "in each other": lambda n: "*a **b " * n + "** *" * n,
        "the rule of three": "a***b* c*** ",
        "struck": "~~a ==b *c",
        "struck in each other": lambda n: "~~a ==b *c " * n + " c* b== a~~" * n,
        "odd runs of tildes": lambda n: "~~~a" * n + "a~~~" * n,
    },
    "footnotes": {
        "openers in place": "^[",
        "towers in place": lambda n: "^[" * n + "a" + "]" * n,
        "in place": "^[*a*] ",
        "openers": "[^",
        "openers with a note": lambda n: "[^1]: a\n\n" + "[^1" * n,
        "one end for many": lambda n: "[^1]: a\n\n" + "[^1" * n + "]",
        "references": lambda n: "[^1]: a\n\n" + "[^1] " * n,
        "notes": lambda n: numbered("[^#]")(n) + "\n\n" + numbered("[^#]: a\n\n")(n),
        "one label": "[^1]: a\n\n",
        "notes in notes": lambda n: "[^1]: " * n + "a",
        "a long note": lambda n: "[^1]: a\n\n" + "    b\n\n" * n,
        "a note that refers on": numbered("[^#]: [^#1]\n\n"),
        "a long label": lambda n: "[^" + "a" * n + "]: b\n\n" + "[^" + "a" * n + "]",
        "that are not defined": lambda n: "[^1]: a\n\n" + numbered("[^#x] ")(n),
        "hidden ends": lambda n: "[^a$]: b\n\n" + "[^a$]x$ " * n,
    },
    "headings": {
        "one name": "# a\n",
        "names of numbers": numbered("# a\n# a-#\n"),
        "own names": "# a {#b}\n",
        "spaces before a brace": lambda n: "# a" + " " * n + "b}",
        "spaces in braces": lambda n: "# a {#b" + " " * n + "}x}",
        "spaces in a comment": lambda n: "# a {/*" + " " * n + "x}",
        "braces": lambda n: "# " + "{#a " * n + "}",
        "a long one": lambda n: "# " + "가" * n,
        "hashes at the end": lambda n: "# a " + "#" * n + " b",
        "towers": lambda n: "".join("#" * (number % 6 + 1) + " a\n" for number in range(n)),
    },
    "text": {
        "words": "가나다 라마바\n",
        "words beside a tag": lambda n: "<b>\n" + "가나다 라마바\n" * n,
        "backslashes": "\\",
        "breaks": "a  \n",
        "spaces": lambda n: "a" + " " * n + "\nb",
        "entities": "&amp;&#0;&lt",
        "ampersands": "&a",
    },
    "inserted_html": {
        "blocks": "<!----><div>\n가\n<!----></div>\n",
        "Markdown in a block": lambda n: "<!----><div>" + "<!--(-->*가*<!--)-->" * n + "</div>",
        "marks that nothing closes": lambda n: "<!---->" + "<!--(-->" * n,
        "marks in a text": "가<!--(-->",
    },
    "kramdown_fences": {
        "fences": "* ~~~\na\n~~~\n",
        "without an end": "* ~~~\na\n",
        "one without an end": lambda n: "* ~~~\n" + "a\n" * n,
        "in each other": lambda n: "* " * n + "~~~\na\n~~~\n",
    },
    "kramdown_tables": {
        "rows": "|a|b|\n",
        "tables": "|a|b|\n|c|d|\n\n",
        "rows above words": lambda n: "|a|b|\n" * n + "c",
        "rows below words": lambda n: "c\n" + "|a|b|\n" * n,
        "columns": lambda n: "|a" * n + "|\n" + "|b" * n + "|\n",
        "dividers": "|-|-|\n",
        "a long divider": lambda n: "|" + "-" * n + "x|\n",
    },
    "kramdown_quotes": {
        "lazy lines": lambda n: "> a\n" + "- b\n" * n,
        "a tower above lazy lines": lambda n: ">" * n + " a\n" + "- b\n" * n,
        "quotes": "> a\n- b\n\n",
        "lines of attributes": "> a\n{: .x}\n",
    },
    "languages": {
        "English": "this is an english text here\n\n",
        "backticks that shrink": lambda n: "".join("e" + "`" * number for number in range(n, 1, -1)),
        "targets": "a b c ](",
        "less-than signs": "a b c <",
        "dollars": "a b c $",
    },
    "links": {
        "openers": "[a](",
        "targets": "[a](b ",
        "targets in angles": "[a](<b ",
        "titles": '[a](b "c ',
        "titles of single quotes": "[a](b 'c ",
        "titles in brackets": "[a](b (c ",
        "on lines": "[a](b\n",
        "spaces": lambda n: "[a](" + " " * n,
        "one target": lambda n: "[a](" + "b" * n,
        "brackets in a target": lambda n: "[a](" + "(" * n + "b" + ")" * n + ")",
        "links": "[*a*](b.md) ",
        "places": numbered("[a](b#.md) "),
        "places that are nowhere": "[a](b&amp;c.md)\n",
        "places by reference": lambda n: "[r]: b.md\n\n" + "[r]\n" * n,
        "pictures": "![a](b) ",
        "towers of pictures": lambda n: "![a" * n + "](b)" * n,
        "open pictures": "![",
        "ends": "a](b",
        "escapes in a target": lambda n: "[a](" + "\\&" * n + ")",
        "a host": lambda n: "[a](http://" + "가" * n + ")",
    },
    "math_brackets": {
        "formulas": "가 \\\\(x_1\\\\) 나 \\(y^2\\) ",
        "openings": "\\(a ",
        "openings and closings of another kind": "\\(a\\\\)",
        "blocks": "\\[\nx\n\\]\n",
        "blocks that nothing closes": "\\[\nx\n",
        "openings before one closing": lambda n: "\\[\n" * n + "\n\\]",
        "lines of a formula": lambda n: "$$" + "a \\\\ b \\tag{1} " * n + "$$",
    },
    "wikilinks": {
        "links": "[[가]] ",
        "openings": "[[가",
        "openings alone": "[[",
        "bars": lambda n: "[[a" + "|" * n + "]]",
        "labels without an end": "[[a|b ] ",
        "brackets in a label": lambda n: "[[a|" + "[b" * n + "]]",
        "links of Markdown": "[[a]](b.md) ",
        "in each other": "[[a|[[b]] ",
        "mentions without words": "[[a]]",
        "numbers": lambda n: "[[" + "1 , " * n + "]]",
    },
    "note_embeds": {
        "notes": "![[가]] ",
        "openings": "![[a",
        "in one paragraph": lambda n: "글 ![[a]]\n" * n,
        "pictures": "![[a.png|b|100]] ",
        "in emphasis": "*![[a]]* ",
        "endings": lambda n: "![[a" + ".b" * n + "]]",
    },
    "logseq": {
        "links": "[a]([[b]]) ",
        "openings": "[a]([[b",
        "embeds": "{{embed [[a]]}} ",
        "open embeds": "{{embed [[a]] ",
        "properties": "- a\n  id:: b\n",
    },
    "computed": {
        "spans": "`= this.x` ",
        "openings": "`= this.x",
        "macros": "{{query a}} ",
        "open macros": "{{query a",
        "fences": "```dataview\nLIST\n```\n",
    },
    "hashtags": {
        "tags": "#가 ",
        "of levels": lambda n: "#" + "a/" * n,
        "signs": "#",
        "openings": " #-",
        "digits": lambda n: "#" + "1" * n,
    },
    "block_ids": {
        "of paragraphs": "a ^b1\n\n",
        "of items": "- a ^b1\n",
        "alone": "> a\n\n^b\n\n",
        "alone, of one block": lambda n: "> a\n" + "\n^b\n" * n,
        "circumflexes": "^",
        "towers of items": lambda n: "".join("  " * number + "- a ^b1\n" for number in range(n)),
        "headings": "## a ^b1\n\n",
    },
    "lint": {
        "underscores": " _a_b",
        "double underscores": " __가__나",
        "openers of underscores": " __가 _",
        "spaced targets": "[a](b c ",
        "calculations": "3*3 ",
        "tags": "a <x> ",
        "a long tag": lambda n: "<div>\n<" + "x" * n,
        "lost cells": lambda n: "|a|b|\n|-|-|\n" + "|c|d|e|\n" * n,
        "emphasis in emphasis": lambda n: "*a " * n + " a*" * n,
    },
    "markdown_in_html": {
        "elements": "<div markdown=1>\na\n</div>\n",
        "without an end": "<div markdown=1>\na\n",
        "in each other": lambda n: "<div markdown=1>\n" * n + "</div>\n" * n,
        "on one line": "<div markdown=1>a</div>\n",
        "of one line": lambda n: "<p markdown=1>\n" + "a\n" * n + "</p>\n",
        "ends behind words": "<div markdown=1>\na</div>\n",
        "attributes": lambda n: "<div" + " a=b" * n + " markdown=1>\n</div>\n",
        "spaces": lambda n: "<div" + " " * n + "markdown=1\n",
        "classes": lambda n: '<div markdown=1 class="' + "notic " * n + '">\n</div>\n',
        "summaries": lambda n: "<div markdown=1>" + "<summary>" * n + "\n</div>\n",
        "in quotes": "> <div markdown=1>\n> a\n> </div>\n\n",
    },
    "mark": {"openers": "==a ", "closers": "a== ", "signs": "=", "comparisons": "a==b"},
    "math": {
        "dollars": "$a",
        "pairs": "$$a$$ ",
        "formulas": numbered("$a_{#}$ "),
        "sums of money": lambda n: "$1" + "가" * n,
        "sums of money, often": "$5가 ",
        "blocks without an end": "$$\na\n",
        "blocks": "$$\na\n$$\n",
        "backslashes": lambda n: "$a" + "\\$" * n,
        "groups": lambda n: "$" + "{" * n + "$",
        "one long formula": lambda n: "$" + r"\frac{a}{b}" * n + "$",
    },
    "ruby": {"openers": "{a|", "words": "{漢|한}", "a long one": lambda n: "{" * n + "a" * n + "|"},
    "slash_blocks": {
        "blocks": "/// note\na\n///\n",
        "without an end": "/// note\na\n",
        "towers": lambda n: "/// note\n" * n + "///\n" * n,
        "options": lambda n: "/// note\n" + "    type: tip\n" * n + "///\n",
        "titles": lambda n: "/// note | " + "a " * n + "\n///\n",
        "spaces": lambda n: "/// note |" + " " * n + "a" + " " * n + "\n///\n",
        "slashes": "/",
    },
    "soft_breaks": {"Han": "漢字\n", "tabs": "a\n\t"},
    "tasks": {"tasks": "- [ ] a\n- [x] b\n", "spaces": lambda n: "- [ ]" + " " * n + "\n- [x]" + "\t" * n},
    "void_elements": {
        "alone": "<br>\n",
        "on one line": lambda n: "<br>" * n + "x",
        "spaces": lambda n: "<br>" + " " * n + "x",
        "attributes": lambda n: "<img " + "a=b " * n + ">x",
    },
    # What CommonMark and the library have.
    "definitions": {
        "a glossary": "용어\n: 뜻\n",
        "a loose glossary": "용어\n\n: 뜻\n\n",
        "definitions alone": ": b\n",
        "emoji": ":white_check_mark: 가\n",
        "towers": lambda n: "a\n" + ": " * n + "b\n",
        "headings in them": "a\n: # h\n",
        "code in them": "a\n:     code\n",
        "lists in them": "a\n: - b\n",
        "tables in them": "a\n: |x|y|\n  |-|-|\n",
        "terms of two lines": "a\nb\n: c\n",
        "underlined at last": lambda n: "a\n: b\n" * n + "===\n",
        "indented": lambda n: "".join(f"{'  ' * number}a\n{'  ' * number}: b\n\n" for number in range(n)),
    },
    "references": {
        "definitions": numbered("[a#]: /b\n"),
        "used": lambda n: numbered("[a#]: /b\n")(n) + "\n" + numbered("[a#] ")(n),
        "titles on the next line": numbered('[a#]: /b\n"t"\n'),
        "titles without an end": '[a]: b "c\n',
        "one title without an end": lambda n: '[a]: b "c\n' + "d\n" * n,
        "labels without an end": "[a\n",
        "one label without an end": lambda n: "[a\n" + "b\n" * n,
        "labels of escapes": "[a\\\n",
        "targets without an end": "[a]: <b\n",
        "behind a word": '[a]: b "c" d\n',
        "in quotes": "> [a]: b\n",
        "one label": "[a]: b\n",
    },
    "code": {
        "backticks that grow": growing("e#", "`"),
        "pairs": "`a``",
        "one run": "`",
        "fences": "```\na\n```\n",
        "a fence without an end": lambda n: "```\n" + "a\n" * n,
        "fences in quotes": "> ```\n\n",
        "fences in items": "- ```\n",
        "indented": "    a\n\n",
        "empty lines": lambda n: "    a\n" + "\n" * n + "b",
    },
    "raw_html": {
        "comments": "a <!-- ",
        "hyphens": lambda n: "a <!--" + "--a" * n,
        "CDATA": "a <![CDATA[",
        "instructions": "a <?",
        "declarations": "a <!A ",
        "tags": "a <b c='d ",
        "quotes": 'a <b x="',
        "less-than signs": "<",
        "autolinks": "<https://a",
        "autolinks in a block": lambda n: "<div>\n" + "<https://a.kr> " * n,
        "autolinks without an end in a block": lambda n: "<div>\n" + "<https://a" * n,
        "comments in a block": lambda n: "<div>\n" + "<!-- " * n,
        "attributes": lambda n: "<b" + " c='d'" * n,
        "sources of one picture": lambda n: "<img srcset='" + "a.png 1x, " * n + "'>",
        "commas of sources": lambda n: "<img srcset='" + "," * n + "'>",
        "spaces of sources": lambda n: "<img srcset='a" + " " * n + "'>",
        "spaces in a tag": lambda n: "<div>\n<b c" + " " * n + ">\n</div>",
        "blocks": "<div>\n",
        "tags without an end in a block": lambda n: "<div>\n" + "<b c " * n + "\n</div>",
        "values without an end in a block": lambda n: "<div>\n" + "<b c='" * n + "\n</div>",
        "pictures in a block": lambda n: "<div>\n" + "<img src='a&amp;b'>\n" * n + "</div>",
        "scripts": "<script>\n</script>\n",
        "comments in items": "- <!--\n\n",
    },
    "quotes": {
        "towers": "> ",
        "towers of lines": growing("# a\n", ">"),
        "lazy lines": lambda n: "> a\n" + "b\n" * n,
        "quotes": "> a\n\n",
        "wide towers": ">>>>>>>> a\nb\n",
        "a tower above lazy lines": lambda n: ">" * n + " a\n" + "b\n" * n,
        "comments above lazy lines": "> <!-- x -->\n{: `\n",
    },
    "lists": {
        "towers": lambda n: "".join("  " * number + "- a\n" for number in range(n)),
        "on one line": "- ",
        "items": "- a\n",
        "loose items": "- a\n\n",
        "of all kinds": "- a\n+ b\n* c\n1. d\n",
        "empty items": "-\n",
        "in quotes": "> - ",
        "of all that nests": lambda n: "> - 1. [^1]: " * n + "a\n: b\n",
        "a long item": lambda n: "- a\n\n" + "  b\n\n" * n,
        "numbers": lambda n: "1" * n + ". a",
        "rules": "* * *\n- - -\n",
    },
    "underlines": {
        "headings": "a\n===\n",
        "a long one": lambda n: "a\n" * n + "===\n",
        "almost": lambda n: "a\n" + ("=" * 30 + "x\n") * n,
        "of hyphens": "a\n---\n",
        "signs": "=\n",
    },
    "tables": {
        "rows": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n,
        "columns": lambda n: "|a" * n + "|\n" + "|-" * n + "|\n",
        "none": "| a\n|-|-|\n",
        "many": "|a|b|\n|-|-|\n\n",
        "colons": ":-:\n",
        "pipes": lambda n: "|" * n + "\n|-|\n",
        "escapes": lambda n: "|a|\n|-|\n|" + "\\|" * n + "|\n",
        "hyphens": lambda n: "|a|\n|" + "-:" * n + "|\n",
    },
    "titles": {
        "dates": "2024. 5. 1.\n\n",
        "months": lambda n: "may" * min(n, 19) + "x\n\n# a\n" + "글\n\n" * n,
        "lines": lambda n: "---\n\n" * n + "# a\n",
    },
    "marks of a summary": {"marks": "a\n\n<!-- more -->\n\n", "spaces": lambda n: "<!--" + " " * n + "more x"},
    "empty": {"lines": lambda n: "\n" * n + "a", "tabs": lambda n: "\t" * n + "a", "NUL": "a\0"},
}
DIALECT, KRAMDOWN = Dialect(ruby=True, is_note=True), Dialect(kramdown=True)
NESTING = {
    "admonitions",
    "brackets",
    "callouts",
    "containers",
    "definitions",
    "emphasis",
    "footnotes",
    "links",
    "lists",
    "markdown_in_html",
    "quotes",
    "slash_blocks",
}
CASES = [(rule, name) for rule, families in INPUTS.items() for name in families]


def read(text: str) -> None:
    """Read a text as a post."""
    render(text, "content/posts/a.md", 1, dialect=DIALECT, title="")


def read_kramdown(text: str) -> None:
    """Read a text as a post of Jekyll."""
    render(text, "content/posts/a.md", 1, dialect=KRAMDOWN, title="")


def reader_of(rule: str) -> Work:
    """Return what reads texts in the dialect of a rule."""
    return read_kramdown if rule.startswith("kramdown") else read


def test_each_rule_has_growth_tests() -> None:
    """Every Markdown rule has a row in the table."""
    assert {rule.name for rule in RULES} <= set(INPUTS)


@pytest.mark.parametrize(("rule", "name"), some_of_each(CASES))
def test_executed_lines_grow_linearly(rule: str, name: str) -> None:
    """Four times the text costs little more than four times as many executed lines of Python."""
    assert growth_in_lines(reader_of(rule), INPUTS[rule][name]) <= LIMIT


@pytest.mark.parametrize(("rule", "name"), first_of_each(CASES))
def test_time_grows_linearly(rule: str, name: str) -> None:
    """Time within regular expressions, which execute no Python lines, grows linearly too."""
    assert growth_in_seconds(reader_of(rule), INPUTS[rule][name]) <= GENEROUS


@pytest.mark.parametrize(("rule", "name"), some_of_each([case for case in CASES if case[0] in NESTING]))
def test_nesting_does_not_exhaust_the_stack(rule: str, name: str) -> None:
    """However deep the text is nested, 700 nested calls are enough, and 300 remain for callers."""
    text = of_size(INPUTS[rule][name], 6000)
    read("준비")  # what is imported or made once is not counted
    before, depth = sys.getrecursionlimit(), len(inspect.stack(0))
    sys.setrecursionlimit(depth + 700)
    try:
        read(text)
    finally:
        sys.setrecursionlimit(before)


@pytest.mark.slow
@pytest.mark.parametrize(("rule", "name"), CASES)
def test_time_grows_linearly_up_to_80_kilobytes(rule: str, name: str) -> None:
    """Time grows linearly for texts of up to 80 KB too."""
    assert growth_of_the_large(reader_of(rule), INPUTS[rule][name]) <= GENEROUS
