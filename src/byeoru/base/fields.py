"""Read YAML nodes by the type that each field should have.

A text field takes the text as it is written, so ``title: 1.10`` is "1.10" and ``tags: [no, 2024]`` are texts.
Each function returns the value, or None with a ``wrong-type`` problem that points at the node.
"""

import collections.abc
import json
import re
from collections.abc import Iterable
from types import MappingProxyType
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.base.text import nearest, without_controls
from byeoru.base.yaml_nodes import Mapping, Node, Scalar, Sequence

SpellingsOf = collections.abc.Mapping[str, str]  # another name of a key, and the key

_FOREIGN_COMMAS = re.compile("[，、]")
_COMMAS = re.compile("[,，、]")
_UNSEEN = " \t\u00a0\u200b\u200e\u3000\ufeff"  # around a key, from another editor
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")

_TRUE = {"true", "yes", "on", "1", "y"}
_FALSE = {"false", "no", "off", "0", "n"}


class Reader(NamedTuple):
    """Where the nodes come from, and where their problems go."""

    path: str
    first_line: int  # of the text that the nodes were read from, within its file
    problems: list[Diagnostic]

    def location(self, node: Node) -> Location:
        """Return the location of *node* in its file."""
        return Location(self.path, self.first_line + node.line - 1, node.column, node.width)

    def wrong_type(self, name: str, node: Node, expected: str) -> None:
        """Report that the field *name* should be *expected*, a code of the catalogue such as ``text``."""
        self.problems.append(warning("wrong-type", self.location(node), f"write-{expected}", name=name))

    def text(self, name: str, node: Node) -> str | None:
        """Read a text; an absent value is an empty one."""
        if not isinstance(node, Scalar):
            return self.wrong_type(name, node, "text")
        return "" if node.is_null else self._clean(node)

    def _clean(self, node: Scalar) -> str:
        r"""Return the text of a node; an escape such as `"\b"` can put into it what the file itself may not hold."""
        text = without_controls(node.text)
        if text != node.text:
            count = len(node.text) - len(text)
            self.problems.append(warning("control-character", self.location(node), character="U+0000–", count=count))
        return text

    def texts(self, name: str, node: Node) -> tuple[str, ...] | None:
        """Read a list of texts, or one text with commas between them; empty ones are left out."""
        if isinstance(node, Scalar):
            return () if node.is_null else _cleaned(_COMMAS.split(self._clean(node)))
        if isinstance(node, Mapping):
            return self.wrong_type(name, node, "texts")
        found = []
        for item in node.items:
            if isinstance(item, Scalar):
                found += [] if item.is_null else _FOREIGN_COMMAS.split(self._clean(item))
            else:
                self.wrong_type(name, item, "texts")
        return _cleaned(found)

    def language(self, name: str, node: Node) -> str | None:
        """Read the code of a language (BCP 47), also with `_` as programs write it: it becomes part of addresses."""
        code = (self.text(name, node) or "").strip().replace("_", "-")
        if not code or _LANGUAGE.fullmatch(code):
            return code
        self.problems.append(warning("bad-language", self.location(node), "language-form", name=name, text=code))
        return None

    def flag(self, name: str, node: Node) -> bool | None:
        """Read a switch: ``true`` and ``false``, or YAML 1.1's ``yes``, ``no``, ``on``, ``off``."""
        found = flag_of(node.text) if isinstance(node, Scalar) else None
        return self.wrong_type(name, node, "flag") if found is None else found

    def number(self, name: str, node: Node) -> int | None:
        """Read a whole number of at most nine digits."""
        found = number_of(node.text) if isinstance(node, Scalar) else None
        return self.wrong_type(name, node, "number") if found is None else found

    def mapping(self, name: str, node: Node) -> Mapping | None:
        """Read a mapping; an absent value is an empty one."""
        if isinstance(node, Mapping):
            return node
        if isinstance(node, Scalar) and node.is_null:
            return Mapping((), node.line, node.column)
        return self.wrong_type(name, node, "mapping")

    def pairs(
        self, mapping: Mapping, known: Iterable[str], spellings: SpellingsOf = MappingProxyType({})
    ) -> dict[str, tuple[Scalar, Node]]:
        """Return the known keys of *mapping*; *spellings* are other names of some of them.

        A key may be written in capitals. One that occurs twice keeps its first value; unknown keys are reported
        with the nearest known one.
        """
        names = set(known)
        found: dict[str, tuple[Scalar, Node]] = {}
        for key, value in mapping.pairs:
            name = spellings.get(key.text, key.text)
            if name not in names:
                bare = key.text.strip(_UNSEEN).lower()  # `Title`, or a key behind a space of no width
                name = spellings.get(bare, bare)
            if name not in names:
                near = nearest(key.text, {*names, *spellings})
                hint = "did-you-mean" if near else "see-known-keys"
                self.problems.append(warning("unknown-key", self.location(key), hint, key=key.text, near=near))
            elif name in found:
                first = found[name][0]
                code = "duplicate-key" if first.text == key.text else "same-meaning-key"
                line = self.first_line + first.line - 1
                self.problems.append(
                    warning(code, self.location(key), "remove-one", key=key.text, other=first.text, line=line)
                )
            else:
                found[name] = (key, value)
        return found


ReadOption = collections.abc.Callable[[Reader, str, Node], str]  # reads one key; "" for an absent or invalid value


def flag_of(text: str) -> bool | None:
    """Return what a switch is set to, None where the text is no switch."""
    word = text.lower()
    return True if word in _TRUE else False if word in _FALSE else None


def number_of(text: str) -> int | None:
    """Return a whole number of at most nine digits, None where the text is none."""
    word = text.strip()
    return int(word) if re.fullmatch(r"-?\d{1,9}", word, re.ASCII) else None


def extra_of(reader: Reader, name: str, node: Node) -> str:
    """Return a mapping of the author's own as JSON, "" for an empty one."""
    mapping = reader.mapping(name, node)
    return json.dumps(plain(mapping), ensure_ascii=False) if mapping and mapping.pairs else ""


def plain(node: Node) -> object:
    """Return *node* as texts, numbers, switches, lists and dictionaries: what an author keeps under ``extra``.

    A number is one if it is written as numbers are: `1.10` and `007` are names of something.
    """
    match node:
        case Scalar():
            return _scalar(node)
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.pairs}


def _scalar(node: Scalar) -> str | int | float | bool | None:
    text = node.text
    if node.is_null or not node.is_plain:
        return None if node.is_null else without_controls(text)
    if text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if re.fullmatch(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{0,14}[1-9])?", text, re.ASCII):
        return float(text) if "." in text else int(text)
    return without_controls(text)


def _cleaned(texts: Iterable[str]) -> tuple[str, ...]:
    """Trim, and leave out what is empty or has occurred before."""
    return tuple(dict.fromkeys(stripped for text in texts if (stripped := text.strip())))
