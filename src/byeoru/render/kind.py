"""What a kind of output is: which of its outputs a site has, and how one of them is rendered.

In:  a site and its theme.
Out: ``Kind``, a value of functions; ``Task``, what one output is rendered from; ``RenderContext``, what with.
Must not: know any kind; each is a module of `kinds`.

Planning happens in every build and may cost next to nothing. Rendering happens where an output is stale, in any
process: a task and the site are all that it has.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from byeoru.base.codec import from_plain
from byeoru.base.paths import escapes
from byeoru.media.streams import Read
from byeoru.model.body import Body
from byeoru.model.output import Output, SourceFile
from byeoru.model.queries.facts import Facts
from byeoru.model.queries.results import Results
from byeoru.model.queries.trace import Trace
from byeoru.model.reserved import Reserved
from byeoru.model.site import Page, Site
from byeoru.model.theme import Theme
from byeoru.render.templates import Environment


class Input(NamedTuple):
    """A row of a table that an output is rendered from; it travels with the task."""

    table: str  # "body"
    key: str  # of the body of a document, its path


class Task(NamedTuple):
    """One output to render, with what it is made of."""

    output: Output
    inputs: Mapping[Input, Any]
    source: SourceFile | None = None  # the file that it is made from

    def body(self, path: str) -> Body:
        """Return the body of the document at *path*."""
        body: Body = from_plain(Body)(self.inputs[Input("body", path)])
        return body


def _no_file(_: int) -> bytes:
    return b""


class RenderContext(NamedTuple):
    """What one output is rendered with; it knows of the site what its queries tell."""

    kinds: "Mapping[str, Kind]"
    environment: Environment  # of templates
    trace: Trace  # records the queries of this output
    read: Read = _no_file  # reads the file that it is made from


class SiteContext(NamedTuple):
    """What all outputs of a site are rendered with."""

    results: Results
    kinds: "Mapping[str, Kind]"
    environment: Environment

    def for_output(self) -> RenderContext:
        """Return the context of one output, which has asked nothing yet."""
        return RenderContext(self.kinds, self.environment, Trace(self.results))


_environment = lru_cache(maxsize=4)(Environment)  # compiling the default theme takes some 60 ms


def context_of(results: Results, kinds: "Mapping[str, Kind]") -> SiteContext:
    """Return the context of a site; the environment of its theme is kept from build to build."""
    return SiteContext(results, kinds, _environment(results.theme))


def site_path(output: Output) -> str:
    """Return the address of an output with the name of its file."""
    return f"/{output.path}"


def no_inputs(_: Output, __: Site) -> Iterable[Input]:
    """Return what most outputs take from tables."""
    return ()


def bodies(pages: Iterable[Page]) -> tuple[Input, ...]:
    """Return the rows of the bodies of *pages*."""
    return tuple(Input("body", page.document.path) for page in pages)


class Remedy(NamedTuple):
    """What an author can do where two outputs claim one path."""

    hint: str
    effort: int  # of two outputs, the one with less effort is to give way


class Kind(NamedTuple):
    """A kind of output."""

    name: str
    outputs: Callable[[Facts], Iterable[Output]]  # those that a site has
    # The bytes of one, or its chunks where it is made from a file that may be larger than the memory.
    render: Callable[[Task, RenderContext], bytes | Iterator[bytes]]
    reserves: Reserved = Reserved()
    inputs: Callable[[Output, Site], Iterable[Input]] = no_inputs
    source: Callable[[Output, Theme], SourceFile] | None = None  # the file that one is made from
    origin: Callable[[Output], str] = site_path  # what one is made of, as its author knows it
    location: Callable[[Output], str] = site_path  # where problems of rendering it are reported
    leaves: Callable[[str], bool] = escapes  # whether a path leads out of the output folder
    remedy: Remedy = Remedy("rename-one", 9)
    gives_way: bool = False  # a file of the author's at the same path takes its place
