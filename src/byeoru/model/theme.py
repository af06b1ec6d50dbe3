"""A theme with its parents and the site's own templates laid over each other."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Template(NamedTuple):
    """The text of one template, the first found by that name."""

    name: str  # "post.html"
    path: str  # where it lies, for messages
    digest: str
    text: str


class Static(NamedTuple):
    """A file of the theme that is published as it is."""

    name: str  # "hanji.css"
    path: str  # where it lies
    digest: str


@dataclass(frozen=True)
class Theme:
    """What rendering needs of a theme."""

    name: str
    templates: tuple[Template, ...]
    statics: tuple[Static, ...]
    options: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # language, then key and text

    @cached_property
    def by_name(self) -> dict[str, Template]:
        """Find a template by its name."""
        return {template.name: template for template in self.templates}
