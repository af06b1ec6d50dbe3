"""Ask a yes/no question on the terminal.

In:  a question in the author's language, and the default answer.
Out: the answer; an unclear one makes it ask again.
Must not: use click.confirm, whose messages are English only.
"""

import sys

import click

from byeoru.base.catalogue import Language, localize

# With a Korean keyboard layout active, the keys y and n type ㅛ and ㅜ.
_YES = {"y", "yes", "ㅛ", "네", "예"}
_NO = {"n", "no", "ㅜ", "아니요", "아니오"}


def confirm(question: str, language: Language, *, default: bool) -> bool:
    """Return whether the answer to *question* is yes; Enter selects *default*."""
    choices = "[Y/n]" if default else "[y/N]"
    while True:
        answer = str(click.prompt(f"{question} {choices}", default="", show_default=False)).strip().lower()
        if not answer:
            return default
        if answer in _YES | _NO:
            return answer in _YES
        print(localize("confirm.unclear", language), file=sys.stderr)
