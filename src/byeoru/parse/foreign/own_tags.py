"""Insert the templates of a folder's own tags: shortcodes of Hugo, and includes of Jekyll.

In:  a template, the arguments of a tag, and the values of the site and the page.
Out: ``Inserted``: HTML on a single line, before and after the content of the tag.
Must not: run anything: a template outside of the subset of ``template`` cannot be read, nor one that inserts too much.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple

from byeoru.parse.foreign.arguments import Arguments, read_arguments
from byeoru.parse.foreign.hugo_expressions import hugo_value
from byeoru.parse.foreign.liquid_expressions import liquid_condition, liquid_value
from byeoru.parse.foreign.template import (
    Assignment,
    Capture,
    Choice,
    Include,
    Insertion,
    Language,
    Node,
    Text,
    compiled,
)
from byeoru.parse.foreign.template_values import LONGEST, CannotRead, Markdown, Names, Safe, Value, is_true, text_of

STEPS = 2000  # nodes that a tag may evaluate
MAX_INCLUDES = 4  # nested

# Around Markdown, and in the place of the content of the tag; no text contains them.
OPEN, CLOSE, CONTENT = "\x01", "\x02", "\x00"
_MARKS = re.compile(r"[\x00-\x02]")
_SPECIAL = re.compile(r"[\\`*_\[\]~$|={}]|:(?=//)")
_LINES = re.compile(r"\s*\n\s*")
_PRE = re.compile(r"(<pre\b.*?</pre\s*>)", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SCRIPT = re.compile(r"<script\b[^>]*>\s*[^<\s]", re.IGNORECASE)
_COMPUTED = frozenset(
    ["posts", "pages", "data", "tags", "categories", "time", "collections", "static_files", "related_posts", "github"]
)


class Inserted(NamedTuple):
    """What is inserted before and after the content of a tag."""

    before: str
    after: str
    has_content: bool


class Insertable(NamedTuple):
    """What the tags of a text can insert."""

    program: str  # that the folder was written for; "" for a folder of ours
    variables: Mapping[str, str]  # by dotted names: "site.title", "page.title"
    templates: Mapping[str, str]  # by the names of tags or files


def wants_content(template: str) -> bool:
    """Tell whether a shortcode has a closing tag, which depends on its template in Hugo."""
    return ".Inner" in template


def shortcode(template: str, arguments: Arguments, values: Insertable, *, is_markdown: bool) -> Inserted:
    """Return what a shortcode of Hugo inserts; ``CannotRead`` is raised if that is unknown."""
    run = _Run("hugo", values, _hugo_names(arguments, values), is_markdown=is_markdown)
    return _divided(run.output(compiled(template, "hugo")))


def include(template: str, arguments: Arguments, values: Insertable) -> Inserted:
    """Return what an include of Jekyll inserts; ``CannotRead`` is raised if that is unknown."""
    run = _Run("liquid", values, _liquid_names(arguments, values.variables), is_markdown=True)
    return _divided(run.output(compiled(template, "liquid")))


def value_of(expression: str, variables: Mapping[str, str]) -> Value:
    """Return the value of ``{{ expression }}`` in a text of Jekyll; ``CannotRead`` is raised if it is unknown."""
    return liquid_value(expression, _liquid_names(Arguments(), variables))


class _Run:
    """The evaluation of the template of one tag."""

    def __init__(self, language: Language, values: Insertable, names: Names, *, is_markdown: bool) -> None:
        self.language, self.values, self.names, self.is_markdown = language, values, names, is_markdown
        self.assigned: dict[str, Value] = {}
        self.dots: list[Value] = []
        self.parts: list[str] = []
        self.length = self.steps = self.includes = 0
        self.is_in_tag = False

    def output(self, nodes: Iterable[Node]) -> str:
        """Return the output of a whole template."""
        self.all(nodes)
        return "".join(self.parts)

    def all(self, nodes: Iterable[Node]) -> None:
        """Evaluate *nodes*, which are nested no deeper than ``template.MAX_DEPTH``."""
        for node in nodes:
            self.steps += 1
            if self.steps > STEPS:
                raise CannotRead
            match node:
                case Text(text):
                    self.write(self._static(text))
                case Insertion(expression):
                    self.write(self._dynamic(self.value(expression)))
                case Assignment(name, expression):
                    self.assigned[name] = self.value(expression)
                case Capture(name, body):
                    self.assigned[name] = self._captured(body)
                case Choice():
                    self.choose(node)
                case Include(arguments):
                    self.include(read_arguments(arguments))
                case _:
                    raise CannotRead

    def choose(self, choice: Choice) -> None:
        """Evaluate the first branch whose condition is true."""
        for branch in choice.branches:
            if self.language == "liquid":
                value: Value = liquid_condition(branch.condition, self.name) != (branch.keyword == "unless")
            else:
                value = self.value(branch.condition)
            if is_true(value):
                is_inside = branch.keyword == "with"
                self.dots += [value] * is_inside
                self.all(branch.body)
                del self.dots[len(self.dots) - is_inside :]
                return
        self.all(choice.otherwise)

    def include(self, arguments: Arguments) -> None:
        """Evaluate another include in this place."""
        template = self.values.templates.get(arguments.word(0))
        self.includes += 1
        if template is None or self.includes > MAX_INCLUDES:
            raise CannotRead
        outer = self.names
        self.names = _liquid_names(arguments, self.values.variables, outer)
        self.all(compiled(template, "liquid"))
        self.names = outer
        self.includes -= 1

    def value(self, expression: str) -> Value:
        """Return the value of an expression."""
        return (hugo_value if self.language == "hugo" else liquid_value)(expression, self.name)

    def name(self, name: str) -> Value:
        """Return the value of a name."""
        if name in self.assigned:
            return self.assigned[name]
        if name == "." and self.dots:
            return self.dots[-1]
        return self.names(name)

    def write(self, text: str) -> None:
        """Append output."""
        self.length += len(text)
        if self.length > LONGEST:
            raise CannotRead
        self.parts.append(text)
        opening, closing = text.rfind("<"), text.rfind(">")
        if opening != closing:
            self.is_in_tag = opening > closing

    def _captured(self, body: tuple[Node, ...]) -> Value:
        outer, self.parts = self.parts, []
        self.all(body)
        text, self.parts = "".join(self.parts), outer
        return Safe(text)

    def _static(self, text: str) -> str:
        """Return text of the template; Markdown in it is none, unless the tag is read before Markdown."""
        if self.is_markdown or not _SPECIAL.search(text):
            return text
        pieces = re.split(r"(<[^<>]*>)", text if not self.is_in_tag else f"<{text}")
        shown = "".join(piece if piece.startswith("<") else _entities(piece) for piece in pieces)
        return shown[self.is_in_tag :]

    def _dynamic(self, value: Value) -> str:
        if isinstance(value, Markdown) and not self.is_in_tag:
            return f"{OPEN}{value}{CLOSE}"
        if isinstance(value, Markdown):
            if CONTENT in value:
                raise CannotRead
            return escape(value)
        text = text_of(value)
        if isinstance(value, Safe) or self.language == "liquid":
            return text
        text = escape(text)
        return text if self.is_in_tag or self.is_markdown else _entities(text)


def _entities(text: str) -> str:
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", text)


def _divided(output: str) -> Inserted:
    """Divide the output at the content of the tag, and write each half on one line."""
    if _SCRIPT.search(output):
        raise CannotRead
    before, content, after = _COMMENT.sub("", output).strip().partition(CONTENT)
    return Inserted(_one_line(before), _one_line(after.replace(CONTENT, "")), content != "")


def _one_line(html: str) -> str:
    parts = _PRE.split(html) if "\n" in html else [html]
    return "".join(
        _LINES.sub(" ", part) if not index % 2 else part.replace("\n", "&#10;") for index, part in enumerate(parts)
    )


def _hugo_names(arguments: Arguments, values: Insertable) -> Names:
    named = dict(arguments.named)
    lowered = {name.lower(): text for name, text in values.variables.items()}
    fixed: dict[str, Value] = {
        ".Inner": Markdown(CONTENT),
        ".IsNamedParams": bool(named),
        ".Page.Title": lowered.get("page.title"),
        ".Site.BaseURL": "/",
        "site.BaseURL": "/",
    }

    def value(name: str) -> Value:
        name = name.removeprefix("$") if name.startswith("$.") else name
        key = name.partition(" ")[2] if name.startswith(".Get ") else name.removeprefix(".Params.")
        if key != name:
            return _unmarked(arguments.word(int(key)) or None if key.isascii() and key.isdigit() else named.get(key))
        if name in fixed:
            return fixed[name]
        known = name.removeprefix(".Page").removeprefix(".").lower()
        if known in lowered or known.startswith("site.params."):
            return lowered.get(known)
        raise CannotRead

    return value


def _liquid_names(arguments: Arguments, variables: Mapping[str, str], outer: Names | None = None) -> Names:
    named = dict(arguments.named)

    def value(name: str) -> Value:
        top, _, rest = name.partition(".")
        if top == "include":
            written = named.get(rest)
            if written and written.startswith(("page.", "site.", "include.")):  # a name, as it has no quotes
                return outer(written) if outer else value(written) if written[0] != "i" else None
            return _unmarked(written)
        if name in {"site.baseurl", "site.url"}:  # addresses from the root of the site
            return ""
        if name in variables:
            return variables[name]
        if top in {"page", "layout"} or (top == "site" and rest.partition(".")[0] in _COMPUTED):
            raise CannotRead
        return None

    return value


def _unmarked(value: str | None) -> Value:
    return _MARKS.sub("", value) if value else value
