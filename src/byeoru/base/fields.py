"""Read YAML nodes as the type that each field should have.

A text field keeps the text as written, so ``title: 1.10`` is "1.10" and ``tags: [no, 2024]`` are texts.
Each method returns the value, or None after reporting a ``wrong-type`` problem at the location of the node.
"""

import collections.abc
import json
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.base.patterns import lazy_pattern
from byeoru.base.text import nearest, without_controls
from byeoru.base.yaml_nodes import Mapping, Node, Scalar, Sequence

OtherNames = collections.abc.Mapping[str, str]  # from another name of a key to the key

_FOREIGN_COMMAS = re.compile("[，、]")
_COMMAS = lazy_pattern("[,，、]")
_LONGEST_KEY = 48  # characters that are compared
_INVISIBLE = " \t\u00a0\u200b\u200e\u3000\ufeff"  # around a key, from another editor
_SEPARATORS = re.compile(r"[\s_\-.:\u200b\u200e\ufeff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# Codes of countries that are taken for those of their languages. As languages, `kr` is Kanuri and `tw` is Twi, which no
# blog of a country's name is written in; the others are none.
_COUNTRIES = {"kr": "ko", "jp": "ja", "cn": "zh-CN", "tw": "zh-TW", "us": "en", "vn": "vi"}

_TRUE = {"true", "yes", "on", "1", "y"}
_FALSE = {"false", "no", "off", "0", "n"}


class Reader(NamedTuple):
    """The file that the nodes come from, and the list to which their problems are added."""

    path: str
    first_line: int  # of the YAML text in its file
    problems: list[Diagnostic]

    def location(self, node: Node) -> Location:
        """Return the location of *node* in its file."""
        return Location(self.path, self.first_line + node.line - 1, node.column, node.width)

    def wrong_type(self, name: str, node: Node, expected: str) -> None:
        """Report that the field *name* should be *expected*, the end of a hint code such as ``text``."""
        self.problems.append(warning("wrong-type", self.location(node), f"write-{expected}", name=name))

    def text(self, name: str, node: Node) -> str | None:
        """Read a text; no value means an empty text."""
        if not isinstance(node, Scalar):
            return self.wrong_type(name, node, "text")
        return "" if node.is_null else self._clean(node)

    def _clean(self, node: Scalar) -> str:
        r"""Return the text of a node without control characters, which an escape such as `"\b"` can add."""
        text = without_controls(node.text)
        if text != node.text:
            first = next(character for character in node.text if not without_controls(character))
            named, count = f"U+{ord(first):04X}", len(node.text) - len(text)
            self.problems.append(warning("control-character", self.location(node), character=named, count=count))
        return text

    def texts(self, name: str, node: Node) -> tuple[str, ...] | None:
        """Read a list of texts, or one comma-separated text; empty texts are omitted."""
        if isinstance(node, Scalar):
            return () if node.is_null else _cleaned(_COMMAS.split(self._clean(node)))
        if isinstance(node, Mapping):
            return self.wrong_type(name, node, "texts")
        texts: list[str] = []
        for item in node.items:
            if isinstance(item, Scalar):
                texts += [] if item.is_null else _FOREIGN_COMMAS.split(self._clean(item))
            else:
                self.wrong_type(name, item, "texts")
        return _cleaned(texts)

    def language(self, name: str, node: Node) -> str | None:
        """Read a language code (BCP 47), also one with `_`; it becomes part of addresses."""
        code = (self.text(name, node) or "").strip().replace("_", "-")
        if language := _COUNTRIES.get(code.lower()):
            self.problems.append(
                warning(
                    "country-as-language", self.location(node), "write-like", name=name, text=code, example=language
                )
            )
            return language
        if not code or is_language(code):
            return code
        self.problems.append(warning("bad-language", self.location(node), "language-form", name=name, text=code))
        return None

    def flag(self, name: str, node: Node) -> bool | None:
        """Read a boolean: ``true`` and ``false``, or YAML 1.1's ``yes``, ``no``, ``on``, ``off``."""
        flag = flag_of(node.text) if isinstance(node, Scalar) else None
        return self.wrong_type(name, node, "flag") if flag is None else flag

    def number(self, name: str, node: Node) -> int | None:
        """Read an integer of at most nine digits."""
        number = number_of(node.text) if isinstance(node, Scalar) else None
        return self.wrong_type(name, node, "number") if number is None else number

    def mapping(self, name: str, node: Node) -> Mapping | None:
        """Read a mapping; no value means an empty mapping."""
        if isinstance(node, Mapping):
            return node
        if isinstance(node, Scalar) and node.is_null:
            return Mapping((), node.line, node.column)
        return self.wrong_type(name, node, "mapping")

    def pairs(
        self, mapping: Mapping, known: Iterable[str], spellings: OtherNames = MappingProxyType({})
    ) -> dict[str, tuple[Scalar, Node]]:
        """Return the known keys of *mapping*; *spellings* are other names of some of them.

        Case is ignored. If a key occurs twice, its first value counts; an unknown key is reported with the most
        similar known one.
        """
        names = set(known)
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for key, value in mapping.pairs:
            name = spellings.get(key.text, key.text)
            if name not in names:
                bare = key.text.strip(_INVISIBLE).lower()  # `Title`, or a key after a zero-width space
                name = spellings.get(bare, bare)
            if name not in names:
                self.unknown_key(key, {*names, *spellings})
            elif name in pairs:
                self.repeated_key(key, pairs[name][0])
            else:
                pairs[name] = (key, value)
        return pairs

    def unknown_key(self, key: Scalar, known: Iterable[str]) -> None:
        """Report a key that nobody reads, with the most similar one of *known*."""
        near = nearest(key.text, known)
        hint = "did-you-mean" if near else "see-known-keys"
        self.problems.append(warning("unknown-key", self.location(key), hint, key=key.text, near=near))

    def repeated_key(self, key: Scalar, other: Scalar) -> None:
        """Report a key that is ignored, because *other* is the same or means the same."""
        code = "duplicate-key" if other.text == key.text else "same-meaning-key"
        line = self.first_line + other.line - 1
        self.problems.append(warning(code, self.location(key), "remove-one", key=key.text, other=other.text, line=line))


ReadOption = collections.abc.Callable[[Reader, str, Node], str]  # reads one key; "" for an absent or invalid value


def language_of(code: str) -> str:
    """Return the language code that *code* of another program means, "" if it means none.

    >>> language_of("ko_KR"), language_of("kr"), language_of("Korean (한국어)")
    ('ko-KR', 'ko', '')
    """
    normal = code.strip().replace("_", "-")
    return _COUNTRIES.get(normal.lower()) or (normal if is_language(normal) else "")


def is_language(code: str) -> bool:
    """Tell whether *code* has the form of a language code (BCP 47)."""
    return _LANGUAGE.fullmatch(code) is not None


@lru_cache(maxsize=1 << 11)  # the texts of a site share their keys
def normal_form(key: str) -> str:
    """Return a key in lower case and normal width, without separators.

    >>> normal_form("pubDate"), normal_form("Pub_date"), normal_form("\u200bｄｒａｆｔ")
    ('pubdate', 'pubdate', 'draft')
    """
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", key[:_LONGEST_KEY])).casefold()


def flag_of(text: str) -> bool | None:
    """Return the value of a boolean; None if *text* is not a boolean."""
    word = text.lower()
    return True if word in _TRUE else False if word in _FALSE else None


def number_of(text: str) -> int | None:
    """Return an integer of at most nine digits; None if *text* is not one."""
    word = text.strip()
    return int(word) if re.fullmatch(r"-?\d{1,9}", word, re.ASCII) else None


def extra_of(reader: Reader, name: str, node: Node) -> str:
    """Return a mapping of custom keys as JSON, "" for an empty one."""
    mapping = reader.mapping(name, node)
    return json.dumps(plain(mapping), ensure_ascii=False) if mapping and mapping.pairs else ""


def plain(node: Node) -> object:
    """Return *node* as texts, numbers, booleans, lists and dictionaries, as for the custom keys under ``extra``.

    Only numbers in their shortest form are numbers: `1.10` and `007` are texts, such as versions and names.
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
    """Trim *texts*, and omit empty texts and duplicates."""
    return tuple(dict.fromkeys(stripped for text in texts if (stripped := text.strip())))
