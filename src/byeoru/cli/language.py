"""The language of messages: `--lang`, else the locale."""

import os
import sys
from collections.abc import Mapping, Sequence

from byeoru.base.catalogue import LANGUAGES, Language

_KOREAN_WINDOWS = 0x12  # primary language of LANGID, winnt.h: LANG_KOREAN


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language of `--lang`, else of the locale, else (on Windows) of the user interface.

    >>> language_of(["build", "--lang=ko"], {}), language_of([], {"LANG": "ko_KR.UTF-8"}), language_of([], {})
    ('ko', 'ko', 'en')
    """
    for at, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and at + 1 < len(arguments):
            value = arguments[at + 1]
        if value in LANGUAGES:
            return "ko" if value == "ko" else "en"
    # The order of setlocale(3); LANGUAGE is a list of preferences, ignored if the locale is "C".
    locale = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    if locale and locale not in {"C", "POSIX"} and environment.get("LANGUAGE"):
        locale = environment["LANGUAGE"]
    if not locale and sys.platform == "win32":
        return "ko" if _windows_language() == _KOREAN_WINDOWS else "en"
    return "ko" if locale.lower().startswith("ko") else "en"


def _windows_language() -> int:
    import ctypes

    return int(ctypes.windll.kernel32.GetUserDefaultUILanguage()) & 0x3FF  # type: ignore[attr-defined]


def environment_language(arguments: Sequence[str]) -> Language:
    """Return the language for the arguments of this process."""
    return language_of(arguments, os.environ)
