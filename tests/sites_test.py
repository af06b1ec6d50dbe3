"""Sites of any size in memory, to measure how the cost of one stage grows."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from byeoru.base.codec import to_plain
from byeoru.discover.settings import find_settings
from byeoru.discover.sources import find_sources
from byeoru.discover.themes import find_theme
from byeoru.graph.links import resolve
from byeoru.graph.references import link_graph
from byeoru.graph.site import connect
from byeoru.model.body import Body
from byeoru.model.content import Document, Parsed, Source
from byeoru.model.output import Output, RenderedBytes
from byeoru.model.project import Project
from byeoru.model.queries import QUERIES
from byeoru.model.results import Results
from byeoru.model.settings import Settings
from byeoru.model.site import Site
from byeoru.model.theme import Theme
from byeoru.parse.document import parse
from byeoru.render.kind import Task, context_of
from byeoru.render.kinds import KINDS, RESERVED
from byeoru.render.plan import plan
from byeoru.render.work import rendered
from index_test import index_of

Texts = Iterable[tuple[str, str]]  # path and text


class Bench:
    """A project with the default theme, and the stages applied to texts."""

    def __init__(self, root: Path, settings: str = "title: t\nbase_url: https://example.com\n") -> None:
        """Write the settings, and read them and the theme."""
        (root / "blog.yml").write_text(settings, encoding="utf-8")
        project = Project(str(root))
        scan = find_sources(project, str(root / "site"))
        self.settings: Settings = find_settings(project, scan, None).value
        self.theme: Theme = find_theme(project, scan, self.settings, {}).value
        self._parsed = lru_cache(maxsize=None)(self._parse)

    def _parse(self, path: str, text: str) -> Parsed:
        found = parse(Source(path, text.encode(), "", path), self.settings.parsing).value
        assert found is not None
        return found

    def documents(self, texts: Texts) -> tuple[Parsed, ...]:
        """Return the documents of texts."""
        return tuple(self._parsed(path, text) for path, text in texts)

    def connect(self, parsed: tuple[Parsed, ...], files: dict[str, str] | None = None) -> Site:
        """Connect documents to a site."""
        by_path = {one.document.path: one for one in parsed}
        documents: tuple[Document, ...] = tuple(one.document for one in parsed)
        site = connect(
            documents,
            (),
            files or {},
            {},
            self.settings,
            lambda document, address, index: (
                resolve(
                    by_path[document.path].slots, document.path, address, index, lambda path: by_path[path].outline
                ).outcome
            ),
            RESERVED,
        ).value
        search, _ = index_of(site, {one.document.path: one.terms for one in parsed})
        return site.with_indexes(link_graph(site, lambda _: {}), search)

    def plan(self, site: Site) -> tuple[Output, ...]:
        """Return the outputs of a site."""
        return plan(site, self.theme, KINDS).value

    def rendering(self, texts: Texts, wanted: Callable[[Output], bool]) -> Callable[[], object]:
        """Return the work of rendering the *wanted* outputs of a site of texts."""
        parsed = self.documents(texts)
        site = self.connect(parsed)
        rows = {one.document.path: to_plain(Body)(one.body) for one in parsed}
        rows |= index_of(site, {one.document.path: one.terms for one in parsed})[1]

        def task(output: Output) -> Task:
            return Task(output, {one: rows[one.key] for one in KINDS[output.kind].inputs(output, site)})

        tasks = [task(output) for output in self.plan(site) if wanted(output)]
        assert tasks

        def work() -> None:
            context = context_of(Results(site, self.theme, QUERIES), KINDS)
            outputs = [rendered(task, context) for task in tasks]
            assert all(isinstance(output, RenderedBytes) for output in outputs), outputs

        return work


def posts(
    number: int, front: Callable[[int], str] = lambda _: "", text: Callable[[int], str] = lambda _: "글\n"
) -> Texts:
    """Return that many posts, each with several lines of front matter and a text."""
    for at in range(number):
        day = f"{2000 + at // 336:04}-{at % 336 // 28 + 1:02}-{at % 28 + 1:02}"
        yield f"content/posts/p{at:05}.md", f"---\ntitle: 글 {at}\ndate: {day}\n{front(at)}---\n{text(at)}"
