"""The catalogue: every sentence for users, in Korean and English, collected by name from where its feature lies.

In:  a code with arguments, and a language.
Out: a sentence.
Must not: print, or import the code of a package in order to read its messages.

A package keeps its messages in ``messages.py``, in modules of a folder ``messages/``, or in ``…_messages.py`` beside
the feature. Each declares ``MESSAGES``: a code, and its Korean and English text. A feature of one file may declare
``MESSAGES`` in that file. No list names these modules, so a new one is found without touching another file.

A problem ``broken-link`` is worded by ``problem.broken-link``, its hint by ``hint.…``. Sentences have no full stop;
literals stand in backticks; nothing depends on colour. The format of an argument selects

- the Korean particle that fits its sound: ``{name:을/를}``;
- the English noun that fits its number: ``{count:+page/pages}``.

With a ``-`` the selected word stands alone, without the argument: ``{name:-을/를}`` behind a closing backtick,
``{count:+-it/them}`` later in the sentence.
"""

import os
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.machinery import SourceFileLoader
from types import ModuleType
from typing import Literal, get_args

from byeoru.base.selectors import select_form

Language = Literal["ko", "en"]
LANGUAGES: tuple[str, ...] = get_args(Language)

Messages = dict[str, tuple[str, str]]

_DECLARATION = re.compile(rb"^MESSAGES\b", re.MULTILINE)
_PROGRAM = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class _Word(str):
    """An argument that selects the particle, or the number of a noun, that fits it."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return select_form(str(self), spec) if "/" in spec else str.__format__(self, spec)


def localize(code: str, language: Language, **arguments: object) -> str:
    """Return the sentence for *code* in *language*.

    >>> localize("problem.broken-link", "ko", target="c.md")
    '`c.md`에 해당하는 페이지나 파일이 없습니다'
    """
    return template(code, language).format(**{name: _Word(value) for name, value in arguments.items()})


def template(code: str, language: Language) -> str:
    """Return the text for *code* in *language*, with its placeholders."""
    return _pair(code)[LANGUAGES.index(language)]


def messages_with_prefix(prefix: str, language: Language) -> dict[str, str]:
    """Return the texts whose codes begin with *prefix*, by the rest of the code."""
    at = LANGUAGES.index(language)
    texts = (item for table in message_tables() for item in table.items())
    return {code.removeprefix(prefix): both[at] for code, both in texts if code.startswith(prefix)}


def message_tables() -> Iterator[Messages]:
    """Read the messages of one module after the other: those of the command line, of the stages, of single features.

    Most runs need those of `cli` alone; only a code that is in no module of messages makes us import features.
    """
    for package in _packages():
        yield from (_messages(path) for path in _modules(package) if _is_for_messages(path))
    for package in _packages():
        yield from (_declared(path) for path in _modules(package) if not _is_for_messages(path))


@cache
def _pair(code: str) -> tuple[str, str]:
    for table in message_tables():
        if code in table:
            return table[code]
    raise KeyError(code)


@cache
def _packages() -> tuple[str, ...]:
    with os.scandir(_PROGRAM) as entries:
        folders = {entry.path for entry in entries if entry.is_dir()}
    cli = os.path.join(_PROGRAM, "cli")
    return cli, *sorted(folders - {cli})


@cache
def _modules(folder: str) -> tuple[str, ...]:
    with os.scandir(folder) as entries:
        paths = sorted((entry.is_dir(), entry.path) for entry in entries)
    modules = [path for is_folder, path in paths if not is_folder and path.endswith(".py")]
    return *modules, *(one for is_folder, path in paths if is_folder for one in _modules(path))


def _is_for_messages(path: str) -> bool:
    folder, name = os.path.split(path)
    return name == "messages.py" or name.endswith("_messages.py") or os.path.basename(folder) == "messages"


@cache
def _messages(path: str) -> Messages:
    # Not by an import, which would run the packages around it: `settings`, say, needs all of YAML.
    module = ModuleType(_dotted(path))
    SourceFileLoader(module.__name__, path).exec_module(module)
    return getattr(module, "MESSAGES", {})


@cache
def _declared(path: str) -> Messages:
    with open(path, "rb") as file:
        declares = _DECLARATION.search(file.read())
    return import_module(_dotted(path)).MESSAGES if declares else {}


def _dotted(path: str) -> str:
    return "byeoru." + os.path.relpath(path, _PROGRAM).removesuffix(".py").replace(os.sep, ".")
