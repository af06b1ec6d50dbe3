"""A theme: the layers of the site's own templates, the theme and its parents, and the options of a theme."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

Words = tuple[tuple[str, str], ...]  # language and text; "" for a text in one language only
Kind = Literal["text", "flag", "number", "color"]


class Template(NamedTuple):
    """The text of one template."""

    name: str  # "post.html"
    path: str  # for messages
    digest: str
    text: str
    layer: int = 0  # 0 for the site's own, 1 for the theme's, 2 for its parent's, and so on


class Static(NamedTuple):
    """A file of the theme that is published unmodified."""

    name: str  # "hanji.css"
    path: str
    digest: str


class Option(NamedTuple):
    """An option of a theme, as its `theme.yml` declares it."""

    name: str
    kind: Kind
    default: str
    choices: tuple[str, ...] = ()  # the valid values; empty if any value of its kind is valid
    help: Words = ()


class Chosen(NamedTuple):
    """The value of an option."""

    name: str
    text: str  # of a flag "true" or "false"
    kind: Kind = "text"

    @property
    def value(self) -> str | int | bool:
        """Return the value as templates see it.

        >>> Chosen("toc", "false", "flag").value, Chosen("columns", "2", "number").value, Chosen("accent", "red").value
        (False, 2, 'red')
        """
        match self.kind:
            case "flag":
                return self.text == "true"
            case "number":
                return int(self.text)
            case _:
                return self.text


@dataclass(frozen=True)
class Theme:
    """The parts of a theme that rendering needs."""

    name: str
    templates: tuple[Template, ...]  # of all layers, the nearest first
    statics: tuple[Static, ...]
    options: tuple[Chosen, ...]
    texts: tuple[tuple[str, Words], ...]  # language, then key and text

    def template(self, name: str, layer: int = 0) -> Template:
        """Return the first template of that name in *layer* or below it; raises ``KeyError`` if there is none."""
        for template in self._by_name[name]:
            if template.layer >= layer:
                return template
        raise KeyError(name)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of all templates."""
        return tuple(sorted(self._by_name))

    @cached_property
    def _by_name(self) -> dict[str, list[Template]]:
        by_name: dict[str, list[Template]] = {}
        for template in self.templates:
            by_name.setdefault(template.name, []).append(template)
        return by_name

    @cached_property
    def static_digests(self) -> dict[str, str]:
        """Find the digest of a static file by its name."""
        return {static.name: static.digest for static in self.statics}

    @cached_property
    def static_paths(self) -> dict[str, str]:
        """Find the path of a static file by its name."""
        return {static.name: static.path for static in self.statics}

    @cached_property
    def values(self) -> dict[str, str | int | bool]:
        """Return the values of all options by their names."""
        return {chosen.name: chosen.value for chosen in self.options}


def in_language(words: Words, language: str) -> str:
    """Return a text in *language*, or in the first that it is written in; "" if there is none.

    >>> in_language((("ko", "색"), ("en", "Colour")), "en"), in_language((("", "Farbe"),), "ko")
    ('Colour', 'Farbe')
    """
    texts = dict(words)
    return texts.get(language) or next(iter(texts.values()), "")
