"""Readers for the options of targets."""

from collections.abc import Iterable

from byeoru.base.diagnostic import warning
from byeoru.base.fields import Reader, ReadOption
from byeoru.base.text import nearest
from byeoru.base.yaml_nodes import Node


def text(reader: Reader, name: str, node: Node) -> str:
    """Read a text without surrounding spaces."""
    return (reader.text(name, node) or "").strip()


def one_of(choices: Iterable[str], code: str) -> ReadOption:
    """Return a reader that accepts only *choices*; any other word is reported as the problem *code*."""
    known = tuple(choices)

    def read(reader: Reader, name: str, node: Node) -> str:
        word = text(reader, name, node)
        if not word or word in known:
            return word
        near = nearest(word, known)
        hint = "did-you-mean" if near else "one-of"
        reader.problems.append(
            warning(code, reader.location(node), hint, text=word, near=near, choices=", ".join(known))
        )
        return ""

    return read
