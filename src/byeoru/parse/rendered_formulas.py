r"""Show formulas that were copied from a rendered page once: KaTeX and MathJax write each one twice or three times.

In:  a text with the HTML of KaTeX, MathJax 2 or MathJax 3, and where its code is.
Out: the text with one `<math>` for each formula, from its TeX if we can convert it, else the MathML of the other
     program; the copy that needs their style sheets or scripts is dropped.
Must not: change code or line numbers, drop a letter or digit that the formula lacks, or take more than linear time.

    <span class="katex"><span class="katex-mathml"><math>…<annotation encoding="application/x-tex">n</annotation></math>
    </span><span class="katex-html" aria-hidden="true">…</span></span>
    <span class="MathJax_Preview">…</span><span class="MathJax">…<math>…</math></span><script type="math/tex">n</script>
    <mjx-container><svg/><mjx-assistive-mml><math>…</math></mjx-assistive-mml></mjx-container>
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import escape, unescape
from typing import NamedTuple

from byeoru.parse.rules.math import formula

# A quote encloses a value only behind `=`. What an invalid tag has consumed is not read again, so `>` may be missing.
_IN_TAG = r"""(?P<attributes>(?>(?:[^<>=]++|=\s*+(?>"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|))*))>?"""
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<slash>/?)(?P<name>span|div|math|mjx-container|script|style|pre|code|textarea)(?=[\s/>])"
    + _IN_TAG,
    re.DOTALL | re.IGNORECASE,
)
_ANY_TAG = re.compile(r"</?[A-Za-z!]" + _IN_TAG)
_VERBATIM = {"script", "style", "pre", "code", "textarea"}
_CLASS = re.compile(r"""(?<=\s)class\s*+=\s*+["']?([^"'<>]*+)""", re.IGNORECASE)
_SCRIPT = re.compile(r"""(?<=\s)type\s*+=\s*+["']?math/tex\b(?P<mode>\s*+;\s*+mode\s*+=\s*+display)?""", re.IGNORECASE)
_BLOCK = re.compile(r"""\sdisplay\s*+=\s*+["']?(?:block|true)\b""", re.IGNORECASE)
_ANNOTATION = re.compile(r"<annotation\b([^<>]*+)>([^<]*+)</annotation\s*>", re.IGNORECASE)

_KATEX, _MATHJAX, _PREVIEW, _SOURCE, _WRAPPER = "katex", "mathjax", "preview", "source", "wrapper"
_KINDS = {
    "katex": _KATEX,
    **dict.fromkeys(("MathJax", "MathJax_CHTML", "MathJax_SVG"), _MATHJAX),
    "MathJax_Preview": _PREVIEW,
    **dict.fromkeys(("katex-display", "MathJax_Display", "MathJax_SVG_Display", "MJXc-display"), _WRAPPER),
}
# Parts of one formula of MathJax 2 that can follow each other.
_PAIRS = {(_PREVIEW, _MATHJAX), (_PREVIEW, _SOURCE), (_MATHJAX, _SOURCE)}

_GAP = re.compile(r"[\s>]*+")  # between two parts, with the marks of a quote
_BREAK = re.compile(r"\n(?P<margin>[ \t>]*+)")
_PUNCTUATION = re.compile(_ANY_TAG.pattern + r"|&#?\w++;|[!-/:-@\[-`{-~]")


class _Part(NamedTuple):
    """A part of a formula: the element of one program, or several that belong together."""

    kind: str
    start: int
    end: int
    mathml: tuple[int, int] = (0, 0)  # where it is
    tex: str = ""
    is_display: bool = False


class _StartTag(NamedTuple):
    """A start tag whose end tag has not been read."""

    kind: str
    start: int
    end: int
    is_display: bool


def show_once(text: str, code: Sequence[tuple[int, int]]) -> str:
    """Return *text* with each rendered formula once; *code* are regions that are not changed."""
    pieces, at = [], 0
    for part in _joined(text, _Reader(_without(text, code)).read()):
        if written := _written(text, part):
            pieces += [text[at : part.start], written, _breaks(text[part.start : part.end])]
            at = part.end
    return "".join([*pieces, text[at:]])


def _without(text: str, code: Sequence[tuple[int, int]]) -> str:
    """Return *text* with spaces for its code, so that no tag in it is read."""
    pieces, at = [], 0
    for start, end in code:
        pieces += [text[at:start], " " * (end - max(start, at))]
        at = max(at, end)  # a region may begin within another
    return "".join([*pieces, text[at:]])


class _Reader:
    """Finds the elements of formulas in one pass over the tags; none of them contains another."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.opened: dict[str, list[_StartTag]] = {}  # by name of the element
        self.mathml = _StartTag("", 0, 0, is_display=False)  # the last one that has ended
        self.parts: list[_Part] = []

    def read(self) -> list[_Part]:
        """Return the elements in their order."""
        verbatim = ""  # the element around the tag, if its content is no HTML or is code
        for tag in _TAG.finditer(self.text):
            name = (tag["name"] or "").lower()
            if not name or (verbatim and not (tag["slash"] and name == verbatim)):
                continue
            verbatim = name if name in _VERBATIM and not tag["slash"] else ""
            if tag["slash"]:
                self._close(name, tag)
            else:
                self._open(name, tag)
        return self.parts

    def _open(self, name: str, tag: re.Match[str]) -> None:
        attributes = tag["attributes"]
        script = _SCRIPT.search(attributes) if name == "script" else None
        kind = _SOURCE if script else name if name in {"math", "mjx-container"} else _kind(attributes)
        is_display = bool(script["mode"] if script else _BLOCK.search(attributes))
        self.opened.setdefault(name, []).append(_StartTag(kind, tag.start(), tag.end(), is_display))

    def _close(self, name: str, tag: re.Match[str]) -> None:
        if not self.opened.get(name):
            return
        opened = self.opened[name].pop()
        start, end, kind = opened.start, tag.end(), opened.kind
        if kind == "math":
            self.mathml = opened._replace(end=end)
        elif kind == _WRAPPER:
            self._widen(opened, tag)
        elif kind and not (self.parts and self.parts[-1].start > start):
            if kind == _SOURCE:
                tex = self.text[opened.end : tag.start()]
                self.parts.append(_Part(kind, start, end, (0, 0), tex, opened.is_display))
            elif self.mathml.start > start:
                self._add(opened, end)
            else:
                self.parts.append(_Part(kind, start, end, is_display=opened.is_display))

    def _add(self, opened: _StartTag, end: int) -> None:
        """Add an element with MathML, which may have its TeX as an annotation."""
        where = self.mathml.start, self.mathml.end
        is_display = opened.is_display or self.mathml.is_display
        annotations = _ANNOTATION.findall(self.text[where[0] : where[1]])
        tex = next((unescape(content) for attributes, content in annotations if "application/x-tex" in attributes), "")
        self.parts.append(_Part(opened.kind, opened.start, end, where, tex, is_display))

    def _widen(self, wrapper: _StartTag, tag: re.Match[str]) -> None:
        """Make the last element a display formula if it is all that a wrapper contains."""
        part = self.parts[-1] if self.parts else None
        if part and _gap_end(self.text, wrapper.end) == part.start and _gap_end(self.text, part.end) == tag.start():
            self.parts[-1] = part._replace(start=wrapper.start, end=tag.end(), is_display=True)


def _kind(attributes: str) -> str:
    names = _CLASS.search(attributes)
    return next((_KINDS[name] for name in names[1].split() if name in _KINDS), "") if names else ""


def _gap_end(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _joined(text: str, parts: Sequence[_Part]) -> Iterator[_Part]:
    """Yield formulas: the parts that MathJax 2 writes behind each other are one."""
    last: _Part | None = None
    for part in parts:
        if last and (last.kind, part.kind) in _PAIRS and _gap_end(text, last.end) == part.start:
            is_display = last.is_display or part.is_display
            mathml = part.mathml if part.mathml[1] else last.mathml
            last = part._replace(start=last.start, mathml=mathml, tex=part.tex or last.tex, is_display=is_display)
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


def _written(text: str, part: _Part) -> str:
    """Return a formula as it is shown; "" if it has none of the forms, or each lacks something of the others."""
    mathml = _ANNOTATION.sub("", text[slice(*part.mathml)])
    tex = _BREAK.sub("\n", part.tex).strip()
    converted = formula(tex, is_display=part.is_display) if tex else None
    is_valid = converted is not None and not converted.problem
    needed = _signs(_ANNOTATION.sub("", text[part.start : part.end])) - _signs(escape(tex))
    for html in [*([converted.html] if converted and is_valid else []), *([mathml] if mathml else [])]:
        if needed <= _signs(html):
            return _PUNCTUATION.sub(_as_entity, _BREAK.sub(" ", html))
    if converted is None or is_valid or mathml or needed:
        return ""
    return f"$`{_BREAK.sub(' ', tex)}`$"  # the rule `math` reports it


def _signs(html: str) -> set[str]:
    """Return the letters and digits that HTML shows, in one font and case: the logo of LaTeX has a small A."""
    words = unicodedata.normalize("NFKC", unescape(_ANY_TAG.sub("", html))).casefold()
    return {character for character in words if character.isalnum()}


def _as_entity(match: re.Match[str]) -> str:
    """Return punctuation so that it is never Markdown nor a tag of a template."""
    sign = match[0]
    return f"&#{ord(sign)};" if len(sign) == 1 else sign


def _breaks(dropped: str) -> str:
    """Return the line breaks of what is dropped, in a comment so that the paragraph continues."""
    lines = [line[0] for line in _BREAK.finditer(dropped)]
    return f"<!--{'.'.join(lines)}-->" if lines else ""
