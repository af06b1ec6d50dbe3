"""Ask for yes or no on the terminal.

In:  a question in the author's language, and the answer that Enter gives.
Out: the answer; asked again until it is one.
Must not: use the sentences of click, which are English.
"""

import sys

import click

from byeoru.base.catalogue import Language, localize

# On a keyboard that is set to Hangul, y and n are ㅛ and ㅜ.
_YES = {"y", "yes", "ㅛ", "네", "예"}
_NO = {"n", "no", "ㅜ", "아니요", "아니오"}


def confirm(question: str, language: Language, *, default: bool) -> bool:
    """Return whether the answer to *question* is yes; Enter stands for *default*."""
    choices = "[Y/n]" if default else "[y/N]"
    while True:
        answer = str(click.prompt(f"{question} {choices}", default="", show_default=False)).strip().lower()
        if not answer:
            return default
        if answer in _YES | _NO:
            return answer in _YES
        print(localize("confirm.unclear", language), file=sys.stderr)
