"""A vault in memory, and what references in it lead to, for the tests of links between notes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.paths import decode
from byeoru.graph.link_index import LinkIndex
from byeoru.graph.links import resolve
from byeoru.graph.names import Names
from byeoru.model.content import Slot
from byeoru.model.origin import Origin
from graph.graphs import SETTINGS, parsed

VAULT = replace(SETTINGS, origin=Origin(program="obsidian"))


class Led(NamedTuple):
    """Where a reference leads: an address, decoded; the label that it gets; problems."""

    target: str
    label: str
    problems: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        """Return the codes of its problems."""
        return [problem.code for problem in self.problems]


class Vault:
    """Notes by path, some of them hidden, and files. The address of each is its path, in parentheses if it is hidden."""

    def __init__(
        self,
        notes: Mapping[str, str],
        hidden: Mapping[str, str] | None = None,
        files: tuple[str, ...] = (),
        program: str = "obsidian",
    ) -> None:
        """Parse the notes."""
        settings = self.settings = replace(SETTINGS, origin=Origin(program=program))
        self.notes = parsed(notes, settings)
        secrets = parsed(hidden or {}, settings)
        pages = {path: f"/{path.removesuffix('.md')}/" for path in self.notes}
        copied = {path: f"/{path}" for path in files}
        self.index = LinkIndex(
            pages,
            copied,
            (),
            {},
            program=program,
            names=Names([one.document for one in self.notes.values()], pages, copied, "names:"),
            hidden=Names(
                [one.document for one in secrets.values()],
                {path: f"/{path.removesuffix('.md')}/" for path in secrets},
                scope="hidden-names:",
            ),
        )

    def led(self, written: str, source: str = "홈.md", kind: Literal["link", "image", "wiki", "embed"] = "wiki") -> Led:
        """Return where a reference in the file *source* leads."""
        slot = Slot(kind, written, 1, 1, len(written))
        address = self.index.pages.get(source, f"/{source.removesuffix('.md')}/")
        resolution = resolve((slot,), source, address, self.index, lambda path: self.notes[path].outline)
        (targets, labels), problems = resolution.outcome
        return Led(decode(targets[0]), labels[0][1] if labels else "", problems)

    def references(self, text: str) -> list[tuple[str, str]]:
        """Return the kinds and targets of the references of a text in `홈.md`."""
        slots = parsed({"홈.md": text}, self.settings)["홈.md"].slots
        outcome = resolve(slots, "홈.md", "/홈/", self.index, lambda path: self.notes[path].outline).outcome
        return [(slot.kind, decode(target)) for slot, target in zip(slots, outcome.value.targets, strict=True)]

    def lookups(self, written: str, source: str = "홈.md") -> tuple[str, ...]:
        """Return the lookups that resolving a reference takes."""
        slot = Slot("wiki", written, 1, 1, len(written))
        return resolve((slot,), source, "/", self.index, lambda path: self.notes[path].outline).lookups
