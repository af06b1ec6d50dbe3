"""The message catalogue: every sentence for users, in Korean and English, collected from the packages by file name.

In:  a code with arguments, and a language.
Out: a sentence.
Must not: print, or import the code of a package only to read its messages.

A package keeps its messages in ``messages.py``, in modules of a folder ``messages/``, or in ``…_messages.py`` next to
the feature. Each module declares ``MESSAGES``: a mapping of codes to Korean and English texts. A feature of one file
may declare ``MESSAGES`` in that file. There is no list of these modules, so a new one needs no change in another file.

The message of a problem ``broken-link`` has the code ``problem.broken-link``; its hint has ``hint.…``. Sentences have
no full stop; literals are in backticks; nothing depends on colour. The format of an argument selects

- the Korean particle that matches the sound of the argument: ``{name:을/를}``;
- the singular or plural of an English noun: ``{count:+page/pages}``.

With a ``-`` only the selected word is written, without the argument: ``{name:-을/를}`` after a closing backtick,
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


class _Argument(str):
    """An argument of a message, which selects a matching particle or number of a noun."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return select_form(str(self), spec) if "/" in spec else str.__format__(self, spec)


def localize(code: str, language: Language, **arguments: object) -> str:
    """Return the sentence for *code* in *language*.

    >>> localize("problem.broken-link", "ko", target="c.md")
    '`c.md`에 해당하는 페이지나 파일이 없습니다'
    """
    return template(code, language).format(**{name: _Argument(value) for name, value in arguments.items()})


def template(code: str, language: Language) -> str:
    """Return the text for *code* in *language*, with its placeholders."""
    return _texts(code)[LANGUAGES.index(language)]


def messages_with_prefix(prefix: str, language: Language) -> dict[str, str]:
    """Return the texts whose codes begin with *prefix*, by the rest of the code."""
    index = LANGUAGES.index(language)
    messages = (item for table in message_tables() for item in table.items())
    return {code.removeprefix(prefix): texts[index] for code, texts in messages if code.startswith(prefix)}


def message_tables() -> Iterator[Messages]:
    """Yield the messages of one module after another: of the command line, of other packages, of single features.

    Most runs need only those of `cli`. Modules of features are imported only for a code that no other module has.
    """
    for package in _packages():
        yield from map(_messages, _message_modules(package))
    for package in _packages():
        messages = _message_modules(package)
        yield from (_declared(path) for path in _modules(package) if path not in messages)


@cache
def _texts(code: str) -> tuple[str, str]:
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
    return *modules, *(module for is_folder, path in paths if is_folder for module in _modules(path))


@cache
def _message_modules(package: str) -> tuple[str, ...]:
    return tuple(path for path in _modules(package) if _has_only_messages(path))


def _has_only_messages(path: str) -> bool:
    folder, name = os.path.split(path)
    return name == "messages.py" or name.endswith("_messages.py") or os.path.basename(folder) == "messages"


@cache
def _messages(path: str) -> Messages:
    # Not imported, because that would run the `__init__` of its package: that of `settings` imports all of YAML.
    module = ModuleType(_dotted(path))
    SourceFileLoader(module.__name__, path).exec_module(module)
    return getattr(module, "MESSAGES", {})


@cache
def _declared(path: str) -> Messages:
    with open(path, "rb") as file:
        declares = _DECLARATION.search(file.read())
    return import_module(_dotted(path)).MESSAGES if declares else {}


def _dotted(path: str) -> str:
    name = os.path.relpath(path, _PROGRAM).removesuffix(".py").replace(os.sep, ".")
    return f"byeoru.{name.removesuffix('.__init__')}"
