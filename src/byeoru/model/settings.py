"""The settings of a site, as `blog.yml` gives them."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple
from urllib.parse import urlsplit

from byeoru.base.diagnostic import Location
from byeoru.model.content import Dialect, ParseOptions
from byeoru.model.deploy import Deploy
from byeoru.model.services import Analytics, Comments


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes; all texts may be empty."""

    name: str = ""
    url: str = ""
    id: str = ""  # what texts call one of several
    bio: str = ""  # a sentence about themselves


@dataclass(frozen=True, slots=True)
class Language:
    """What the site says of itself in another language than its own."""

    code: str
    title: str = ""
    description: str = ""
    menu: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A folder of `content` whose pages share an address pattern."""

    name: str
    url: str  # a pattern such as "/posts/:slug/"
    is_dated: bool  # its pages stand in lists, feed and archive by their date


DEFAULT_SECTIONS = (
    Section("posts", "/posts/:slug/", is_dated=True),
    Section("notes", "/notes/:path/", is_dated=False),
    Section("pages", "/:path/", is_dated=False),
)


class OptionValue(NamedTuple):
    """An option of the theme as the author gave it; what it means, and whether it can be had, the theme knows."""

    name: str
    text: str
    key: Location
    value: Location


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that `blog.yml` can say; each has a default but the title."""

    title: str = ""
    description: str = ""
    base_url: str = ""  # without a slash at the end; "" until the author has an address
    language: str = "ko"
    timezone: str = "Asia/Seoul"
    author: Author = Author()
    authors: tuple[Author, ...] = ()  # of a site that several write
    languages: tuple[Language, ...] = ()
    theme: str = "hanji"
    theme_location: Location = field(default=Location("blog.yml"))  # where its name stands
    theme_options: tuple[OptionValue, ...] = ()
    sections: tuple[Section, ...] = DEFAULT_SECTIONS
    menu: tuple[tuple[str, str], ...] = ()  # title and site path or address
    dialect: Dialect = field(default_factory=Dialect)
    page_size: int = 10  # posts on one page of a list
    feed_size: int = 20  # posts in the feed
    robots: tuple[str, ...] = ()  # more lines of robots.txt
    verification: tuple[tuple[str, str], ...] = ()  # name of a search engine, and the code that it gave
    comments: Comments | None = None
    analytics: Analytics | None = None
    deploy: Deploy = field(default=Deploy())
    extra: str = ""  # what the author keeps for templates, as JSON; "" for nothing
    editor: str = "vscode://file/{file}:{line}:{column}"  # the address that opens a file, of the preview's links

    @property
    def base_path(self) -> str:
        """Return the path under which the site lies: "" for the root of a host, "/notes" for a project site."""
        return urlsplit(self.base_url).path.rstrip("/")

    @property
    def parsing(self) -> ParseOptions:
        """Return what parsing depends on."""
        names = tuple(section.name for section in self.sections)
        return ParseOptions(names, self.timezone, self.language, self.dialect)

    def section(self, name: str) -> Section:
        """Return the section of that name."""
        return next(section for section in self.sections if section.name == name)

    def at(self, base_url: str) -> "Settings":
        """Return the same settings for another address."""
        return replace(self, base_url=base_url)
