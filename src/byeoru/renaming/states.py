"""What references lead to in a project, as it is or as it will be.

In:  what a project contains; documents and files, perhaps at other paths.
Out: ``ProjectState``.
Must not: write a file.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from byeoru.base.diagnostic import Outcome
from byeoru.discover.commit_dates import dated
from byeoru.discover.layout import published_files
from byeoru.graph.link_index import LinkIndex
from byeoru.graph.links import resolve
from byeoru.graph.site import connect
from byeoru.graph.visible import visible
from byeoru.inspection import Inspection
from byeoru.model.content import Document, Outline, Slot
from byeoru.model.site import Resolved
from byeoru.renaming.plan import Answer, ProjectState, View
from byeoru.render.kinds import RESERVED

_DOUBTFUL = frozenset({"ambiguous-link", "very-ambiguous-link"})  # codes of problems


@dataclass
class States:
    """Derives the state of a project from its documents."""

    found: Inspection

    def state(self, documents: Iterable[Document], files: Mapping[str, str], moves: Mapping[str, str]) -> ProjectState:
        """Return the state of a project with these documents and digests of files.

        *moves* are the new paths of files by their old ones.
        """
        premises = self.found.premises
        times = {moves.get(path, path): time for path, time in premises.commit_times.items()}
        all_documents = dated(tuple(documents), times, premises.settings)
        public = visible(all_documents, premises.now, drafts=False, future=False)
        everything = visible(all_documents, premises.now, drafts=True, future=True, private=True)
        old_paths = {new: old for old, new in moves.items()}

        def outline_of(path: str) -> Outline:  # a move changes no heading
            return self.found.tables.documents.outline(old_paths.get(path, path))

        first = self._view(public.documents, public.hidden.documents, files, outline_of)
        has_more = public.hidden.documents != ()
        return ProjectState(first, self._view(everything.documents, (), files, outline_of) if has_more else first)

    def _view(
        self,
        shown: tuple[Document, ...],
        hidden: tuple[Document, ...],
        files: Mapping[str, str],
        outline_of: Callable[[str], Outline],
    ) -> View:
        indexes: list[LinkIndex] = []

        def capture(document: Document, _: str, index: LinkIndex) -> Outcome[Resolved]:
            indexes[:] = [index]
            return Outcome(Resolved(("",) * document.has_cover_slot))

        settings = self.found.premises.settings
        connect(shown, hidden, published_files(files), {}, settings, capture, RESERVED)
        if not indexes:
            return View({}, lambda slots, _: Answer(("",) * len(slots)), frozenset())
        [index] = indexes
        lists = index.addresses - set(index.by_path.values())
        return View(index.by_path, partial(_answer, index, outline_of), frozenset(lists))


def _answer(
    index: LinkIndex, outline_of: Callable[[str], Outline], slots: tuple[Slot, ...], document: Document
) -> Answer:
    address = index.by_path.get(document.path, "")
    outcome = resolve(slots, document.path, address, index, outline_of).outcome
    doubtful = (one.location for one in outcome.problems if one.code in _DOUBTFUL)
    return Answer(outcome.value.targets, frozenset((place.line, place.column) for place in doubtful))
