"""The settings of a site, as `blog.yml` gives them."""

from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from byeoru.base.diagnostic import Location
from byeoru.model.content import Dialect, ParseOptions, PublishRule
from byeoru.model.deploy import Deploy
from byeoru.model.origin import Origin
from byeoru.model.services import Analytics, Comments


@dataclass(frozen=True, slots=True)
class Author:
    """The author of posts; all texts may be empty."""

    name: str = ""
    url: str = ""
    id: str = ""  # the name by which posts refer to one of several authors
    bio: str = ""  # a sentence about themselves


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """The texts of the site in a language other than its main one."""

    code: str
    title: str = ""
    description: str = ""
    menu: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A folder of `content` whose pages share an address pattern."""

    name: str
    url: str  # a pattern such as "/posts/:slug/"
    is_dated: bool  # its pages are in lists, feed and archive, by their dates
    is_chosen: bool = False  # the pattern is the author's, so it counts before that of another program
    in_search: bool = True  # whether search finds its pages
    publish: tuple[str, ...] | None = None  # as that of the site, for its pages; globs below its folder


EVERYTHING = ("**",)  # globs that hold back no page
DEFAULT_SECTIONS = (
    Section("posts", "/posts/:slug/", is_dated=True),
    Section("notes", "/notes/:path/", is_dated=False),
    Section("pages", "/:path/", is_dated=False),
)


class OptionValue(NamedTuple):
    """A theme option as written in `blog.yml`, before it is checked against the theme."""

    name: str
    text: str
    key: Location
    value: Location


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, from `blog.yml` or the configuration of another program; each has a default except the title."""

    title: str = ""
    description: str = ""
    base_url: str = ""  # without a slash at the end; "" if the author has no address yet
    language: str = "ko"
    timezone: str = "Asia/Seoul"
    author: Author = Author()
    authors: tuple[Author, ...] = ()  # of a site with several authors
    languages: tuple[SiteLanguage, ...] = ()
    theme: str = "hanji"
    theme_location: Location = field(default=Location("blog.yml"))  # of its name
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
    search: bool = True  # whether readers can search the site
    publish: tuple[str, ...] | None = None  # globs of pages that need no `publish: true`; None: none needs it
    private_links: Literal["text", "hide"] = "text"  # what a link to an unpublished page becomes
    extra: str = ""  # custom values for templates, as JSON; "" for none
    sites: tuple[str, ...] = ()  # host and path of `base_url`, and of the URL in the configuration of another program
    origin: Origin = field(default=Origin())  # the program that the folder was written for
    editor: str = "vscode://file/{file}:{line}:{column}"  # the URL pattern of links in the preview that open a file

    @property
    def base_path(self) -> str:
        """Return the path of the site: "" for the root of a host, "/notes" for a project site."""
        return urlsplit(self.base_url).path.rstrip("/")

    @property
    def parsing(self) -> ParseOptions:
        """Return the settings that parsing depends on."""
        names = tuple(section.name for section in self.sections)
        undated = tuple(section.name for section in self.sections if not section.is_dated)
        conventions, rules = self.origin.conventions, self.publish_rules
        hides = self.private_links == "hide"
        return ParseOptions(
            *(names, self.timezone, self.language, self.dialect, conventions, self.sites, undated, hides, rules),
            has_search=self.search,
        )

    @property
    def is_vault(self) -> bool:
        """Tell whether the whole folder is a vault, which contains more than what is meant to be published."""
        return self.origin.program == "obsidian"

    @property
    def publish_rules(self) -> tuple[PublishRule, ...]:
        """Return the rules of sections, then that of the site; none if they hold back no page."""
        rules = [PublishRule(section.name, section.publish) for section in self.sections if section.publish is not None]
        rules += [PublishRule("", self.publish)] if self.publish is not None else []
        if all(rule.patterns == EVERYTHING for rule in rules):
            return ()
        return tuple(rules)

    def section(self, name: str) -> Section:
        """Return the section of that name."""
        return next(section for section in self.sections if section.name == name)

    def at(self, base_url: str) -> "Settings":
        """Return the same settings for another address."""
        return replace(self, base_url=base_url)
