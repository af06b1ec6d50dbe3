"""What a command that builds nothing can look at: everything that a site would be connected from.

In:  a workspace, what the project contains, and the memory of earlier builds.
Out: ``Inspection``.
Must not: write a file of the site.
"""

from datetime import datetime
from typing import NamedTuple

from byeoru.base.cancel import NEVER
from byeoru.base.parallel import Workers
from byeoru.cache.tables import Tables
from byeoru.connected import Connected, connected
from byeoru.discover.settings import find_settings
from byeoru.discover.snapshot import Snapshot
from byeoru.memory import Memory
from byeoru.model.content import Document, Slot
from byeoru.model.project import Profile, Project, Workspace
from byeoru.parsing import committed, digested, parsed
from byeoru.premises import Premises


class Inspection(NamedTuple):
    """The documents, files and settings of a project."""

    project: Project
    profile: Profile
    premises: Premises
    tables: Tables

    def slots(self, document: Document) -> tuple[Slot, ...]:
        """Return the references in a document."""
        return self.tables.documents.slots(document.path, document.key)

    def connected(self) -> Connected:
        """Return the site."""
        return connected(self.project, self.profile, self.premises, self.tables, None, Workers(1))


def inspection(workspace: Workspace, snapshot: Snapshot, now: datetime, memory: Memory) -> tuple[Inspection, Memory]:
    """Return what a project contains at *now*; what cannot be read is left out, as the build reports it."""
    (project, profile, _), scan, workers = workspace, snapshot.scan, Workers(1)
    settings = find_settings(project, scan, profile.base_url).value
    documents, memory = parsed(workspace, NEVER, snapshot, settings.parsing, memory, workers)
    digests, memory = digested(workspace, snapshot, memory)
    times, memory = committed(workspace, documents.value, settings, memory)
    signature = memory.documents.signature
    premises = Premises(scan, settings, documents.value, signature, times.value, digests.value, now, leaves_index=False)
    return Inspection(project, profile, premises, memory.tables), memory
