"""What a kind of output is: which of its outputs a site has, and how one of them is rendered.

In:  a site and its theme.
Out: ``Kind``, the functions of one kind; ``Task``, the input of one output; ``RenderContext``, the means to render it.
Must not: name any kind; each is a module of `kinds`.

Planning runs in every build and must be cheap. Rendering runs only for stale outputs, in any process: it has the task
and the site, nothing else.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from byeoru.base.codec import from_plain
from byeoru.base.paths import leaves_folder
from byeoru.media.streams import Read
from byeoru.model.body import Body
from byeoru.model.content import Words
from byeoru.model.facts import Facts
from byeoru.model.output import Output, SourceFile
from byeoru.model.reserved import Reserved
from byeoru.model.results import Results
from byeoru.model.site import Page, Site
from byeoru.model.theme import Theme
from byeoru.model.trace import Trace
from byeoru.render.recorder import Recorded
from byeoru.render.templates import Codes, Environment

T = TypeVar("T")


class Input(NamedTuple):
    """A row of a cache table that an output is rendered from; it is sent to the worker with the task."""

    table: str  # "body", "mentions" or "shard"
    key: str  # the path of a document, the name of a shard


class Task(NamedTuple):
    """One output to render, with its inputs."""

    output: Output
    inputs: Mapping[Input, Any]
    source: SourceFile | None = None  # the file that it is rendered from

    def body(self, path: str) -> Body:
        """Return the body of the document at *path*."""
        body: Body = from_plain(Body)(self.inputs[Input("body", path)])
        return body

    def mentions(self, path: str) -> Mapping[str, Words]:
        """Return the sentences of links that the page of the document at *path* shows, by digest."""
        mentions: Mapping[str, Words] = self.inputs[Input("mentions", path)]
        return mentions

    def shard(self, name: str) -> str:
        """Return the text of a shard of the search index."""
        text: str = self.inputs[Input("shard", name)]
        return text


def _no_file(_: int) -> bytes:
    return b""


class RenderContext(NamedTuple):
    """What one output is rendered with; it sees the site only through its queries."""

    kinds: "Mapping[str, Kind]"
    environment: Environment  # of templates
    trace: Trace  # records the dependencies of this output
    known: dict[object, Recorded[Any]]  # what several outputs of a build show
    read: Read = _no_file  # reads the file that it is rendered from

    def once(self, key: object, compute: Callable[[Trace], T]) -> T:
        """Return what *compute* makes for all outputs that name it by this key; each of them records its queries."""
        recorded: Recorded[T] | None = self.known.get(key)
        if recorded is None:
            trace = self.trace.fresh()
            recorded = self.known[key] = Recorded(compute(trace), trace.results)
        self.trace.record(recorded.results)
        return recorded.value


class SiteContext(NamedTuple):
    """What all outputs of a site are rendered with."""

    results: Results
    kinds: "Mapping[str, Kind]"
    environment: Environment
    known: dict[object, Recorded[Any]]

    def for_output(self) -> RenderContext:
        """Return the context of one output, without dependencies so far."""
        return RenderContext(self.kinds, self.environment, Trace(self.results), self.known)


_environment = lru_cache(maxsize=4)(Environment)  # compiling the default theme takes some 60 ms


def context_of(results: Results, kinds: "Mapping[str, Kind]", codes: Codes | None = None) -> SiteContext:
    """Return the context of a site; the environment of a theme is cached between builds.

    Templates that are among *codes* are not compiled again.
    """
    return SiteContext(results, kinds, _environment(results.theme, codes), {})


def site_path(output: Output) -> str:
    """Return the address of an output with the name of its file."""
    return f"/{output.path}"


def no_inputs(_: Output, __: Site) -> Iterable[Input]:
    """Return the inputs of an output that needs no table."""
    return ()


def bodies(pages: Iterable[Page]) -> tuple[Input, ...]:
    """Return the rows of the bodies of *pages*."""
    return tuple(Input("body", page.document.path) for page in pages)


class Remedy(NamedTuple):
    """What an author can change if two outputs have the same path."""

    hint: str
    effort: int  # of two outputs, the problem is reported at the one with less


class Kind(NamedTuple):
    """A kind of output."""

    name: str
    outputs: Callable[[Facts], Iterable[Output]]  # all those of a site
    # Returns the bytes, or chunks if the output is rendered from a file that may be larger than the memory.
    render: Callable[[Task, RenderContext], bytes | Iterator[bytes]]
    reserves: Reserved = Reserved()
    inputs: Callable[[Output, Site], Iterable[Input]] = no_inputs
    source: Callable[[Output, Theme], SourceFile] | None = None  # the file that one is rendered from
    origin: Callable[[Output], str] = site_path  # its source as authors know it, for messages
    location: Callable[[Output], str] = site_path  # of problems while rendering it
    leaves: Callable[[str], bool] = leaves_folder  # whether a path leads out of the output folder
    remedy: Remedy = Remedy("rename-one", 9)
    counts_pages: bool = False  # which outputs there are depends on how many pages a term has
    gives_way: bool = False  # a file of the author's at the same path takes its place
    media_type: str = ""  # of its reserved files, where a server cannot derive it from their names
