"""What the author wrote: a source, and the document that was read from it."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from byeoru.model.body import Body
from byeoru.model.metadata import Metadata

# Highlighted blocks of code, by the digest of language and code: an edit seldom changes them, and the lexers of one
# post take longer to load than all the rest of its build.
Code = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One Markdown file as it was read from the disk."""

    path: str  # relative to the project, forward slashes, NFC
    data: bytes
    digest: str  # of the bytes
    key: str  # digest of everything that its document depends on: path, bytes, options, program
    code: Code = ()  # blocks that an earlier version of it had; the same program made them


class Slot(NamedTuple):
    """A reference that only the whole site can resolve; pieces of the body name it by its place among all slots."""

    kind: Literal["link", "image"]
    target: str  # as written, percent-encoding and all
    line: int  # 1-based, in the file
    column: int  # 1-based; 0 where the reference is not spelled out on the line
    width: int


class Document(NamedTuple):
    """What the site as a whole needs to know of a Markdown file; it depends on that file and the settings of parsing.

    Every build reads this of every file, so what few builds need (slots, headings, HTML) is stored apart.
    """

    path: str
    key: str  # of its source
    meta: Metadata
    collection: str  # the folder that its section is named after, "til" or "_posts"; "" for a page of no section
    folder: str  # between that and the file, without the bundle's own name; "" for none
    name: str  # of the file or the bundle, without ending and date
    is_bundle: bool  # `name/index.md`: what lies beside it belongs to it
    tags: tuple[str, ...]
    categories: tuple[str, ...]  # nested ones as paths: "study/cs231n"
    slug: str  # as given in the front matter; "" for none
    permalink: str  # likewise; begins with a slash
    aliases: tuple[str, ...]  # old addresses that redirect here
    is_unlisted: bool
    template: str  # of the theme; "" for that of the section
    series: str  # "" for none
    series_order: int  # 0 where the date decides
    source: tuple[str, ...]  # of a scrap: title, address and licence of the original; empty for none
    comments: bool | None  # whether it has them; None where its section decides
    edition: str  # the language that its path names, if that is not the site's: its address begins with it
    translation_of: str  # says which texts are one in several languages: an address, a path, a name, a shared key
    authors: tuple[str, ...]  # as written; empty where it is the site's
    cover: str  # the address of a picture elsewhere, or as written; its last slot says where that is; "" for none
    has_toc: bool  # a list of its headings is wanted
    extra: str = ""  # what its author keeps for templates, as JSON; "" for nothing
    address_values: tuple[tuple[str, str], ...] = ()  # front matter that the address patterns of its program name

    @property
    def is_ours(self) -> bool:
        """Tell whether it lies where our own manual would put it, and not in a folder of another program."""
        return self.path.startswith(f"content/{self.meta.section}/") and not self.edition

    @property
    def has_cover_slot(self) -> bool:
        """Tell whether the cover is a picture of the site, to which the last slot leads."""
        return self.cover != "" and "://" not in self.cover


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document and all that its text holds."""

    document: Document
    body: Body
    slots: tuple[Slot, ...]
    code: Code


class Dialect(NamedTuple):
    """Which Markdown a document is written in."""

    html: bool = True  # raw HTML is kept
    breaks: bool = False  # a line break in the text is one on the page
    math: bool = True  # `$…$` is a formula
    ruby: bool = False  # `{漢字|한자}` is a word with its reading


class Conventions(NamedTuple):
    """How the texts of the program that a folder was written for differ from ours, apart from the Markdown dialect."""

    program: str = ""  # a name of `origins`, "" for a folder of ours
    categories: Literal["path", "list"] = "path"  # what a list of categories is: the levels of one, or several
    has_words: bool = False  # a text of several words is a list of tags or categories
    address_keys: tuple[str, ...] = ()  # keys of front matter that address patterns name
    variables: tuple[tuple[str, str], ...] = ()  # values of the configuration that texts can insert: "site.title"
    templates: tuple[tuple[str, str], ...] = ()  # texts of the folder's own shortcodes and includes, by name


@dataclass(frozen=True, slots=True)
class ParseOptions:
    """What parsing a document depends on besides its bytes."""

    sections: tuple[str, ...]
    timezone: str
    language: str
    dialect: Dialect
    conventions: Conventions = field(default=Conventions())
