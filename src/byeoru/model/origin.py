"""The program that a folder was written for, as its own configuration describes the site."""

from typing import NamedTuple

from byeoru.model.content import Conventions


class AddressRule(NamedTuple):
    """An address pattern of another program, in its own placeholders, and the documents that it applies to."""

    pattern: str
    collection: str = ""  # in the program's words: "posts", "pages", a section; "" for any
    folder: str = ""  # of the documents, below the root of the project; "" for any


class Origin(NamedTuple):
    """What the configuration of another program says about its folder; empty for a folder of ours."""

    program: str = ""  # a name of `origins`
    configuration: tuple[str, ...] = ()  # paths of the files that were read
    title: str = ""
    url: str = ""  # of the site, with its path: "https://example.com/blog"
    author: str = ""
    language: str = ""
    timezone: str = ""
    rules: tuple[AddressRule, ...] = ()  # the first that applies to a document is its address pattern
    values: tuple[tuple[str, str], ...] = ()  # what else addresses depend on, by names that the program's module chose
    breaks: bool = False  # a line break in a text is one on the page
    is_explicit: bool = False  # it publishes only texts that ask for it
    conventions: Conventions = Conventions()

    def value(self, name: str) -> str:
        """Return the value of *name* among `values`, "" if there is none."""
        return next((value for key, value in self.values if key == name), "")
