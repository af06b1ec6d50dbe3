"""Lint: valid Markdown that was probably not intended, with a suggestion.

In:  the inline tokens of a document.
Out: findings in the environment, each with the text to search for and its arguments.
Must not: change a token.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.environment import RuleFinding, environment_of
from byeoru.parse.markup.rule import Rule
from byeoru.parse.rules.raw_html import AUTOLINK

# Elements of HTML, and those of SVG and MathML that are written by hand.
_NAMES = """
a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite
code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer
form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li line link
main map mark marquee math menu menuitem meta meter mi mn mo mrow nav nobr noframes noscript object ol optgroup option
output p param path picture polygon pre progress q rect rp rt ruby s samp script search section select slot small source
span strike strong style sub summary sup svg table tbody td template text textarea tfoot th thead time title tr track tt
u ul use var video wbr circle defs ellipse polyline tspan
"""
_ELEMENTS = frozenset(_NAMES.split())
# Elements whose content is not rendered: without an end tag they swallow the rest of the page.
_SWALLOWING = frozenset(["script", "style", "title", "textarea", "select", "iframe", "noscript", "template", "xmp"])
_TAG = lazy_pattern(r"<(/?)([A-Za-z][A-Za-z0-9_.:-]*+)[^<>]*+>")
_UNDERSCORED = lazy_pattern(r"(?<![\w_])(__?)(?=[^\s_])([^_\n]*[^\s_])\1(?=[가-힣])")
_CALCULATION = lazy_pattern(r"[0-9A-Za-z)]$")
_SPACED_LINK = lazy_pattern(r"\[[^\[\]\n]*\]\(((?:[^\s()<>]+ )+[^\s()<>]+)\)")
_TEMPLATE_TAG = lazy_pattern(r"\{[{%]")

Findings = list[tuple[str, str, tuple[int, int], dict[str, str]]]
_HINTS = {"lost-cell": "write-bar", "swallowing-tag": "write-as-code", "vanishing-tag": "write-as-code"}


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.push("lint", _look)


def _look(state: StateCore) -> None:
    findings: Findings = []
    html: list[tuple[str, tuple[int, int]]] = []
    columns = 0
    rows: list[str] = []
    for token in state.tokens:
        first, behind = token.map or (0, 0)
        lines = (first, behind)
        if token.type == "html_block":
            html.append((token.content, lines))
        elif token.type == "tr_open":
            columns = _cells(rows[lines[0]], lines, columns, findings)
        elif token.type == "table_open":
            columns, rows = 0, rows or state.src.split("\n")
        elif token.type == "inline" and token.children:
            html += [(child.content, lines) for child in token.children if child.type == "html_inline"]
            if "_" in token.content or "](" in token.content:
                _words(token, lines, findings)
            if "*" in token.content:
                _stars(token.children, lines, findings)
    if html:
        _tags(html, findings)
    environment_of(state).findings += [
        RuleFinding(code, lines, arguments, text, _HINTS.get(code, "write-better"))
        for code, text, lines, arguments in findings
    ]


def _tags(html: list[tuple[str, tuple[int, int]]], findings: Findings) -> None:
    """Report unknown tags (`<pid>`, `List<String>` are not shown), and tags that swallow the rest of the page."""
    tags = [(tag, lines) for text, lines in html if not text.startswith("<!--") for tag in _TAG.finditer(text)]
    closed = {tag[2].lower() for tag, _ in tags if tag[1]}
    for tag, lines in tags:
        name = tag[2].lower()
        if tag[1] or name in closed or tag[0].endswith("/>") or AUTOLINK.fullmatch(tag[0]):
            continue
        if name in _SWALLOWING:
            findings.append(("swallowing-tag", tag[0], lines, {"tag": tag[0], "name": name}))
        elif name not in _ELEMENTS and "-" not in name:
            findings.append(("vanishing-tag", tag[0], lines, {"tag": tag[0], "name": tag[2]}))
    for text, lines in html:
        if text.lstrip().startswith("<!--") and "-->" not in text:
            findings.append(("swallowing-tag", "<!--", lines, {"tag": "<!--", "name": "!--"}))


def _cells(line: str, lines: tuple[int, int], columns: int, findings: Findings) -> int:
    """Report cells beyond the last column of a table, which are dropped; return the number of columns."""
    row = line.strip(" \t>").removeprefix("|").removesuffix("|")
    count = len(escapedSplit(row))
    if columns and count > columns:
        findings.append(("lost-cell", row[:40], lines, {"count": str(count), "columns": str(columns)}))
    return columns or count


def _words(inline: Token, lines: tuple[int, int], findings: Findings) -> None:
    """Report `_emphasis_` followed by a letter, and link targets with spaces; those of a template tag are its own."""
    depth = 0
    for child in inline.children or ():
        depth += child.nesting if child.type in {"link_open", "link_close"} else 0
        if child.type != "text" or depth:
            continue
        match = _UNDERSCORED.search(child.content)
        if match and not _is_identifier(match[0]) and match[0] in inline.content:  # and not escaped
            stars = "*" * len(match[1])
            better = f"{stars}{match[2]}{stars}"
            findings.append(("underscore-emphasis", match[0], lines, {"text": match[0], "better": better}))
        if (match := _SPACED_LINK.search(child.content)) and not _TEMPLATE_TAG.search(match[1]):
            better = match[0].replace(f"({match[1]})", f"(<{match[1]}>)")
            findings.append(("spaced-link", match[0], lines, {"text": match[0], "better": better}))


def _is_identifier(text: str) -> bool:
    """Tell whether *text* is a name of Python and no emphasis: `__init__`."""
    return text.startswith("__") and text.isascii() and text.isidentifier()


def _stars(children: list[Token], lines: tuple[int, int], findings: Findings) -> None:
    """Report emphasis with letters or digits on both sides of both markers: `3*3 … 7*7` is a calculation."""
    closes = len(children)  # index of the next end of emphasis, iterating backwards
    noted = []
    for at in range(len(children) - 1, 0, -1):
        child = children[at]
        if child.type == "em_close":
            closes = at
        if child.type != "em_open" or child.markup != "*":
            continue
        close = closes if closes < len(children) else at
        before = children[at - 1].content if children[at - 1].type == "text" else ""
        after = children[close + 1].content if close + 1 < len(children) else ""
        inside = children[at + 1].content if at + 1 < len(children) else ""
        if _CALCULATION.search(before[-1:]) and after[:1].isalnum() and inside[:1].isalnum() and after[:1].isascii():
            text = f"{before[-8:].split(' ')[-1]}*{inside[:8].split(' ')[0]}"
            noted.append(("eaten-asterisk", text, lines, {"text": text, "better": text.replace("*", "\\*")}))
    findings += reversed(noted)


RULE = Rule("lint", _install, after=("languages",))
