"""What the author wrote: a source, and the document that was read from it."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from byeoru.base.digest import digest_text
from byeoru.model.body import Body
from byeoru.model.metadata import Metadata

# Highlighted blocks of code, by the digest of language and code: an edit seldom changes them, and loading the lexers of
# one post takes longer than the rest of its build.
Code = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One Markdown file as it was read from the disk."""

    path: str  # relative to the project, forward slashes, NFC
    data: bytes
    digest: str  # of the bytes
    key: str  # digest of everything that its document depends on: path, bytes, options, program
    code: Code = ()  # blocks of an earlier version, highlighted by the same program


TAGGED = "@tag:"  # before a tag of the page itself, which its text shows


class Slot(NamedTuple):
    """A reference that only the whole site can resolve; pieces of the body refer to it by its index.

    "wiki" and "embed" are references in double brackets. Their target is the text before the first bar, as written.
    """

    kind: Literal["link", "image", "wiki", "embed"]
    target: str  # as written, including percent-encoding
    line: int  # 1-based, in the file
    column: int  # 1-based; 0 if the reference is not literally on the line
    width: int
    label: str = ""  # of a wikilink, as written after the bar


Words = tuple[str, str, str]  # of a link in its sentence: before it, its label, after it


class Mention(NamedTuple):
    """A link with the words of its sentence, as plain text."""

    slot: int
    before: str
    label: str  # "" for the label that the site gives it
    after: str

    @property
    def digest(self) -> str:
        """Return a digest of its words."""
        return digest_text(f"{self.before}\n{self.label}\n{self.after}")


Headings = tuple[tuple[int, str, str], ...]  # level, id and text, in the order of a text


class Outline(NamedTuple):
    """What links can lead to in a text."""

    anchors: tuple[str, ...] = ()  # ids, sorted; those of blocks begin with "^"
    headings: Headings = ()


class Alias(NamedTuple):
    """An old address of a page, and where the front matter has it."""

    target: str  # decoded; without a leading slash it is relative to the folder of the page's address
    line: int  # 1-based, in the file
    column: int
    width: int


class Document(NamedTuple):
    """The metadata of a Markdown file that the site needs; it depends on that file and the parse options.

    Every build reads it for every file, so what few builds need (slots, headings, HTML) is stored separately.
    """

    path: str
    key: str  # of its source
    meta: Metadata
    collection: str  # the folder that its section is named after, "til" or "_posts"; "" for a page of no section
    folder: str  # between that and the file, without the bundle's own name; "" for none
    name: str  # of the file or the bundle, without ending and date
    is_bundle: bool  # `name/index.md`: the files next to it belong to it
    tags: tuple[str, ...]
    categories: tuple[str, ...]  # nested ones as paths: "study/cs231n"
    slug: str  # as given in the front matter; "" for none
    permalink: str  # likewise; begins with a slash
    aliases: tuple[Alias, ...]  # old addresses that redirect here
    is_unlisted: bool
    template: str  # of the theme; "" for that of the section
    series: str  # "" for none
    series_order: int  # 0: ordered by date
    source: tuple[str, ...]  # of a quoted page: title, URL and license of the original; empty for none
    comments: bool | None  # None: as in its section
    edition: str  # the language in its path, "" for the site's; its address begins with it
    translation_of: str  # an address, a path, a name, or a key shared by all languages of a text
    authors: tuple[str, ...]  # as written; empty for the author of the site
    cover: str  # an external URL, or the path as written, which the last slot resolves; "" for none
    has_toc: bool  # whether it shows a table of contents
    is_home: bool = False  # its text introduces the first page
    extra: str = ""  # custom values for templates, as JSON; "" for none
    address_values: tuple[tuple[str, str], ...] = ()  # front matter that the address patterns of its program name
    is_ours: bool = True  # it is in a folder of Byeoru's standard layout, not of another program's
    has_folder_category: bool = False  # its category is the name of its folder, and not in its front matter
    in_search: bool = True  # whether search finds it
    css_classes: tuple[str, ...] = ()  # of its text, for the style sheets of themes
    names: tuple[str, ...] = ()  # other names by which links may call it: Obsidian's aliases
    properties: str = ""  # custom keys with their values and links, as JSON; "" for none

    @property
    def has_cover_slot(self) -> bool:
        """Tell whether the cover is an image of the site, which the last slot refers to."""
        return self.cover != "" and "://" not in self.cover


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document and the contents of its text."""

    document: Document
    body: Body
    slots: tuple[Slot, ...]
    code: Code
    anchors: tuple[str, ...] = ()  # ids that links can lead to, sorted
    terms: str = ""  # for the search index: of each impact its letter, a tab, and its terms
    mentions: tuple[Mention, ...] = ()  # in the order of their slots
    headings: Headings = ()

    @property
    def outline(self) -> Outline:
        """Return what links can lead to in its text."""
        return Outline(self.anchors, self.headings)


class Dialect(NamedTuple):
    """Which Markdown a document is written in."""

    html: bool = True  # raw HTML is published
    breaks: bool = False  # a line break in the text is a line break on the page
    math: bool = True  # `$…$` is a formula
    ruby: bool = False  # `{漢字|한자}` is a word with its reading
    is_note: bool = False  # `#태그` is a tag of the page, and what plugins of Obsidian compute is left out
    kramdown: bool = False  # quotes, fences in lists and tables are those of kramdown


class Conventions(NamedTuple):
    """How the texts of the program that a folder was written for differ from ours, apart from the Markdown dialect."""

    program: str = ""  # a name of `origins`, "" for a folder of ours
    root: str = ""  # the folder of its texts, if the configuration names it: "docs"
    editions: tuple[
        tuple[str, str, str], ...
    ] = ()  # folders of texts in one language, it, and where those texts belong
    categories: Literal["path", "list"] = "path"  # what a list of categories is: the levels of one, or several
    has_words: bool = False  # a text of several words is a list of tags or categories
    address_keys: tuple[str, ...] = ()  # keys of front matter that address patterns name
    variables: tuple[tuple[str, str], ...] = ()  # values of the configuration that texts can insert: "site.title"
    templates: tuple[tuple[str, str], ...] = ()  # texts of the folder's own shortcodes and includes, by name
    languages: tuple[str, ...] = ()  # codes, in small letters, that may end the names of files: "a.id.md"


class PublishRule(NamedTuple):
    """Which pages are published without asking for it in their front matter (`publish: true`)."""

    section: str = ""  # whose pages it is about, "" for all
    patterns: tuple[str, ...] = ()  # globs of paths below the folder of the section, or of all texts; empty for none


@dataclass(frozen=True, slots=True)
class ParseOptions:
    """What parsing a document depends on besides its bytes."""

    sections: tuple[str, ...]
    timezone: str
    language: str
    dialect: Dialect
    conventions: Conventions = field(default=Conventions())
    sites: tuple[str, ...] = ()  # hosts and paths of this site: URLs below them are references to its pages
    undated: tuple[str, ...] = ("notes", "pages")  # sections of pages without dates
    hides_private_links: bool = False  # search does not find the names of pages that others link to
    publish: tuple[PublishRule, ...] = ()  # the first that is about a page decides; without one, it is published
    has_search: bool = True  # readers can search the site, which takes the terms of documents
